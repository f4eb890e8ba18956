"""From a text to its features: letter groups inside words, words, and pairs of neighbouring words.

Letter groups make the classifier bear inflection and compounds; words and pairs tell meanings apart.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from assistant.folding import fold

_WORD = re.compile(r"\w+")
_SHORTEST, _LONGEST = 2, 4
_MAX_CHARACTERS = 600
_MAX_WORDS = 60
_MAX_LETTERS = 32

WORD, PAIR, LETTERS = "w", "p", "c"
"""First character of a feature: its kind."""
WEIGHTS = {WORD: 1.5, PAIR: 1.0, LETTERS: 1.0}


def words(text: str) -> list[str]:
    """Give the folded words of a text; only a bounded part is read."""
    return [word[:_MAX_LETTERS] for word in _WORD.findall(fold(text[:_MAX_CHARACTERS]))[:_MAX_WORDS]]


def of_word(word: str) -> list[str]:
    """Give the features of one word: itself, and its groups of 2 to 4 letters with its borders marked."""
    padded = f" {word} "
    found = [WORD + word]
    for size in range(_SHORTEST, min(_LONGEST, len(padded)) + 1):
        found += [LETTERS + padded[at : at + size] for at in range(len(padded) - size + 1)]
    return found


def pairs(words: list[str]) -> list[str]:
    """Give the pairs of neighbours, beginning and end of the text included; of no words, nothing."""
    return [f"{PAIR}{first} {second}" for first, second in pairwise(["^", *words, "$"])] if words else []


def features(words: list[str]) -> Counter[str]:
    """Count all features of a text, given as its words."""
    counted = Counter(pairs(words))
    for word in words:
        counted.update(of_word(word))
    return counted
