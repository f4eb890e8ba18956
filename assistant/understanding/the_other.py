"""The other one of two: 'und der andere?', 'und bei dem anderen, wo es rausgeht?', 'what can the other do better?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ABOUT_A_PROTOCOL, BY_DIRECTION, OPPOSITE, SIDES, Intent
from assistant.understanding.pointing import SHORT

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots


def the_other(last: Intent, slots: Slots, intents: list[Intent]) -> Intent | None:
    """Give what is meant, if the message points at the other protocol, or the other side, of what was asked last.

    Args:
        last: What this person asked last.
        slots: The slots of the whole message.
        intents: What the message itself asks, likeliest first; may be empty.
    """
    return (
        _the_other_named(last, slots)
        or _swapped(last, slots)
        or _what_the_other_can(last, slots)
        or _the_other_one(last, slots, intents)
        or _the_other_side(last, slots)
    )


def _the_other_named(last: Intent, slots: Slots) -> Intent | None:
    """'Die Daten für POP3?' 'Jetzt noch für IMAP, meine Frau hat das andere'."""
    names_more = slots.aspects or slots.topics or slots.direction
    is_other = "other_one" in slots.cues and OPPOSITE.get(last.subject) == slots.subject
    return last.within(subject=slots.subject) if is_other and last.aspect and not names_more else None


def _swapped(last: Intent, slots: Slots) -> Intent | None:
    """'Ports für POP3?' 'Mine are the other way round, swap them?': the same values again, and no other ones."""
    if "swapped" not in slots.cues or last.aspect not in BY_DIRECTION or len(slots.sentence.words) > SHORT:
        return None
    names_more = slots.names_port or slots.subject or slots.direction or slots.aspects or "maybe_name" in slots.cues
    return None if names_more else last


def _what_the_other_can(last: Intent, slots: Slots) -> Intent | None:
    """'Hat POP Vorteile?' 'Und das andere, was kann das besser?'; 'ist das andere besser?' asks for the choice."""
    is_asked = slots.has_all(("other_one", "better")) and slots.asks_openly and last.topic in SIDES
    names_it = slots.subject or slots.aspects or slots.program or last.subject not in OPPOSITE
    return Intent(topic="advantages", subject=OPPOSITE[last.subject]) if is_asked and not names_it else None


def _the_other_one(last: Intent, slots: Slots, intents: list[Intent]) -> Intent | None:
    """Give the last question about 'the other one' or 'the other direction', if that was said."""
    if "other_direction" in slots.cues and not slots.direction and last.direction in OPPOSITE:
        return last.within(direction=OPPOSITE[last.direction])
    if "other_one" not in slots.cues or slots.subject or last.subject not in OPPOSITE:
        return None
    if last.direction in OPPOSITE and ("other_value" in slots.cues or slots.direction == OPPOSITE[last.direction]):
        # 'Port für POP, Eingang?' 'Und der andere?', 'und bei dem anderen, wo es rausgeht': the other is the direction
        return last.within(direction=OPPOSITE[last.direction])
    asked = next(iter(intents), last)
    if any(name in slots.topics for name in (asked.topic, "sync", "devices")):
        if asked.topic not in ABOUT_A_PROTOCOL:
            return None  # 'erfährt das der andere Rechner?'
        return asked.within(subject=OPPOSITE[last.subject])  # 'und das andere, was ist da der Vorteil?'
    return last.within(subject=OPPOSITE[last.subject], direction=slots.direction or last.direction)


def _the_other_side(last: Intent, slots: Slots) -> Intent | None:
    """'Server für den Eingang?' 'Und der andere?': where no protocol was named, the other one is that of the other side."""
    if "other_one" not in slots.cues or slots.subject or last.subject in OPPOSITE or last.aspect not in BY_DIRECTION:
        return None
    names_more = slots.aspects.keys() - {last.aspect} or slots.topics or slots.of("program") or "device" in slots.cues
    if names_more or len(slots.sentence.words) > SHORT:
        return None
    return last.within(direction=slots.direction or OPPOSITE.get(last.direction, ""))
