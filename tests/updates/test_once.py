from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from store.interface import SEEN_LASTS
from store.memory import MemoryStore
from store.open import open_store
from store.postgres import PostgresStore
from store.sqlite import SqliteStore
from updates import once
from updates.once import Claim, Handled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from store.interface import Row, Store
    from store.resilient import ResilientStore


TOKEN = "1:ours"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[ResilientStore]:
    opened = open_store(f"sqlite:///{tmp_path}/bot.db")
    yield opened
    await opened.close()


async def test_an_exact_id_is_remembered_and_no_other(store: ResilientStore) -> None:
    handled = Handled(store, TOKEN)
    await handled.mark(5000)
    assert await handled.before(5000)
    assert not await handled.before(4999)
    assert not await handled.before(70)
    assert await Handled(store, TOKEN).before(5000), "by the next process too"


async def test_another_bot_with_the_same_store_has_updates_of_its_own(store: ResilientStore) -> None:
    ours, others = Handled(store, TOKEN), Handled(store, "2:other")
    assert await ours.claim(7) is await others.claim(7) is Claim.OURS
    assert await ours.failed(7) == await others.failed(7) == 1
    await ours.mark(7)
    assert not await others.before(7)
    await ours.share(60)
    assert not await others.is_shared()


async def test_what_is_in_memory_ends_as_well(store: ResilientStore) -> None:
    now = 0.0
    handled = Handled(store, TOKEN, lambda: now)
    await handled.mark(5)
    await store.close()  # from now on only the memory knows
    now = SEEN_LASTS - 1
    assert await handled.before(5)
    now = SEEN_LASTS
    assert not await handled.before(5)


async def test_the_memory_is_bounded(store: ResilientStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "_REMEMBERED", 2)
    handled = Handled(store, TOKEN)
    for update_id in (1, 2, 3):
        await handled.mark(update_id)
    assert list(handled._latest) == [2, 3]
    assert await handled.before(1), "the store knows"


async def test_of_two_workers_one_has_it(store: ResilientStore) -> None:
    ours, theirs = Handled(store, TOKEN), Handled(store, TOKEN)
    assert await ours.claim(7) is Claim.OURS
    assert await theirs.claim(7) is Claim.ELSEWHERE
    await ours.release(7)
    assert await theirs.claim(7) is Claim.OURS
    await theirs.mark(7)
    assert await ours.claim(7) is Claim.DONE
    await theirs.release(7)
    assert await ours.claim(7) is Claim.DONE


class Clock:
    """A clock that a test moves."""

    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgres", "memory"])
async def shared(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    """What several workers share, in each engine."""
    store: Store = MemoryStore(clock)
    if request.param == "postgres":
        store = PostgresStore(request.getfixturevalue("postgres_server").url, clock)
        await store.delete(Handled(store, TOKEN)._key("claim", 7))
    elif request.param == "sqlite":
        store = SqliteStore(str(tmp_path / "bot.db"), clock)
    yield store
    await store.close()


async def test_who_slept_too_long_neither_gives_away_nor_keeps_what_another_took_over(shared: Store, clock: Clock) -> None:
    slept, awake, third = (Handled(shared, TOKEN) for _ in range(3))
    assert await slept.claim(7) is Claim.OURS
    clock.now += 11
    assert await awake.claim(7) is Claim.OURS
    await slept.release(7)
    assert await third.claim(7) is Claim.ELSEWHERE, "the one that is awake still has it in hand"
    clock.now += 6
    await slept.renew(7)
    clock.now += 6
    assert await third.claim(7) is Claim.OURS, "only who has it can keep it"


async def test_what_nobody_took_over_meanwhile_is_in_hand_again(shared: Store, clock: Clock) -> None:
    slept, other = Handled(shared, TOKEN), Handled(shared, TOKEN)
    assert await slept.claim(7) is Claim.OURS
    clock.now += 11
    await slept.renew(7)
    clock.now += 6
    assert await other.claim(7) is Claim.ELSEWHERE
    await slept.renew(7)
    clock.now += 6
    assert await other.claim(7) is Claim.ELSEWHERE
    await slept.release(7)
    clock.now -= 5
    assert await other.claim(7) is Claim.OURS, "at once, also where the clock is some seconds behind"


async def test_what_another_takes_over_in_the_very_moment_is_theirs(
    shared: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept, awake, third = (Handled(shared, TOKEN) for _ in range(3))
    assert await slept.claim(7) is Claim.OURS
    get = shared.get

    async def taken_over(name: str) -> Row | None:
        row = await get(name)
        clock.now += 11
        assert await awake.claim(7) is Claim.OURS
        return row

    monkeypatch.setattr(shared, "get", taken_over)
    await slept.release(7)
    monkeypatch.undo()
    assert await third.claim(7) is Claim.ELSEWHERE


async def is_left(handled: Handled, update_id: int) -> bool:
    async with handled.in_hand(update_id) as is_to_be_done:
        return is_to_be_done


async def test_what_another_process_has_in_hand_is_waited_for(store: ResilientStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "_LOOK_EVERY", 0)
    ours, theirs = Handled(store, TOKEN), Handled(store, TOKEN)
    async with theirs.in_hand(7) as is_to_be_done:
        assert is_to_be_done
        waiting = asyncio.create_task(is_left(ours, 7))
        await asyncio.wait({waiting}, timeout=0.05)
        assert not waiting.done()
        await theirs.mark(7)
    assert not await waiting


async def test_what_another_process_gives_up_is_taken_over(store: ResilientStore) -> None:
    with pytest.raises(OSError, match="no answer"):
        async with Handled(store, TOKEN).in_hand(7):
            raise OSError("no answer")
    assert await Handled(store, TOKEN).claim(7) is Claim.OURS, "at once"


async def test_what_is_given_up_while_the_claim_is_renewed_is_free(
    store: ResilientStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "RENEW_EVERY", 0)
    renewing, released = asyncio.Event(), asyncio.Event()
    handled = Handled(store, TOKEN)
    renew, release = handled.renew, handled.release

    async def renewed_late(update_id: int) -> None:
        renewing.set()
        await released.wait()
        await renew(update_id)

    async def released_slowly(update_id: int) -> None:
        await release(update_id)
        released.set()
        await asyncio.sleep(0.05)

    monkeypatch.setattr(handled, "renew", renewed_late)
    monkeypatch.setattr(handled, "release", released_slowly)

    async def fail() -> None:
        async with handled.in_hand(7):
            await renewing.wait()
            raise OSError("no answer")

    with pytest.raises(OSError, match="no answer"):
        await fail()
    assert await Handled(store, TOKEN).claim(7) is Claim.OURS


async def test_what_takes_long_stays_in_hand(store: ResilientStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "RENEW_EVERY", 0)
    renewed = asyncio.Event()
    handled = Handled(store, TOKEN)
    monkeypatch.setattr(handled, "renew", _told(renewed))
    async with handled.in_hand(7), asyncio.timeout(30):
        await renewed.wait()


def _told(event: asyncio.Event) -> Callable[[int], Awaitable[None]]:
    async def told(_update_id: int) -> None:
        event.set()

    return told
