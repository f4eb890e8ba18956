"""The classifier as others use it: train on phrases, rank texts."""

from __future__ import annotations

import math
from array import array
from itertools import islice
from operator import itemgetter
from sys import intern
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from assistant.spelling import Spelling
from assistant.topics import cache as files
from assistant.topics.features import (
    LETTERS,
    PAIR,
    RARE,
    WEIGHTS,
    WORD,
    folded_words,
    kind,
    letter_groups,
    pairs,
    words,
    words_of_name,
)
from assistant.topics.training import Weights, train

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from assistant.topics.counting import Matrix

_NOTHING = -1.0
"""The score of every label for a text without any known feature."""
_STRANGE = 3.0
"""How much what was never seen counts against what is known: it tells a text of another subject, but seldom between labels."""
_WORDS_TELL = 3.0
"""How much more than a letter group a word tells about whether a text is of a known subject."""
_AS_WRITTEN = 0.5
"""Share of a mistyped word's letter groups that counts as written, the rest as meant: not all that looks like a slip is one."""
_NAME_HELPS_BELOW = 20
"""Phrases of a label up to which its name tells something new. Of three public collections, 25 labels at a time, right answers
rose by 14 to 17 points with one phrase a label, 2 to 5 with three, up to 1 with ten, and not at all from twenty on."""
MOST_UNKNOWN = 10
"""Unknown words of a text that are looked at more closely; the others count as strange, as most of such a text is."""
_GROUPS_A_LETTER = 3
_SCORE = itemgetter(1)
_REMEMBERED = 5000
LIKE_NOTHING = -0.72
"""Score of a text that is like nothing known."""
_LIKE_A_PHRASE = 0.7
_HIGHEST = 100.0
_BEYOND = 0.05
"""Of two labels that are both as likely as can be, the one with more behind it is ahead by this much of the difference."""


def likeness(score: float) -> float:
    """Turn a score into a share of certainty: 0 for 'like nothing known', 1 for 'like one of the phrases'."""
    if score <= LIKE_NOTHING:
        return 0.0
    return min(1.0, (score - LIKE_NOTHING) / (_LIKE_A_PHRASE - LIKE_NOTHING))


