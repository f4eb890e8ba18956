"""What `check` says to commands and profile texts that Telegram would refuse or cut."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.load import read_content
from handlers.profile.check import profile_mistakes
from tests.handlers.small_content import CONTENT

if TYPE_CHECKING:
    from pathlib import Path


def says(folder: Path, file: str, old: str, new: str) -> str:
    """Give what is said to the club's content in which one piece of text was replaced."""
    shutil.copytree(CONTENT, folder, dirs_exist_ok=True)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    return "\n".join(str(mistake) for mistake in profile_mistakes(read_content(folder)))


def test_nothing_is_said_to_the_club_s_content(tmp_path: Path) -> None:
    assert says(tmp_path, "commands.yaml", "command: help", "command: help") == ""


MANY = "".join(f"  - command: c{number}\n    description: {{de: a, en: b}}\n    scopes: [private]\n" for number in range(101))


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("commands.yaml", "command: help", "command: hlep", "The bot has no command `hlep`. Did you mean `help`?"),
        ("commands.yaml", "command: help", "command: blorpf", "The bot has no command `blorpf`. Delete it."),
        ("commands.yaml", "aliases: [servers]", "aliases: [imap]", "`imap` stands in line 17 too. Delete or rename one"),
        ("commands.yaml", "de: hilfe,", "de: huelfe,", "The menu shows `/huelfe`, which the bot does not know. Add it to"),
        ("commands.yaml", '"Was ich kann"', f'"{"x" * 257}"', "The description has 257 characters; Telegram takes 1 to 256."),
        ("commands.yaml", "commands:\n", f"commands:\n{MANY}", "commands stand in the menu `private`; Telegram takes 100."),
        ("words/profile.yaml", "Mail-Helfer", "x" * 64, "Telegram shows 64. Shorten it."),
    ],
)
def test_what_telegram_would_refuse_is_found(tmp_path: Path, file: str, old: str, new: str, sentence: str) -> None:
    said = says(tmp_path, file, old, new)
    assert sentence in said
    assert said.startswith(file)
