"""Lets members ask while everything fails now and then, and tells at the end what went wrong.

Each member asks four questions in turn, whose answers differ. So a chat's answers show whether one is missing, out of order or
said twice.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playground.faults import COMMON
from tests.telegram import Telegram
from updates.lanes import MAX_LANES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.telegram import Member

QUESTIONS = {"imap port eingang": "993", "imap port ausgang": "587", "pop3 port eingang": "110", "pop3 port ausgang": "25"}
_MEMBERS = 30
_SHARE_OF_FAULTS = 0.05
_SECONDS_BETWEEN_KILLS = 20.0
_PATIENCE = 180.0
"""Seconds after the end in which everything must be answered."""
_VALUE = re.compile(r"\b(?:Port|port) (\d+)\b")


@dataclass
class Report:
    """What was asked, answered and measured."""

    asked: int = 0
    answered: int = 0
    kills: int = 0
    unheard: int = 0
    """Answers that were carried out though the bot could not know."""
    first_memory: float = 0.0
    last_memory: float = 0.0
    wrong: list[str] = field(default_factory=list)
    """What must not be."""

    @property
    def growth(self) -> float:
        """Megabytes that the bot's memory grew after its last start and warm-up."""
        return self.last_memory - self.first_memory

    def __str__(self) -> str:
        """Give the report as lines."""
        repeated = self.answered - self.asked
        repeats = f"{repeated} repeated ({self.kills} kills, {self.unheard} answers unheard)"
        told = [
            f"{self.asked} messages, {self.answered} answers, {repeats}",
            f"memory {self.first_memory:.1f} → {self.last_memory:.1f} MB, growth {self.growth:+.1f} MB",
            *self.wrong,
        ]
        return "\n".join(told)


async def soak(seconds: float, seed: int, *, rate: float = 6.0, tell: Callable[[str], None] = print) -> Report:
    """Run.

    Args:
        seconds: How long members ask; kills end after a third, so that the rest shows whether memory stays flat.
        seed: The same one gives the same faults, kills and questions, but for the timing.
        rate: Messages a second.
        tell: Gets a line now and then.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    report = Report()
    loop = asyncio.get_running_loop()
    async with Telegram.start(LOG_LEVEL="DEBUG") as telegram:
        telegram.server.faults.at_random(_SHARE_OF_FAULTS, seed=seed, kinds=COMMON)
        members = [telegram.private(f"Anna {number}") for number in range(_MEMBERS)]
        asked: list[list[str]] = [[] for _ in members]
        turns = [itertools.cycle(QUESTIONS) for _ in members]
        begun = loop.time()
        next_kill = begun + min(_SECONDS_BETWEEN_KILLS, seconds / 2) / 2
        last_kill = begun + seconds * 2 / 5
        warm = begun + seconds / 2
        while (now := loop.time()) < begun + seconds:
            number = chance.randrange(_MEMBERS)
            question = next(turns[number])
            members[number].says(question)
            asked[number].append(QUESTIONS[question])
            if next_kill < now < last_kill:
                next_kill = now + chance.uniform(0.5, 1.5) * _SECONDS_BETWEEN_KILLS
                await (telegram.kill_bot() if chance.random() < 0.7 else telegram.stop_bot())
                report.kills += 1
                await telegram.start_bot(wait=False)
                tell(f"{now - begun:5.0f} s: killed, started again")
            if not report.first_memory and now > warm:
                report.first_memory = memory(telegram.bot_pid)
            await asyncio.sleep(chance.expovariate(rate))
        telegram.server.faults.clear()
        await _until_answered(telegram, members, asked)
        report.first_memory = report.first_memory or memory(telegram.bot_pid)
        report.last_memory = memory(telegram.bot_pid)
        _judge(report, telegram, members, asked)
    if any(telegram.server.world.token in line for line in telegram.log):
        report.wrong.append("The token is in the log.")
    return report


async def _until_answered(telegram: Telegram, members: list[Member], asked: list[list[str]]) -> None:
    def all_there() -> bool | None:
        pairs = zip(members, asked, strict=True)
        return all(len(_once(answers_of(telegram, member))) >= len(values) for member, values in pairs) or None

    try:
        await telegram.until(all_there, "all answers", _PATIENCE)
    except AssertionError:
        return  # the report tells what is missing


def _judge(report: Report, telegram: Telegram, members: list[Member], asked: list[list[str]]) -> None:
    for member, values in zip(members, asked, strict=True):
        answers = answers_of(telegram, member)
        report.asked += len(values)
        report.answered += len(answers)
        if _once(answers) != values:
            report.wrong.append(f"{member.chat.title}: asked for {' '.join(values)}, heard {' '.join(answers)}")
    sent = telegram.server.journal.of("sendMessage")
    report.unheard = sum(1 for call in sent if call.fault.startswith(("drop after", "cut")))
    repeated = report.answered - report.asked
    if repeated > report.kills * MAX_LANES + report.unheard:
        report.wrong.append(f"{repeated} answers were repeated, more than the kills and what was unheard explain.")


def answers_of(telegram: Telegram, member: Member) -> list[str]:
    """Give the ports that the bot named in a chat, in order."""
    own = (message for message in member.chat.messages.values() if message["from"]["id"] == telegram.bot_id)
    return [found[1] for message in own if (found := _VALUE.search(str(message.get("text", ""))))]


def _once(values: list[str]) -> list[str]:
    """Leave out what is said twice in a row."""
    return [value for value, _ in itertools.groupby(values)]


def memory(pid: int) -> float:
    """Give the megabytes of memory a process holds (proc(5), `VmRSS`)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
