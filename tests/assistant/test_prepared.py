"""The second start only reads what the first one made, but never what belongs to another content or another code."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant import prepared, preparing
from assistant.knowledge.mistakes import ContentError
from assistant.prepared import prepare
from tests.handlers.small_content import CONTENT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(CONTENT, tmp_path / "content")


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("loaded again")


def test_the_second_start_reads_what_the_first_made(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = prepare(folder, tmp_path / "cache")
    monkeypatch.setattr(preparing, "load_content", _refuse)
    second = prepare(folder, tmp_path / "cache")
    question = "welcher port für imap?"
    assert second.assistant.ask(question) == first.assistant.ask(question)
    assert second.typed.understand("weiter") == first.typed.understand("weiter")
    assert second.assistant.content == first.assistant.content


def test_a_changed_content_is_loaded(folder: Path, tmp_path: Path) -> None:
    prepare(folder, tmp_path / "cache")
    settings = folder / "settings.yaml"
    settings.write_text(settings.read_text().replace("993", "1993"))
    told = prepare(folder, tmp_path / "cache").assistant.ask("imap port eingang").answer
    assert told is not None
    assert "1993" in told.plain


def test_a_changed_code_makes_everything_anew(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(folder, tmp_path / "cache")
    code = tmp_path / "code"
    code.mkdir()
    (code / "new.py").write_text("VALUE = 1")
    monkeypatch.setattr(prepared, "_CODE", code)
    monkeypatch.setattr(preparing, "load_content", _refuse)
    with pytest.raises(AssertionError, match="loaded again"):
        prepare(folder, tmp_path / "cache")


def test_mistakes_are_told_although_it_was_right_before(folder: Path, tmp_path: Path) -> None:
    prepare(folder, tmp_path / "cache")
    (folder / "settings.yaml").write_text("mail_server: 5")
    with pytest.raises(ContentError):
        prepare(folder, tmp_path / "cache")


def test_what_is_saved_while_it_is_read_is_not_kept(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    states = iter(("before", "after"))
    monkeypatch.setattr(prepared, "fingerprint", lambda _: next(states))
    prepare(folder, tmp_path / "cache")
    assert not list((tmp_path / "cache").glob("*.kept"))
