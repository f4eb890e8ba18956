"""Finds the known word that a mistyped one stands for.

Distances are optimal string alignment (a swap of neighbours counts once). Candidates come from an index of deletions, after
W. Garbe's symmetric delete method: two words within n edits share a form with at most n letters deleted. So the cost of a
word does not grow with the number of known words.
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
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if allowed_edits(word):
                for form in _deletions(word, allowed_edits(word)):
                    self._by_deletion[form].append(word)
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
        best, best_distance = word, _LONGEST
        for form in _deletions(word, allowed_edits(word)):
            for known in self._by_deletion.get(form, ()):
                allowed = min(allowed_edits(word), allowed_edits(known))
                distance = OSA.distance(word, known, score_cutoff=allowed)
                if distance > allowed or (distance, known) >= (best_distance, best):
                    continue
                if word[0] != known[0] and sorted(word[:2]) != sorted(known[:2]):
                    continue  # people seldom mistype the first letter: 'Wetter' is not 'better'
                best, best_distance = known, distance
        return best


def allowed_edits(word: str) -> int:
    """Give how many edits of a word still leave it recognisable: none below 4 letters, two from 8."""
    if not _ONE_EDIT_FROM <= len(word) <= _LONGEST or not word.isalpha():
        return 0
    return 2 if len(word) >= _TWO_EDITS_FROM else 1


def _deletions(word: str, edits: int) -> set[str]:
    forms = {word}
    edge = {word}
    for _ in range(edits):
        edge = {form[:index] + form[index + 1 :] for form in edge for index in range(len(form))}
        forms |= edge
    return forms
