from __future__ import annotations

import json

import pytest

from handlers.keyboard import Button, Rows, as_json, as_markup

ROWS: Rows = (
    (Button("Menü", "1mde."), Button("📋 Port", copy_text="993")),
    (Button("Einrichten", url="https://t.me/x?start=guide"),),
)


def test_a_keyboard_is_what_telegram_takes() -> None:
    assert json.loads(as_json(ROWS)) == {
        "inline_keyboard": [
            [{"text": "Menü", "callback_data": "1mde."}, {"text": "📋 Port", "copy_text": {"text": "993"}}],
            [{"text": "Einrichten", "url": "https://t.me/x?start=guide"}],
        ]
    }


def test_both_forms_say_the_same() -> None:
    markup = as_markup(ROWS)
    assert markup is not None
    assert markup.to_dict() == json.loads(as_json(ROWS))
    assert as_markup(()) is None


@pytest.mark.parametrize("label", ['"', "\\", "<b>", "😀", "\u2028"])
def test_a_label_may_be_anything(label: str) -> None:
    assert json.loads(as_json(((Button(label, "x"),),)))["inline_keyboard"][0][0]["text"] == label
