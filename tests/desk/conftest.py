"""The project's own content as the desk reads it, once for all tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from desk.edition import Edition, read_edition
from desk.why import Mind

ROOT = Path(__file__).parents[2]
CONTENT, DATA = ROOT / "content", ROOT / "data"


@pytest.fixture(scope="session")
def edition() -> Edition:
    reading = read_edition(CONTENT)
    assert not reading.mistakes
    assert reading.edition is not None
    return reading.edition


@pytest.fixture(scope="session")
def mind(edition: Edition) -> Mind:
    return Mind(edition, Assistant(edition.content, DATA), edition.typed(DATA))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content to change."""
    copy = tmp_path / "content"
    shutil.copytree(CONTENT, copy)
    return copy


def save(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def line_of(file: str, part: str) -> int:
    """Where something stands in the content, counted from 1."""
    lines = (CONTENT / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if part in line)
