"""The classifier as others use it: train on phrases, rank texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Self

import numpy as np

from assistant.spelling import Spelling
from assistant.topics import cache as files
from assistant.topics.features import LETTERS, WEIGHTS, WORD, letter_groups, whole_words, words
from assistant.topics.training import Weights, train

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_NOTHING = -2.0
"""The score of every label for a text without any known feature."""
_REMEMBERED = 5000
_UNSEEN_SHARE = 1.0
"""How much features that were never seen lengthen a text: they make it less like everything known."""
_LIKE_NOTHING, _LIKE_A_PHRASE = -0.7, 0.7


def likeness(score: float) -> float:
    """Turn a score into a share of certainty: 0 for 'like nothing known', 1 for 'like one of the phrases'."""
    return max(0.0, min(1.0, (score - _LIKE_NOTHING) / (_LIKE_A_PHRASE - _LIKE_NOTHING)))


class TopicClassifier:
    """Ranks labels for texts. Immutable after training, but for bounded memories of words it has met."""

    def __init__(self, weights: Weights) -> None:
        self._labels = weights.labels
        self._index = {feature: at for at, feature in enumerate(weights.vocabulary)}
        self._importance = weights.importance
        self._unseen = {kind: _UNSEEN_SHARE * (weight * weights.unseen) ** 2 for kind, weight in WEIGHTS.items()}
        self._matrix = weights.matrix
        self._bias = weights.bias
        self._letters: dict[str, tuple[list[int], float]] = {}
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
        written = words(text)
        meant = [self._spelling.known(word) for word in written]
        unseen, found = 0.0, Counter[int]()
        for word in written:
            known, strange = self._letters_of(word)
            found.update(known)
            unseen += strange
        for feature in whole_words(meant):
            at = self._index.get(feature)
            if at is None:
                unseen += self._unseen[feature[0]]
            else:
                found[at] += 1
        if not found:
            return [(label, _NOTHING) for label in self._labels]
        at_all = np.fromiter(found, np.intp, len(found))
        values = self._importance[at_all] * (1 + np.log(np.fromiter(found.values(), np.float32, len(found))))
        length = float(np.sqrt(values @ values + unseen))
        scores = values @ self._matrix[at_all] / np.float32(length) + self._bias
        order = np.argsort(-scores, kind="stable").tolist()
        values_of = scores.tolist()
        return [(self._labels[number], values_of[number]) for number in order]

    def _letters_of(self, word: str) -> tuple[list[int], float]:
        """Give the places of a word's letter groups, and how much the unseen ones among them count."""
        remembered = self._letters.get(word)
        if remembered is None:
            if len(self._letters) >= _REMEMBERED:
                self._letters.clear()
            places = [self._index.get(group) for group in letter_groups(word)]
            strange = self._unseen[LETTERS] * places.count(None)
            remembered = self._letters[word] = [place for place in places if place is not None], strange
        return remembered
