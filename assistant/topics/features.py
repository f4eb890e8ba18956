"""From a text to its features: letter groups inside words, words, and pairs of neighbouring words.

Letter groups make the classifier bear inflection and compounds; words and pairs tell meanings apart.

Kinds and weights were chosen by cross-validation on the training parts of public collections (Chatbot, AskUbuntu,
WebApplications, CLINC150, HWU64, Banking77, xSID). Left out, because right answers changed by hardly more than the standard error
or fell: words two apart (+.1 points on average), first words (-.04), shapes of numbers (+.02), beginnings of words (+.03), groups
of five letters (+.03), weights by the length of a word (-.1), log-count ratios as in naive Bayes (-.06), and a floor for labels
whose phrases have nothing in common (+.3 on one collection, -.3 on another).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"\w+")
SHORTEST, LONGEST = 2, 4
_MAX_CHARACTERS = 600
_MAX_WORDS = 60
_MAX_LETTERS = 32
_NEW_WORD = re.compile(r"_|(?<=[a-z])(?=[A-Z])")

BORDER = " "
"""Stands in letter groups where a word begins or ends."""
RARE = "*"
"""Stands in pairs for every word that fewer than two phrases have: 'my * account' is the same with any name."""
BEGIN, END = "^", "$"
"""Stand in pairs before the first word and behind the last."""
WORD, PAIR, LETTERS = "=", "+", ""
"""Kinds of features, and the signs they begin with."""
WEIGHTS = {WORD: 1.5, PAIR: 1.4, LETTERS: 1.0}


def kind(feature: str) -> str:
    """Give the kind of a feature."""
    return feature[0] if feature[0] in {WORD, PAIR} else LETTERS


def words(text: str) -> list[str]:
    """Give the folded words of a text; only a bounded part is read."""
    return folded_words(fold(text[:_MAX_CHARACTERS]))


def folded_words(text: str) -> list[str]:
    """Give the words of a text that is folded already."""
    return [word[:_MAX_LETTERS] for word in _WORD.findall(text[:_MAX_CHARACTERS])[:_MAX_WORDS]]


def words_of_name(label: str) -> list[str]:
    """Give the words of a label's name, `SetupPrinter` or `set_up.printer`; single letters and what holds digits mean nothing."""
    return [word for word in words(_NEW_WORD.sub(" ", label)) if len(word) > 1 and word.isalpha()]


def letter_groups(word: str) -> list[str]:
    """Give the groups of 2 to 4 letters of a word, its borders marked."""
    padded = f"{BORDER}{word}{BORDER}"
    ends = range(SHORTEST, len(padded) + 1)
    return [padded[end - size : end] for size in range(SHORTEST, LONGEST + 1) for end in ends if end >= size]


def neighbours(words: list[str]) -> Iterable[tuple[str, str]]:
    """Give every two words side by side, beginning and end of the text included; of no words, nothing."""
    return pairwise([BEGIN, *words, END]) if words else ()


def pairs(words: list[str]) -> list[str]:
    """Give the features of the pairs of neighbours."""
    return [f"{PAIR}{first} {second}" for first, second in neighbours(words)]


def neighbours_of(pair: str) -> tuple[str, str]:
    """Give the neighbours of such a feature."""
    first, _, second = pair[len(PAIR) :].partition(" ")
    return first, second
