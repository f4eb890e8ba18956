"""'With POP3 set up, will it vanish on mine?': what is set up already only tells, and asks for no guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_TO_COME = ("how_to", "done_for_that", "how_long")
"""Cues of who wants it set up: 'how do I get my phone set up with IMAP?', 'how long does it take to have it set up?'."""


def set_up_already(slots: Slots) -> set[Hit]:
    """Give the hits of words for a set-up that only tell what was done."""
    told = slots.cues.get("set_up_already")
    if not told or "setup" not in slots.topics:
        return set()
    begins = min(hit.start for hit in told)
    is_wanted = not slots.small.wanting_words.isdisjoint(slots.sentence.words[:begins])
    if is_wanted or any(hit.start < begins for hit in slots.hits_of(*_TO_COME)):
        return set()
    places = slots.places_of("set_up_already")
    return {hit for hit in slots.topics["setup"] if places.issuperset(range(hit.start, hit.end))}
