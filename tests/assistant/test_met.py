"""Words of members' own are forgotten, wherever they were looked up."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from assistant import met
from assistant.met import Met, forget_words

if TYPE_CHECKING:
    import pytest


def test_what_was_worked_out_is_given_again_until_it_is_forgotten() -> None:
    words: Met[int] = Met()
    assert words.keep("quastenberg", 7) == 7
    assert words["quastenberg"] == 7
    forget_words()
    assert not words


def test_what_is_read_from_a_file_is_forgotten_too() -> None:
    words: Met[int] = Met()
    words.keep("quastenberg", 7)
    read = pickle.loads(pickle.dumps(words))  # noqa: S301 - just written
    assert read["quastenberg"] == 7
    forget_words()
    assert not read


def test_it_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(met, "_MOST", 3)
    words: Met[int] = Met()
    for number in range(10):
        words.keep(str(number), number)
    assert len(words) <= 3
    assert words["9"] == 9
