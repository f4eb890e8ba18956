"""Tells whether the files of a content folder have changed: by a look at the folder, and by what is in them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Snapshot = frozenset[tuple[str, int, int, int]]
"""Per file: its path, when it was written (ns), its size, and its number on the disk, which is new after a replacement."""


def content_files(folder: Path) -> list[Path]:
    """Give the YAML files of a content folder in a fixed order; hidden ones, as editors leave beside them, are none."""
    return sorted(file for file in folder.rglob("*.yaml") if not file.name.startswith("."))


def snapshot(folder: Path) -> Snapshot:
    """Look at the folder without opening a file; a folder that is not there looks empty."""
    seen = set()
    for file in content_files(folder):
        try:
            state = file.stat()
        except OSError:
            continue  # replaced at this moment: the next look sees it
        seen.add((str(file), state.st_mtime_ns, state.st_size, state.st_ino))
    return frozenset(seen)


def fingerprint(folder: Path) -> str:
    """Give a hash of what is in all files: the same content has the same one, whenever it was saved."""
    found = hashlib.sha256()
    for file in content_files(folder):
        try:
            written = file.read_bytes()
        except OSError:
            written = b""  # whoever loads it says what is wrong
        found.update(f"{file.relative_to(folder)}\0{len(written)}\0".encode() + written)
    return found.hexdigest()[:16]
