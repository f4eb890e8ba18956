"""Gives what is made from a content folder, and has it made where that was not done before."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import logging
import subprocess
import sys
from pathlib import Path

from assistant import kept
from assistant.knowledge.snapshot import fingerprint
from assistant.prepared import Prepared, name_of

_LOG = logging.getLogger(__name__)
HOME = Path(__file__).parents[1]
"""Where commands of the bot's own code are run."""


def prepare(folder: Path, cache: Path) -> Prepared:
    """Give what is made from a content folder; a twentieth of a second where it was made before, else about three.

    Args:
        folder: The content; an absolute path.
        cache: The folder to keep it in; an absolute path.

    Raises:
        ContentError: with all mistakes of the content.
    """
    found = _found(folder, cache)
    if found is not None:
        _keep_as_last(found, folder, cache)
        _give_back()
        return found
    # There are mistakes, or nothing can be kept. Imported only now: YAML, pydantic and all checks take megabytes.
    from assistant.preparing import made_from  # noqa: PLC0415

    made = made_from(folder, cache)
    _LOG.warning("Nothing can be kept in %s: the content is learned anew at each start. Set CACHE_DIRECTORY.", cache)
    return made


def _give_back() -> None:
    """Give the memory that was needed for reading only, some megabytes, back to the system (malloc_trim(3), glibc's alone)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def last_good(folder: Path, cache: Path) -> Prepared | None:
    """Give what was made from the content when it had no mistakes last; None where that is not known. Paths as for `prepare`."""
    state = kept.load(cache, _name_of_last(folder))
    found = kept.load(cache, name_of(state, folder, cache)) if isinstance(state, str) else None
    return found if isinstance(found, Prepared) else None


def _keep_as_last(made: Prepared, folder: Path, cache: Path) -> None:
    """Keep which content it was, by its fingerprint."""
    name, state = _name_of_last(folder), made.assistant.content.fingerprint
    if kept.load(cache, name) != state:
        kept.save(cache, name, state)


def _name_of_last(folder: Path) -> str:
    return f"last-{hashlib.sha256(str(folder).encode()).hexdigest()[:24]}"


def _found(folder: Path, cache: Path) -> Prepared | None:
    """Give what was made before, or is made now in a process of its own."""
    found = made_before(folder, cache)
    if found is None:
        _LOG.info("The content is read and learned; on a busy machine this takes up to a minute.")
    if found is None and kept.is_possible(cache):
        with contextlib.suppress(OSError):
            subprocess.run(making(folder, cache), cwd=HOME, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        found = made_before(folder, cache)
    return found


def made_before(folder: Path, cache: Path) -> Prepared | None:
    """Give what was made from the content as it is now; None where that was not done, or not kept. Paths as for `prepare`."""
    found = kept.load(cache, name_of(fingerprint(folder), folder, cache))
    return found if isinstance(found, Prepared) else None


def making(folder: Path, cache: Path) -> list[str]:
    """Give the command that makes and keeps it; to be run in `HOME`, paths as for `prepare`.

    It takes a process of its own, with which goes all the memory that reading, checking and learning take.
    """
    return [sys.executable, "-m", "assistant.preparing", str(folder), str(cache)]