def _examples(phrases: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    for label, texts in phrases.items():
        yield from ((label, words(text)) for text in texts)
        if 0 < len(texts) < _NAME_HELPS_BELOW and (of_name := words_of_name(label)):
            yield label, of_name


_SCORES = (LIKE_NOTHING, 0.0, _LIKE_A_PHRASE, _HIGHEST)
_CERTAINTIES = tuple(likeness(score) + _BEYOND * max(score, 0.0) for score in _SCORES)
"""How certain a label is by its score, in straight lines from one to the next."""


class _Letters(NamedTuple):
    """The letter groups of a word."""

    places: list[int]
    """Of the known ones in the vocabulary."""
    square: float
    """Of the length of their vector."""
    strange: float
    """How much those that are unknown count."""


class _Word(NamedTuple):
    """What a written word says."""

    in_pairs: str
    """What stands for it in pairs: itself or the known word it is a slip of, where phrases have it often enough."""
    says: Matrix | None
    """What it says, if it is a known word or like one."""
    places: list[int]
    """The known features of any other word."""
    square: float
    known: float
    """How much its known features tell that the text is of a known subject."""
    strange: float


class TopicClassifier:
    """Ranks labels for texts. Immutable after training, but for bounded memories of words it has met.

    A text is the sum of its words and pairs of words, so that what a word says for each label is worked out once.
    """

    def __init__(self, weights: Weights) -> None:
        self._labels = weights.labels
        self._groups = weights.groups
        words_at = {intern(feature[1:]): at for at, feature in enumerate(weights.vocabulary) if kind(feature) == WORD}
        self._index = {feature: at for at, feature in enumerate(weights.vocabulary) if kind(feature) != WORD}
        self._matrix = weights.matrix
        self._units = weights.units
        self._squares = array("f", (weights.importance**2).tobytes())
        self._unseen = {kind: _STRANGE * (weight * weights.unseen) ** 2 for kind, weight in WEIGHTS.items()}
        self._rare_from = (WEIGHTS[WORD] * (weights.unseen - math.log(2.5))) ** 2  # between words of one phrase and of two
        self._above_nothing = weights.bias - np.float32(_NOTHING)
        self._words: dict[str, _Word] = {}
        self._spelling = Spelling(words_at)
        self._numbers = {word: number for number, word in enumerate(words_at)}
        self._places = array("i", words_at.values())
        # Worked out beforehand, so that the first decisions are as quick as the later ones.
        ready = [self._known(word, at) for word, at in islice(words_at.items(), _REMEMBERED)]
        says: list[Matrix] = [word.says for word in ready if word.says is not None]
        self._says = np.array(says, np.float32).reshape(len(ready), weights.matrix.shape[1])
        self._measures = np.array([word[-3:] for word in ready]).reshape(len(ready), 3)
        self._in_pairs_of = [word.in_pairs for word in ready]

    @classmethod
    def train(
        cls,
        phrases: Mapping[str, Sequence[str]],
        cache: Path | None = None,
        groups: Mapping[str, Collection[str]] | None = None,
    ) -> Self:
        """Train on example phrases.

        Args:
            phrases: Label → its phrases, a handful or more each. Where they are few, the label's name counts as one more.
            cache: A folder for the trained weights, keyed by a hash of the phrases.
            groups: Group → its labels, where texts are to be told apart more coarsely, too; a label may be in none.

        Raises:
            ValueError: there is no phrase at all.
        """
        name = files.fingerprint(phrases, groups or {})
        weights = files.load(cache, name) if cache is not None else None
        if weights is None:
            examples = list(_examples(phrases))
            if not examples:
                raise ValueError("a classifier needs at least one phrase")
            weights = train([found for _, found in examples], [label for label, _ in examples], groups)
            if cache is not None:
                files.save(cache, name, weights)
        return cls(weights)

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Rank the labels for a text.

        Args:
            text: Any text; a bounded part of it is read.

        Returns:
            All labels with scores, best first. Scores of different texts can be compared: about 1 and more for a text like
            the phrases, 0 and less for one that is like none of them.
        """
        scores = self._scores(words(text), MOST_UNKNOWN)
        if scores is None:
            return [(label, _NOTHING) for label in self._labels]
        return sorted(zip(self._labels, scores.tolist(), strict=False), key=_SCORE, reverse=True)

    def opinion(self, text: str, closely: int = MOST_UNKNOWN) -> tuple[dict[str, float], dict[str, float]]:
        """Give how certain each label is, and the score of each group.

        Args:
            text: Any folded text; a bounded part of it is read.
            closely: How many of its unknown words are looked at more closely; the others count as strange.

        Returns:
            For each label its `likeness`, a little above 1 for the likelier ones of those that are as likely as can be; and for
            each group a score as `rank` gives it for labels.
        """
        scores = self._scores(folded_words(text), closely)
        if scores is None:
            return dict.fromkeys(self._labels, 0.0), dict.fromkeys(self._groups, _NOTHING)
        certain = np.interp(scores[: len(self._labels)], _SCORES, _CERTAINTIES).tolist()
        of_groups = scores[len(self._labels) :].tolist()
        return dict(zip(self._labels, certain, strict=True)), dict(zip(self._groups, of_groups, strict=True))

    def _scores(self, words_read: list[str], closely: int) -> Matrix | None:
        """Give the scores of the labels and then the groups; None for a text without any known feature."""
        ready: list[int] = []
        read: list[_Word] = []
        beside: list[str] = []
        strange_words = strange_letters = 0
        left, remembered, knows = closely, self._words, self._spelling.knows
        for written in words_read:
            number = self._numbers.get(written)
            if number is not None and number < len(self._in_pairs_of):
                ready.append(number)
                beside.append(self._in_pairs_of[number])
            elif knows(written) or left > 0:
                left -= not knows(written)
                word = remembered.get(written) or self._word(written)
                read.append(word)
                beside.append(word.in_pairs)
            else:
                strange_words += 1
                strange_letters += len(written)
                beside.append(RARE)
        between = list(map(self._index.get, pairs(beside)))
        known_pairs = [at for at in between if at is not None]
        in_pairs = sum([self._squares[at] for at in known_pairs])
        squares, known, strange = np.add.reduce(self._measures.take(ready, axis=0)).tolist()
        square = in_pairs + squares + sum([word.square for word in read])
        if not square:
            return None
        said = np.add.reduce(self._says.take(ready, axis=0))
        places = known_pairs + [at for word in read for at in word.places]
        if places:
            said += self._say(places)
        for word in read:
            if word.says is not None:
                said += word.says
        known += in_pairs + sum([word.known for word in read])
        strange += (
            between.count(None) * self._unseen[PAIR]
            + sum([word.strange for word in read])
            + strange_words * _WORDS_TELL * self._unseen[WORD]
            + strange_letters * _GROUPS_A_LETTER * self._unseen[LETTERS]
        )
        share = math.sqrt(known / (known + strange))
        many, (weight, shared) = len(self._above_nothing), self._units
        scores: Matrix = (
            np.array((share / math.sqrt(square) * weight, share / square * shared), np.float32) @ said.reshape(2, many)
            + self._above_nothing * np.float32(share)
            + np.float32(_NOTHING)
        )
        return scores

    def _word(self, written: str) -> _Word:
        word = self._words.get(written)
        if word is None:
            word = self._read(written)
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            self._words[written] = word
        return word

    def _read(self, written: str) -> _Word:
        number = self._numbers.get(written)
        if number is not None and number < len(self._says):
            square, known, strange = self._measures[number].tolist()
            return _Word(self._in_pairs_of[number], self._says[number], [], square, known, strange)
        meant = self._spelling.known(written)
        number = self._numbers.get(meant)
        if number is None:
            return self._unknown(written)
        at = self._places[number]
        return self._known(written, at) if meant == written else self._slip(written, self._word(meant), at)

    def _unknown(self, written: str) -> _Word:
        letters = self._letters_in(written)
        strange = letters.strange + _WORDS_TELL * self._unseen[WORD]
        return _Word(RARE, None, letters.places, letters.square, letters.square, strange)

    def _known(self, word: str, at: int) -> _Word:
        letters, of_word = self._letters_in(word), self._squares[at]
        says = self._say(letters.places) + self._matrix[at]
        return _Word(
            self._in_pairs(at, word),
            says,
            [],
            letters.square + of_word,
            letters.square + _WORDS_TELL * of_word,
            letters.strange,
        )

    def _slip(self, written: str, meant: _Word, at: int) -> _Word:
        """Give what a slip says: the word it is meant to be, with a share of the letter groups that were written."""
        letters, of_word = self._letters_in(written), self._squares[at]
        of_meant = np.float32(0.0) if meant.says is None else meant.says
        says = of_meant + np.float32(_AS_WRITTEN) * (self._say(letters.places) + self._matrix[at] - of_meant)
        square = meant.square + _AS_WRITTEN * (letters.square + of_word - meant.square)
        return _Word(meant.in_pairs, says, [], square, meant.known, meant.strange)

    def _in_pairs(self, at: int, word: str) -> str:
        return word if self._squares[at] < self._rare_from else RARE

    def _letters_in(self, word: str) -> _Letters:
        found = list(map(self._index.get, letter_groups(word)))
        places = [at for at in found if at is not None]
        square = sum([self._squares[at] for at in places])
        return _Letters(places, square, (len(found) - len(places)) * self._unseen[LETTERS])

    def _say(self, places: list[int]) -> Matrix:
        said: Matrix = np.add.reduce(self._matrix.take(places, axis=0), dtype=np.float32)
        return said
