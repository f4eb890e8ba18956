"""Cuts what is too long for one message into several, at paragraphs, else at lines, else wherever it must be.

Telegram counts the text without its markup, in UTF-16 units (Bot API, sendMessage: 1-4096 characters after entities parsing).
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from handlers.render import MAX_TEXT, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = "\n\n"


def units(text: str) -> int:
    """Give a text's length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def pieces(shown: Shown, most: int = MAX_TEXT) -> list[Shown]:
    """Give the messages that say it; buttons are under the last.

    Args:
        shown: What to say.
        most: The longest message, in UTF-16 units.
    """
    if units(shown.plain) <= most:
        return [shown]
    made: list[tuple[str, str]] = []
    for marked, plain in _parts(shown, most):
        if made and units(made[-1][1]) + units(_BETWEEN) + units(plain) <= most:
            made[-1] = (f"{made[-1][0]}{_BETWEEN}{marked}", f"{made[-1][1]}{_BETWEEN}{plain}")
        else:
            made.append((marked, plain))
    *first, last = (Shown(marked, plain) for marked, plain in made)
    return [*first, Shown(last.html, last.plain, shown.rows, shown.picture)]


def _parts(shown: Shown, most: int) -> Iterator[tuple[str, str]]:
    """Give the paragraphs with and without markup; one that is too long by itself loses its markup and is cut."""
    # No markup goes over the end of a paragraph, so both fall into the same paragraphs.
    for marked, plain in zip(shown.html.split(_BETWEEN), shown.plain.split(_BETWEEN), strict=True):
        if units(plain) <= most:
            yield marked, plain
        else:
            yield from ((html.escape(part, quote=False), part) for part in _cut(plain, most))


def _cut(text: str, most: int) -> Iterator[str]:
    while units(text) > most:
        # A character has one unit or two, so half as many characters always fit.
        end = max(text.rfind("\n", 1, most // 2), text.rfind(" ", 1, most // 2))
        end = end if end > 0 else most // 2
        yield text[:end]
        text = text[end:].lstrip("\n ")
    yield text
