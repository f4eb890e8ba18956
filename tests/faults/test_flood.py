"""A member who pastes a book: everybody else is answered all the same. Against the real process, with Telegram's own limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.asking import QUESTION, answered, answers, log_of, members
from updates.fetching import LIMIT

if TYPE_CHECKING:
    from tests.telegram import Telegram

pytestmark = pytest.mark.asyncio(loop_scope="module")
BEYOND = 30
"""Messages of Anna's beyond those that a poll shows: so many had to be answered until Berta's came into view."""


async def test_who_writes_behind_a_flood_is_answered_and_who_sent_it_is_told_once(telegram: Telegram) -> None:
    anna, berta = members(telegram, 2)
    telegram.server.limits.enabled = True
    try:
        for _ in range(LIMIT + BEYOND):
            anna.says(QUESTION)
        assert "993" in (await berta.asks(QUESTION)).text
        assert answered(telegram, [anna])[0] < BEYOND, "Berta did not have to wait for these"
        told = "Einige deiner Nachrichten habe ich ausgelassen"
        await telegram.until(lambda: any(told in text for text in answers(telegram, anna)) or None, "the word about it")
        await telegram.until(lambda: "993" in answers(telegram, anna)[-1] or None, "what she said last")
        assert sum(told in text for text in answers(telegram, anna)) == 1
    finally:
        telegram.server.limits.enabled = False
    assert log_of(telegram).count("far more than can be answered") == 1
