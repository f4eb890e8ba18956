"""Writes everything for the club's web site and domain into a folder (`python bot.py export DIR`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.setup_files.apple import apple_profile
from assistant.setup_files.autoconfig import PATH, autoconfig
from assistant.setup_files.dns import srv_records

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.knowledge.models.club import Club, Settings

_SLOT = re.compile(r"\{([a-z_]{1,30})\}")
_PROFILE_FOLDER = "mail"


class ExportError(Exception):
    """A note in the content has a slot that nothing fills."""


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
        ExportError: a note has an unknown slot; nothing was written.
        OSError: the folder cannot be written.
    """
    recommended = min(settings.protocols, key=lambda key: (not settings.protocols[key].recommended, key))
    profile = apple_profile(settings, club, recommended)
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
    for note in sorted(notes.glob("note.*.txt")):
        language = note.name.split(".")[1]
        files[f"README.{language}.txt"] = _filled(note, slots).encode()
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return [folder / name for name in files]


def _filled(note: Path, slots: dict[str, str]) -> str:
    text = note.read_text(encoding="utf-8")
    unknown = {slot for slot in _SLOT.findall(text) if slot not in slots}
    if unknown:
        raise ExportError(f"{note.name}: unknown {', '.join(sorted(unknown))}; possible: {', '.join(sorted(slots))}")
    return _SLOT.sub(lambda match: slots[match.group(1)], text)
