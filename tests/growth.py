"""How the time for a text grows with its length, whatever the machine: told by two lengths, not by the clock."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORT, _TIMES = 1024, 4
_MOST = 10
"""Times as long as for a quarter of the text; in proportion it would be 4, with the square 16."""
_TRIES = 5
_NOTHING = 0.001
"""Seconds below which a measurement tells nothing."""


def grows_in_proportion(work: Callable[[str], object], part: str) -> bool:
    """Tell whether a text four times as long takes about four times as long, and not its square.

    Args:
        work: What is done with the text.
        part: What the text repeats, up to Telegram's 4096 characters.
    """
    text = (part * _SHORT * _TIMES)[: _SHORT * _TIMES]
    # Other processes make a try slower, never faster; so the fastest of several counts, and the lengths take turns.
    pairs = [(_seconds(work, text[:_SHORT]), _seconds(work, text)) for _ in range(_TRIES)]
    short, long = (min(pair[number] for pair in pairs) for number in (0, 1))
    return long <= _MOST * max(short, _NOTHING)


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start
