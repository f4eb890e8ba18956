"""Numbers by month, of nobody in particular."""

from __future__ import annotations

import asyncio
import calendar
from typing import TYPE_CHECKING

from handlers.learning.statistics import Statistics
from store.memory import MemoryStore

if TYPE_CHECKING:
    import pytest


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def go_to(self, year: int, month: int, day: int = 1) -> None:
        self.now = float(calendar.timegm((year, month, day, 0, 0, 0)))


async def test_each_month_is_counted_apart_and_the_newest_stands_first() -> None:
    clock = Clock()
    statistics = Statistics(MemoryStore(clock), b"secret", clock)
    for year, month in ((2026, 9), (2026, 12), (2027, 1)):
        clock.go_to(year, month)
        statistics.count("asked", "topic:ports", "topic:ports")
    statistics.count("asked")
    assert await statistics.months() == {
        "2027-01": {"asked": 2, "topic:ports": 2},
        "2026-12": {"asked": 1, "topic:ports": 2},
        "2026-09": {"asked": 1, "topic:ports": 2},
    }


async def test_a_month_can_be_compared_with_the_same_one_of_the_year_before() -> None:
    clock = Clock()
    statistics = Statistics(MemoryStore(clock), b"secret", clock)
    clock.go_to(2026, 1, 31)
    statistics.count("asked")
    await statistics.write()
    clock.go_to(2027, 1, 31)
    assert await statistics.months() == {"2026-01": {"asked": 1}}
    clock.go_to(2027, 3, 1)
    assert await statistics.months() == {"2026-01": {"asked": 1}}
    clock.go_to(2027, 3, 10)
    assert await statistics.months() == {}


async def test_however_much_was_counted_in_a_year_no_month_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.memory.MOST_FOUND", 5)
    clock = Clock()
    statistics = Statistics(MemoryStore(clock), b"secret", clock)
    for month in range(1, 13):
        clock.go_to(2026, month)
        statistics.count("asked", "answered", *(f"topic:{name}" for name in "abc"))
        await statistics.write()
    found = await statistics.months()
    assert list(found) == [f"2026-{month:02}" for month in range(12, 0, -1)]
    assert {len(counts) for counts in found.values()} == {5}


class SlowStore(MemoryStore):
    """A store that is busy for a while."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.is_asked, self.is_free = asyncio.Event(), asyncio.Event()

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        self.is_asked.set()
        await self.is_free.wait()
        return await super().add(key, amount, lasts=lasts)


async def test_who_is_stopped_in_the_midst_of_writing_loses_nothing_and_counts_nothing_twice() -> None:
    clock = Clock()
    clock.go_to(2026, 11)
    store = SlowStore(clock)
    statistics = Statistics(store, b"secret", clock)
    statistics.count("asked", "answered")
    writing = asyncio.create_task(statistics.write())
    await store.is_asked.wait()
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    statistics.count("asked")
    at_the_end = asyncio.create_task(statistics.write())
    store.is_free.set()
    await at_the_end
    [month] = (await Statistics(store, b"secret", clock).months()).values()
    assert month == {"asked": 2, "answered": 1}


async def test_bots_that_share_a_store_count_apart() -> None:
    clock = Clock()
    clock.go_to(2026, 11)
    store = MemoryStore(clock)
    ours, theirs = (Statistics(store, secret, clock) for secret in (b"ours", b"theirs"))
    ours.count("asked")
    await ours.write()
    assert await theirs.months() == {}
    assert await ours.months() == {"2026-11": {"asked": 1}}
