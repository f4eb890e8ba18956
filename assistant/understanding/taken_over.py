"""What a question takes over from the last one: 'welcher Port?' the protocol, 'und beim Ausgang?' what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ABOUT_A_PROTOCOL, ASPECTS, BY_DIRECTION, OPPOSITE

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.understanding.slots import Slots

DEPENDING = frozenset({"recommendation", "devices"})
"""Topics whose answer tells what it depends on."""


def inherited(intent: Intent, last: Intent, slots: Slots, *, leans: bool, recommended: str) -> Intent:
    """Fill what a question leaves open from the last one, as far as it is about the same.

    Args:
        intent: What the message asks.
        last: What this person asked last.
        slots: The slots of the whole message.
        leans: Whether it is short and leans on the last one.
        recommended: The protocol that the answer to 'POP or IMAP?' recommends.
    """
    if intent.topic and not leans:
        return intent
    is_left_to_them = last.subject in OPPOSITE  # 'Ich hab POP, soll ich wechseln?' 'Port dann 993?': the number says to which
    follows_advice = last.topic in DEPENDING and (slots.names_port or not is_left_to_them)
    if not intent.subject and (intent.aspect or intent.topic == "setup") and follows_advice:
        return intent.within(subject="" if is_left_to_them else recommended)
    if "both" in slots.cues and not (intent.aspect in BY_DIRECTION and last.subject in OPPOSITE):
        return intent
    if intent.topic == "recommendation" or (intent.topic == "difference" and "difference" in slots.topics):
        return intent  # the advice is the same for everybody; and 'was ist der Unterschied' needs both
    if intent.topic == "setup" and not _goes_on_with_it(last, slots, recommended):
        return intent  # 'Muss ich POP nehmen?' 'Thunderbird einrichten': it was only spoken of
    if not intent.subject and last.subject and (intent.aspect or intent.topic in {"setup", *ABOUT_A_PROTOCOL} or leans):
        # 'Nachteile von POP? Dann will ich wechseln': to the other one; 'Vorteile von IMAP? Wie stell ich um?': to that one.
        leaves = intent.topic == "switching" and last.topic != "advantages"
        intent = intent.within(subject=OPPOSITE.get(last.subject, "") if leaves else last.subject)
    of_trouble = bool(last.tree)  # 'Senden geht nicht' 'Welcher Port gehört da rein?'
    is_open = intent.aspect in BY_DIRECTION and not (intent.direction or slots.asks_for_all_ports)  # 'ports noch': of both sides
    if is_open and (leans or of_trouble or _asks_of_that_field(slots)):
        intent = intent.within(direction=last.direction)
    if last.direction in OPPOSITE and intent.aspect in BY_DIRECTION and _asks_what_goes_with_that(last, slots):
        intent = intent.within(direction=last.direction)
    if leans and intent.topic == "setup" and not intent.program and last.program:
        intent = intent.within(program=last.program)
    return intent


def exchanged(last: Intent, slots: Slots) -> Intent:
    """Give the last intent with the parts exchanged that the message names."""
    parts: dict[str, str] = {}
    if slots.subject:
        parts["subject"] = slots.subject
    if slots.direction:
        parts["direction"] = slots.direction
        if last.aspect not in ASPECTS:
            parts["aspect"], parts["topic"] = "port", ""
    if "maybe_port" in slots.cues and last.aspect in BY_DIRECTION:
        parts["aspect"] = "port"  # 'der Server?' 'Noch einmal zu den Nummern: und für den Ausgang?'
    if last.aspect == "encryption" and slots.names_port and not slots.aspects:
        parts["aspect"] = "port"  # 'ist das verschlüsselt?' 'und ausgehend 25?'
    if last.aspect == "settings" and len(slots.numbers) == 1:  # 'alle Daten bitte' 'Beim Ausgang steht 25, lassen?'
        parts["aspect"], parts["direction"] = "port", slots.direction or slots.number_direction
    if slots.program:
        parts |= {"program": slots.program, "topic": "setup", "aspect": ""}
    return last.within(**parts) if parts else last


def _asks_of_that_field(slots: Slots) -> bool:
    """'Bei mir steht da SSL/TLS, ist das normal?': where no other is named, it is the field that the last answer was about."""
    return ("asks_if_so" in slots.cues or "asks_right" in slots.cues) and not slots.subjects


def _asks_what_goes_with_that(last: Intent, slots: Slots) -> bool:
    """'Wie heißt der Posteingangsserver?' 'Ist 587 der Port dafür?', 'und der Port dazu?': a number says nothing of the side."""
    return last.aspect in BY_DIRECTION and "for_it" in slots.cues and not slots.direction


def _goes_on_with_it(last: Intent, slots: Slots, recommended: str) -> bool:
    """Tell whether a set-up is for the protocol spoken of before: the recommended one, or 'und wie richte ich das ein?'."""
    return last.subject == recommended or last.topic == "setup" or "follow_up" in slots.cues
