"""The whole bot against the barest one on the same server, in turn: bursts, CPU, latency, memory, start-up."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.row import Row
from tests.soak.soak import memory
from tests.telegram import ROOT, Telegram

_BOT = (sys.executable, str(ROOT / "bot.py"))
_ECHO = (sys.executable, str(Path(__file__).with_name("echo_bot.py")))
_ROUNDS = 3
_CHATS, _EACH = 50, 10
_SINGLE = 40
_WAIT = 120.0
_TICK = 1 / os.sysconf("SC_CLK_TCK")
_QUESTIONS = (
    "welcher port für imap?",
    "smtp server?",
    "is pop encrypted",
    "Wie lautet der Benutzername?",
    "what are the imap settings",
    "imap ausgang port",
    "Welche Verschlüsselung beim Senden?",
    "pop3 posteingang",
    "Was sind die Nachteile von POP?",
    "pop oder imap, was ist besser",
)


@dataclass(frozen=True)
class Measured:
    """One run of one bot."""

    start_up: float
    """Seconds until the first poll."""
    rate: float
    """Updates a second in a burst."""
    cpu: float
    """Seconds of the processor for a thousand updates."""
    latency: float
    """Median seconds from a message to its answer, one at a time."""
    memory: float
    """Megabytes at the end."""


def run() -> list[Row]:
    """Measure both in turn."""
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        theirs.append(asyncio.run(_measure(_ECHO)))
        ours.append(asyncio.run(_measure(_BOT)))

    def ratio(name: str) -> tuple[float, float]:
        mine, other = (statistics.median(getattr(one, name) for one in runs) for runs in (ours, theirs))
        return mine / other, mine

    rate, cpu, latency, memory, start = (ratio(name) for name in ("rate", "cpu", "latency", "memory", "start_up"))
    return [
        Row("updates a second, bursts from 50 chats / echo bot", rate[0], 1.2, at_most=False, detail=f"{rate[1]:.0f} a second"),
        Row("CPU a thousand updates / echo bot", cpu[0], 1.2, detail=f"{cpu[1]:.2f} s"),
        Row("latency of an unloaded bot, median / echo bot", latency[0], 1.3, detail=f"{latency[1] * 1000:.1f} ms"),
        Row("memory / echo bot", memory[0], 1.7, detail=f"{memory[1]:.0f} MB"),
        Row("memory", memory[1], 80, unit="MB"),
        Row("start-up until the first poll / echo bot", start[0], 4, detail=f"{start[1]:.2f} s"),
    ]


async def _measure(command: tuple[str, str]) -> Measured:
    begun = time.perf_counter()
    async with Telegram.start(command, LOG_LEVEL="WARNING") as telegram:
        start_up = time.perf_counter() - begun
        members = [telegram.private(f"Anna {number}") for number in range(_CHATS)]
        await members[0].asks("port?")  # what is made at the first use is made
        pid = telegram.bot_pid
        cpu, begun, before = _cpu(pid), time.perf_counter(), _answers(telegram)
        for turn in range(_EACH):
            for number, member in enumerate(members):
                member.says(_QUESTIONS[(turn + number) % len(_QUESTIONS)])
        total = _CHATS * _EACH
        await telegram.until(lambda: _answers(telegram) - before >= total or None, f"{total} answers", _WAIT)
        seconds, cpu = time.perf_counter() - begun, _cpu(pid) - cpu
        latencies = []
        for number in range(_SINGLE):
            begun = time.perf_counter()
            await members[number % _CHATS].asks(_QUESTIONS[number % len(_QUESTIONS)])
            latencies.append(time.perf_counter() - begun)
        return Measured(start_up, total / seconds, cpu / total * 1000, statistics.median(latencies), memory(pid))


def _answers(telegram: Telegram) -> int:
    return sum(1 for call in telegram.server.journal if call.method.lower() == "sendmessage" and call.status == 200)


def _cpu(pid: int) -> float:
    """Give the seconds of the processor that a process has used (proc(5), `/proc/pid/stat`: utime and stime)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * _TICK
