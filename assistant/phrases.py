"""Compares what was typed with phrases and labels, word by word: in one piece, in this order, or with slips of the finger."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from assistant.folding import fold

_WORD = re.compile(r"[a-z0-9]+")
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_PUNCTUATION = frozenset(".,!\ufe0f\u200d")
_MOST_LETTERS = 200
_LETTERS_FOR_A_TYPO = 5
_MOST_MORE = 4
"""So many words may stand beside those of a label: 'schick mir bitte die fertige Datei'."""


def signs_of(text: str) -> set[str]:
    """Give the signs of a text that are neither blanks, punctuation nor a colour of skin."""
    return {sign for sign in text[:_MOST_LETTERS] if not sign.isspace() and sign not in _SKIN_TONES and sign not in _PUNCTUATION}


def words_of(text: str) -> list[str]:
    """Give the words at the beginning of a text, folded."""
    return _WORD.findall(fold(text[:_MOST_LETTERS]))


def plain(text: str) -> str:
    """Give the words of a text, folded, with one blank between."""
    return " ".join(_WORD.findall(fold(text)))


def together(phrase: list[str], said: list[str]) -> range:
    """Give the places of a phrase in what was said; none where it does not stand there in one piece."""
    starts = (start for start in range(len(said)) if phrase and said[start : start + len(phrase)] == phrase)
    start = next(starts, None)
    return range(0) if start is None else range(start, start + len(phrase))


def places_of(phrase: list[str], said: list[str], exact: frozenset[str]) -> list[int]:
    """Give the places of a phrase's words in what was said, in this order, or none; slips are allowed of all but `exact`."""
    places: list[int] = []
    for word in phrase:
        start = places[-1] + 1 if places else 0
        at = next((at for at in range(start, len(said)) if _means(said[at], word, exact)), None)
        if at is None:
            return []
        places.append(at)
    return places


def _means(word: str, known: str, exact: frozenset[str]) -> bool:
    return word == known or (word not in exact and known not in exact and is_nearly(word, known))


def stands_in(said: list[str], name: list[str]) -> bool:
    """Whether all that was said stands in a label, together or apart, slips of the finger allowed."""
    whole = "".join(said)
    if len(whole) < 3:
        return False
    return whole in "".join(name) or all(any(is_nearly(word, known) for known in name) for word in said)


def is_whole(name: list[str], said: list[str]) -> bool:
    """Whether all words of a label stand in what was said, with little else; a label of one word must be all that was said."""
    if len(name) == 1:
        return len(said) == 1 and is_nearly(said[0], name[0])
    return len(said) <= len(name) + _MOST_MORE and all(any(is_nearly(word, part) for word in said) for part in name)


def is_nearly(word: str, known: str) -> bool:
    """Whether a word is another one, or a slip of it; a number or a code is only itself: '0x800ccc78' is not '0x800ccc7d'."""
    if word == known:
        return True
    is_long = len(word) >= _LETTERS_FOR_A_TYPO and word[0] == known[0]  # 'immer' is no slip of 'nimmer'
    is_read = is_long and word.isalpha() and known.isalpha()
    return is_read and OSA.distance(word, known, score_cutoff=1) <= 1
