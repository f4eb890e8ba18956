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


def working(slots: Slots) -> list[str]:
    """Give the directions of which it is said that they work: 'empfangen geht', 'works for reading'."""
    broken = {hit.start for hit in slots.cues.get("wrong", ())}
    no = {hit.start for hit in slots.cues.get("rejects_next", ())}
    fine = [hit for hit in slots.cues.get("works", ()) if hit.end not in no and hit.start not in broken]
    before, after = {hit.start for hit in fine}, {hit.end for hit in fine}
    words = slots.sentence.words
    return [
        name
        for name, hits in slots.of("direction").items()
        if any(hit.end in before or (hit.start - 1 in after and words[hit.start - 1] in slots.small.for_words) for hit in hits)
    ]


def are_known(slots: Slots, hits: Iterable[Hit]) -> bool:
    """Tell whether every hit is known already: 'den Port hab ich', 'I know the password'."""
    after = {hit.start for hit in slots.cues.get("has_it", ())}
    before = {hit.end for hit in slots.cues.get("knows_next", ())}
    return all(
        not after.isdisjoint(range(hit.end, hit.end + _BETWEEN + 1))
        or not before.isdisjoint(range(hit.start - _BETWEEN, hit.start + 1))
        for hit in hits
    )
