"""Why the bot answered as it did, for those who keep the content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Explanation:
    """The way from the words to the decision."""

    slots: tuple[str, ...]
    """What was found with which words: 'aspect port: "portnr"'."""
    candidates: tuple[tuple[str, float], ...]
    """What it could be, with scores, likeliest first."""
    decision: str
    """`answer`, `choices`, `unknown` or `silent`."""
    threshold: float
    """The score the decision needed."""
    reason: str
    """The decision in one sentence, for people."""
