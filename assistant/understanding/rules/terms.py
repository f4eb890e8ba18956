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
_TERM_OF = {"port": "terms_port", "server": "terms_server"}
_HOW_ELSE = ("denies", "wrong", "mail", "if_taken", "switched_off")
"""What is told by those who ask of more than a word: 'was macht der Server mit meinen Mails?'."""
_WITH_ARTICLE = 1
"""Words of 'ein' before 'Server'; 'ein falscher' asks what a wrong one does."""
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
    """Give the topic that tells how something works, or spells it out: 'TLS ausgeschrieben', 'what is IMAP short for'."""
    if "how_it_works" in slots.cues and (term := _explained_how(slots, specific)):
        return term
    if "spelt_out" not in slots.cues:
        return ""
    if specific == ["encryption"]:
        return _name_of_encryption(slots)
    return "difference" if slots.subject and not specific else ""


def _explained_how(slots: Slots, specific: list[str]) -> str:
    """Give the explanation of the one thing that is asked to work: 'wie funktioniert SSL?', 'was passiert bei STARTTLS?'."""
    if len(specific) != 1 or slots.subject or slots.direction or slots.names_port or slots.has_any(_HOW_ELSE):
        return ""
    named = [hit.start for hit in slots.aspects[specific[0]]]
    if not any(0 <= named[0] - hit.end <= _WITH_ARTICLE for hit in slots.cues["how_it_works"]):
        return ""
    return _name_of_encryption(slots) if specific == ["encryption"] else _TERM_OF.get(specific[0], "")


def _name_of_encryption(slots: Slots) -> str:
    return "terms_starttls" if "starttls" in slots.sentence.words else "terms_ssl"


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
