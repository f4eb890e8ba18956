"""What a text for all programs says of the one that a member has named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides.choosing import programs
from assistant.phrases import plain

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide

_ITEM = "• "
_A_LIST = 2
"""So many lines of a text must be about one program each, before it is a list of programs."""


def only_of(content: Content, program: str, text: str) -> str:
    """Leave out of a list of programs the lines of all others: '• iPhone: …'; a list without the program stays whole.

    Args:
        content: What is known of programs.
        program: The name of a guide or a device; empty where none was named.
        text: Paragraphs.
    """
    wanted = _guides(content, program)
    lines = text.split("\n")
    owners = {line: guide for line in lines if (guide := _guide_of(content, line)) is not None}
    if not wanted or len(owners) < _A_LIST:
        return text
    kept = {line for line, guide in owners.items() if guide in wanted}
    return "\n".join(line for line in lines if line not in owners or line in kept) if kept else text


def _guides(content: Content, program: str) -> list[Guide]:
    """Give the guide of a program, or those of a device."""
    if program in content.guides:
        return [content.guides[program]]
    return programs(content, program) if program else []


def _guide_of(content: Content, line: str) -> Guide | None:
    """Give the program that an item of a list is about: '• Thunderbird für Android, K-9: …'."""
    label, colon, _ = line.removeprefix(_ITEM).partition(":")
    if not colon or not line.startswith(_ITEM):
        return None
    parts = {plain(label), *map(plain, label.split(","))}
    return next((guide for guide in content.guides.values() if parts & _names(guide)), None)


def _names(guide: Guide) -> set[str]:
    return set(map(plain, guide.called))
