"""Gives what is made from a content folder, and has it made where that was not done before."""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
from pathlib import Path

from assistant import kept
from assistant.knowledge.snapshot import fingerprint
from assistant.prepared import Prepared, name_of

_LOG = logging.getLogger(__name__)
_HOME = Path(__file__).parents[1]


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
    if found is None and kept.is_possible(cache):
        # By a process of its own, with which goes all the memory that reading, checking and learning take.
        command = [sys.executable, "-m", "assistant.preparing", str(folder), str(cache)]
        with contextlib.suppress(OSError):
            subprocess.run(command, cwd=_HOME, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        found = kept.load(cache, name)
    if isinstance(found, Prepared):
        return found
    if not kept.is_possible(cache):
        _LOG.warning("Nothing can be kept in %s: the content is learned anew at each start. Set CACHE_DIRECTORY.", cache)
    # There are mistakes, or nothing can be kept. Imported only now: YAML, pydantic and all checks take megabytes.
    from assistant.preparing import made_from  # noqa: PLC0415

    return made_from(folder, cache)
