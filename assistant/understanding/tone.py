"""How an answer is to sound: 'keep it plain', 'explain it like I failed computer class'. It changes nothing of what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_ASKING = ("asks_openly", "which", "whether")
"""Cues that begin the question behind such words: '… like I am five: what is the port?'."""


def words_for_a_tone(slots: Slots) -> set[int]:
    """Give the places of words that only say how to answer, or for whom."""
    told = slots.places_of("in_what_tone") if "in_what_tone" in slots.cues else set()
    if "as_to_whom" in slots.cues and "meaning" in slots.cues:
        begins = slots.cues["as_to_whom"][0].start
        if slots.cues["meaning"][0].start < begins:
            length = len(slots.sentence.words)
            told.update(range(begins, min((hit.start for hit in slots.hits_of(*_ASKING) if hit.start > begins), default=length)))
    return told
