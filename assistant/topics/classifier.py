"""The classifier as others use it: train on phrases, rank texts."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from assistant.spelling import Spelling
from assistant.topics import cache as files
from assistant.topics.features import LETTERS, PAIR, WEIGHTS, WORD, of_word, pairs, words
from assistant.topics.training import Weights, train

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_NOTHING = -1.0
"""The score of every label for a text without any known feature."""
_STRANGE = 4.0
"""How much what was never seen counts against what is known: it tells a text of another subject, but seldom between labels."""
_WORDS_TELL = 3.0
"""How much more than a letter group a word tells about whether a text is of a known subject."""
_QUARTERS_AS_WRITTEN, _QUARTERS_AS_MEANT = 3, 1
"""How the letter groups of a mistyped word count; not every word that looks like a slip is one."""
_REMEMBERED = 5000
_LIKE_NOTHING, _LIKE_A_PHRASE = -0.84, 0.37


def likeness(score: float) -> float:
    """Turn a score into a share of certainty: 0 for 'like nothing known', 1 for 'like one of the phrases'."""
    return max(0.0, min(1.0, (score - _LIKE_NOTHING) / (_LIKE_A_PHRASE - _LIKE_NOTHING)))


class _Word(NamedTuple):
    """What a written word stands for."""

    meant: str
    """The known word it is a slip of, else itself."""
    places: list[int]
    """Of its features that are known and certain."""
    quarters: list[int]
    """Places of the letter groups of a mistyped word, each as often as it counts in quarters."""
    strange: float
    """How much its unknown features count."""


class TopicClassifier:
    """Ranks labels for texts. Immutable after training, but for bounded memories of words it has met."""

    def __init__(self, weights: Weights) -> None:
        self._labels = weights.labels
        self._index = {feature: at for at, feature in enumerate(weights.vocabulary)}
        self._importance = weights.importance
        tells = {kind: weight**2 * (_WORDS_TELL if kind == WORD else 1.0) for kind, weight in WEIGHTS.items()}
        self._unseen = {kind: _STRANGE * told * weights.unseen**2 for kind, told in tells.items()}
        self._tells = np.array([_WORDS_TELL if feature[0] == WORD else 1 for feature in weights.vocabulary], np.float32)
        self._tells *= weights.importance**2
        self._matrix = weights.matrix
        self._bias = weights.bias
        self._words: dict[str, _Word] = {}
        self._spelling = Spelling(feature[1:] for feature in weights.vocabulary if feature[0] == WORD)

    @classmethod
    def train(cls, phrases: Mapping[str, Sequence[str]], cache: Path | None = None) -> Self:
        """Train on example phrases.

        Args:
            phrases: Label → its phrases, a handful or more each.
            cache: A folder for the trained weights, keyed by a hash of the phrases.

        Raises:
            ValueError: there is no phrase at all.
        """
        name = files.fingerprint(phrases)
        weights = files.load(cache, name) if cache is not None else None
        if weights is None:
            pairs = [(label, words(text)) for label, texts in phrases.items() for text in texts]
            if not pairs:
                raise ValueError("a classifier needs at least one phrase")
            weights = train([found for _, found in pairs], [label for label, _ in pairs])
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
        read = [self._word(written) for written in words(text)]
        strange, certain, quarters = 0.0, Counter[int](), Counter[int]()
        for word in read:
            certain.update(word.places)
            quarters.update(word.quarters)
            strange += word.strange
        for pair in pairs([word.meant for word in read]):
            at = self._index.get(pair)
            if at is None:
                strange += self._unseen[PAIR]
            else:
                certain[at] += 1
        found: dict[int, float] = {**certain}
        for at, times in quarters.items():
            found[at] = found.get(at, 0) + times / 4
        if not found:
            return [(label, _NOTHING) for label in self._labels]
        places = np.fromiter(found, np.intp, len(found))
        counts = np.fromiter(found.values(), np.float32, len(found))
        values = self._importance[places] * (np.minimum(counts, 1) + np.log(np.maximum(counts, 1)))
        scores = values @ self._matrix[places] / np.float32(np.linalg.norm(values)) + self._bias
        known = float(counts @ self._tells[places])
        scores = (scores - _NOTHING) * np.float32(math.sqrt(known / (known + strange))) + _NOTHING
        order = np.argsort(-scores, kind="stable").tolist()
        values_of = scores.tolist()
        return [(self._labels[number], values_of[number]) for number in order]

    def _word(self, written: str) -> _Word:
        known = self._words.get(written)
        if known is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            meant = self._spelling.known(written)
            word, *letters = map(self._index.get, of_word(meant))
            strange = letters.count(None) * self._unseen[LETTERS] + (self._unseen[WORD] if word is None else 0.0)
            quarters: list[int | None] = []
            if meant != written:
                as_written = list(map(self._index.get, of_word(written)[1:]))
                quarters, letters = _QUARTERS_AS_WRITTEN * as_written + _QUARTERS_AS_MEANT * letters, []
            known = self._words[written] = _Word(meant, _there([word, *letters]), _there(quarters), strange)
        return known


def _there(places: list[int | None]) -> list[int]:
    return [place for place in places if place is not None]
