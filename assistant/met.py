"""What was worked out for words that members wrote: the same ones come again and again.

Such a word may be somebody's name, so none is remembered for long: see `forget_words`.
"""

from __future__ import annotations

from typing import Any, TypeVar
from weakref import WeakSet

_V = TypeVar("_V")
_MOST = 5000


class Met(dict[str, _V]):
    """What was worked out, by the word. It is bounded."""

    __hash__ = object.__hash__  # type: ignore[assignment]  # which one it is, not what is in it

    def __new__(cls) -> Met[_V]:
        """Make one that `forget_words` knows of; also where it is read from a file with what it belongs to."""
        made = super().__new__(cls)
        _ALL.add(made)
        return made

    def keep(self, word: str, found: _V) -> _V:
        """Remember what was worked out, and give it."""
        if len(self) >= _MOST:
            self.clear()
        self[word] = found
        return found


_ALL: WeakSet[Met[Any]] = WeakSet()


def forget_words() -> None:
    """Forget all words that anybody wrote."""
    for met in _ALL.copy():
        met.clear()
