"""Finds the known word that a mistyped one stands for.

Distances are optimal string alignment: a swap of neighbours counts once. People seldom mistype the first letter ('Wetter' is not
'better'), so only words with the same one are compared, or those whose first two letters are swapped.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from sys import intern
from typing import TYPE_CHECKING, NamedTuple, Self

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.met import Met

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_ONE_EDIT_FROM = 4
_TWO_EDITS_FROM = 8
_LONGEST = 24
_MOST_EDITS = 2


class _ByLength(NamedTuple):
    """Words in the order of their length: those of similar length stand side by side."""

    words: tuple[str, ...]
    starts: array[int]
    """Where the words of each length begin."""

    @classmethod
    def of(cls, words: list[str]) -> Self:
        lengths = list(map(len, words))
        return cls(tuple(words), array("H", [bisect_left(lengths, length) for length in range(_LONGEST + _MOST_EDITS + 2)]))

    def near(self, length: int) -> tuple[str, ...]:
        """Give the words that a mistyped one of some length may stand for."""
        shortest, longest = _LENGTHS_NEAR[length]
        return self.words[self.starts[shortest] : self.starts[longest + 1]]


class Spelling:
    """Known words, and what others stand for."""

    def __init__(self, words: Iterable[str], only_exact: Collection[str] = (), preferred: Collection[str] = ()) -> None:
        """Build it.

        Args:
            words: The known words.
            only_exact: Those of them that no other word stands for.
            preferred: Those of them that a word stands for rather than for others that are as near.
        """
        self._preferred = preferred
        self.words = dict.fromkeys(words)  # half as large as a set
        """The known words, as keys."""
        meant: dict[str, list[str]] = defaultdict(list)
        for word in sorted(filter(allowed_edits, self.words.keys() - only_exact), key=len):
            meant[word[0]].append(word)
            if word[0] != word[1]:
                meant[intern(word[1::-1])].append(word)
        self._meant = {beginning: _ByLength.of(found) for beginning, found in meant.items()}
        """By the beginning of a mistyped word: the known ones it may stand for."""
        self._met: Met[str] = Met()

    def known(self, word: str) -> str:
        """Give the nearest known word within the allowed edits, else the word itself."""
        if word in self.words:
            return word
        found = self._met.get(word)
        return self._met.keep(word, self._nearest(word)) if found is None else found

    def _nearest(self, word: str) -> str:
        edits = allowed_edits(word)
        best = (edits + 1, True, word)
        for beginning in (word[:1], word[:2]) if edits else ():
            meant = self._meant.get(beginning)
            choices = meant.near(len(word)) if meant else ()
            if not choices:
                continue
            for found, distance, _ in process.extract(word, choices, scorer=OSA.distance, score_cutoff=edits, limit=None):
                if distance <= allowed_edits(found):
                    best = min(best, (int(distance), found not in self._preferred, found))
        return best[2]


def allowed_edits(word: str) -> int:
    """Give how many edits of a word still leave it recognisable: none below 4 letters, two from 8."""
    return _edits_at(len(word)) if word.isalpha() else 0


def _edits_at(length: int) -> int:
    if not _ONE_EDIT_FROM <= length <= _LONGEST:
        return 0
    return _MOST_EDITS if length >= _TWO_EDITS_FROM else 1


def _lengths_near(length: int) -> tuple[int, int]:
    edits = _edits_at(length)
    near = [other for other in range(length - edits, length + edits + 1) if abs(other - length) <= _edits_at(other)]
    return min(near, default=0), max(near, default=0)


_LENGTHS_NEAR = tuple(map(_lengths_near, range(_LONGEST + 1)))
"""For each length of a mistyped word the shortest and the longest of the words it may stand for."""
