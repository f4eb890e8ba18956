"""The pace in groups, and the memory: each alone."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Memory
from assistant.intent import Intent
from handlers.buttons import Place
from handlers.conversation import Conversation, OpenGuide, Who
from handlers.groups.pace import Pace
from handlers.groups.pace import Place as Group
from tests.handlers.offline import Store

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    """A clock that is moved by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def paces(clock: Clock, workers: int = 2) -> list[Pace]:
    """What several workers know: each has a pace of its own over one store."""
    store = Store(clock)
    return [Pace(store, b"secret", clock) for _ in range(workers)]


async def test_the_same_is_not_answered_again_for_a_while() -> None:
    clock = Clock()
    (pace, other), place = paces(clock), Group(-1)
    await pace.answered(place, "port", question=1, answer=2)
    assert await other.earlier(place, "port") == 2
    assert not await other.earlier(place, "server")
    assert not await other.earlier(Group(-1, thread=5), "port")
    for _ in range(15):
        await pace.heard(place)
    assert not await other.earlier(place, "port")
    await pace.answered(place, "port", question=3, answer=4)
    clock.now += 601
    assert not await other.earlier(place, "port")
    assert await other.answer_to(-1, 3) == 4


async def test_a_flood_is_met_with_silence_by_all_workers_together() -> None:
    clock = Clock()
    pace, other = paces(clock)
    assert [await (pace, other)[n % 2].take_turn(-1, 7, n) for n in range(6)] == [True] * 5 + [False]
    assert [await pace.take_turn(-1, person, person) for person in range(100, 111)] == [True] * 10 + [False]
    clock.now += 61
    assert await other.take_turn(-1, 7, 200)


async def test_what_is_tried_again_is_counted_once() -> None:
    clock = Clock()
    pace, other = paces(clock)
    assert [await (pace, other)[n % 2].take_turn(-1, 7, 1) for n in range(20)] == [True] * 20
    assert [await pace.take_turn(-1, 7, update) for update in range(2, 7)] == [True] * 4 + [False]
    assert await pace.take_turn(-1, 7, 5), "it was counted, so it may be tried again"


async def test_a_clock_that_is_set_back_silences_nobody() -> None:
    clock = Clock()
    (pace,) = paces(clock, workers=1)
    assert [await pace.take_turn(-1, 7, n) for n in range(6)] == [True] * 5 + [False]
    clock.now -= 3600
    assert [await pace.take_turn(-1, 7, n) for n in range(10, 16)] == [True] * 5 + [False]
    clock.now += 61
    assert await pace.take_turn(-1, 7, 200)


async def test_the_memory_ends_and_holds_no_address() -> None:
    clock, store = Clock(), Store()
    conversation = Conversation(store, b"secret", clock)
    who = Who(1, 1)
    await conversation.open_guide(who, OpenGuide(Place("thunderbird", "imap", 2, "abcd", "anna"), "de", 9))
    opened = await conversation.guide(who)
    assert opened is not None
    assert (opened.place.local, opened.is_fresh) == ("anna", True)
    assert "anna" not in str(store.rows)
    clock.now += 3 * 3600
    opened = await conversation.guide(who)
    assert opened is not None
    assert (opened.place.local, opened.is_fresh) == ("", False)
    assert await conversation.guide(Who(1, 2)) is None
    await conversation.forget(who)
    assert not store.rows


async def test_an_address_leaves_the_memory_after_an_hour_though_nobody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    conversation = Conversation(Store(), b"secret", clock)
    later: list[tuple[float, Callable[[], None]]] = []
    loop = asyncio.get_running_loop()

    def call_later(seconds: float, work: Callable[[], None]) -> asyncio.TimerHandle:
        later.append((seconds, work))
        return asyncio.TimerHandle(0, work, (), loop)

    monkeypatch.setattr(loop, "call_later", call_later)

    async def types_an_address(person: int) -> None:
        await conversation.open_guide(Who(1, person), OpenGuide(Place("thunderbird", "imap", 2, "abcd", "anna"), "de", 9))

    async def is_known(person: int) -> bool:
        """Look with a clock set back: what was only hidden would be seen again."""
        now, clock.now = clock.now, began
        guide = await conversation.guide(Who(1, person))
        clock.now = now
        return guide is not None and guide.place.local == "anna"

    def wait() -> None:
        ((seconds, work),) = later
        later.clear()
        clock.now += seconds
        work()

    began = clock.now
    await types_an_address(1)
    clock.now += 600
    await types_an_address(2)
    clock.now = began
    wait()
    assert (clock.now - began, await is_known(1), await is_known(2)) == (3600, False, True)
    wait()
    assert (clock.now - began, await is_known(2)) == (4200, False)
    assert not later, "there is nothing to wait for"
    await types_an_address(3)
    assert len(later) == 1


@pytest.mark.parametrize(
    "asked",
    [
        Memory(Intent(aspect="server", subject="imap"), "de", Intent(aspect="port", subject="imap")),
        Memory(Intent(aspect="port", program="outlook"), "en", asked_where=True),
        Memory(Intent(aspect="port", subject="pop3"), "de", port="993"),
    ],
)
async def test_all_that_was_asked_is_remembered(asked: Memory) -> None:
    conversation, who = Conversation(Store(), b"secret"), Who(1, 1)
    await conversation.remember(who, asked)
    assert await conversation.last(who) == asked


@pytest.mark.parametrize("row", ["", "[]", "{}", '{"place": "x"}', '{"place": "1mde.", "touched": 1, "message": 2}', "{"])
async def test_a_row_that_is_none_of_ours_is_no_memory(row: str) -> None:
    store = Store()
    conversation, who = Conversation(store, b"secret"), Who(1, 1)
    for kind in ("guide", "last"):
        await store.put(conversation._key(kind, who), row, lasts=60)
    assert await conversation.guide(who) is None
    assert await conversation.last(who) is None


async def test_f28_a_press_at_the_same_moment_keeps_its_guide_open() -> None:
    """A message wants to leave the guide while a press in another worker moves it on: the press is not lost."""

    class PressComesBetween(Store):
        async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
            if expected is not None:
                await elsewhere.open_guide(who, replace(opened, place=Place("thunderbird", "imap", 3, "abcd")))
            return await super().put(key, value, lasts=lasts, expected=expected)

    store, who = PressComesBetween(), Who(1, 1)
    here, elsewhere = Conversation(store, b"secret"), Conversation(store, b"secret")
    opened = OpenGuide(Place("thunderbird", "imap", 2, "abcd"), "de", 9)
    await here.open_guide(who, opened)
    await here.leave_guide(who)
    guide = await here.guide(who)
    assert guide is not None
    assert (guide.place.number, guide.is_fresh) == (3, True)
