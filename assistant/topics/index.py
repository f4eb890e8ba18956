"""Where letter groups and pairs of words are in the vocabulary: sorted numbers, a twelfth of what a dictionary of texts takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.topics.features import BORDER, LONGEST, SHORTEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]

_NO_KEY = 2**64 - 1
_UNITS = "utf-16-le"
_BYTES = 2
"""Of a letter in a key."""
_FIRST = [np.uint64(2 ** (8 * _BYTES * letters) - 1) for letters in range(LONGEST + 1)]
"""For numbers of letters: the bits of a key that hold so many."""
_WORD = 32
"""Bits of a word in a key."""


class Index:
    """Keys of 64 bits and their places. Immutable."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        """Build it of keys, each with its place."""
        pairs = sorted(places)
        # With one more behind them: what is looked for always has one that is not before it.
        self._keys = np.array([key for key, _ in pairs] + [_NO_KEY], np.uint64)
        self._places = np.array([place for _, place in pairs] + [0], np.int32)

    def find(self, keys: Keys) -> list[int]:
        """Give the places of those keys that are known, in the order of the keys."""
        at = self._keys.searchsorted(keys)
        found: list[int] = self._places.take(at)[self._keys.take(at) == keys].tolist()
        return found


def key_of_group(letters: str) -> int:
    """Give the key of a group of two to four letters; one beyond the first 65,536 counts as two, the fifth of them as none."""
    return int.from_bytes(_units(letters)[: _BYTES * LONGEST], "little")


def keys_of_groups(word: str) -> Keys:
    """Give the keys of a word's groups of letters, its borders marked, the shortest groups first."""
    units = _units(f"{BORDER}{word}{BORDER}")
    letters = len(units) // _BYTES
    # From each letter on, the bytes of it and its neighbours are a key as they stand in memory.
    begun = np.ndarray((letters - 1,), "<u8", units + bytes(_BYTES * (LONGEST - SHORTEST)), strides=(_BYTES,))
    return np.concatenate([begun[: letters + 1 - size] & _FIRST[size] for size in range(SHORTEST, LONGEST + 1)])


def _units(letters: str) -> bytes:
    return letters.encode(_UNITS, "surrogatepass")


def key_of_pair(first: int, second: int) -> int:
    """Give the key of two words side by side, given as their numbers, which are below 2³²."""
    return first << _WORD | second


def keys_of_pairs(words: list[int]) -> Keys:
    """Give the keys of every two words side by side, given as their numbers."""
    numbers = np.array(words, np.uint64)
    keys: Keys = numbers[:-1] << np.uint64(_WORD) | numbers[1:]
    return keys
