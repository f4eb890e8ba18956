"""Loads what only parts of the bot read: pictures, the words of the password guard and of the live check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.content_file import load_file
from assistant.live_check import LiveCheckWords
from assistant.password_guard import PasswordGuard, PasswordWords
from assistant.pictures import Pictures

if TYPE_CHECKING:
    from pathlib import Path


def load_extras(content_dir: Path) -> tuple[Pictures, PasswordGuard, LiveCheckWords]:
    """Load what only parts of the bot read.

    Raises:
        ContentError: one of the files has mistakes.
    """
    guard = PasswordGuard(load_file(content_dir, "passwords.yaml", PasswordWords))
    return Pictures(content_dir), guard, load_file(content_dir, "live_check.yaml", LiveCheckWords)
