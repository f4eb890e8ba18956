"""What is named only to say that it is not meant, or known already: 'nicht der Eingang, der Ausgang', 'Port hab ich schon'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_BETWEEN = 1
"""Words between a 'not' and what it is about: 'nicht den Eingang'."""


def are_denied(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether a 'not' stands before every hit; the one of 'geht nicht' is about what stands before it."""
    works = {hit.end for hit in slots.cues.get("works", ())}
    ends = {hit.end for hit in slots.cues.get("denies", ()) if hit.start not in works}
    return bool(ends) and all(ends.intersection(range(hit.start - _BETWEEN, hit.start + 1)) for hit in hits)


def are_known(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether every hit is known already: 'den Port hab ich', 'I know the password'."""
    after = {hit.start for hit in slots.cues.get("has_it", ())}
    before = {hit.end for hit in slots.cues.get("knows_next", ())}
    return all(
        not after.isdisjoint(range(hit.end, hit.end + _BETWEEN + 1))
        or not before.isdisjoint(range(hit.start - _BETWEEN, hit.start + 1))
        for hit in hits
    )
