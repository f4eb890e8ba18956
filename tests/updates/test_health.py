"""What a polling bot tells on its port, and what it tells systemd."""

from __future__ import annotations

import asyncio
import socket
import sys
from typing import TYPE_CHECKING

from telegram import Update

from playground.faults import HANG
from store.memory import MemoryStore
from store.resilient import ResilientStore
from tests.telegram import ROOT, Telegram
from tests.workers.cluster import ask, free_port, get
from updates import lines
from updates.errors import UndeliveredError
from updates.health import STALLED_AFTER, Door, Health
from updates.lanes import Lanes
from updates.systemd import feed_watchdog, notify

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class Clock:
    now = 500.0

    def __call__(self) -> float:
        return self.now


def health(clock: Clock) -> tuple[Health, asyncio.Event]:
    stop = asyncio.Event()
    return Health(ResilientStore(MemoryStore()), stop, clock), stop


async def test_a_bot_that_polls_is_well_while_the_last_success_is_young() -> None:
    clock = Clock()
    process, stop = health(clock)
    process.last_poll = lambda: 600.0
    assert process.state()["status"] == "starting"
    process.is_connected = True
    clock.now = 600 + STALLED_AFTER - 1
    assert process.is_well
    assert process.state() == {"status": "ok", "last_poll_seconds_ago": 89.0}
    assert "mailbot_last_poll_age_seconds 89" in process.metrics()
    clock.now += 1
    assert not process.is_well
    assert process.state()["status"] == "stalled"
    stop.set()
    assert process.state()["status"] == "stopping"
    assert not (await process.readiness())[0]


async def test_a_bot_that_never_polled_has_as_long_from_its_start() -> None:
    clock = Clock()
    process, _ = health(clock)
    process.last_poll = lambda: float("-inf")
    assert process.is_well
    clock.now += STALLED_AFTER
    assert not process.is_well


async def test_the_port_tells_whoever_watches_that_telegram_does_not_answer_from_the_start_on_or_later() -> None:
    clock, port = Clock(), free_port()
    process, stop = health(clock)
    answered = float("-inf")
    process.last_poll = lambda: answered
    door = Door(process, has_metrics=False)
    door.open(port, "127.0.0.1")

    async def said() -> tuple[int, str]:
        status, told = await get(port, "/healthz")
        return status, told["status"]

    try:
        assert await said() == (200, "starting")
        clock.now += STALLED_AFTER
        assert await said() == (503, "stalled")
        process.is_connected, answered = True, clock.now
        assert await said() == (200, "ok")
        clock.now += STALLED_AFTER
        assert await said() == (503, "stalled")
        stop.set()
        assert await said() == (200, "stopping")
    finally:
        await door.cut()


async def test_an_update_is_counted_by_what_became_of_it() -> None:
    process, _ = health(Clock())

    async def answered(_update: Update) -> None:
        lines.note("port.imap")

    async def apologised(_update: Update) -> None:
        lines.note(lines.FAILED)

    async def not_reached(_update: Update) -> None:
        raise UndeliveredError

    async def taking_too_long(_update: Update) -> None:
        raise TimeoutError

    async def told_to_wait_too_long(_update: Update) -> None:
        lines.note(lines.LEFT_OUT)

    for handle in (answered, apologised, not_reached, taking_too_long, told_to_wait_too_long):
        await Lanes(process.watched(handle)).put(Update(1))
    counted = {outcome: count for outcome, count in process.counts.items() if count}
    assert counted == {"done": 1, "failed": 2, "undelivered": 1, "left_out": 1}
    assert 'mailbot_updates_total{outcome="undelivered"} 1' in process.metrics()


async def test_polling_opens_a_port_only_where_one_is_named() -> None:
    port = free_port()
    async with Telegram.start(PORT=str(port), HOST="127.0.0.1") as telegram:
        status, said = await get(port, "/healthz")
        assert (status, said["status"]) == (200, "ok")
        assert said["last_poll_seconds_ago"] < STALLED_AFTER
        assert await get(port, "/readyz") == (200, {"status": "ready", "token": "ok", "store": "ok"})
        assert (await get(port, "/metrics"))[0] == 404
        for path, expected in (("/healthz", 200), ("/readyz", 200), ("/hook/x", 404)):
            assert (await ask(port, f"HEAD {path} HTTP/1.1\nHost: x\nConnection: close"))[0] == expected
        assert (await get(port, "/hook/x"))[0] == 404
        assert "993" in (await telegram.private().asks("imap port?")).text


async def test_f1_while_telegram_cannot_be_reached_it_says_starting() -> None:
    port = free_port()
    command = (sys.executable, str(ROOT / "bot.py"))
    async with Telegram.start(command, wait_for_bot=False, PORT=str(port), HOST="127.0.0.1") as telegram:
        telegram.server.faults.always("getMe", HANG)

        async def said() -> str:
            while True:
                try:
                    return str((await get(port, "/healthz"))[1]["status"])
                except OSError:
                    await asyncio.sleep(0.05)

        async with asyncio.timeout(30):
            assert await said() == "starting"


async def test_systemd_hears_that_it_lives_as_long_as_it_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "3000")
        well = iter([True, True, True, False, False])
        all_asked = asyncio.Event()

        def is_well() -> bool:
            if (answer := next(well, None)) is None:
                all_asked.set()
            return bool(answer)

        feeding = asyncio.create_task(feed_watchdog(is_well))
        async with asyncio.timeout(10):
            await all_asked.wait()
        feeding.cancel()
        notify("STOPPING=1")
        heard = [systemd.recv(100) for _ in range(4)]
        assert heard == [b"WATCHDOG=1"] * 3 + [b"STOPPING=1"], "nothing was said while it was not well"


async def test_systemd_hears_of_start_and_end(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.setblocking(False)
        async with Telegram.start(NOTIFY_SOCKET=str(tmp_path / "notify")) as telegram:
            await telegram.stop_bot()
        heard: list[bytes] = []
        while not heard or heard[-1] != b"STOPPING=1":
            heard.append(systemd.recv(100))
        assert heard == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]


def test_without_systemd_nothing_happens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sent: list[str] = []

    class Socket(socket.socket):
        def sendto(self, data: bytes, address: str) -> int:  # type: ignore[override]
            sent.append(address)
            return super().sendto(data, address)

    monkeypatch.setattr(socket, "socket", Socket)
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    notify("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", "")
    notify("READY=1")
    assert sent == []
    gone = str(tmp_path / "gone")
    monkeypatch.setenv("NOTIFY_SOCKET", gone)
    notify("READY=1")
    assert sent == [gone], "nobody listens there, and nothing is broken by it"


def test_where_the_system_does_not_tell_the_memory_in_use_it_is_0(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_file(*_: object, **__: object) -> str:
        raise FileNotFoundError

    process, _ = health(Clock())
    assert "process_resident_memory_bytes 0\n" not in process.metrics()
    monkeypatch.setattr("pathlib.Path.read_text", no_such_file)
    assert "process_resident_memory_bytes 0\n" in process.metrics()
