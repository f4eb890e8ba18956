"""What was made once is read from a file at the next start; a file that is not whole and ours is as good as none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant import kept

if TYPE_CHECKING:
    from pathlib import Path

THING = {"words": ["port", "server"], "weights": np.arange(20_000, dtype=np.float32), "few": np.arange(3), "more": np.ones(9000)}


def _file(folder: Path) -> Path:
    (file,) = folder.glob("*.kept")
    return file


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    kept.save(tmp_path / "new", "thing-1", THING)
    found = kept.load(tmp_path / "new", "thing-1")
    assert found["words"] == THING["words"]
    assert all((found[name] == THING[name]).all() for name in ("weights", "few", "more"))


def test_large_arrays_are_mapped_and_so_nobody_writes_to_them(tmp_path: Path) -> None:
    kept.save(tmp_path, "thing-1", THING)
    found = kept.load(tmp_path, "thing-1")
    assert not found["weights"].flags.writeable
    assert found["few"].flags.writeable


def test_a_thing_without_arrays(tmp_path: Path) -> None:
    kept.save(tmp_path, "thing-1", ["port"])
    assert kept.load(tmp_path, "thing-1") == ["port"]


def test_there_is_nothing_under_another_name(tmp_path: Path) -> None:
    kept.save(tmp_path, "thing-1", THING)
    assert kept.load(tmp_path, "thing-2") is None
    assert kept.load(tmp_path / "missing", "thing-1") is None


@pytest.mark.parametrize("size", [0, 10, 150, 40_000])
def test_a_file_that_is_cut_off_is_as_good_as_none(tmp_path: Path, size: int) -> None:
    kept.save(tmp_path, "thing-1", THING)
    os.truncate(_file(tmp_path), size)
    assert kept.load(tmp_path, "thing-1") is None


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    kept.save(tmp_path, "thing-1", THING)
    file = _file(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"server", b"sErver"))
    assert kept.load(tmp_path, "thing-1") is None


def test_a_file_that_others_could_have_written_is_not_read(tmp_path: Path) -> None:
    kept.save(tmp_path, "thing-1", THING)
    _file(tmp_path).chmod(0o666)
    assert kept.load(tmp_path, "thing-1") is None


def test_every_account_may_read_it_because_the_image_is_made_by_another_than_runs_it(tmp_path: Path) -> None:
    kept.save(tmp_path, "thing-1", THING)
    assert _file(tmp_path).stat().st_mode & 0o777 == 0o644


def test_only_a_few_of_a_kind_are_kept(tmp_path: Path) -> None:
    for number in range(9):
        kept.save(tmp_path, f"thing-{number}", number)
    kept.save(tmp_path, "other-1", "kept")
    assert len(list(tmp_path.glob("thing-*.kept"))) == 4
    assert kept.load(tmp_path, "thing-8") == 8
    assert kept.load(tmp_path, "other-1") == "kept"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept.save(tmp_path / "file", "thing-1", THING)
    assert kept.load(tmp_path / "file", "thing-1") is None
