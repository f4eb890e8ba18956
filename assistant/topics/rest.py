"""The label for the rest: texts that are about none of the others."""

from __future__ import annotations

from typing import NamedTuple

_REST = "none"
_ENOUGH = 300
"""Phrases from which nothing is done: they tell by themselves what is about nothing else."""
_FLATTER, _LOWER = 0.8, 0.25
"""By how much of them its scores differ less, and are lower, with hardly any phrases."""


class Line(NamedTuple):
    """What becomes of a label's scores."""

    slope: float = 1.0
    """What they are multiplied with."""
    lift: float = 0.0
    """What is added then."""


def line(label: str, phrases: int) -> Line:
    """Let the scores of the label for the rest differ less, so that it is first where all others are unlikely.

    Its phrases have little in common, so that to be like a few of them means little. Of 600 draws with such a label of 3 phrases
    (of CLINC150, HWU64, Banking77, Stack Overflow; 6 of 100 texts were its own) right answers rose by .42 points ±.05 on average;
    where a quarter of the texts were its own, with 10 phrases, by 1.2.

    Args:
        label: Any label.
        phrases: How many of them all labels have.
    """
    few = 1 - phrases / _ENOUGH
    return Line(1 - _FLATTER * few, -_LOWER * few) if label.lower() == _REST and few > 0 else Line()
