"""The classifier as others use it: train on phrases, rank texts."""

from __future__ import annotations

import math
from operator import itemgetter
from typing import TYPE_CHECKING, Self

import numpy as np

from assistant.topics import cache as files
from assistant.topics.certainty import CERTAINTIES, SCORES
from assistant.topics.features import LETTERS, PAIR, WORD, folded_words, words, words_of_name
from assistant.topics.lexicon import IN_PAIRS_RARE, MEASURES, WORDS_TELL, Lexicon, total
from assistant.topics.training import Weights, train

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from assistant.topics.counting import Matrix
    from assistant.topics.lexicon import Word

_NAME_HELPS_BELOW = 20
"""Phrases of a label up to which its name tells something new. Of three public collections, 25 labels at a time, right answers
rose by 14 to 17 points with one phrase a label, 2 to 5 with three, up to 1 with ten, and not at all from twenty on."""
MOST_UNKNOWN = 10
"""Unknown words of a text that are looked at more closely; the others count as strange, as most of such a text is."""
_GROUPS_A_LETTER = 3
_SCORE = itemgetter(1)


def _examples(phrases: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    for label, texts in phrases.items():
        yield from ((label, words(text)) for text in texts)
        if 0 < len(texts) < _NAME_HELPS_BELOW and (of_name := words_of_name(label)):
            yield label, of_name


class TopicClassifier:
    """Ranks labels for texts. Immutable after training, but for a bounded memory of words it has met.

    A text is the sum of its words and pairs of words, so that what a word says for each label is worked out once.
    """

    def __init__(self, weights: Weights) -> None:
        self._labels = weights.labels
        self._groups = weights.groups
        self._units = weights.units
        self._from_nothing = np.array((weights.bias - weights.nothing, weights.nothing))
        self._lexicon = Lexicon(weights)

    @classmethod
    def train(
        cls,
        phrases: Mapping[str, Sequence[str]],
        cache: Path | None = None,
        groups: Mapping[str, Collection[str]] | None = None,
    ) -> Self:
        """Train on example phrases.

        Args:
            phrases: Label → its phrases, a handful or more each. Where they are few, the label's name counts as one more. A label
                called "none" stands for all that is about none of the others.
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
        return sorted(zip(self._labels, scores.tolist(), strict=False), key=_SCORE, reverse=True)

    def opinion(self, text: str, closely: int = MOST_UNKNOWN) -> tuple[dict[str, float], dict[str, float]]:
        """Give how certain each label is, and the score of each group.

        Args:
            text: Any folded text; a bounded part of it is read.
            closely: How many of its unknown words are looked at more closely; the others count as strange.

        Returns:
            For each label that is likely at all its `likeness`, a little above 1 for the likelier ones of those that are as
            likely as can be; and for each group a score as `rank` gives it for labels.
        """
        scores = self._scores(folded_words(text), closely)
        certain = np.interp(scores[: len(self._labels)], SCORES, CERTAINTIES).tolist()
        of_groups = scores[len(self._labels) :].tolist()
        # Only a third of them is likely: what is worked out of these takes as much less time.
        of_labels = {label: certainty for label, certainty in zip(self._labels, certain, strict=True) if certainty}
        return of_labels, dict(zip(self._groups, of_groups, strict=True))

    def _scores(self, words_read: list[str], closely: int) -> Matrix:
        """Give the scores of the labels and then the groups."""
        lexicon = self._lexicon
        ready: list[int] = []
        read: list[Word] = []
        beside: list[int] = []
        strange_words = strange_letters = 0
        left, met = closely, lexicon.met
        for written in words_read:
            number = lexicon.numbers.get(written)
            if number is not None and number < len(lexicon.in_pairs_of):
                ready.append(number)
                beside.append(lexicon.in_pairs_of[number])
            elif number is not None or left > 0:
                left -= number is None
                word = met.get(written) or lexicon.word(written)
                read.append(word)
                beside.append(word.in_pairs)
            else:
                strange_words += 1
                strange_letters += len(written)
                beside.append(IN_PAIRS_RARE)
        places = lexicon.between(beside)
        strange_pairs = len(beside) + 1 - len(places) if beside else 0
        squares_of, known_by, unseen = lexicon.squares, lexicon.known_by, lexicon.unseen
        added = total(lexicon.ready.take(np.array(ready, np.intp), axis=0))
        said = added[:-MEASURES]
        square, known, strange = added[-MEASURES:].tolist()
        square += sum([squares_of[at] for at in places])
        known += sum([known_by[at] for at in places])
        strange += (
            strange_pairs * unseen[PAIR]
            + strange_words * WORDS_TELL * unseen[WORD]
            + strange_letters * _GROUPS_A_LETTER * unseen[LETTERS]
        )
        for word in read:
            square += word.square
            known += word.known
            strange += word.strange
            places += word.places
        if not square:
            of_nothing: Matrix = self._from_nothing[1]
            return of_nothing
        if places:
            said += lexicon.say(places)
        for word in read:
            if word.says is not None:
                said += word.says
        share = math.sqrt(known / (known + strange))
        weight, shared = self._units
        factors = np.array((share / math.sqrt(square) * weight, share / square * shared, share, 1.0), np.float32)
        scores: Matrix = factors[:2].dot(said.reshape(2, -1)) + factors[2:].dot(self._from_nothing)
        return scores
