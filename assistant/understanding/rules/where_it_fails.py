"""Where it fails: everywhere, in one place, on one device, in one direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import DIRECTIONS
from assistant.understanding.risks.foreign_network import in_foreign_network
from assistant.understanding.turned_down import working

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

TROUBLE_OF = {"incoming": "trouble:receive", "outgoing": "trouble:send"}
"""Of each direction the trouble that is told by what works, and what does not."""
_NAMING = ("aspect", "number")
_ASKING = ("requests", "which", "manner", "why", "how_to", "what_to_do")
_TOLD_OF_MORE = ("works", "deletes", "gone")
_SEVERAL = 2
_NOT_ONLY_FINE = ("wrong", "denies", "nothing_works", "breaks", "gone", "somewhere", *_ASKING)


def nothing_works(slots: Slots) -> bool:
    """Tell whether nothing works at all, whatever is told beside it: 'mein Enkel hat es eingerichtet, jetzt geht nix mehr'."""
    if "nothing_works" not in slots.cues or "deletes" in slots.cues:
        return False
    to_direction = bool(slots.direction or told_tersely(slots))
    return not (to_direction or any(map(slots.of, _NAMING)) or slots.topics.keys() - {"setup"})


def fails_at_a_place(slots: Slots) -> bool:
    """Tell whether it fails only in some places: 'nur zuhause klappt es nicht', 'daheim geht nix, aber unterwegs schon'."""
    if not (slots.has_any(("wrong", "nothing_works")) or slots.has_all(("works", "denies"))) or slots.names_port:
        return False
    if in_foreign_network(slots):
        return not slots.aspects.keys() - {"encryption"}  # 'im WLAN vom Gasthof geht IMAP nicht'
    places = {hit.words for hit in slots.cues.get("somewhere", ())}
    if not places or slots.aspects:
        return False
    small, words = slots.small, slots.sentence.words
    return len(places) > 1 or not small.only_words.isdisjoint(words) or not small.turning_words.isdisjoint(words)


def is_on_one_device_only(slots: Slots) -> bool:
    """Tell whether mails are on one device and not on another: 'die Mails sind auf dem Laptop, aber nicht auf dem Handy'."""
    if "mail" not in slots.cues or len(slots.devices) < _SEVERAL or slots.has_any(_TOLD_OF_MORE):
        return False
    are_lacking = "denies" in slots.cues or not slots.small.lacking_words.isdisjoint(slots.sentence.words)
    return are_lacking and not (any(map(slots.of, _NAMING)) or slots.topics or slots.direction)


def told_tersely(slots: Slots) -> str:
    """Give the direction that a small word tells: 'nichts geht mehr rein'."""
    anywhere = slots.small.anywhere_words
    names = (name for name in DIRECTIONS for hit in slots.cues.get(f"terse_{name}", ()) if hit.words not in anywhere)
    return next(names, "")


def is_fine(slots: Slots) -> bool:
    """Tell whether all that is told of a direction is that it works: 'empfangen geht aber'."""
    if "works" not in slots.cues or "went_well" in slots.cues or "device" in slots.cues:
        return False
    return working(slots) == [slots.direction] and _only_tells_of_it(slots) and not works_alone(slots)


def works_alone(slots: Slots) -> str:
    """Give the direction that alone is said to work: 'nur senden geht', 'I can only receive'; not 'es geht nur ums Senden'."""
    small, words = slots.small, slots.sentence.words
    if small.only_words.isdisjoint(words):
        return ""
    told = slots.directions.get(slots.direction, ())
    is_told = "works" in slots.cues or not small.able_words.isdisjoint(words)
    if not (told and is_told and _only_tells_of_it(slots)):
        return ""
    beside = {hit.start for hit in slots.hits_of("follow_up", "mail")}  # 'nur das', 'nur noch Mails'
    for hit in told:
        at = hit.start - 1
        while at in beside and words[at] not in small.only_words:
            at -= 1
        if at >= 0 and words[at] in small.only_words:
            return slots.direction
    return ""


def tells_how_it_goes(slots: Slots) -> bool:
    """Tell whether a direction is named to tell whether it works, and nothing is asked of it: 'senden geht, empfangen nicht'."""
    names_more = any(map(slots.of, _NAMING)) or bool(slots.subject) or slots.sentence.asks or slots.has_any(_ASKING)
    return bool(slots.direction) and not names_more and slots.has_any(("works", "wrong"))


def _only_tells_of_it(slots: Slots) -> bool:
    names_more = any(map(slots.of, _NAMING)) or bool(slots.topics) or slots.sentence.asks
    return not names_more and not slots.has_any(_NOT_ONLY_FINE)
