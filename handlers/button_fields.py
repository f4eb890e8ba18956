"""The fields of a button's data: short forms, and what may stand in each. Nothing in a button is trusted.

Every function here that reads a field raises ValueError or KeyError for what this bot would not have written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

EMPTY = "-"
SUBJECTS = {"imap": "i", "pop3": "p", "both": "b", "": EMPTY}
DIRECTIONS = {"incoming": "i", "outgoing": "o", "both": "b", "": EMPTY}
HIGHEST_STEP = 99
_HIGHEST_MESSAGE = 2**52
_LONG_SUBJECTS, _LONG_DIRECTIONS = ({short: name for name, short in one.items()} for one in (SUBJECTS, DIRECTIONS))


def _reader(form: str) -> Callable[[str], str]:
    compiled = re.compile(form)

    def read(text: str) -> str:
        if not compiled.fullmatch(text):
            raise ValueError(f"not of the form {form}: {text}")
        return text

    return read


language = _reader(r"[a-z]{2,3}")
name = _reader(r"[a-z][a-z0-9_-]{0,23}")
"""A program, a device, a tree, a node."""
topic = _reader(r"(trouble:)?[a-z][a-z0-9_-]{0,23}")
fingerprint = _reader(r"[a-z0-9]{4}")
gap = _reader(r"[0-9]{8}[0-9a-f]{8}")
local = _reader(r"[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,63}")
"""The part of an address before the @."""


def or_empty(read: Callable[[str], str], text: str) -> str:
    """Read a field that may be empty."""
    return "" if text == EMPTY else read(text)


def subject(short: str) -> str:
    """Read a subject."""
    return _LONG_SUBJECTS[short]


def direction(short: str) -> str:
    """Read a direction."""
    return _LONG_DIRECTIONS[short]


def protocol(short: str, *, may_be_open: bool) -> str:
    """Read a protocol, which may still be to be chosen."""
    found = subject(short)
    if found == "both" or not (found or may_be_open):
        raise ValueError(f"not a protocol: {short}")
    return found


def number(text: str, highest: int = _HIGHEST_MESSAGE) -> int:
    """Read a number, written in one way only."""
    if not re.fullmatch(r"0|[1-9][0-9]{0,15}", text) or int(text) > highest:
        raise ValueError(f"not a number up to {highest}: {text}")
    return int(text)
