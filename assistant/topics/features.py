"""From a text to its features: letter groups inside words, words, and pairs of neighbouring words.

Letter groups make the classifier bear inflection and typos; words and pairs tell meanings apart. A word that was never seen in
training lends its letter groups, and as a word it counts as the known one it is a slip of.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
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


@lru_cache(maxsize=20_000)
def letter_groups(word: str) -> tuple[str, ...]:
    """Give the groups of 2 to 4 letters of a word, its borders marked."""
    padded = f" {word} "
    groups = [LETTERS + padded] if len(padded) <= _SHORTEST else []
    for size in range(_SHORTEST, min(_LONGEST, len(padded)) + 1):
        groups += [LETTERS + padded[at : at + size] for at in range(len(padded) - size + 1)]
    return tuple(groups)


def features(written: list[str], meant: list[str]) -> Counter[str]:
    """Count the features of a text.

    Args:
        written: Its words.
        meant: The same words with slips mended.
    """
    counted: Counter[str] = Counter()
    for word in written:
        counted.update(letter_groups(word))
    counted.update([WORD + word for word in meant])
    borders = ["^", *meant, "$"]
    counted.update([f"{PAIR}{first} {second}" for first, second in pairwise(borders)])
    return counted
