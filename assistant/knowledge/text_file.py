"""Reads a file of the content as text, or tells what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.knowledge.file_names import is_backup, meant
from assistant.knowledge.mistakes import Mistake

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES = 2_000_000


def text_of(file: Path, shown_as: str) -> str | Mistake:
    """Read one file, or tell why it cannot be read.

    Args:
        file: The file.
        shown_as: Its name in the mistake.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            return Mistake(shown_as, 0, 0, "The file is larger than 2 MB.", "Split it into several files.")
        return raw.decode("utf-8-sig")
    except FileNotFoundError:
        return _missing(file, shown_as)
    except IsADirectoryError:
        return Mistake(shown_as, 0, 0, "This is a folder, not a file.", "Give the folder another name.")
    except OSError as error:
        return Mistake(shown_as, 0, 0, f"The file cannot be read: {error.strerror}.", "See that the bot may read it.")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8-sig").split("\n")
        what, remedy = "The file is not UTF-8.", "Save it with the encoding UTF-8."
        return Mistake(shown_as, len(before), len(before[-1]) + 1, what, remedy)


def _missing(file: Path, shown_as: str) -> Mistake:
    beside = sorted(file.parent.glob(f"{file.stem}*")) if file.parent.is_dir() else []
    misnamed = next(
        (one.name for one in beside if one.is_file() and meant(one.name) == file.name and not is_backup(one.name)), ""
    )
    remedy = f"Rename `{misnamed}`." if misnamed else "Take it from the project's content."
    return Mistake(shown_as, 0, 0, "The file is missing.", remedy)
