"""Keeps what takes long to make in a file, so that the next start only reads it. Large arrays are not even read, but mapped.

Mapped pages come into memory where they are used, belong to all processes that map the file, and can be given up at any time.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import mmap
import os
import pickle
from typing import TYPE_CHECKING, Any

from assistant.whole_file import written_whole

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path
    from typing import IO

_LARGE = 16 * 1024
"""Bytes from which an array stands apart, to be mapped."""
_ALIGNED = 64
_PIECE = 16 * 1024
_MOST = 4
"""Files that are kept of a kind: several copies of the bot may share a folder."""


def save(folder: Path, name: str, thing: object) -> None:
    """Save a thing, whole or not at all; the oldest of the same kind goes. A folder that cannot be written is no error.

    Args:
        folder: Made if it is not there.
        name: `<kind>-<hash>`, with everything in the hash that the thing depends on.
        thing: Anything that can be pickled.
    """
    arrays: list[memoryview] = []

    def is_inside(buffer: pickle.PickleBuffer) -> bool:
        raw = buffer.raw()
        if raw.nbytes < _LARGE:
            return True
        arrays.append(raw)
        return False

    written = pickle.dumps(thing, protocol=5, buffer_callback=is_inside)
    sizes = [array.nbytes for array in arrays]
    head = json.dumps({"hash": hashlib.sha256(written).hexdigest(), "size": len(written), "arrays": sizes}).encode() + b"\n"
    with contextlib.suppress(OSError):
        with written_whole(folder / f"{name}.kept", buffering=0) as file:
            _put(file, head + written)
            for array in arrays:
                file.seek(_up(file.tell()))
                # Linux maps what was written at once as a whole, up to two megabytes at the first touch.
                for start in range(0, array.nbytes, _PIECE):
                    _put(file, array[start : start + _PIECE])
            os.fchmod(file.fileno(), 0o644)  # there is nothing secret in it, and another account may have made it beforehand
        for old in _newest_first(folder, f"{name.partition('-')[0]}-*.kept")[_MOST:]:
            old.unlink(missing_ok=True)


def is_possible(folder: Path) -> bool:
    """Tell whether anything can be saved in a folder, which is made if it is not there."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return os.access(folder, os.W_OK | os.X_OK)
    return False


def _put(file: IO[bytes], data: bytes | memoryview) -> None:
    """Write all of it.

    Raises:
        OSError: it does not fit: only the next write would be refused by the system.
    """
    if file.write(data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def load(folder: Path, name: str) -> Any:
    """Load what was saved under a name; None where there is nothing, or the file is damaged or somebody else's."""
    try:
        with (folder / f"{name}.kept").open("rb") as file:
            # Reading a pickle can run anything, so it must be from somebody who could as well change the code.
            if not _is_trusted(file):
                return None
            head = json.loads(file.readline())
            begin = file.tell()
            with (
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole,
                memoryview(whole)[begin:][: head["size"]] as written,
            ):
                if hashlib.sha256(written).hexdigest() != head["hash"]:
                    return None
                return pickle.loads(written, buffers=_mapped(file, begin + head["size"], head["arrays"]))  # noqa: S301
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _mapped(file: BufferedReader, end: int, sizes: list[int]) -> list[memoryview]:
    """Map the arrays that stand after `end`, in a mapping of their own."""
    if not sizes:
        return []
    begin = end - end % mmap.ALLOCATIONGRANULARITY
    mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ, offset=begin)
    if hasattr(mmap, "MADV_RANDOM"):
        mapped.madvise(mmap.MADV_RANDOM)
    view = memoryview(mapped)
    arrays = []
    for size in sizes:
        start = _up(end)
        end = start + size
        if end - begin > len(view):
            raise ValueError("the file is cut off")
        arrays.append(view[start - begin : end - begin])
    return arrays


def _up(place: int) -> int:
    return -(-place // _ALIGNED) * _ALIGNED


def _is_trusted(file: BufferedReader) -> bool:
    state = os.fstat(file.fileno())
    return state.st_uid in {0, os.geteuid()} and not state.st_mode & 0o022


def _newest_first(folder: Path, pattern: str) -> list[Path]:
    found = []
    for file in folder.glob(pattern):
        with contextlib.suppress(FileNotFoundError):
            found.append((file.stat().st_mtime_ns, file))
    return [file for _, file in sorted(found, reverse=True)]
