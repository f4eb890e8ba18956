"""How certain a label is by its score."""

from __future__ import annotations

import numpy as np

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


SCORES = np.array((LIKE_NOTHING, 0.0, _LIKE_A_PHRASE, _HIGHEST))
CERTAINTIES = np.array([likeness(score) + _BEYOND * max(score, 0.0) for score in SCORES])
"""How certain a label is by its score, in straight lines from one to the next."""
