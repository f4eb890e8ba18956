"""A file that is saved under a name that nobody reads is told with the name that was meant."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.content_check import check_content
from assistant.content_check.unread import unread_files
from assistant.knowledge.text_file import text_of
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

READ = ("club.yaml", "settings.yaml", "topics/faq.yaml", "languages/fr/topics/faq.yaml", "pictures/captions.yaml")


def told(folder: Path, name: str) -> list[str]:
    """Give what is told of a file of this name."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("topic: x", "utf-8")
    return [str(mistake) for mistake in unread_files(folder, READ)]


@pytest.mark.parametrize(
    ("saved_as", "meant"),
    [
        ("topics/newsletter.yaml.txt", "newsletter.yaml"),
        ("topics/newsletter.yml", "newsletter.yaml"),
        ("topics/newsletter.txt", "newsletter.yaml"),
        ("topics/newsletter", "newsletter.yaml"),
        ("topics/Newsletter.YAML.docx", "Newsletter.yaml"),
        ("guides/mailspring.json", "mailspring.yaml"),
        ("settings.txt", "settings.yaml"),
        ("club", "club.yaml"),
        ("languages/fr/topics/faq.txt", "faq.yaml"),
        ("pictures/captions.yaml.txt", "captions.yaml"),
    ],
)
def test_a_name_that_was_meant_to_be_read(tmp_path: Path, saved_as: str, meant: str) -> None:
    assert told(tmp_path, saved_as) == [f"{saved_as}: The bot reads only files that end in .yaml. Call it {meant}."]


@pytest.mark.parametrize(
    "name",
    [
        "topics/faq.yaml~",
        "topics/.faq.yaml.swp",
        "topics/faq.yaml.bak",
        "settings.yaml.old",
        "topics/Thumbs.db",
        ".git/topics/faq.yml",
        "README.md",
        "topics/README.md",
        "schema/settings.json",
        "export/note.de.txt",
        "pictures/pop3-imap.de.png",
    ],
)
def test_what_nobody_means_to_be_read(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, name) == []


def test_a_folder_in_a_folder_of_content_is_not_looked_into(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "topics/alt/backup.yaml")
    assert one.endswith("Nothing reads this file. Put it into topics/ itself: the bot does not look into folders in there.")


def test_where_the_right_file_is_there_as_well_the_new_one_goes_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("mail_server: alt.example", "utf-8")
    (one,) = told(tmp_path, "settings.yaml.txt")
    assert one.endswith("Put it in the place of settings.yaml, or delete it.")


@pytest.mark.parametrize("saved_as", ["settings.yaml.txt", "settings.yml", "settings", "settings.YAML"])
def test_a_file_that_the_bot_needs_is_found_under_its_wrong_name(tmp_path: Path, saved_as: str) -> None:
    (tmp_path / saved_as).write_text("mail_server: x", "utf-8")
    (tmp_path / "settings.yaml.bak").write_text("mail_server: x", "utf-8")
    assert str(text_of(tmp_path / "settings.yaml", "settings.yaml")).endswith(f"missing. Rename `{saved_as}`.")


def test_the_whole_check_tells_it(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    shutil.copy(folder / "topics" / "faq.yaml", folder / "topics" / "newsletter.yaml.txt")
    assert [mistake.file for mistake in check_content(folder).mistakes] == ["topics/newsletter.yaml.txt"]
