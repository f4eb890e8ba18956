"""How plainly a message of a group asks, which nobody meant for the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_AT_THE_END = 3
_CONFIRMING = ("asks_right", "asks_fine", "seeks_assent", "confirm", "yes_or_no")


def asks_at_all(slots: Slots) -> bool:
    """Tell whether it asks; 'ist', 'hat' or 'kann' inside a sentence make it none."""
    if slots.sentence.asks or "meaning" in slots.cues or "why" in slots.cues or requests(slots):
        return True
    if asks_if_possible(slots) or asks_plainly(slots):
        return True
    turned = {hit.start for hit in slots.cues.get("manner", ())}  # '… kann ich', '… can i'
    inside = slots.places_of("it_was") | {
        hit.start for hit in slots.cues.get("copula", ()) if hit.start and hit.start not in turned
    }
    return any(hit.start not in inside for hit in slots.cues.get("question", ()))


def asks_plainly(slots: Slots) -> bool:
    """Tell whether it is put as a question, or asks to confirm a value at its end: 'bei POP 995, stimmt das'."""
    if slots.asks_directly or "turned_verb" in slots.cues or begins_asking(slots):
        return True
    last = len(slots.sentence.words)
    if any(last - hit.start <= _AT_THE_END for hit in slots.cues.get("asks_who", ())):
        return True  # '…, wer hat recht'
    if ends_asking_why(slots):
        return True
    if not slots.names_port:
        return False
    return _is_one_of_two(slots) or any(last - hit.end <= 1 and hit.start for hit in slots.hits_of(*_CONFIRMING))


def ends_asking_why(slots: Slots) -> bool:
    """'Am PC ist sie noch da, warum'; not so 'keine Ahnung warum'."""
    last = len(slots.sentence.words)
    return "knows_not_why" not in slots.cues and any(hit.end == last and hit.start for hit in slots.cues.get("why", ()))


def requests(slots: Slots) -> bool:
    """'Meine Tochter fragt nach den Ports', 'Anleitung für IMAP gesucht', but not 'braucht kein Mensch'."""
    if any(asked.start <= us.start < asked.end for us in slots.cues.get("to_us", ()) for asked in slots.topics.get("setup", ())):
        return True  # 'walk me through it'
    is_wanted = slots.has_any(("requests", "demands")) and not slots.has_any(("denies", "rejects_next"))
    return is_wanted and (bool(slots.aspects) or "setup" in slots.topics)


def asks_if_possible(slots: Slots) -> bool:
    """'Mit POP am Tablet weiterlesen, geht das', '… geht das noch'."""
    return any(hit.end >= len(slots.sentence.words) - 1 for hit in slots.cues.get("asks_if_possible", ()))


def begins_asking(slots: Slots) -> bool:
    """Tell whether a verb opens it, or stands right behind a protocol that does: 'bei IMAP komm ich da auch dran'."""
    if slots.sentence.words[0] in slots.small.opening_words:
        return True
    openings = {0, *(hit.end for named in slots.subjects.values() for hit in named if hit.start <= 1)}
    return any(hit.start in openings for hit in slots.cues.get("begins_asking", ()))


def _is_one_of_two(slots: Slots) -> bool:
    """'Bei IMAP 993 oder 995'."""
    words, either = slots.sentence.words, slots.small.either_words
    return any(not either.isdisjoint(words[max(0, hit.start - 1) : hit.end + 1]) for hit in slots.numbers)
