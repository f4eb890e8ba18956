"""What was written while a store was away is in it as soon as it is back, and nobody is told what stood there before."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from store.interface import Row, StoreAwayError
from store.memory import MemoryStore
from store.postgres import PostgresStore
from store.resilient import ResilientStore
from store.sqlite import SqliteStore
from store.unsaved import AT_ONCE, Unsaved
from tests.handlers.offline import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from tests.postgres import Postgres

HOUR = 3600.0
A_WHILE = 20.0
"""Seconds after which a store that was away is tried again, however long it was away."""


class Clock:
    """One clock for all: seconds since the epoch."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


class Trouble(Store):
    """A store that can be away, be full, or refuse its n-th write from now on."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock, most=10_000)
        self.is_full = False
        self.writes_left = 1_000_000

    def _write(self) -> None:
        self.writes_left -= 1
        if self.is_full or self.writes_left < 0:
            raise StoreAwayError("on purpose")

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        self._write()
        return await super().put(key, value, lasts=lasts, expected=expected)

    async def delete(self, key: str) -> None:
        self._write()
        await super().delete(key)

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        self._write()
        return await super().add(key, amount, lasts=lasts)

    async def values(self, *keys: str) -> dict[str, str]:
        return {key: row.value for key, row in (await MemoryStore.get_many(self, keys)).items()}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inner(clock: Clock) -> Trouble:
    return Trouble(clock)


@pytest.fixture
def store(inner: Trouble, clock: Clock) -> ResilientStore:
    return ResilientStore(inner, clock, clock)


async def value(store: ResilientStore | MemoryStore, key: str) -> str | None:
    row = await store.get(key)
    return row.value if row else None


async def test_a_group_that_was_told_to_be_quiet_stays_quiet_and_what_was_forgotten_stays_forgotten(
    store: ResilientStore, inner: Trouble, clock: Clock
) -> None:
    await store.put("group", "questions", lasts=400 * HOUR)
    await store.put("guide", "step 7", lasts=300 * HOUR)
    inner.is_away = True
    await store.put("group", "off", lasts=400 * HOUR)
    await store.delete("guide")
    inner.is_away = False
    clock.now += A_WHILE
    assert await store.get_many(["group", "guide"]) == await inner.get_many(["group"])
    assert not store.is_away
    assert await value(ResilientStore(inner, clock, clock), "group") == "off", "a process that starts now knows it too"


async def test_what_is_written_back_keeps_the_time_it_had(store: ResilientStore, inner: Trouble, clock: Clock) -> None:
    await store.put("b", "old and lasting", lasts=HOUR)
    inner.is_away = True
    await store.put("a", "new", lasts=60)
    await store.put("b", "new", lasts=10)
    inner.is_away = False
    clock.now += A_WHILE
    assert await value(store, "a") == "new"
    assert await value(store, "b") is None, "it ended meanwhile, and the older one does not come back"
    clock.now += 60 - A_WHILE - 1
    assert await value(store, "a") == "new"
    clock.now += 2
    assert await value(store, "a") is None


async def test_what_could_not_be_written_back_stays_unsaved(store: ResilientStore, inner: Trouble, clock: Clock) -> None:
    names = [f"row {number}" for number in range(5)]
    inner.is_away = True
    for name in names:
        await store.put(name, "new", lasts=HOUR)
    await store.add("n", 3, lasts=HOUR)
    inner.is_away, inner.writes_left = False, 2
    clock.now += A_WHILE
    assert await value(store, names[4]) == "new"
    assert store.is_away
    assert await inner.values(*names) == dict.fromkeys(names[:2], "new")
    inner.writes_left = 3
    clock.now += A_WHILE
    assert await value(store, names[4]) == "new"
    assert store.is_away, "the counter is missing"
    inner.writes_left = 1_000
    clock.now += A_WHILE
    assert await value(store, names[4]) == "new"
    assert not store.is_away
    assert await inner.values(*names) == dict.fromkeys(names, "new")
    assert await inner.find_counters("n") == {"n": 3}


async def test_what_was_counted_meanwhile_is_added_to_what_was_counted_before(
    store: ResilientStore, inner: Trouble, clock: Clock
) -> None:
    await store.add("asked", 40, lasts=HOUR)
    inner.is_away = True
    await store.add("asked", 1, lasts=HOUR)
    await store.add("asked", 1, lasts=HOUR)
    await store.add("ended", 1, lasts=5)
    assert await store.count("asked") == 2, "counted from 0 until the store is back"
    inner.is_away = False
    clock.now += A_WHILE
    assert await store.add("asked", 1, lasts=HOUR) == 43
    assert await store.find_counters("") == {"asked": 43}
    inner.is_full = True
    await store.add("asked", 2, lasts=5)
    assert await store.count("asked") == 45, "a full disk can be read"
    clock.now += 6
    assert await store.count("asked") == 43


async def test_what_another_worker_wrote_later_stays(store: ResilientStore, inner: Trouble, clock: Clock) -> None:
    for name in ("written twice", "deleted here", "deleted there"):
        await store.put(name, "old", lasts=HOUR)
    clock.now += 1
    inner.is_away = True
    await store.put("written twice", "first", lasts=HOUR)
    await store.delete("deleted here")
    inner.is_away = False
    clock.now += 1
    await inner.put("written twice", "second", lasts=HOUR)
    await inner.put("deleted here", "second", lasts=HOUR)
    clock.now += A_WHILE
    assert await value(store, "written twice") == "second"
    assert await value(store, "deleted here") == "second"


async def test_another_worker_that_writes_at_the_same_moment_is_not_written_over(clock: Clock) -> None:
    class Busy(Trouble):
        async def get_many(self, keys: Collection[str]) -> dict[str, Row]:
            found = await super().get_many(keys)
            if keys == ["group"] and not await self.values("group"):
                await MemoryStore.put(self, "group", "by another", lasts=HOUR)
            return found

    inner = Busy(clock)
    store = ResilientStore(inner, clock, clock)
    inner.is_away = True
    await store.put("group", "mine", lasts=HOUR)
    inner.is_away = False
    clock.now += A_WHILE
    assert await value(store, "group") == "by another"


async def test_a_full_disk_is_still_read_when_writing_back_fails(store: ResilientStore, inner: Trouble, clock: Clock) -> None:
    await inner.put("unheard of", "x", lasts=HOUR)
    inner.is_away = True
    await store.ping()
    await store.put("group", "off", lasts=HOUR)
    inner.is_away, inner.is_full = False, True
    clock.now += A_WHILE
    await store.get("group")
    assert store.is_away
    assert {key: row.value for key, row in (await store.get_many(["group", "unheard of"])).items()} == {
        "group": "off",
        "unheard of": "x",
    }
    inner.is_full = False
    clock.now += A_WHILE
    await store.put("other", "y", lasts=HOUR)
    assert not store.is_away
    assert await inner.values("group", "other") == {"group": "off", "other": "y"}


async def test_many_rows_are_written_back_a_part_with_each_call(store: ResilientStore, inner: Trouble, clock: Clock) -> None:
    names = [f"row {number}" for number in range(AT_ONCE + 1)]
    inner.is_away = True
    for name in names:
        await store.put(name, "new", lasts=HOUR)
    inner.is_away = False
    clock.now += A_WHILE
    assert await value(store, names[0]) == "new"
    assert store.is_away
    assert len(await inner.values(*names)) == AT_ONCE
    assert await value(store, names[0]) == "new", "the next call goes on, without waiting"
    assert not store.is_away
    assert len(await inner.values(*names)) == AT_ONCE + 1


async def test_what_is_written_while_others_are_written_back_is_not_lost(clock: Clock) -> None:
    writing, go_on = asyncio.Event(), asyncio.Event()

    class Slow(Trouble):
        async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
            if not self.is_away:
                writing.set()
                await go_on.wait()
            return await super().put(key, value, lasts=lasts, expected=expected)

    inner = Slow(clock)
    store = ResilientStore(inner, clock, clock)
    inner.is_away = True
    await store.put("a", "1", lasts=HOUR)
    inner.is_away = False
    clock.now += A_WHILE
    trying = asyncio.create_task(store.get("b"))
    async with asyncio.timeout(5):
        await writing.wait()
        await store.put("a", "2", lasts=HOUR)
        await store.put("b", "3", lasts=HOUR)
        go_on.set()
        row = await trying
        assert row is not None
        assert row.value == "3"
        assert await value(store, "a") == "2"
    assert not store.is_away
    assert await inner.values("a", "b") == {"a": "2", "b": "3"}


async def test_what_was_written_while_a_slow_write_was_under_way_is_not_taken_for_the_older_one(clock: Clock) -> None:
    writing, go_on = asyncio.Event(), asyncio.Event()

    class Slow(Trouble):
        async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
            if value == "older":
                writing.set()
                await go_on.wait()
                return await MemoryStore.put(self, key, value, lasts=lasts, expected=expected)
            return await super().put(key, value, lasts=lasts, expected=expected)

    inner = Slow(clock)
    store = ResilientStore(inner, clock, clock)
    older = asyncio.create_task(store.put("group", "older", lasts=HOUR))
    async with asyncio.timeout(5):
        await writing.wait()
        inner.is_away = True
        await store.put("group", "newer", lasts=HOUR)
        go_on.set()
        await older
    assert store.is_away
    assert await value(store, "group") == "newer"


class Hanging(Trouble):
    """A store that answers, but never finishes writing a value."""

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        if not self.is_away:
            await asyncio.Event().wait()
        return await super().put(key, value, lasts=lasts, expected=expected)


async def hanging_store(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> ResilientStore:
    """A store that was away while a value was kept, and hangs when that value is to be written."""
    monkeypatch.setattr("store.resilient.TIME_LIMIT", 0.01)
    inner = Hanging(clock)
    store = ResilientStore(inner, clock, clock)
    inner.is_away = True
    await store.put("a", "1", lasts=HOUR)
    inner.is_away = False
    clock.now += A_WHILE
    return store


async def test_a_store_that_hangs_while_it_is_written_to_is_away_again(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    store = await hanging_store(clock, monkeypatch)
    async with asyncio.timeout(5):
        assert await value(store, "a") == "1"
    assert store.is_away


async def test_what_was_added_to_counters_is_kept_where_the_store_is_slow_to_take_it(clock: Clock) -> None:
    class Slow(Trouble):
        is_slow = True

        async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
            if self.is_slow:
                writing.set()
                await asyncio.Event().wait()
            return await super().add(key, amount, lasts=lasts)

    writing, inner, unsaved = asyncio.Event(), Slow(clock), Unsaved(clock)
    for name in ("answered", "asked"):
        unsaved.add(name, 2, HOUR)
    given_up = asyncio.create_task(unsaved.write_some(inner))
    async with asyncio.timeout(5):
        await writing.wait()
    given_up.cancel()
    await asyncio.wait({given_up})
    inner.is_slow = False
    await unsaved.write_some(inner)
    assert not unsaved
    assert await inner.find_counters("") == {"answered": 2, "asked": 2}


async def test_what_is_added_while_a_counter_is_written_is_written_next(clock: Clock) -> None:
    class Slow(Trouble):
        async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
            if meanwhile:
                meanwhile.pop()()
            return await super().add(key, amount, lasts=lasts)

    def begins_anew() -> None:
        unsaved.delete("asked", None)
        clock.now += 1
        unsaved.add("asked", 5, HOUR)

    inner, unsaved = Slow(clock), Unsaved(clock)
    unsaved.add("asked", 2, HOUR)
    meanwhile: list[Callable[[], None]] = [begins_anew, lambda: unsaved.add("asked", 1, HOUR)]
    await unsaved.write_some(inner)
    assert await inner.find_counters("") == {"asked": 2}
    await unsaved.write_some(inner)
    assert await inner.find_counters("") == {"asked": 3}, "what stood there is deleted with the next rows"
    await unsaved.write_some(inner)
    assert not unsaved
    assert await inner.find_counters("") == {"asked": 5}


async def test_of_two_calls_that_find_the_store_back_one_writes_and_the_other_does_not_wait(clock: Clock) -> None:
    class Slow(Trouble):
        pings = 0

        async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
            if not self.is_away:
                writing.set()
                await go_on.wait()
            return await super().add(key, amount, lasts=lasts)

        async def ping(self) -> None:
            self.pings += 1
            await super().ping()

    writing, go_on = asyncio.Event(), asyncio.Event()
    inner = Slow(clock)
    store = ResilientStore(inner, clock, clock)
    inner.is_away = True
    for name in ("asked", "answered", "deleted"):
        await store.add(name, 2, lasts=HOUR)
    inner.is_away, inner.pings = False, 0
    clock.now += A_WHILE
    trying = asyncio.create_task(store.get("a"))
    async with asyncio.timeout(5):
        await writing.wait()
        clock.now += A_WHILE  # writing takes longer than the pause that another call would wait
        assert await store.get("b") is None
        await store.delete("deleted")
        go_on.set()
        await trying
        assert inner.pings == 1
        await store.get("a")  # it writes that something was deleted
    assert not store.is_away
    assert await inner.find_counters("") == {"asked": 2, "answered": 2}


async def test_a_process_that_ends_writes_all_that_it_has(store: ResilientStore, inner: Trouble, clock: Clock) -> None:
    names = [f"row {number}" for number in range(2 * AT_ONCE + 1)]
    inner.is_away = True
    for name in names:
        await store.put(name, "1", lasts=HOUR)
        await store.add(name, lasts=HOUR)
    inner.is_away = False
    clock.now += A_WHILE
    await store.close()
    assert await inner.values(*names) == dict.fromkeys(names, "1")
    assert await inner.find_counters("") == dict.fromkeys(names, 1)


async def test_a_process_that_ends_does_not_wait_for_a_store_that_hangs(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    store = await hanging_store(clock, monkeypatch)
    async with asyncio.timeout(5):
        await store.close()


async def test_however_long_it_is_away_memory_does_not_grow_and_what_has_ended_goes_first(clock: Clock) -> None:
    unsaved, inner = Unsaved(clock, most=4), MemoryStore(clock)
    unsaved.put("group", Row("off", 1), HOUR)
    unsaved.delete("forgotten", None)
    for number in range(10):
        unsaved.put(f"short {number}", Row("x", 1), 10)
        unsaved.add(f"counter {number}", 1, HOUR)
        clock.now += 6
    assert unsaved.among(["group", "forgotten", "short 0", "short 9"]) == {"group", "forgotten", "short 9"}
    await unsaved.write_some(inner)
    assert not unsaved
    assert await value(inner, "group") == "off"
    assert list(await inner.find_counters("")) == [f"counter {number}" for number in range(6, 10)]
    for number in range(9):
        unsaved.put(str(number), Row("x", 1), HOUR)
    assert unsaved.among([str(number) for number in range(9)]) == {"5", "6", "7", "8"}


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_a_text_that_no_engine_takes_does_not_hold_up_the_others(
    engine: str, tmp_path: Path, clock: Clock, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    server: Postgres | None = request.getfixturevalue("postgres_server") if engine == "postgres" else None
    inner = PostgresStore(server.url, clock) if server else SqliteStore(str(tmp_path / "bot.db"), clock)
    unsaved = Unsaved(clock)
    unsaved.put("unsaved:bad", Row("\ud800\0", 1), HOUR)
    unsaved.put("unsaved:good", Row("x", 1), HOUR)
    await unsaved.write_some(inner)
    assert not unsaved
    row = await inner.get("unsaved:good")
    assert row is not None
    assert "A row cannot be written back" in caplog.text
    await inner.close()
