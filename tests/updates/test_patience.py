from __future__ import annotations

import asyncio

import pytest

from updates.patience import BACKOFF, Warnings, backoff, pause, unless


def test_the_wait_grows_and_then_stays() -> None:
    assert [backoff(failures) for failures in range(1, 9)] == [*BACKOFF, 15.0, 15.0]


async def test_a_pause_ends_with_the_stop() -> None:
    stop = asyncio.Event()
    await pause(stop, 0.0)
    stop.set()
    await pause(stop, 3600)


async def test_work_is_given_up_when_asked_to_stop() -> None:
    stop = asyncio.Event()
    given_up: list[str] = []

    async def work() -> str:
        try:
            await asyncio.Event().wait()
        finally:
            given_up.append("work")
        return "done"

    asyncio.get_running_loop().call_soon(stop.set)
    assert await unless(stop, work()) is None
    assert given_up == ["work"]


async def test_work_that_ends_gives_its_result_or_its_error() -> None:
    async def work() -> str:
        return "done"

    async def fail() -> str:
        raise ValueError("x")

    assert await unless(asyncio.Event(), work()) == "done"
    with pytest.raises(ValueError, match="x"):
        await unless(asyncio.Event(), fail())


def test_one_warning_a_minute_for_each_sentence(caplog: pytest.LogCaptureFixture) -> None:
    now = 0.0
    warnings = Warnings(lambda: now)
    warnings.over()
    warnings.warn("a")
    warnings.warn("a")
    warnings.warn("b")
    now = 60.0
    warnings.warn("a")
    warnings.over()
    warnings.over()
    warnings.warn("a")
    assert caplog.messages == ["a", "b", "a", "Telegram answers again.", "a"]
