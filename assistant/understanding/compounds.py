"""Takes compounds apart: 'Posteingangsport' is made of 'Posteingang' and 'Port'."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from assistant.met import Met

if TYPE_CHECKING:
    from collections.abc import Iterable

_FROM, _LONGEST = 7, 40
"""Letters of a compound."""
_PART = 3
"""Letters of a part, at least."""
_COVER = 0.72
"""Share of a compound's letters that known words must explain: 'eingangsport' (11 of 12) yes, 'transport' (4 of 9) no."""


class Compounds:
    """Knows the words that compounds are made of."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._parts: dict[str, list[str]] = defaultdict(list)
        """By their first letters."""
        for word in parts:
            if len(word) >= _PART and word.isalnum():
                self._parts[word[:_PART]].append(word)
        self._met: Met[tuple[str, ...]] = Met()

    def parts_of(self, word: str) -> tuple[str, ...]:
        """Give the known words a compound is made of, in their order; none if too much of it stays unexplained."""
        if not _FROM <= len(word) <= _LONGEST or not word.isalnum():
            return ()
        found = self._met.get(word)
        return self._met.keep(word, self._taken_apart(word)) if found is None else found

    def is_whole(self, word: str) -> bool:
        """Tell whether known words explain each letter of a compound: 'Mailport'."""
        return sum(map(len, self.parts_of(word))) == len(word)

    def _taken_apart(self, word: str) -> tuple[str, ...]:
        inside = {
            part
            for start in range(len(word) - _PART + 1)
            for part in self._parts.get(word[start : start + _PART], ())
            if word.startswith(part, start)
        }
        rest, places = word, []
        for part in sorted(inside, key=lambda part: (-len(part), part)):
            at = rest.find(part)
            if at >= 0:
                places.append((at, part))
                rest = rest[:at] + " " * len(part) + rest[at + len(part) :]
        covered = sum(len(part) for _, part in places)
        return tuple(part for _, part in sorted(places)) if covered >= _COVER * len(word) else ()
