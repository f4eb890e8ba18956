"""Follow-ups: what a message leaves out is taken from what the same person asked last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, Intent

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_SHORT = 8
_VAGUE = ("maybe_port", "maybe_server", "maybe_address", "maybe_name", "wrong")
_WITH_DIRECTION = frozenset({"port", "server", "encryption"})
_OTHER = {"imap": "pop3", "pop3": "imap", "incoming": "outgoing", "outgoing": "incoming"}
_ABOUT_A_PROTOCOL = frozenset({"difference", "advantages", "disadvantages", "recommendation", "switching"})


def complete(
    intents: list[Intent], score: float, slots: Slots, last: Intent | None, *, answer_from: float
) -> tuple[list[Intent], float]:
    """Fill what the message leaves open.

    Args:
        intents: What the message itself asks, likeliest first; may be empty.
        score: How sure that is.
        slots: The slots of the whole message.
        last: What this person asked last, or None.
        answer_from: The score that counts as sure.

    Returns:
        The completed intents and their score.
    """
    if last is None:
        return intents, score
    length = len(slots.sentence.words)
    leans = length <= _SHORT and (slots.cue("follow_up") or slots.cue("other_one") or length <= 4)
    asks_anew = any(slots.of(kind) for kind in ("aspect", "topic", "program")) or any(slots.cue(name) for name in _VAGUE)
    sure = bool(intents) and score >= answer_from and (asks_anew or not leans or _changed(last, slots) == last)
    if slots.cue("other_one") and not slots.subject and last.subject in _OTHER:
        return [last.within(subject=_OTHER[last.subject])], 0.9
    if length <= 3 and slots.cue("why"):
        return [_reason_for(last)], 0.9
    if sure:
        return [_inherit(intent, last, leans=leans) for intent in intents], score
    if leans or length <= 3:
        changed = _changed(last, slots)
        if changed != last or slots.cue("in_language"):
            return [changed], 0.85
    return intents, score


def _inherit(intent: Intent, last: Intent, *, leans: bool) -> Intent:
    if intent.topic and not leans:
        return intent
    if not intent.subject and last.subject and (intent.aspect or intent.topic in {"setup", *_ABOUT_A_PROTOCOL} or leans):
        intent = intent.within(subject=last.subject)
    if leans and intent.aspect in _WITH_DIRECTION and not intent.direction and last.aspect in _WITH_DIRECTION:
        intent = intent.within(direction=last.direction)
    if leans and intent.topic == "setup" and not intent.program and last.program:
        intent = intent.within(program=last.program)
    return intent


def _changed(last: Intent, slots: Slots) -> Intent:
    """Give the last intent with the parts exchanged that the message names."""
    parts: dict[str, str] = {}
    if slots.subject:
        parts["subject"] = slots.subject
    if slots.direction:
        parts["direction"] = slots.direction
        if last.aspect not in ASPECTS or last.aspect in {
            "settings",
            "username",
            "password",
            "name",
            "address",
            "login",
        }:
            parts["aspect"], parts["topic"] = "port", ""
    if slots.program:
        parts |= {"program": slots.program, "topic": "setup", "aspect": ""}
    return last.within(**parts) if parts else last


def _reason_for(last: Intent) -> Intent:
    if last.topic == "recommendation" or (last.aspect and last.subject != "pop3"):
        return Intent(topic="advantages", subject="imap")
    if last.aspect == "encryption" or last.subject == "pop3":
        return Intent(topic="disadvantages", subject="pop3")
    return last
