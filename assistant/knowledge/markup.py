"""The small markup of the content's texts, `**bold**` and `` `code` ``: what would not be shown as it was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"</?(?:b|strong|i|em|u|s|code|pre|a|br|p|li|ul|span)\b[^<>\n]{0,80}>", re.IGNORECASE)
_LINK = re.compile(r"\[[^\]\n]{1,80}\]\(https?:[^)\s]{1,200}\)")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_ODD_SLOT = re.compile(r"\{(?=[^{}\n]*[A-Z \t\u00a0])[ \t\u00a0]{0,9}([\w.-]{1,60})[ \t\u00a0]{0,9}\}")
"""A reference with blanks or capitals in it, which is none."""
_SLOT_LEFT_OPEN = re.compile(r"\{[a-z0-9_.-]{1,60}(?![a-z0-9_.}-])")


def markup_mistakes(text: str) -> Iterator[tuple[str, str, str]]:
    """Give what is wrong with a text's markup, each with the remedy and what it is about.

    Bold ends with its paragraph and code with its line, because that is how they are shown.
    """
    for paragraph in text.split("\n\n"):
        yield from _paragraph_mistakes(paragraph)
    if found := _TAG.search(text):
        remedy = "Texts know only `**bold**` and values between backticks."
        yield f"`{found[0]}` would be shown as it stands.", remedy, found[0]
    if found := _LINK.search(text):
        remedy = "Write the address itself; Telegram makes it a link."
        yield "A link in this form would be shown as it stands.", remedy, found[0]
    if found := _INVISIBLE.search(text):
        yield "The text holds invisible control characters.", "Delete the line and type it anew.", found[0]
    if found := _ODD_SLOT.search(text):
        meant = "{" + found[1].lower() + "}"
        yield f"`{found[0]}` would be shown as it stands.", f"Write `{meant}`.", found[0]
    if found := _SLOT_LEFT_OPEN.search(_ODD_SLOT.sub("", text)):
        yield f"`{found[0]}` is not closed.", "References are written `{imap.incoming.port}`.", found[0]


def _paragraph_mistakes(paragraph: str) -> Iterator[tuple[str, str, str]]:
    lines = paragraph.split("\n")
    if paragraph.count("**") % 2:
        last = next(line for line in reversed(lines) if line.count("**") % 2)
        yield "A `**` is not closed in its paragraph.", "Bold text is written `**so**`.", last[last.rfind("**") :]
    if "****" in paragraph:
        yield "There is nothing between `**` and `**`.", "Delete the stars, or write the bold text between them.", "****"
    for line in lines:
        if line.count("`") % 2:
            remedy = "Values to type in stand between two backticks."
            yield "A backtick is not closed in its line.", remedy, line[line.rfind("`") :]
        elif "``" in line:
            yield "There is nothing between two backticks.", "Delete them, or write the value between them.", "``"
