"""Names of files that were meant to be read: `settings.yaml.txt`, `settings.yml`, `settings`."""

from __future__ import annotations

import re
from pathlib import PurePath

YAML = ".yaml"
_ENDS = re.compile(r"\.(?:ya?ml|txt|text|json|docx?|odt|rtf|html?)$", re.IGNORECASE)
"""What editors put behind a name of their own accord, and what people write instead of `.yaml`."""
_BACKUP = re.compile(
    r"^[.#]|~$|\.(?:bak|backup|old|orig|rej|save|swp|tmp|sync-conflict.*)$|^(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE
)
"""What editors and systems leave beside a file; nobody means it to be read."""


def meant(name: str) -> str:
    """Give the name that a file's name was meant to be, with `.yaml` at its end.

    Args:
        name: Without its folder: `settings.yaml.txt`.
    """
    while (shorter := _ENDS.sub("", name)) != name and shorter:
        name = shorter
    return name + YAML


def is_backup(name: str) -> bool:
    """Tell whether a file is an editor's or a system's own."""
    return _BACKUP.search(PurePath(name).name) is not None
