"""The second start only reads what the first one made, but never what belongs to another content or another code."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from assistant import kept, prepared, preparing
from assistant.knowledge.loaded import ContentError
from assistant.prepare import last_good, prepare
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.prepared import Prepared


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Prepared, Path, Path]:
    """What a first start makes, with its folders."""
    place = tmp_path_factory.mktemp("first")
    folder = shutil.copytree(CONTENT_FOLDER, place / "content")
    return prepare(folder, place / "cache"), folder, place / "cache"


@pytest.fixture
def nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(subprocess, "run", refuse)
    monkeypatch.setattr(preparing, "made_from", refuse)


@pytest.mark.usefixtures("nothing_is_made")
def test_the_second_start_reads_what_the_first_made(first: tuple[Prepared, Path, Path]) -> None:
    made, folder, cache = first
    found = prepare(folder, cache)
    question = "welcher port für imap?"
    assert found.assistant.ask(question) == made.assistant.ask(question)
    assert found.typed.understand("weiter") == made.typed.understand("weiter")
    assert found.assistant.content == made.assistant.content


@pytest.mark.usefixtures("nothing_is_made")
def test_a_system_without_glibc_keeps_its_memory(first: tuple[Prepared, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def not_there(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", not_there)
    assert prepare(*first[1:]).assistant.ask("welcher port für imap?").answered


@pytest.mark.usefixtures("nothing_is_made")
def test_another_content_is_made_anew(first: tuple[Prepared, Path, Path], tmp_path: Path) -> None:
    _, folder, cache = first
    changed = shutil.copytree(folder, tmp_path / "content")
    settings = changed / "settings.yaml"
    settings.write_text(settings.read_text().replace("993", "1993"))
    with pytest.raises(AssertionError, match="made again"):
        prepare(changed, cache)


@pytest.mark.usefixtures("nothing_is_made")
def test_with_another_code_everything_is_made_anew(first: tuple[Prepared, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "_RUNNING", "another")
    with pytest.raises(AssertionError, match="made again"):
        prepare(*first[1:])


def test_what_was_good_last_is_still_there_when_mistakes_come(first: tuple[Prepared, Path, Path], tmp_path: Path) -> None:
    folder = shutil.copytree(first[1], tmp_path / "content")
    assert last_good(folder, first[2]) is None, "of this folder nothing is known yet"
    prepare(folder, tmp_path / "cache")
    (folder / "settings.yaml").write_text("kaputt: [")
    before = last_good(folder, tmp_path / "cache")
    assert before is not None
    assert before.assistant.ask("welcher port für imap?").answered


def test_mistakes_are_told_although_it_was_right_before(first: tuple[Prepared, Path, Path], tmp_path: Path) -> None:
    folder = shutil.copytree(first[1], tmp_path / "content")
    (folder / "settings.yaml").write_text("mail_server: 5")
    with pytest.raises(ContentError, match=r"settings\.yaml"):
        prepare(folder, first[2])


def test_where_nothing_can_be_written_it_is_made_each_time_but_only_once_and_the_log_says_so(
    first: tuple[Prepared, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    processes: list[object] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: processes.append(command))
    assert prepare(first[1], tmp_path / "file").assistant.ask("welcher port für imap?").answered
    assert not processes
    assert "Set CACHE_DIRECTORY" in caplog.text


def test_where_nothing_fits_any_more_the_log_says_so_too(
    first: tuple[Prepared, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    monkeypatch.setattr(kept, "save", lambda *_: None)
    with caplog.at_level("INFO"):
        prepare(first[1], tmp_path)
    assert "The content is read and learned" in caplog.text
    assert f"Nothing can be kept in {tmp_path}" in caplog.text


def test_what_is_saved_while_it_is_read_is_not_kept(
    first: tuple[Prepared, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = iter(("before", "after"))
    monkeypatch.setattr(preparing, "fingerprint", lambda _: next(states))
    monkeypatch.setattr(preparing, "made_from", lambda *_: first[0])
    preparing.keep(first[1], tmp_path)
    assert not list(tmp_path.glob("*.kept"))
