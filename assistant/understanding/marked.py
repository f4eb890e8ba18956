"""The small signs that tell what is asked: for these the classifier reads a mark, so that synonyms look alike.

All others, and so whichever comes anew, are looked at by rules only: a mark that says nothing of what is asked would only drown
those that do.
"""

from __future__ import annotations

_MAYBE_VALUES = (
    "maybe_port",
    "maybe_incoming",
    "maybe_outgoing",
    "maybe_server",
    "maybe_address",
    "maybe_settings",
    "maybe_name",
)
"""Words that stand for a value only where nothing else does."""
_QUESTIONS = ("why", "which", "meaning", "confirm", "asks_who", "how_long", "how_to", "where_is", "spelt_out", "asks_now")
_LEANING = ("correction", "other_direction", "other_one", "other_value", "same_again", "without_it")
"""On what was said before."""
_WHAT_FOR = ("wrong", "loses", "mail", "attachments", "since_when", "before_it", "into_it", "location")
_HOW_MANY = ("alike", "complete", "both", "without")
MARKED = frozenset((*_MAYBE_VALUES, *_QUESTIONS, *_LEANING, *_WHAT_FOR, *_HOW_MANY))
"""Cues that the classifier reads."""
