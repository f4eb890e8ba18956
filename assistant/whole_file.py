"""Writes a file whole or not at all: under another name first, which then takes the place of the old file at once."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

_HALF = "tmp"
_LONGEST = 3600
"""Seconds after which nobody can be writing a half file any more: its process was killed."""


@contextlib.contextmanager
def written_whole(target: Path, buffering: int = -1) -> Iterator[IO[bytes]]:
    """Give a file to write to; at the end of the body it stands at `target`, or nothing of it is left.

    Args:
        target: Its folder is made if it is not there, and cleared of what was left half-written.
        buffering: As of `open`.

    Raises:
        OSError: the folder cannot be written, or the disk is full.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear(target.parent, target.suffix)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_HALF, suffix=target.suffix)
    half = Path(name)
    try:
        with os.fdopen(handle, "wb", buffering) as file:
            yield file
        half.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            half.unlink()
        raise


def _clear(folder: Path, suffix: str) -> None:
    """Remove what was left by those who were killed while they wrote."""
    for file in folder.glob(f"{_HALF}*{suffix}"):
        with contextlib.suppress(OSError):
            if file.stat().st_mtime < time.time() - _LONGEST:
                file.unlink()
