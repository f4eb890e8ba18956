"""Lists inside of a message: '1. Server 2. Port', 'a) incoming server b) port'. What counts their items says nothing itself."""

from __future__ import annotations

import re

_MARK = re.compile(r"(?<![^\s:,;])\(?([1-9a-h])(?:\)|[.:](?=\s))[ \t]*")
_BULLET = re.compile(r"\n[ \t]*[-•*–][ \t]+")
_FIRST = ("1", "a")
_SENTENCE_ENDS = (".", "!", "?")
_SEVERAL = 2


def without_list_marks(message: str) -> str:
    """Join the items of a list, numbered or with bullets, as 'and' does; whole sentences stay parted."""
    marks = _counted(message) if "2" in message or "b" in message else []
    if len(marks) < _SEVERAL and "\n" in message:
        marks = list(_BULLET.finditer(message))
    if len(marks) < _SEVERAL:
        return message
    told: list[str] = []
    begins = 0
    for mark in marks:
        before = message[begins : mark.start()]
        item = before.rstrip()
        is_joined = mark is not marks[0] and item.strip() and not item.endswith(_SENTENCE_ENDS)
        told += (item, " + ") if is_joined else (before, " ")
        begins = mark.end()
    return "".join((*told, message[begins:]))


def _counted(message: str) -> list[re.Match[str]]:
    """Give the marks that count from the first on: '1. … 2. …', not 'am 2. Mai'."""
    counted: list[re.Match[str]] = []
    for mark in _MARK.finditer(message):
        wanted = (chr(ord(counted[-1][1]) + 1),) if counted else _FIRST
        if mark[1] in wanted:
            counted.append(mark)
    return counted
