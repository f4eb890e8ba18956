"""What stands on buttons is filled: nobody sees a reference of the content."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.intent import Intent
from assistant.knowledge.load import load_content
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.assistant import Assistant


def test_no_title_shows_a_reference(assistant: Assistant) -> None:
    content = assistant.content
    asked = [Intent(topic=name) for name in (*content.topics, *(f"trouble:{tree}" for tree in content.trouble))]
    for language in content.languages:
        titles = {intent.key: assistant.title(intent, language) for intent in asked}
        assert {key: title for key, title in titles.items() if "{" in title or "`" in title} == {}


def test_no_button_below_an_answer_shows_a_reference(assistant: Assistant) -> None:
    content = assistant.content
    for language in content.languages:
        for name in content.topics:
            answer = assistant.answer(Intent(topic=name), language)
            assert answer is not None
            assert [action.label for action in answer.actions if "{" in action.label] == []


def test_the_abbreviation_stands_on_its_button(assistant: Assistant) -> None:
    assert assistant.title(Intent(topic="club_name"), "de") == "Was heißt KfSB?"
    assert assistant.title(Intent(topic="club_name"), "en") == "What does KfSB mean?"


def test_a_value_in_any_title_is_shown_as_plain_words(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    for file, key in (("topics/backup.yaml", "title"), ("trouble/full.yaml", "title"), ("guides/other.yaml", "name")):
        _rename(folder / file, key)
    content = load_content(folder)
    shown = (content.topics["backup"].title, content.trouble["full"].title, content.guides["other"].name)
    assert {text.get("en") for text in shown} == {"Mails to @kolping-schoenau.de"}


def _rename(file: Path, key: str) -> None:
    lines = file.read_text("utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    lines[place] = f'{key}: {{de: "Mails an @{{club.domain}}", en: "Mails to @{{club.domain}}"}}\n'
    file.write_text("".join(lines), "utf-8")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("was ist mit Position gemeint", "trägst du ein: Deine Position KfSB"),
        ("was heißt da Position?", "trägst du ein: Deine Position KfSB"),
        ("which position do I write there", "enter: Your position KfSB"),
        ("what is meant by position", "enter: Your position KfSB"),
    ],
)
def test_the_position_is_that_of_the_name_field(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask(asked).answer
    assert answer is not None
    assert told in answer.plain
