"""A slip in the bot's own words: the check names the file and line, and never falls over what it cannot tell without them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.load import load_content
from assistant.knowledge.loaded import ContentError
from desk.edition import read_edition
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

_FILES = sorted(file.name for file in (CONTENT_FOLDER / "words").glob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy: Path = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, copy)
    return copy


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize("name", _FILES)
def test_a_colon_left_out_is_told_with_its_line_and_nothing_else(folder: Path, name: str) -> None:
    file = folder / "words" / name
    lines = file.read_text("utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line[0].islower() and line.endswith(":\n"))
    lines[at] = lines[at].replace(":", "")
    file.write_text("".join(lines), "utf-8")

    (told,) = mistakes(folder)
    assert told.startswith(f"words/{name}:{at + 1}:")
    assert "colon is missing" in told


def test_a_word_that_tells_values_is_named_when_it_is_gone(folder: Path) -> None:
    file = folder / "words" / "guide.yaml"
    file.write_text(file.read_text("utf-8").replace("\nnot_encrypted_but:", "\nnot_encrypted_butt:"), "utf-8")
    told = mistakes(folder)
    assert any("`not_encrypted_but` is missing" in one and "`not_encrypted_butt`" in one for one in told), told


@pytest.mark.parametrize("name", _FILES)
def test_words_of_a_deleted_file_are_named(folder: Path, name: str) -> None:
    (folder / "words" / name).unlink()
    assert any("is missing; the bot says it" in one for one in mistakes(folder))


def test_the_page_for_webmasters_tells_it_too(folder: Path) -> None:
    (folder / "words" / "answers.yaml").unlink()
    reading = read_edition(folder)
    assert reading.edition is None
    assert any("is missing; the bot says it" in mistake.what for mistake in reading.mistakes)
