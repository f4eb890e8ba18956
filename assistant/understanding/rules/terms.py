"""Is a technical word's explanation asked for, or the value of that name?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.pointing import only_asks_meaning
from assistant.understanding.rules.scores import lower, put_first

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Labels, Scores
    from assistant.understanding.slots import Slots

VALUE_OF = {"terms_port": "port", "terms_server": "server", "terms_ssl": "encryption", "terms_starttls": "encryption"}
"""Technical words and the values that go by the same name; an encryption's name is explained unless it is to be confirmed."""
_HINTS = ("maybe_port", "maybe_server", "maybe_address", "maybe_name", "plain_server", "technical", "spelt_out")
_EXPLAINED = 0.5
"""The score of a technical word's explanation from which it is asked for rather than the value of that name."""


def settle_terms(slots: Slots, scores: Scores, specific: list[str], labels: Labels) -> None:
    """Is a technical word's explanation asked for?"""
    if only_asks_meaning(slots):
        lower(scores, ("name",), 0.7)  # 'was heißt das'
    if "spelt_out" in slots.cues and "club_name" not in slots.topics:
        lower(scores, ("club_name",), 0.1)  # 'what does the abbreviation mean'
    if term := _spelt_out(slots, specific):
        put_first(scores, term, 0.2)
    elif "meaning" in slots.cues and not slots.names_something and not slots.has_any(_HINTS):
        lower(scores, (*labels.terms, *labels.troubles), 0.7)  # 'was ist ein Doppelpunkt?'
    elif "meaning" not in slots.cues and len(slots.sentence.words) > 1:
        lower(scores, labels.terms, 0.4)  # 'pop and smtp details' asks for no explanation
    elif set(specific).difference(VALUE_OF.values()):
        lower(scores, labels.terms, 0.5)  # 'login for the outgoing server, what is that?'
    elif slots.direction and (slots.subject or slots.sentence.asks or (specific and slots.begins_with("meaning"))):
        _value_meant(slots, scores)  # 'was ist der SMTP-Port', without a question mark as well
    elif len(specific) == 1 and not slots.subject and any(scores.get(term, 0.0) > _EXPLAINED for term in labels.terms):
        lower(scores, specific, 0.3)  # 'was ist eigentlich so ein Port?'


def _spelt_out(slots: Slots, specific: list[str]) -> str:
    """Give the topic that spells out what is asked for: 'TLS ausgeschrieben', 'what is IMAP short for'."""
    if "spelt_out" not in slots.cues:
        return ""
    if specific == ["encryption"]:
        return "terms_starttls" if "starttls" in slots.sentence.words else "terms_ssl"
    return "difference" if slots.subject and not specific else ""


def _value_meant(slots: Slots, scores: Scores) -> None:
    """Of one protocol and direction the value is asked for: 'what is port for incoming pop'."""
    if "meaning" in slots.cues and _is_value_of_smtp(slots):
        lower(scores, ("terms_smtp",), 0.4)
    if "encryption" in slots.aspects and slots.subject and "wrong" in slots.cues and "which" in slots.cues:
        put_first(scores, "encryption", 0.1)  # 'STARTTLS geht beim IMAP-Eingang nicht, was ist da vorgesehen?'
    for term, value in VALUE_OF.items():
        if term in slots.topics and (value != "encryption" or "confirm" in slots.cues):
            put_first(scores, value, 0.1)


def _is_value_of_smtp(slots: Slots) -> bool:
    """'Was ist der Port von SMTP', 'was ist der SMTP-Port'; not 'was ist SMTP, ist das ein Server?'."""
    named = [hit for hits in slots.aspects.values() for hit in hits]
    sides = [hit for hits in slots.directions.values() for hit in hits]
    return any(one.end == side.start or one.start == side.end or one.start < side.start for one in named for side in sides)
