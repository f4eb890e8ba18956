"""Buttons that members cannot tell apart, and names that do not fit on one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.content_check.names import name_mistakes
from assistant.content_check.report import Format, Report
from assistant.content_file import load_file
from assistant.knowledge.load import read_content
from assistant.knowledge.mistake_words import MistakeTeller, MistakeWords
from assistant.knowledge.mistakes import Mistake
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = MistakeTeller(load_file(CONTENT_FOLDER, "mistakes.yaml", MistakeWords), "de")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, copy)
    return copy


def advice(folder: Path) -> list[str]:
    found = list(name_mistakes(read_content(folder)))
    assert all(mistake.is_advice and mistake.line for mistake in found)
    return [GERMAN.told(mistake).written("Ratschlag").partition("\n")[0] for mistake in found]


def test_the_shipped_names_can_be_told_apart() -> None:
    assert not list(name_mistakes(read_content(CONTENT_FOLDER)))


def test_a_copied_guide_of_which_only_the_program_was_changed(folder: Path) -> None:
    text = (folder / "guides" / "other.yaml").read_text("utf-8")
    (folder / "guides" / "spike.yaml").write_text(text.replace("program: other", "program: spike"), "utf-8")
    name, words = advice(folder)
    assert "guides/spike.yaml:3:8: Ratschlag: `Anderes Mailprogramm` steht auch in guides/other.yaml, Zeile 3:" in name
    assert "`anderes programm` steht auch bei den Wörtern von guides/other.yaml." in words


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "topics/faq.yaml",
            'title: {de: "',
            'title: {de: "Datenschutz", en: "x"}\n#',
            "`Datenschutz` steht auch in topics/faq.yaml,",
        ),
        (
            "trouble/full.yaml",
            "title: {de: ",
            "title: {de: Das Postfach ist voll und nichts kommt mehr an, en: x}\n#",
            "werden die 46",
        ),
    ],
)
def test_titles(folder: Path, file: str, old: str, new: str, told: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert any(told in one for one in advice(folder))


def test_advice_is_called_so_in_the_readers_language() -> None:
    report = Report((Mistake("a.yaml", 1, 2, "Nothing reads this file.", is_advice=True),), None)
    assert report.written(Format.TEXT).startswith("a.yaml:1:2: advice: Nothing reads this file.")
    assert report.told_by(GERMAN).written(Format.TEXT).startswith("a.yaml:1:2: Ratschlag: Diese Datei liest niemand.")
