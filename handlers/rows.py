"""What the rows of the small memory say; a row that cannot be read says nothing.

A row that a message wrote also says which (`of`), what answered it (`answer`) and what stood there before (`before`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from assistant.assistant import Memory
from assistant.intent import Intent
from handlers.buttons import ButtonError, Place, Press, PressGuide, decode

if TYPE_CHECKING:
    from store.interface import Row

Values = dict[str, Any]
"""What a row holds: texts and numbers, and under `before` such values again."""
_OF_ITS_MESSAGE = frozenset({"of", "answer", "before"})
_SHOWN_IN = "message"


def read(row: Row | None) -> Values | None:
    """Read a row; None where there is none, or nothing in it."""
    try:
        values = json.loads(row.value) if row else None
    except ValueError:
        return None
    return values if isinstance(values, dict) and values else None


def own(values: Values | None) -> Values | None:
    """Give what a row itself remembers, or None."""
    return {name: value for name, value in values.items() if name not in _OF_ITS_MESSAGE} or None if values else None


def before(values: Values) -> Values | None:
    """Give what stood there before the message that wrote a row, or None; of a guide, where it is shown now."""
    stood = values.get("before")
    if not isinstance(stood, dict) or not stood:
        return None
    return {**stood, _SHOWN_IN: values[_SHOWN_IN]} if _SHOWN_IN in values else stood


def written(values: Values | None, message: int, answer: int, stood: Values | None) -> str:
    """Write a row.

    Args:
        values: What it remembers, or None.
        message: The message that writes it.
        answer: What answered that, or 0.
        stood: What stood there before it, or None.
    """
    row = {**(values or {}), "of": message}
    if answer:
        row["answer"] = answer
    if stood:
        row["before"] = stood
    return json.dumps(row)


def memory_in(row: Values | None) -> Memory | None:
    """Give what was asked last."""
    try:
        if not row:
            return None
        also = Intent.from_key(str(row["also"])) if "also" in row else None
        return Memory(Intent.from_key(str(row["intent"])), str(row["language"]), also, "where" in row, str(row.get("port", "")))
    except (KeyError, ValueError):
        return None


def choice_in(row: Values | None) -> Press | None:
    """Give the press that shows again what is being chosen from."""
    try:
        return decode(str(row["again"])) if row else None
    except (KeyError, ButtonError):
        return None


def place_in(row: Values, name: str) -> Place | None:
    """Give the place in a guide that a row names, if it does."""
    try:
        press = decode(str(row[name]))
    except (KeyError, ButtonError):
        return None
    return press.place if isinstance(press, PressGuide) else None


def asides_in(row: Values | None) -> int:
    """Give how many other things were answered since then."""
    asides = row.get("asides", 0) if row else 0
    return asides if isinstance(asides, int) else 0
