"""A sentence, or a whole message, with what it could ask, to be compared with others."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from assistant.intent import ANY_TROUBLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.understanding.candidates import Candidate
    from assistant.understanding.slots import Slots

_QUESTION = 0.08
"""What a sentence in the form of a question is ahead of others."""
VALUES = frozenset({"port", "server", "encryption", "username", "password"})
"""What programs want to be filled in."""
ASKED_FOR = VALUES | {"settings", "login"}
"""Labels of values, one or several."""


class Weighed(NamedTuple):
    """A sentence, or a whole short message, and what it could ask."""

    slots: Slots
    ranked: Sequence[Candidate]
    """Likeliest first; empty where nothing speaks for anything."""
    small_talk: bool = False
    """Whether the likeliest is a greeting or thanks."""
    talk: float = 0.0
    """How much rather the classifier takes it for what is none of our business than for the likeliest; below 0 less."""
    relevance: float = 0.0
    """How much it sounds like a question for us, as `silence.relevance_of` gives it."""

    @property
    def score(self) -> float:
        """How sure the likeliest is; 0 where there is none."""
        return self.ranked[0].score if self.ranked else 0.0

    @property
    def best(self) -> Candidate:
        """The likeliest."""
        return self.ranked[0]

    @property
    def rank(self) -> float:
        """By what sentences are compared; a greeting, or 'help!', is answered only where nothing was asked."""
        says_little = self.small_talk or self.best.label == ANY_TROUBLE
        return self.best.score + _QUESTION * self.slots.is_question - says_little

    def names(self, label: str) -> bool:
        """Tell whether a word of it stands for a label."""
        return label in self.slots.aspects or label in self.slots.topics


BY_RANK = attrgetter("rank")
