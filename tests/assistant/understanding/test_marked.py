"""For which of the words found the classifier reads a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.lexicon import Hit
from assistant.understanding.marked import MARKED
from assistant.understanding.slot_filling import read_slots
from assistant.understanding.small_words import SmallWords
from assistant.understanding.text import sentences

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

_NO_SMALL_WORDS = SmallWords(*([frozenset()] * len(SmallWords._fields)))


def _marks(kind: str, value: str) -> set[str]:
    (sentence,) = sentences("nanu")
    read = read_slots(sentence, (Hit(0, 1, kind, value, "nanu"),), _NO_SMALL_WORDS)
    return set(read.marked.split()) - {"nanu"}


def test_every_small_sign_that_the_classifier_reads_stands_in_the_content(content: Content) -> None:
    assert content.vocabulary.cue.root.keys() >= MARKED


def test_a_small_sign_is_silent_unless_it_is_listed() -> None:
    assert _marks("cue", "which") == {"qc_which"}
    assert not _marks("cue", "brand_new")


def test_everything_else_is_read() -> None:
    assert _marks("topic", "brand_new") == {"qt_brandnew"}
    assert _marks("number", "incoming") == {"qn_port"}
