"""`python bot.py … | head`: whoever reads what is printed goes before its end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ways.common import HERE
from ways.reader import READER_GONE, until_reader_goes

FULL = Path("/dev/full")
WAYS = (["ask"], ["schema", "written"], ["export", "written"], ["--help"])


def unread() -> int:
    """Give the end to write to of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def run(*arguments: str, folder: Path, buffered: bool) -> subprocess.CompletedProcess[bytes]:
    output = unread()
    environment = {**os.environ, "CONTENT_DIR": str(HERE / "content"), "PYTHONUNBUFFERED": "" if buffered else "1"}
    try:
        return subprocess.run(
            [sys.executable, str(HERE / "bot.py"), *arguments],
            check=False,
            cwd=folder,
            env=environment,
            input=b"imap port?\npop3 port?\n",
            stdout=output,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    finally:
        os.close(output)


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_the_bot_ends_without_a_word_and_as_by_the_signal(way: list[str], tmp_path: Path) -> None:
    ended = run(*way, folder=tmp_path, buffered=True)
    assert (ended.stderr, ended.returncode) == (b"", READER_GONE)


def test_so_it_does_in_the_midst_of_printing(tmp_path: Path) -> None:
    ended = run("ask", folder=tmp_path, buffered=False)
    assert (ended.stderr, ended.returncode) == (b"", 141)


def test_another_pipe_that_breaks_is_no_reader_gone() -> None:
    with os.fdopen(unread(), "wb", buffering=0) as pipe, pytest.raises(BrokenPipeError), until_reader_goes():
        pipe.write(b"x")


def test_what_was_printed_has_been_read_when_the_bot_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Standard error is closed, which is nobody's trouble."""
    with (tmp_path / "printed").open("w") as file:
        monkeypatch.setattr(sys, "stdout", file)
        monkeypatch.setattr(sys, "stderr", None)
        with until_reader_goes():
            print("993")
        assert (tmp_path / "printed").read_text() == "993\n"


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("way", ["ask", "schema"])
def test_no_room_for_what_is_printed_is_told_in_one_line(way: str, tmp_path: Path) -> None:
    with FULL.open("wb") as full:
        ended = subprocess.run(
            [sys.executable, str(HERE / "bot.py"), way, "imap port"],
            check=False,
            cwd=tmp_path,
            env={**os.environ, "CONTENT_DIR": str(HERE / "content")},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert (ended.stderr, ended.returncode) == (b"What is printed cannot be written: No space left on device.\n", 1)


def test_from_a_closed_standard_input_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with until_reader_goes():
        assert list(sys.stdin) == []
        sys.stdin.close()
