"""Phrases of several words and what they mean: a tree whose branches are numbers in a table, a third of a dictionary's size."""

from __future__ import annotations

from array import array
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from assistant.topics.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Meaning = tuple[str, str]
"""Kind and value, such as `("aspect", "port")`."""
_WORD = 20
"""Bits of a word in a branch."""


class Found(NamedTuple):
    """A phrase in a row of words."""

    start: int
    end: int
    """After its last word."""
    meanings: tuple[Meaning, ...]


class PhraseTree:
    """Phrases of two words and more. Immutable after it was built.

    A place in the tree is a number: that of a word for a beginning, a higher one for each branch behind it.
    """

    def __init__(self, phrases: Mapping[tuple[str, ...], tuple[Meaning, ...]]) -> None:
        """Build it of the words of phrases, and of what each means."""
        beginnings = dict.fromkeys(intern(phrase[0]) for phrase in phrases)
        words = {**beginnings, **dict.fromkeys(intern(word) for phrase in phrases for word in phrase)}
        self._beginnings = len(beginnings)
        """The numbers of words that begin a phrase run up to this."""
        self._numbers = {word: number for number, word in enumerate(words, 1)}
        branches: dict[int, int] = {}
        ends: dict[int, tuple[Meaning, ...]] = {}
        for phrase, meanings in phrases.items():
            place, *behind = map(self._numbers.__getitem__, phrase)
            for number in behind:
                place = branches.setdefault(place << _WORD | number, len(words) + len(branches) + 1)
            ends[place] = meanings
        self._branches = Index(branches)
        self._meanings = list(dict.fromkeys(ends.values()))
        number_of = {meanings: number for number, meanings in enumerate(self._meanings, 1)}
        self._ends = array("H", bytes(2 * (len(words) + len(branches) + 1)))
        """Of each place the number of what the phrase that ends there means; 0 where none ends."""
        for place, meanings in ends.items():
            self._ends[place] = number_of[meanings]

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Find all phrases in a row of words, also those inside longer ones, in the order in which they begin."""
        numbers = [*map(self._numbers.get, words), None]
        branch, ends, meanings, beginnings = self._branches.get, self._ends, self._meanings, self._beginnings
        for start, first in enumerate(numbers):
            if first is None or first > beginnings:
                continue
            place, at = first, start + 1
            while (number := numbers[at]) is not None and (place := branch(place << _WORD | number)):
                at += 1
                if end := ends[place]:
                    yield Found(start, at, meanings[end - 1])
