"""'Von 143 auf 993', 'SSL durch STARTTLS ersetzen?': of two values, the one that the other is to become."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_SEVERAL = 2
_MARKS = ("to_be_other", "turned_into")
"""Cues of words for a change."""
_SIDES = ("maybe_outgoing", "terse_outgoing")
"""Cues of some of the same words: 'raus'."""


def changed_to(slots: Slots, places: Collection[int]) -> set[int]:
    """Give the places of values that others are to become; none where no change is spoken of, or all of them would be.

    Args:
        slots: Those of the message.
        places: Where values of one kind stand.
    """
    if len(places) < _SEVERAL:
        return set()
    small = slots.small
    old = {at for at in places if stands_behind(slots, at, small.changed_from_words)}
    new = {at for at in places if at not in old and stands_behind(slots, at, small.changed_to_words)}
    if not (old or new) or not ((old and new) or words_for_change(slots)):
        return set()
    new = new or set(places) - old
    return new if len(new) < len(places) else set()


def words_for_change(slots: Slots) -> list[Hit]:
    """Give the words for a change; not the 'correct' of '993 in, 25 out, correct?', nor the 'naus' of 'was ghört naus'."""
    said = slots.hits_of(*_MARKS)
    if not said:
        return []
    otherwise = {hit.start for hit in slots.hits_of("confirm", *(() if "whether" in slots.cues else _SIDES))}
    to_do = {hit.end for hit in slots.cues.get("has_to", ())}  # 'what do I have to correct?'
    return [hit for hit in said if hit.start not in otherwise or hit.start in to_do]


def stands_behind(slots: Slots, at: int, marks: Collection[str]) -> bool:
    """Tell whether a value follows a word, with no more than an article between: 'auf 993', 'aus der 25'."""
    words = slots.sentence.words
    if at < 1:
        return False
    if words[at - 1] in marks:
        return not any(hit.end == at and hit.end - hit.start > 1 for hit in slots.cues.get("stands_at", ()))  # 'steht auf 143'
    return at > 1 and words[at - 1] in slots.small.before_value_words and words[at - 2] in marks
