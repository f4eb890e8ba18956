"""Buttons as plain data, and as the Bot API takes them. Some go with every answer, and as objects of PTB they cost more."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram import InlineKeyboardMarkup

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Button:
    """One button, named as in the Bot API (InlineKeyboardButton); it does one of three things."""

    text: str
    callback_data: str = ""
    """What the bot gets when it is pressed."""
    url: str = ""
    """What it opens."""
    copy_text: str = ""
    """What it copies."""


Rows = tuple[tuple[Button, ...], ...]
"""A keyboard: rows of buttons; none at all: no keyboard."""


def as_json(rows: Sequence[Sequence[Button]]) -> str:
    """Give a keyboard as a call's parameter (Bot API, InlineKeyboardMarkup)."""
    return json.dumps(_plain(rows), ensure_ascii=False, separators=(",", ":"))


def as_markup(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
    """Give a keyboard for python-telegram-bot's own methods; None: no buttons."""
    return InlineKeyboardMarkup.de_json(_plain(rows), None) if rows else None


def _plain(rows: Sequence[Sequence[Button]]) -> dict[str, Any]:
    return {"inline_keyboard": [[_as_dict(button) for button in row] for row in rows]}


def _as_dict(button: Button) -> dict[str, Any]:
    if button.copy_text:
        return {"text": button.text, "copy_text": {"text": button.copy_text}}
    if button.url:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "callback_data": button.callback_data}
