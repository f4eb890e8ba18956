"""Keyboards below messages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.playground.conftest import TEXT
from tests.playground.methods.conftest import keyboard

if TYPE_CHECKING:
    from tests.playground.conftest import Api


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ({"force_reply": True, "input_field_placeholder": "x" * 65}, "input field placeholder is too long"),
        ({"inline_keyboard": {}}, "should be an Array of Arrays"),
        ({"inline_keyboard": [{}]}, "should be an Array of Arrays"),
        (keyboard(*[{"text": "x", "callback_data": "x"}] * 9), "reply markup is too long"),
        (keyboard("x"), "InlineKeyboardButton must be an Object"),
        (keyboard({"callback_data": "x"}), 'Can\'t find field "text"'),
        (keyboard({"text": " ", "callback_data": "x"}), "inline keyboard button text must be non-empty"),
        (keyboard({"text": "x", "style": "pink", "callback_data": "x"}), "Unsupported button style specified"),
        (keyboard({"text": "x", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (keyboard({"text": "x", "url": "mailto:a@b.example"}), "Wrong HTTP URL"),
        (keyboard({"text": "x", "web_app": {"url": "http://a.example"}}), "Only HTTPS links are allowed"),
        (keyboard({"text": "x", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
        (keyboard({"text": "x"}), "Text buttons are unallowed in the inline keyboard"),
    ],
)
async def test_keyboards_that_are_refused(api: Api, markup: dict[str, Any], why: str) -> None:
    assert why in await api.refused("sendMessage", **TEXT, reply_markup=json.dumps(markup))


async def test_other_keyboards_are_taken(api: Api) -> None:
    sent = await api.call("sendMessage", **TEXT, reply_markup={"force_reply": True})
    assert sent["reply_markup"] == {"force_reply": True}
    assert "reply_markup" not in await api.call("sendMessage", **TEXT, reply_markup={"remove_keyboard": True})
    buttons = ({"text": "a", "web_app": {"url": "https://a.example"}}, {"text": "b", "pay": True})
    assert (await api.call("sendMessage", **TEXT, reply_markup=keyboard(*buttons)))["reply_markup"] == keyboard(*buttons)
