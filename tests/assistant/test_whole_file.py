"""What cannot be written to its end leaves nothing behind, and what was left by a killed process goes with the next writing."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant import kept
from assistant.topics.classifier import TopicClassifier
from assistant.whole_file import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOM = 3000
"""Bytes that a file can have."""
TOPICS = {"music": ["loud jazz", "play a song", "jazz and a song"], "food": ["boil an egg", "bake bread", "eggs and bread"]}


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """Keep files small: what fits is written and the rest refused, as on a full disk (setrlimit(2), RLIMIT_FSIZE).

    No longer than the body: what the tests print may go to a file too.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


@pytest.mark.parametrize("thing", [b"x" * 2 * ROOM, np.ones(ROOM * 8)], ids=["in one piece", "in several"])
def test_a_full_disk_leaves_no_half_file(tmp_path: Path, thing: object) -> None:
    with full_disk():
        kept.save(tmp_path, "thing-1", thing)
    assert list(tmp_path.iterdir()) == []


def test_what_was_learned_and_finds_no_room_leaves_no_half_file_and_does_its_work(tmp_path: Path) -> None:
    with full_disk():
        classifier = TopicClassifier.train(TOPICS, cache=tmp_path)
    assert classifier.rank("louder jazz")[0][0] == "music"
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_stays_when_the_new_one_fails(tmp_path: Path) -> None:
    target = tmp_path / "thing.kept"
    target.write_bytes(b"old")
    with contextlib.suppress(KeyboardInterrupt), written_whole(target) as file:
        file.write(b"new")
        raise KeyboardInterrupt
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"thing.kept": b"old"}


def test_what_a_killed_process_left_goes_an_hour_later_but_not_what_others_are_writing(tmp_path: Path) -> None:
    left, written = tmp_path / "tmpleft1234.kept", tmp_path / "tmpwritten1.kept"
    for file in (left, written):
        file.write_bytes(b"half")
    hours_ago = time.time() - 2 * 3600
    os.utime(left, (hours_ago, hours_ago))
    kept.save(tmp_path, "thing-1", "whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["thing-1.kept", written.name]
