"""Writes everything for the club's web site and domain into a folder (`python bot.py export DIR`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistakes import Mistake, did_you_mean
from assistant.knowledge.text_file import text_of
from assistant.setup_files.apple import apple_profile
from assistant.setup_files.autoconfig import PATH, autoconfig
from assistant.setup_files.dns import srv_records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from assistant.knowledge.models.club import Club, Settings

_SLOT = re.compile(r"\{([a-z_]{1,30})\}")
_PROFILE_FOLDER = "mail"


def export(settings: Settings, club: Club, folder: Path, *, notes: Path) -> list[Path]:
    """Write the files and, in each language, a note what they make automatic and where they belong.

    Args:
        settings: The club's values.
        club: Whose web site it is.
        folder: Where to write; made when missing, files of an earlier export are overwritten.
        notes: The content's folder with `note.<language>.txt`, in which `{slots}` stand for values.

    Returns:
        The files written, in the order of writing.

    Raises:
        ContentError: a note has an unknown slot or cannot be read; nothing was written.
        OSError: the folder cannot be written.
    """
    files = made(settings, club, notes)
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return [folder / name for name in files]


def made(settings: Settings, club: Club, notes: Path) -> dict[str, bytes]:
    """Make what is exported, by the names of the files.

    Raises:
        ContentError: a note has an unknown slot or cannot be read.
    """
    profile = apple_profile(settings, club, settings.recommended)
    records = srv_records(settings, club)
    profile_path = f"{_PROFILE_FOLDER}/{profile.name}"
    slots = {
        "club": club.name,
        "domain": club.domain,
        "autoconfig_file": PATH,
        "autoconfig_address": f"https://{club.domain}/{PATH}",
        "profile_file": profile_path,
        "profile_address": f"https://{club.domain}/{profile_path}",
        "profile_type": profile.mime_type,
        "records_file": records.name,
        "records": records.data.decode().strip(),
    }
    files = {PATH: autoconfig(settings, club).data, profile_path: profile.data, records.name: records.data}
    mistakes: list[Mistake] = []
    for note in sorted(notes.glob("note.*.txt")):
        language, shown_as = note.name.split(".")[1], f"{notes.name}/{note.name}"
        text = text_of(note, shown_as)
        if isinstance(text, Mistake):
            mistakes.append(text)
            continue
        mistakes += _unknown_slots(text, shown_as, slots)
        filled = _SLOT.sub(lambda match: slots.get(match[1], match[0]), text)
        files[f"README.{language}.txt"] = filled.encode()
    if mistakes:
        raise ContentError(mistakes)
    return files


def _unknown_slots(text: str, shown_as: str, slots: Collection[str]) -> Iterator[Mistake]:
    for number, line in enumerate(text.splitlines(), 1):
        for found in _SLOT.finditer(line):
            if found[1] not in slots:
                what, remedy = f"`{found[0]}` leads nowhere.", did_you_mean(found[1], slots)
                yield Mistake(shown_as, number, found.start() + 1, what, remedy, line)
