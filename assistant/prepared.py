"""All that is made from a content folder, ready to answer: made once and kept, until the content or the code is another."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
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
    """Give what is made from a content folder; a twentieth of a second where it was made before, else about three.

    Args:
        folder: The content; an absolute path.
        cache: The folder to keep it in; an absolute path.

    Raises:
        ContentError: with all mistakes of the content.
    """
    name = name_of(fingerprint(folder), folder, cache)
    found = kept.load(cache, name)
    if found is None:
        # By a process of its own, with which goes all the memory that reading, checking and learning take.
        command = [sys.executable, "-m", "assistant.preparing", str(folder), str(cache)]
        with contextlib.suppress(OSError):
            subprocess.run(command, cwd=_CODE.parent, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        found = kept.load(cache, name)
    if isinstance(found, Prepared):
        return found
    # There are mistakes, or nothing can be written there. Imported only now: YAML, pydantic and all checks take megabytes.
    from assistant.preparing import made_from  # noqa: PLC0415

    return made_from(folder, cache)


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
