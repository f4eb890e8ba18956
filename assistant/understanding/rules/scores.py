"""The scores that the rules settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from assistant.intent import tree_of

if TYPE_CHECKING:
    from collections.abc import Iterable

Scores = dict[str, float]
"""Candidates and their scores so far."""
FEW_WORDS = 3


class Labels(NamedTuple):
    """All candidates that have an answer: a rule may think of a topic that a club has not."""

    answered: frozenset[str]
    troubles: tuple[str, ...]
    terms: tuple[str, ...]
    """Explanations of technical words."""

    @classmethod
    def among(cls, labels: Iterable[str]) -> Self:
        """Sort all labels; of which there are many of a kind are picked out."""
        known = sorted(set(labels))
        terms = tuple(label for label in known if label.startswith("terms_"))
        return cls(frozenset(known), tuple(filter(tree_of, known)), terms)


def lower(scores: Scores, labels: Iterable[str], amount: float) -> None:
    """Lower the scores of those labels that are candidates."""
    for label in labels:
        if label in scores:
            scores[label] -= amount


def highest(scores: Scores, least: float = 0.0) -> float:
    """Give the score of what is likeliest so far, but no less than `least`; of a word that is like nothing, nothing is likely."""
    return max(least, max(scores.values(), default=least))


def put_first(scores: Scores, label: str, ahead: float) -> None:
    """Put a label ahead of all that is likeliest so far, even of itself; and of what is not likely at all."""
    scores[label] = highest(scores) + ahead
