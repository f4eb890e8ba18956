"""The scores that the rules settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Scores = dict[str, float]
"""Candidates and their scores so far."""
FEW_WORDS = 3


def lower(scores: Scores, labels: Iterable[str], amount: float) -> None:
    """Lower the scores of those labels that are candidates."""
    for label in labels:
        if label in scores:
            scores[label] -= amount
