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
    from assistant.address import SpelledSigns
    from assistant.assistant import Assistant
    from assistant.choices import Choices
    from assistant.guides import TypedWords
    from assistant.live_check import LiveCheckWords
    from assistant.password_guard import PasswordGuard
    from assistant.picks import Picks
    from assistant.pictures import Pictures

_CODE = Path(__file__).parent


class OtherProgramError(Exception):
    """The code on the disk is another one than this process runs: after an update, until the restart."""


def code_on_disk() -> str:
    """Give a hash of the code as it lies on the disk."""
    found = hashlib.sha256()
    for file in sorted(_CODE.rglob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()


_RUNNING = code_on_disk()
"""What this process runs, as long as nothing is imported later on."""


def check_program() -> None:
    """Make sure that other processes of the code on the disk make what this one can use.

    Raises:
        OtherProgramError: they run other code.
    """
    if code_on_disk() != _RUNNING:
        raise OtherProgramError("the program on the disk is another one than the one that runs; restart the bot")


@dataclass(frozen=True)
class Prepared:
    """The parts of the bot that come from the content."""

    assistant: Assistant
    typed: TypedWords
    choices: Choices
    picks: Picks
    signs: SpelledSigns
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
    found = hashlib.sha256(repr((state, folder, cache, versions, _RUNNING)).encode())
    return f"prepared-{found.hexdigest()[:24]}"
