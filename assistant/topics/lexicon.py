"""What each word says for the labels: known words, slips of them, and words that only share letter groups with known ones."""

from __future__ import annotations

import math
from array import array
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from assistant.met import Met
from assistant.spelling import Spelling
from assistant.topics.features import BEGIN, END, LETTERS, PAIR, RARE, WEIGHTS, WORD, kind, neighbours_of
from assistant.topics.index import Index, key_of_group, key_of_pair, keys_of_groups, keys_of_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.topics.counting import Matrix
    from assistant.topics.training import Weights

_STRANGE = 3.5
"""How much what was never seen counts against what is known: it tells a text of another subject, but seldom between labels."""
WORDS_TELL = 3.0
"""How much more than a letter group a word tells about whether a text is of a known subject."""
_AS_WRITTEN = 0.5
"""Share of a mistyped word's letter groups that counts as written, the rest as meant: not all that looks like a slip is one."""
MEASURES = 3
"""Numbers at the end of a `Word` that tell how much it counts: `square`, `known` and `strange`."""
_READY = 5000
IN_PAIRS_RARE, _IN_PAIRS_BEGIN, _IN_PAIRS_END = range(2**20 - 3, 2**20)
"""In pairs: the numbers of what stands for words, beside those of the words themselves."""

_ONES = np.ones(1024, np.float32)


def total(rows: Matrix) -> Matrix:
    """Add rows up: as a product with ones, which takes half as long as a sum where they are few."""
    ones = _ONES[: len(rows)] if len(rows) <= len(_ONES) else np.ones(len(rows), np.float32)
    added: Matrix = ones.dot(rows)
    return added


class _Letters(NamedTuple):
    """The letter groups of a word."""

    places: Sequence[int]
    """Of the known ones in the vocabulary."""
    square: float
    """Of the length of their vector."""
    known: float
    """How much the known ones tell that the text is of a known subject."""
    strange: float
    """How much those that are unknown count."""


class Word(NamedTuple):
    """What a written word says."""

    in_pairs: int
    """The number of what stands for it in pairs: itself or the known word it is a slip of, where phrases have it often enough."""
    says: Matrix | None
    """What it says, if it is a known word or like one."""
    places: Sequence[int]
    """The known features of any other word."""
    square: float
    known: float
    """How much its known features tell that the text is of a known subject."""
    strange: float


class Lexicon:
    """The features that were learned, and every word read with them."""

    def __init__(self, weights: Weights) -> None:
        at_word = {intern(feature[1:]): at for at, feature in enumerate(weights.vocabulary) if kind(feature) == WORD}
        self.numbers = {word: number for number, word in enumerate(at_word)}
        """Of the known words; in the order of what is ready."""
        self._letters, self._pairs = self._indexed(weights.vocabulary)
        self._matrix = weights.matrix
        self.squares = array("f", (weights.importance**2).tobytes())
        """Of the importance of each feature."""
        self.known_by = array("f", (weights.rarity**2).tobytes())
        """How much each feature tells that a text is of a known subject."""
        for at in self.between([IN_PAIRS_RARE, IN_PAIRS_RARE]):
            self.known_by[at] = 0.0  # two rare words side by side are of any subject
        self.unseen = {kind: _STRANGE * (weight * weights.unseen) ** 2 for kind, weight in WEIGHTS.items()}
        """How much an unknown feature of a kind counts."""
        self._rare_from = (WEIGHTS[WORD] * (weights.unseen - math.log(2.5))) ** 2  # between words of one phrase and of two
        self._spelling = Spelling(at_word)
        self._places = array("i", at_word.values())
        self.met: Met[Word] = Met()
        """Words that are not ready."""
        # Worked out beforehand, so that the first decisions are as quick as the later ones.
        ready = [self._known(word, at) for word, at in islice(at_word.items(), _READY)]
        self.ready = np.empty((len(ready), weights.matrix.shape[1] + MEASURES), np.float32)
        """A row a word: what it says, and then its measures."""
        for row, word in zip(self.ready, ready, strict=True):
            row[:-MEASURES], row[-MEASURES:] = word.says, word[-MEASURES:]
        self.in_pairs_of = array("I", [word.in_pairs for word in ready])

    def _indexed(self, vocabulary: Sequence[str]) -> tuple[Index, Index]:
        """Give where letter groups, and where pairs of words, are in the vocabulary."""
        numbers = {**self.numbers, RARE: IN_PAIRS_RARE, BEGIN: _IN_PAIRS_BEGIN, END: _IN_PAIRS_END}
        groups, pairs = {}, {}
        for at, feature in enumerate(vocabulary):
            if kind(feature) == LETTERS:
                groups[key_of_group(feature)] = at
            elif kind(feature) == PAIR and numbers.keys() >= set(words := neighbours_of(feature)):
                pairs[key_of_pair(*map(numbers.__getitem__, words))] = at
        return Index(groups), Index(pairs)

    def word(self, written: str) -> Word:
        """Give what a word says."""
        word = self.met.get(written)
        return self.met.keep(written, self._read(written)) if word is None else word

    def between(self, beside: list[int]) -> list[int]:
        """Give the places of the known pairs in a text, given as what stands for each of its words in pairs."""
        return self._pairs.find(keys_of_pairs([_IN_PAIRS_BEGIN, *beside, _IN_PAIRS_END])) if beside else []

    def say(self, places: Sequence[int]) -> Matrix:
        """Give what features say together, given as places in the vocabulary."""
        return total(self._matrix.take(places, axis=0).astype(np.float32))

    def _read(self, written: str) -> Word:
        number = self.numbers.get(written)
        if number is not None and number < len(self.ready):
            row = self.ready[number]
            return Word(self.in_pairs_of[number], row[:-MEASURES], (), *row[-MEASURES:].tolist())
        meant = self._spelling.known(written)
        number = self.numbers.get(meant)
        if number is None:
            return self._unknown(written)
        at = self._places[number]
        return self._known(written, at) if meant == written else self._slip(written, self.word(meant), at)

    def _unknown(self, written: str) -> Word:
        letters = self._letters_in(written)
        strange = letters.strange + WORDS_TELL * self.unseen[WORD]
        return Word(IN_PAIRS_RARE, None, letters.places, letters.square, letters.known, strange)

    def _known(self, word: str, at: int) -> Word:
        letters, of_word = self._letters_in(word), self.squares[at]
        says = self.say(letters.places) + self._matrix[at]
        return Word(
            self._in_pairs(at, word),
            says,
            (),
            letters.square + of_word,
            letters.known + WORDS_TELL * self.known_by[at],
            letters.strange,
        )

    def _slip(self, written: str, meant: Word, at: int) -> Word:
        """Give what a slip says: the word it is meant to be, with a share of the letter groups that were written."""
        letters, of_word = self._letters_in(written), self.squares[at]
        of_meant = np.float32(0.0) if meant.says is None else meant.says
        says = of_meant + np.float32(_AS_WRITTEN) * (self.say(letters.places) + self._matrix[at] - of_meant)
        square = meant.square + _AS_WRITTEN * (letters.square + of_word - meant.square)
        return Word(meant.in_pairs, says, (), square, meant.known, meant.strange)

    def _in_pairs(self, at: int, word: str) -> int:
        return self.numbers[word] if self.known_by[at] < self._rare_from else IN_PAIRS_RARE

    def _letters_in(self, word: str) -> _Letters:
        keys = keys_of_groups(word)
        places = self._letters.find(keys)
        square = sum([self.squares[at] for at in places])
        known = sum([self.known_by[at] for at in places])
        return _Letters(places, square, known, (len(keys) - len(places)) * self.unseen[LETTERS])
