"""What is typed in a guide, as words and signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from assistant.folding import fold
from assistant.understanding.text import RUN_ON

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_TEXT = 256
"""Characters of a message in which parts are looked for."""
_WORD = re.compile(
    r"[a-z0-9]+(?:'[a-z]+)?|[?]{1,2}|[\u2190-\u21ff\u23e9-\u23fa\u25a0-\u27bf\u2b05-\u2b07\U0001f190-\U0001f19a\U0001f300-\U0001faff]"
)
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
"""The colour of a hand, which some put behind its sign."""
_PICTURES = "\u2190"
"""The first of the signs that are no letters."""
_MAX_WORDS = 40


def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words of a message, and its signs, each as one word."""
    plain = fold(text[:1000]).replace("’", "'")
    if "'" in plain:
        plain = RUN_ON.sub("", plain)  # 'wos moanst'n damit'
    if not plain.isascii():
        plain = _SKIN.sub("", plain)
    return tuple(_WORD.findall(plain))[:_MAX_WORDS]


def is_sign(word: str) -> bool:
    """Whether a word is a sign: '👍'."""
    return word >= _PICTURES


def is_slip_of(word: str, known: str) -> bool:
    """Whether a word has one letter less or more than a known one, or two of them swapped; another letter makes another word."""
    if len(word) == len(known):
        return sorted(word) == sorted(known) and OSA.distance(word, known, score_cutoff=1) <= 1
    return abs(len(word) - len(known)) == 1 and OSA.distance(word, known, score_cutoff=1) <= 1


def place_of(phrase: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    """Give the place at which a phrase begins in a message."""
    starts = range(len(words)) if phrase[0] in words else ()
    return next((start for start in starts if words[start : start + len(phrase)] == phrase), None)


def single_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give the phrases of one word."""
    return frozenset(words[0] for phrase in phrases if len(words := words_of(phrase)) == 1 and words[0].isalpha())


def without(phrases: Iterable[tuple[str, ...]], words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave phrases out of a message."""
    for phrase in phrases:
        place = place_of(phrase, words)
        if place is not None:
            words = words[:place] + words[place + len(phrase) :]
    return words
