"""The scores that the rules settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

Scores = dict[str, float]
"""Candidates and their scores so far."""
FEW_WORDS = 3


class Labels(NamedTuple):
    """The candidates of which there are many of a kind."""

    troubles: tuple[str, ...]
    terms: tuple[str, ...]
    """Explanations of technical words."""

    @classmethod
    def among(cls, labels: Iterable[str]) -> Self:
        """Pick them out of all labels."""
        known = sorted(set(labels))
        return cls(*(tuple(label for label in known if label.startswith(beginning)) for beginning in ("trouble:", "terms_")))


def lower(scores: Scores, labels: Iterable[str], amount: float) -> None:
    """Lower the scores of those labels that are candidates."""
    for label in labels:
        if label in scores:
            scores[label] -= amount
