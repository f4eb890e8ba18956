"""What is looked up of the small signs found in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.understanding.lexicon import Hit
from assistant.understanding.slot_filling import read_slots
from assistant.understanding.small_words import SmallWords
from assistant.understanding.text import sentences

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots


@pytest.fixture
def read() -> Slots:
    (sentence,) = sentences("warum geht es nicht")
    hits = (Hit(0, 1, "cue", "why", "warum"), Hit(1, 4, "cue", "wrong", "geht es nicht"), Hit(3, 4, "cue", "denies", "nicht"))
    return read_slots(sentence, hits, SmallWords(*([frozenset()] * len(SmallWords._fields))))


def test_one_or_all_of_several(read: Slots) -> None:
    assert read.has_any(("which", "why"))
    assert not read.has_any(("which", "mail"))
    assert read.has_all(("why", "denies"))
    assert not read.has_all(("why", "which"))


def test_their_words_and_places(read: Slots) -> None:
    assert [hit.words for hit in read.hits_of("denies", "which", "why")] == ["nicht", "warum"]
    assert read.places_of("denies", "wrong") == {1, 2, 3}
    assert read.places_of("which") == set()


def test_beginning_with_them_or_being_made_of_them(read: Slots) -> None:
    assert read.begins_with("which", "why")
    assert not read.begins_with("denies")
    assert read.consists_of("why", "wrong")
    assert not read.consists_of("why", "denies")
