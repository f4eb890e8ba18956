"""Small signs that say nothing about what is asked: the classifier reads the words without a mark for them."""

from __future__ import annotations

_WORDS_OF_TALK = ("question", "follow_up", "technical", "none", "statement", "in_language", "because")
_LITTLE = (
    "terse_incoming",
    "terse_outgoing",
    "whether",
    "manner",
    "works",
    "denies",
    "say_again",
    "doubts",
    "whole_name",
    "repeat_please",
    "requests",
    "if_taken",
    "what_to_do",
    "done_it",
    "chosen_next",
    "chosen_before",
    "asks_value",
    "plain_server",
    "change_that",
    "breaks",
    "speaks_for",
    "speaks_against",
    "left_open",
    "for_it",
    "where_set",
    "fetches",
    "gone",
    "stays",
    "can_be_set",
    "better",
    "is_it",
    "deletes",
    "towards",
    "logs_in",
    "went_well",
    "gives_up",
    "has_it",
    "knows_next",
    "is_so",
)
UNMARKED = frozenset((*_WORDS_OF_TALK, "copula", "device", "undecided", "rejects_next", "rejects_before", *_LITTLE))
"""Cues that say nothing about what is asked."""
