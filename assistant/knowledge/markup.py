"""The small markup of the content's texts, `**bold**` and `` `code` ``: what would not be shown as it was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"</?(?:b|strong|i|em|u|s|code|pre|a|br|p|li|ul|span)\b[^<>\n]{0,80}>", re.IGNORECASE)
_LINK = re.compile(r"\[[^\]\n]{1,80}\]\(https?:[^)\s]{1,200}\)")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_SLOT_LEFT_OPEN = re.compile(r"\{[a-z0-9_.-]{1,60}(?![a-z0-9_.}-])")


def markup_mistakes(text: str) -> Iterator[tuple[str, str]]:
    """Give what is wrong with a text's markup, each with the remedy.

    Bold ends with its paragraph and code with its line, because that is how they are shown.
    """
    for paragraph in text.split("\n\n"):
        yield from _paragraph_mistakes(paragraph)
    if found := _TAG.search(text):
        yield f"`{found[0]}` would be shown as it stands.", "Texts know only `**bold**` and values between backticks."
    if _LINK.search(text):
        yield "A link in this form would be shown as it stands.", "Write the address itself; Telegram makes it a link."
    if _INVISIBLE.search(text):
        yield "The text holds invisible control characters.", "Delete the line and type it anew."
    if found := _SLOT_LEFT_OPEN.search(text):
        yield f"`{found[0]}` is not closed.", "References are written `{imap.incoming.port}`."


def _paragraph_mistakes(paragraph: str) -> Iterator[tuple[str, str]]:
    if paragraph.count("**") % 2:
        yield f"A `**` is not closed in its paragraph: `{_cut(paragraph)}`.", "Bold text is written `**so**`."
    if "****" in paragraph:
        yield "There is nothing between `**` and `**`.", "Delete the four stars, or write the bold text between them."
    for line in paragraph.split("\n"):
        if line.count("`") % 2:
            yield f"A backtick is not closed in its line: {_cut(line)}", "Values to type in stand between two backticks."
        elif "``" in line:
            yield "There is nothing between two backticks.", "Delete them, or write the value between them."


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
