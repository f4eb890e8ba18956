"""What the rows of the small memory say; a row that cannot be read says nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from assistant.assistant import Memory
from assistant.intent import Intent
from handlers.buttons import ButtonError, Press, decode

if TYPE_CHECKING:
    from store.interface import Row

Values = dict[str, str | int]
"""What a row holds."""


def read(row: Row | None) -> Values | None:
    """Read a row; None where there is none, or nothing in it."""
    try:
        values = json.loads(row.value) if row else None
    except ValueError:
        return None
    return values if isinstance(values, dict) and values else None


def memory_in(row: Values | None) -> Memory | None:
    """Give what was asked last."""
    try:
        if not row:
            return None
        also = Intent.from_key(str(row["also"])) if "also" in row else None
        return Memory(Intent.from_key(str(row["intent"])), str(row["language"]), also, "where" in row)
    except (KeyError, ValueError):
        return None


def choice_in(row: Values | None) -> Press | None:
    """Give the press that shows again what is being chosen from."""
    try:
        return decode(str(row["again"])) if row else None
    except (KeyError, ButtonError):
        return None


def asides_in(row: Values | None) -> int:
    """Give how many other things were answered since then."""
    asides = row.get("asides", 0) if row else 0
    return asides if isinstance(asides, int) else 0
