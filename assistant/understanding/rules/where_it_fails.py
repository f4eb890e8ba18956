"""Where it fails: everywhere, in one place, on one device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import DIRECTIONS

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_NAMING = ("aspect", "number")


def nothing_works(slots: Slots) -> bool:
    """Tell whether nothing works at all, whatever is told beside it: 'mein Enkel hat es eingerichtet, jetzt geht nix mehr'."""
    to_direction = bool(slots.direction or told_tersely(slots))
    names = to_direction or any(map(slots.of, _NAMING)) or slots.of("topic").keys() - {"setup"}
    return slots.cue("nothing_works") and not names and not slots.cue("deletes")


def fails_at_a_place(slots: Slots) -> bool:
    """Tell whether it fails only in some places: 'nur zuhause klappt es nicht', 'daheim geht nix, aber unterwegs schon'."""
    places = {hit.words for hit in slots.cues.get("somewhere", ())}
    small, words = slots.small, slots.sentence.words
    is_contrast = len(places) > 1 or not small.only_words.isdisjoint(words) or not small.turning_words.isdisjoint(words)
    fails = slots.cue("wrong") or slots.cue("nothing_works") or (slots.cue("works") and slots.cue("denies"))
    return bool(places) and is_contrast and fails and not slots.of("aspect") and not slots.names_port


def is_on_one_device_only(slots: Slots) -> bool:
    """Tell whether mails are on one device and not on another: 'die Mails sind auf dem Laptop, aber nicht auf dem Handy'."""
    are_lacking = slots.cue("denies") or not slots.small.lacking_words.isdisjoint(slots.sentence.words)
    is_said = slots.cue("mail") and are_lacking
    names_more = any(map(slots.of, _NAMING)) or bool(slots.of("topic")) or bool(slots.direction)
    names_more |= any(map(slots.cue, ("works", "deletes", "gone")))
    return len(slots.devices) > 1 and is_said and not names_more


def told_tersely(slots: Slots) -> str:
    """Give the direction that a small word tells: 'nichts geht mehr rein'."""
    anywhere = slots.small.anywhere_words
    names = (name for name in DIRECTIONS for hit in slots.cues.get(f"terse_{name}", ()) if hit.words not in anywhere)
    return next(names, "")
