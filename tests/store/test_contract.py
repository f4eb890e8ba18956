"""What every engine must do: the same tests for SQLite, a real PostgreSQL, and the memory that stands in for them."""

from __future__ import annotations

import asyncio
import itertools
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.interface import SEEN_LASTS, ConflictError, Row, Store, StoreAwayError
from store.memory import MemoryStore
from store.postgres import PostgresStore
from store.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.postgres import Postgres

HOUR = 3600.0
_names = itertools.count()


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


class Opener(Protocol):
    def __call__(self) -> Store:
        """Open one more connection to the same data."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgres", "memory"])
async def opener(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> AsyncIterator[Opener]:
    opened: list[Store] = []
    memory = MemoryStore(clock) if request.param == "memory" else None
    server: Postgres | None = request.getfixturevalue("postgres_server") if request.param == "postgres" else None

    def open_one() -> Store:
        file = str(tmp_path / "new" / "bot.db")
        made: Store = memory or (PostgresStore(server.url, clock) if server else SqliteStore(file, clock))
        opened.append(made)
        return made

    yield open_one
    for one in opened:
        await one.close()


@pytest.fixture
def store(opener: Opener) -> Store:
    return opener()


def fresh() -> str:
    """A key that no test used before."""
    return f"test:{next(_names)}"


async def test_what_is_put_is_there_and_nothing_else(store: Store) -> None:
    key = fresh()
    assert await store.get(key) is None
    version = await store.put(key, '{"a": "Ü😀"}', lasts=HOUR)
    assert await store.get(key) == Row('{"a": "Ü😀"}', version)
    await store.delete(key)
    await store.delete(key)
    assert await store.get(key) is None


async def test_a_row_ends(store: Store, clock: Clock) -> None:
    key = fresh()
    await store.put(key, "x", lasts=10)
    clock.now += 9.9
    assert await store.get(key) is not None
    clock.now += 0.2
    assert await store.get(key) is None
    assert await store.put(key, "y", lasts=10, expected=0), "what has ended is as if it had never been"


async def test_several_rows_are_read_in_one_go(store: Store, clock: Clock) -> None:
    lasting, ending, missing = fresh(), fresh(), fresh()
    version = await store.put(lasting, "x", lasts=HOUR)
    await store.put(ending, "y", lasts=10)
    clock.now += 11
    assert await store.get_many([lasting, ending, missing, lasting]) == {lasting: Row("x", version)}
    assert await store.get_many([]) == {}


async def test_several_updates_are_asked_for_in_one_go(store: Store, clock: Clock) -> None:
    for number in (7_000_001, 7_000_003):
        await store.mark_seen(number)
    assert await store.seen_among(range(7_000_000, 7_000_005)) == {7_000_001, 7_000_003}
    clock.now += SEEN_LASTS + 1
    assert await store.seen_among(range(7_000_000, 7_000_005)) == set()


async def test_put_only_over_what_was_read(store: Store, clock: Clock) -> None:
    key = fresh()
    with pytest.raises(ConflictError):
        await store.put(key, "x", lasts=HOUR, expected=7)
    first = await store.put(key, "x", lasts=HOUR, expected=0)
    with pytest.raises(ConflictError):
        await store.put(key, "y", lasts=HOUR, expected=0)
    second = await store.put(key, "y", lasts=HOUR, expected=first)
    assert second > first
    with pytest.raises(ConflictError):
        await store.put(key, "z", lasts=HOUR, expected=first)
    clock.now -= 5
    third = await store.put(key, "z", lasts=HOUR)
    assert third > second, "versions grow though the clock was set back"
    assert await store.get(key) == Row("z", third)


async def test_a_row_made_anew_is_not_taken_for_the_old_one(store: Store, clock: Clock) -> None:
    key = fresh()
    old = await store.put(key, "old", lasts=HOUR)
    await store.delete(key)
    clock.now += 0.001
    await store.put(key, "new", lasts=HOUR)
    with pytest.raises(ConflictError):
        await store.put(key, "written over", lasts=HOUR, expected=old)


async def test_counters_count_and_end(store: Store, clock: Clock) -> None:
    key = fresh()
    assert [await store.add(key, lasts=60), await store.add(key, 5, lasts=60), await store.add(key, -2, lasts=60)] == [1, 6, 4]
    assert await store.count(key) == 4
    clock.now += 40
    assert await store.add(key, lasts=60) == 5
    clock.now += 21
    assert await store.count(key) == 0
    assert await store.add(key, lasts=60) == 1
    await store.delete(key)
    assert await store.count(key) == 0
    assert not await store.find_counters(key), "to look at a counter does not make it"
    assert await store.add(key, lasts=60) == 1
    assert await store.get(key) is None, "rows and counters have their keys apart"


async def test_rows_and_counters_are_found_by_how_their_keys_begin(store: Store, clock: Clock) -> None:
    begins = f"{fresh()}%_:"
    lasting = [(f"{begins}{name}", HOUR) for name in ("b", "a", "B")]
    for key, lasts in (*lasting, (f"{begins}gone", 10.0), (fresh(), HOUR)):
        await store.put(key, "x", lasts=lasts)
        await store.add(key, 3, lasts=lasts)
    clock.now += 11
    expected = [f"{begins}B", f"{begins}a", f"{begins}b"]
    assert list(await store.find_rows(begins)) == expected
    assert await store.find_counters(begins) == dict.fromkeys(expected, 3)
    assert (await store.find_rows(begins))[expected[0]] == await store.get(expected[0])
    assert not await store.find_rows(f"{begins}%")


async def test_of_too_many_rows_and_counters_the_last_are_found(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for engine in ("memory", "postgres", "sqlite"):
        monkeypatch.setattr(f"store.{engine}.MOST_FOUND", 3)
    begins = f"{fresh()}:"
    for month in (12, 9, 11, 8, 10):
        await store.put(f"{begins}2026-{month:02}", "x", lasts=HOUR)
        await store.add(f"{begins}2026-{month:02}", month, lasts=HOUR)
    await store.put(f"{begins}2026-99", "ended", lasts=1)
    clock.now += 2
    assert list(await store.find_rows(begins)) == [f"{begins}2026-{month}" for month in (10, 11, 12)]
    assert await store.find_counters(begins) == {f"{begins}2026-{month}": month for month in (10, 11, 12)}


async def test_done_updates_are_known_exactly_and_for_48_hours(store: Store, clock: Clock) -> None:
    high, low = 5000 + next(_names), 70 - next(_names)
    await store.mark_seen(high)
    await store.mark_seen(high)
    assert await store.seen_among([high, high - 1, low]) == {high}, "F14: ids may start anew, so only exact ones count"
    clock.now += SEEN_LASTS - 1
    assert await store.seen_among([high]) == {high}
    clock.now += 2
    assert await store.seen_among([high]) == set()


async def test_purge_removes_what_has_ended_and_no_more(store: Store, opener: Opener, clock: Clock) -> None:
    short, long, counted, done = fresh(), fresh(), fresh(), 900_000 + next(_names)
    await store.put(short, "x", lasts=1)
    await store.put(long, "y", lasts=HOUR)
    await store.add(counted, lasts=1)
    await store.mark_seen(done)
    clock.now += 2
    await store.purge()
    clock.now -= 2  # had it stayed, it would be there again
    assert await store.get(short) is None
    assert await store.get(long) is not None
    assert await store.add(counted, lasts=1) == 1
    assert await opener().seen_among([done]) == {done}


async def test_what_one_writes_another_reads(opener: Opener) -> None:
    key = fresh()
    one, other = opener(), opener()
    version = await one.put(key, "x", lasts=HOUR)
    assert await other.get(key) == Row("x", version)
    await one.close()
    assert await other.get(key) == Row("x", version)


async def test_many_that_start_at_once_make_the_tables_once(opener: Opener) -> None:
    await asyncio.gather(*(opener().ping() for _ in range(8)))


async def test_nothing_is_lost_when_many_count_at_once(opener: Opener) -> None:
    """F16 and F28: read, change, write by several workers; who comes second reads anew."""
    key, counter = fresh(), fresh()
    stores = [opener() for _ in range(3)]

    async def count(store: Store) -> None:
        for _ in range(20):
            await store.add(counter, lasts=HOUR)
            while True:
                row = await store.get(key)
                try:
                    value = str(int(row.value) + 1 if row else 1)
                    await store.put(key, value, lasts=HOUR, expected=row.version if row else 0)
                except ConflictError:
                    await asyncio.sleep(0)
                    continue
                break

    async with asyncio.timeout(30):
        await asyncio.gather(*(count(store) for store in stores))
    row = await stores[0].get(key)
    assert row is not None
    assert row.value == "60"
    assert await stores[0].count(counter) == 60


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=3000),
    update_id=st.integers(-(2**63), 2**63 - 1),
)
async def test_any_text_and_id_come_back_as_they_were(store: Store, text: str, update_id: int) -> None:
    await store.put("any", text, lasts=HOUR)
    row = await store.get("any")
    assert row is not None
    assert row.value == text
    await store.mark_seen(update_id)
    assert await store.seen_among([update_id]) == {update_id}


async def test_after_close_it_is_away(store: Store) -> None:
    if isinstance(store, MemoryStore):
        pytest.skip("memory has nothing to close")
    await store.ping()
    await store.close()
    await store.close()
    with pytest.raises(StoreAwayError):
        await store.get("x")


async def test_memory_does_not_grow_without_end() -> None:
    store = MemoryStore(most=3)
    for number in range(5):
        await store.put(str(number), "x", lasts=HOUR)
        await store.mark_seen(number)
    assert [await store.get(str(number)) is not None for number in range(5)] == [False, False, True, True, True]
    assert await store.seen_among(range(5)) == {2, 3, 4}
    await store.put("2", "y", lasts=HOUR)
    await store.put("5", "x", lasts=HOUR)
    assert list(store.rows) == ["4", "2", "5"], "what is longest untouched goes first"
