"""All that is made from a content folder, ready to answer: made once and kept, until the content or the code is another."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import rapidfuzz

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.choices import Choices
    from assistant.guides import TypedWords
    from assistant.live_check import LiveCheckWords
    from assistant.password_guard import PasswordGuard
    from assistant.picks import Picks
    from assistant.pictures import Pictures

_CODE = Path(__file__).parent


@dataclass(frozen=True)
class Prepared:
    """The parts of the bot that come from the content."""

    assistant: Assistant
    typed: TypedWords
    choices: Choices
    picks: Picks
    pictures: Pictures
    password_guard: PasswordGuard
    check_words: LiveCheckWords


def name_of(state: str, folder: Path, cache: Path) -> str:
    """Name everything it depends on: the content, the code, and what pickles numbers and finds words.

    Args:
        state: The fingerprint of the content.
        folder: The content.
        cache: Where it is kept.
    """
    versions = (sys.version, np.__version__, rapidfuzz.__version__)
    found = hashlib.sha256(repr((state, folder, cache, versions)).encode())
    for file in sorted(_CODE.rglob("*.py")):
        found.update(file.read_bytes())
    return f"prepared-{found.hexdigest()[:24]}"
