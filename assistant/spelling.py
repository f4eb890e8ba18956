"""Finds the known word that a mistyped one stands for.

Distances are optimal string alignment: a swap of neighbours counts once. People seldom mistype the first letter ('Wetter' is not
'better'), so only words with the same one are compared, or those whose first two letters are swapped.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONE_EDIT_FROM = 4
_TWO_EDITS_FROM = 8
_LONGEST = 24
_REMEMBERED = 5000


class Spelling:
    """Known words, and what others stand for. Its memory of looked-up words is bounded."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._by_beginning: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if allowed_edits(word):
                self._by_beginning[word[0]].append(word)
                if word[0] != word[1]:
                    self._by_beginning[word[1::-1]].append(word)
        self._remembered: dict[str, str] = {}

    def known(self, word: str) -> str:
        """Give the nearest known word within the allowed edits, else the word itself."""
        if word in self._known or not allowed_edits(word):
            return word
        found = self._remembered.get(word)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[word] = self._nearest(word)
        return found

    def _nearest(self, word: str) -> str:
        edits = allowed_edits(word)
        best, best_distance = word, edits + 1
        for beginning in (word[0], word[:2]):
            for known in self._by_beginning.get(beginning, ()):
                allowed = min(edits, allowed_edits(known), best_distance)
                if abs(len(known) - len(word)) <= allowed:
                    distance = OSA.distance(word, known, score_cutoff=allowed)
                    if distance <= allowed and (distance, known) < (best_distance, best):
                        best, best_distance = known, distance
        return best


def allowed_edits(word: str) -> int:
    """Give how many edits of a word still leave it recognisable: none below 4 letters, two from 8."""
    if not _ONE_EDIT_FROM <= len(word) <= _LONGEST or not word.isalpha():
        return 0
    return 2 if len(word) >= _TWO_EDITS_FROM else 1
