"""Inline mode through the real stack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.telegram import Telegram


async def results_of(telegram: Telegram, text: str, language: str = "de") -> dict[str, Any]:
    anna = telegram.private("Anna", language)
    query = telegram.server.people.inline_query(anna.user_id, text)
    return dict(await telegram.until(lambda: telegram.server.world.inline_queries.get(query) or None, "inline results"))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [("imap port", "de", "993"), ("", "de", "993"), ("pop port", "en", "110"), ("qwertz uiop", "de", "")],
)
async def test_results_are_the_same_answers(telegram: Telegram, text: str, language: str, expected: str) -> None:
    answer = await results_of(telegram, text, language)
    found = answer["results"]
    assert len(found) <= 10
    if expected:
        assert expected in found[0]["input_message_content"]["message_text"]
        assert "callback_data" not in str(found)
    else:
        assert not found
    assert answer["button"]["start_parameter"] == f"menu_{language}"
