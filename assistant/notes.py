"""Notes: the paragraphs of a text that stand apart from what it says, a caution or a hint, and begin with a sign of it."""

from __future__ import annotations

_CAUTION, _HINTS = "⚠️", ("💡", "ℹ️")


def is_caution(paragraph: str) -> bool:
    """Whether a paragraph warns."""
    return paragraph.startswith(_CAUTION)


def is_hint(paragraph: str) -> bool:
    """Whether a paragraph gives a hint."""
    return paragraph.startswith(_HINTS)


def is_note(paragraph: str) -> bool:
    """Whether a paragraph is either."""
    return is_caution(paragraph) or is_hint(paragraph)
