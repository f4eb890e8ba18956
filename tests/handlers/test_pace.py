"""How often the bot may speak in a group."""

from __future__ import annotations

from handlers.groups.pace import Pace
from store.memory import MemoryStore

CHOIR, BAND, ANNA = -100, -200, 7


async def test_an_answer_that_was_refused_does_not_count() -> None:
    now = 0.0
    pace = Pace(MemoryStore(lambda: now), b"secret", lambda: now)
    for person in range(100, 115):
        assert await pace.take_turn(CHOIR, person, update=person)
    now = 55.0
    for update in range(5):
        assert not await pace.take_turn(CHOIR, ANNA, update), "the group has heard enough"
    now = 60.0
    assert [await pace.take_turn(CHOIR, ANNA, update) for update in range(10, 16)] == [True] * 5 + [False]
    assert await pace.take_turn(CHOIR, 200, 20), "what Anna was refused does not count for the group either"


async def test_an_update_that_is_handled_again_counts_once() -> None:
    pace = Pace(MemoryStore(lambda: 0.0), b"secret", lambda: 0.0)
    assert [await pace.take_turn(BAND, ANNA, 1) for _ in range(20)] == [True] * 20
    assert [await pace.take_turn(BAND, ANNA, update) for update in range(2, 7)] == [True] * 4 + [False]
    assert await pace.take_turn(BAND, ANNA, 3)
