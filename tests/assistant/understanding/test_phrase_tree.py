"""Phrases of several words in a row of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.phrase_tree import Meaning, PhraseTree

PORT: tuple[Meaning, ...] = (("aspect", "port"),)
ASKS: tuple[Meaning, ...] = (("cue", "which"), ("cue", "question"))
TREE = PhraseTree({("welcher", "port"): PORT, ("welcher", "port", "ist", "das"): ASKS, ("port", "ist"): PORT})
_FEW_WORDS = st.lists(st.sampled_from("abcd"), min_size=2, max_size=5).map(tuple)


def found(*words: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in TREE.find(words)]


def test_phrases_are_found_also_inside_longer_ones() -> None:
    assert [tuple(one) for one in TREE.find(("und", "welcher", "port", "ist", "das"))] == [
        (1, 3, PORT),
        (1, 5, ASKS),
        (2, 4, PORT),
    ]


def test_a_phrase_that_breaks_off_is_none() -> None:
    assert found("welcher") == []
    assert found("welcher", "server") == []
    assert found("welcher", "port", "ist") == [(0, 2), (1, 3)]
    assert found() == []
    assert list(PhraseTree({}).find(("welcher", "port"))) == []


@given(st.dictionaries(_FEW_WORDS, st.just(PORT)), st.lists(st.sampled_from("abcde"), max_size=12))
def test_it_finds_what_a_dictionary_finds(phrases: dict[tuple[str, ...], tuple[Meaning, ...]], words: list[str]) -> None:
    spans = [(start, end) for start in range(len(words)) for end in range(start + 2, len(words) + 1)]
    wanted = [(start, end) for start, end in spans if tuple(words[start:end]) in phrases]
    assert [(one.start, one.end) for one in PhraseTree(phrases).find(words)] == wanted
