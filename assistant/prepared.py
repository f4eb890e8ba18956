"""All that is made from a content folder, ready to answer: made once and kept, until the content or the code is another."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import rapidfuzz

from assistant import kept
from assistant.knowledge.snapshot import fingerprint

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.guides import TypedWords
    from assistant.live_check import LiveCheckWords
    from assistant.password_guard import PasswordGuard
    from assistant.pictures import Pictures

_CODE = Path(__file__).parent


@dataclass(frozen=True)
class Prepared:
    """The parts of the bot that come from the content."""

    assistant: Assistant
    typed: TypedWords
    pictures: Pictures
    password_guard: PasswordGuard
    check_words: LiveCheckWords


def prepare(folder: Path, cache: Path) -> Prepared:
    """Give what is made from a content folder; a tenth of a second where it was made before, else about three.

    Args:
        folder: The content.
        cache: The folder to keep it in.

    Raises:
        ContentError: with all mistakes of the content.
    """
    state = fingerprint(folder)
    name = _name(state, folder, cache)
    found = kept.load(cache, name)
    if isinstance(found, Prepared):
        return found
    # Only where it is needed: YAML, pydantic and all checks take a tenth of a second and a dozen megabytes.
    from assistant.preparing import made_from  # noqa: PLC0415

    made = made_from(folder, cache)
    if fingerprint(folder) == state:  # else something was saved meanwhile, and what was read may be half of it
        kept.save(cache, name, made)
    return made


def _name(state: str, folder: Path, cache: Path) -> str:
    """Name everything it depends on: the content, the code, and what pickles numbers and finds words."""
    versions = (sys.version, np.__version__, rapidfuzz.__version__)
    found = hashlib.sha256(repr((state, folder, cache, versions)).encode())
    for file in sorted(_CODE.rglob("*.py")):
        found.update(file.read_bytes())
    return f"prepared-{found.hexdigest()[:24]}"
