"""Words of members' own are forgotten, wherever they were looked up."""

from __future__ import annotations

import asyncio
import pickle
from typing import TYPE_CHECKING

from assistant import met
from assistant.met import Met, forget_words, keep_forgetting_words

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


async def test_they_are_forgotten_every_now_and_then_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(met, "_LASTS", 0)
    words: Met[int] = Met()
    forgetting = asyncio.create_task(keep_forgetting_words())
    async with asyncio.timeout(30):
        for _ in range(2):
            words.keep("quastenberg", 7)
            while words:  # noqa: ASYNC110 - that is what is waited for
                await asyncio.sleep(0)
    forgetting.cancel()
    await asyncio.gather(forgetting, return_exceptions=True)
