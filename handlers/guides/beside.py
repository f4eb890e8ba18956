"""What is asked or told of the page itself, amid a guide: whether it is right so, may be left empty, is still loading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.guides.doing import Here

_FEW_WORDS = 7
"""Longer messages say more than that."""
_GOOD = frozenset({"yes", "fine"})
_ASKED = {"leave_out": "guide_leave_out", "later": "guide_pause"}
"""What is asked of a page, with what is said to it."""
_TOLD = {"busy": "guide_busy", "filled": "guide_compare"}
"""What is told of a page that the program shows, and not of the end, where a test mail is waited for; with what is said to it."""


def beside(here: Here) -> str:
    """Give which of the bot's words answer what is asked or told of the page; empty where the words are no such ones."""
    choices, text = here.parts.choices, here.text
    if here.said.length > _FEW_WORDS or here.asks_address:
        return ""
    if _asks_if_right(here, text.replace("?", "")):
        return "guide_compare"
    if here.said.asks:
        return next((word for kind, word in _ASKED.items() if choices.has(text, kind)), "")
    return "" if here.is_end else next((word for kind, word in _TOLD.items() if choices.has(text, kind)), "")


def is_not_there(here: Here) -> bool:
    """Whether somebody misses what a step names: 'ist nicht da'. At the end it is the test mail that is missing."""
    is_short = here.said.length <= _FEW_WORDS and not here.is_end and not here.asks_address
    return is_short and here.parts.choices.is_one_of(here.text, "not_there")


def _asks_if_right(here: Here, bare: str) -> bool:
    """Whether words only ask if all is right as it stands: 'stimmt das so', 'ok so?'."""
    choices = here.parts.choices
    if not choices.is_made_of(bare, "asks_right"):
        return False
    return choices.begins(bare, "asks_right") or ("?" in here.text and choices.answer(bare) in _GOOD)
