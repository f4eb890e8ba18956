"""Presses of buttons and inline queries are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.playground.conftest import ANNA, TEXT
from tests.playground.methods.conftest import keyboard

if TYPE_CHECKING:
    from tests.playground.conftest import Api

ARTICLE: dict[str, Any] = {"type": "article", "id": "1", "title": "x", "input_message_content": {"message_text": "x"}}


@pytest.mark.parametrize(
    ("method", "arguments", "why"),
    [
        ("answerCallbackQuery", {"callback_query_id": "x"}, "query is too old"),
        ("answerInlineQuery", {"inline_query_id": "x"}, "query is too old"),
    ],
)
async def test_refusals(api: Api, method: str, arguments: dict[str, Any], why: str) -> None:
    assert why in await api.refused(method, **arguments)


async def test_a_press_is_answered_once_and_briefly(api: Api) -> None:
    sent = await api.call("sendMessage", **TEXT, reply_markup=keyboard({"text": "x", "callback_data": "x"}))
    press = api.people.press(api.anna, ANNA, sent["message_id"], "x")
    assert "MESSAGE_TOO_LONG" in await api.refused("answerCallbackQuery", callback_query_id=press, text="x" * 201)
    assert "URL_INVALID" in await api.refused("answerCallbackQuery", callback_query_id=press, url="https://a.example")
    assert await api.call("answerCallbackQuery", callback_query_id=press, url="https://t.me/x")
    assert "too old" in await api.refused("answerCallbackQuery", callback_query_id=press)


@pytest.mark.parametrize(
    ("results", "button", "why"),
    [
        ([ARTICLE] * 51, None, "too many inline query results specified"),
        ([{**ARTICLE, "id": ""}], None, "RESULT_ID_INVALID"),
        ([ARTICLE, ARTICLE], None, "RESULT_ID_DUPLICATE"),
        ([ARTICLE], {"text": "x", "start_parameter": "ä"}, "START_PARAM_INVALID"),
        (["x"], None, "Inline query result must be an object"),
        ([{"type": "article", "id": "1"}], None, 'Can\'t find field "title"'),
        ([{"type": "article", "id": "1", "title": "x"}], None, "Input message content is not specified"),
        ([{**ARTICLE, "input_message_content": {}}], None, "can't parse inline query result: Message text is empty"),
    ],
)
async def test_inline_answers_that_are_refused(api: Api, results: list[Any], button: Any, why: str) -> None:
    query = api.people.inline_query(ANNA, "imap")
    more = {"button": button} if button else {}
    assert why in await api.refused("answerInlineQuery", inline_query_id=query, results=results, **more)


async def test_a_chosen_result_can_be_pressed_and_edited_if_it_has_buttons(api: Api) -> None:
    buttons = keyboard({"text": "x", "callback_data": "x"})
    query = api.people.inline_query(ANNA, "imap")
    results = [ARTICLE, {**ARTICLE, "id": "2", "reply_markup": buttons}]
    assert await api.call("answerInlineQuery", inline_query_id=query, results=results)
    api.people.choose(api.group, ANNA, query, "1")
    assert "inline_message_id" not in (await api.call("getUpdates"))[1]["chosen_inline_result"]
    chosen = api.people.choose(api.group, ANNA, query, "2")
    api.people.press(api.group, ANNA, chosen["message_id"], "x")
    api.now += 1
    pressed = (await api.call("getUpdates", offset=-1))[0]["callback_query"]
    assert pressed["inline_message_id"] == chosen["inline_message_id"]
    assert "message" not in pressed
    assert await api.call("editMessageText", inline_message_id=chosen["inline_message_id"], text="neu") is True
    assert api.group.messages[chosen["message_id"]]["text"] == "neu"
