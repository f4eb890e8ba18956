"""From a text to its features: letter groups inside words, words, and pairs of neighbouring words.

Letter groups make the classifier bear inflection and typos; words and pairs tell meanings apart. A word that was never seen in
training lends its letter groups, and as a word it counts as the known one it is a slip of.
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


def letter_groups(word: str) -> list[str]:
    """Give the groups of 2 to 4 letters of a word, its borders marked."""
    padded = f" {word} "
    groups = []
    for size in range(_SHORTEST, min(_LONGEST, len(padded)) + 1):
        groups += [LETTERS + padded[at : at + size] for at in range(len(padded) - size + 1)]
    return groups


def whole_words(words: list[str]) -> list[str]:
    """Give the words and the pairs of neighbours, beginning and end of the text included; of no words, nothing."""
    if not words:
        return []
    borders = ["^", *words, "$"]
    return [WORD + word for word in words] + [f"{PAIR}{first} {second}" for first, second in pairwise(borders)]


def features(words: list[str]) -> Counter[str]:
    """Count all features of a text, given as its words."""
    counted: Counter[str] = Counter()
    for word in words:
        counted.update(letter_groups(word))
    counted.update(whole_words(words))
    return counted
