"""Where letter groups and pairs of words are in the vocabulary: numbers in a table, a tenth of a dictionary of texts."""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.topics.features import BORDER, LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FREE = 2**64 - 1
"""Stands where no key is. None is as large: there is no letter with the number 0xFFFF."""
_ROOM = 2
"""Places for each key; with fewer, what is not there is looked for longer."""
_SPREAD = 2_654_435_761
"""Puts keys that follow each other far apart: side by side they would fill whole stretches, and such a stretch is looked at to
its end for what is not there. A prime larger than any table, about 2³² by the golden ratio."""
_UNITS = "utf-16-le"
_BYTES, _BITS = 2, 16
"""Of a letter in a key."""
_WORD = 20
"""Bits of a word in a key."""


class Index:
    """Keys of 64 bits and their places. Immutable.

    A key stands where its product with a prime leads, or at the next place behind that was free (D. Knuth, The Art of Computer
    Programming, 6.4, algorithm L).
    """

    def __init__(self, places: Mapping[int, int]) -> None:
        """Build it of keys and their places."""
        size = _ROOM * len(places) + 1
        self._keys = array("Q", [_FREE]) * size
        self._places = array("I", [0]) * size
        for key, place in places.items():
            at = key * _SPREAD % size
            while self._keys[at] != _FREE:
                at = (at + 1) % size
            self._keys[at], self._places[at] = key, place

    def get(self, key: int) -> int:
        """Give the place of a key; 0 where it is not known, as if it stood there."""
        # Looks by itself: phrases ask for dozens of keys a message one by one, and a list for each takes as long again.
        table = self._keys
        size = len(table)
        at = key * _SPREAD % size
        while (there := table[at]) != key:
            if there == _FREE:
                return 0
            at = (at + 1) % size
        return self._places[at]

    def find(self, keys: Iterable[int]) -> list[int]:
        """Give the places of those keys that are known, in the order of the keys."""
        table, places = self._keys, self._places
        size = len(table)
        found = []
        for key in keys:
            at = key * _SPREAD % size
            while (there := table[at]) != key:
                if there == _FREE:
                    break
                at = (at + 1) % size
            else:
                found.append(places[at])
        return found


def key_of_group(letters: str) -> int:
    """Give the key of a group of two to four letters; one beyond the first 65,536 counts as two, the fifth of them as none."""
    return int.from_bytes(_written(letters)[: _BYTES * LONGEST], "little")


def keys_of_groups(word: str) -> list[int]:
    """Give the keys of a word's groups of letters, its borders marked, the shortest groups first."""
    letters = memoryview(_written(f"{BORDER}{word}{BORDER}")).cast("H").tolist()
    two = [first | last << _BITS for first, last in pairwise(letters)]
    three = [group | last << 2 * _BITS for group, last in zip(two, letters[2:], strict=False)]
    four = [group | last << 3 * _BITS for group, last in zip(three, letters[3:], strict=False)]
    return two + three + four


def _written(letters: str) -> bytes:
    return letters.encode(_UNITS, "surrogatepass")


def key_of_pair(first: int, second: int) -> int:
    """Give the key of two words side by side, given as their numbers, which are below 2²⁰."""
    return first << _WORD | second


def keys_of_pairs(words: Iterable[int]) -> list[int]:
    """Give the keys of every two words side by side, given as their numbers."""
    return [first << _WORD | second for first, second in pairwise(words)]
