"""Finds files that were meant to be content and that nothing reads: Windows hides the end of `newsletter.yaml.txt`."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from assistant.knowledge.file_names import YAML, is_backup, meant
from assistant.knowledge.mistakes import Mistake, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_ONLY_YAML = ("topics", "guides", "trouble", "words", "vocabulary", "questions")
"""Folders in which nothing else lies, whatever it is called."""
_LANGUAGES = "languages/"


def unread_files(folder: Path, read: Collection[str]) -> Iterator[Mistake]:
    """Find files that look like content and that nothing reads.

    Args:
        folder: The content.
        read: The names of all files that are read, without those of `languages/`.
    """
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_dir() or any(is_backup(part) for part in PurePosixPath(name).parts):
            continue
        if file.suffix != YAML:
            right = meant(file.name)
            if _looks_like_content(name, right, read):
                there = (file.parent / right).is_file()
                remedy = f"Put it in the place of {right}, or delete it." if there else f"Call it {right}."
                yield Mistake(name, 0, 0, "The bot reads only files that end in .yaml.", remedy)
        elif name not in read and not name.startswith(_LANGUAGES):
            yield Mistake(name, 0, 0, "Nothing reads this file.", _place_for(PurePosixPath(name), read))


def _place_for(name: PurePosixPath, read: Collection[str]) -> str:
    """Tell what to do with a file that ends as it should."""
    top = name.parts[0]
    if top in _ONLY_YAML:
        return f"Put it into {top}/ itself: the bot does not look into folders in there."
    near = did_you_mean(str(name), [one for one in read if "/" not in one]) if name.name == str(name) else ""
    return near or "Put it into topics/, guides/, trouble/ or words/."


def _looks_like_content(name: str, right: str, read: Collection[str]) -> bool:
    """Tell it by its name, by the file that it would be, or by the folder in which only content lies."""
    path = PurePosixPath(name)
    if path.suffix == ".md":
        return False
    inside = PurePosixPath(*path.parts[2:]) if name.startswith(_LANGUAGES) and len(path.parts) > 2 else path
    is_named_so = any(suffix.lower() in {YAML, ".yml"} for suffix in path.suffixes)
    return is_named_so or str(inside.with_name(right)) in read or inside.parts[0] in _ONLY_YAML
