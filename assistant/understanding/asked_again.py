"""Whether a message asks for the last answer once more, or for something new: 'wirklich der gleiche?', 'und der Server?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ABOUT_A_PROTOCOL, OPPOSITE, USER_NAMES
from assistant.understanding.further import asks_for_advice
from assistant.understanding.pointing import SHORT, STATEMENT, TERSE, only_asks_if_right
from assistant.understanding.taken_over import DEPENDING
from assistant.understanding.text import HOST_ENDS

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.understanding.slots import Slots

_REPEATED = 16
"""Words of 'wie war das noch mal bitte, ich hab so schnell nicht mitschreiben können'."""
_SETS_UP = ("how_to", "mail", "device")
"""Cues of who wants emails on a device."""
_VAGUE = ("maybe_port", "maybe_server", "maybe_address", "maybe_name", "maybe_settings", "wrong")
_HOW_LONG = ("whole_name", "front_only", "whole_address")
_WHOSE = ("private_one", "club_one", "asks_if_enough")
"""Cues of what is taken for the user name: 'also die vom Verein?', 'reicht kassier?'."""
_DASHES = ("with_dash", "without_dash")
_ENDS = HOST_ENDS | {"de", "at", "ch", "eu"}
_UMLAUTS = frozenset({"ae", "oe", "ue"})
"""An umlaut that stands alone: 'mit ö oder oe?'."""
_ADDRESS = "address"


def asked_back(slots: Slots, last: Intent, *, asks_anew: bool) -> bool:
    """Tell whether the last answer is to be given again: 'nochmal bitte', 'wirklich der gleiche?', 'mit dem @ und allem?'."""
    length = len(slots.sentence.words)
    if length <= SHORT and (
        _of_a_name(slots, last) or (last.aspect and (only_asks_if_right(slots) or _asks_which_is_wrong(slots)))
    ):
        return True
    if "say_again" in slots.cues and slots.topics.keys() == {"speed"}:
        return True  # 'bitte nochmal langsam'
    if asks_anew or slots.subject or slots.direction or slots.program or "forgot" in slots.cues or asks_for_advice(last, slots):
        return False
    if last.topic in DEPENDING and "device" in slots.cues and length <= SHORT and "deletes" not in slots.cues:
        return True  # 'und wenn ich nur ein Handy habe?'
    asks_for_it = "same_again" in slots.cues and slots.sentence.asks  # 'danke dir, kannst du ihn nochmal schreiben?'
    if length > (_REPEATED if "repeat_please" in slots.cues else SHORT if asks_for_it else STATEMENT):
        return False
    return slots.has_any(("say_again", "doubts")) or ("alike" in slots.cues and bool(last.aspect) and slots.sentence.asks)


def asked_anew(slots: Slots, last: Intent) -> bool:
    """Tell whether the message names something to ask for; these name a part of the last one.

    'Ist der zum Senden ein anderer?', 'was nehm ich beim Ausgang?'
    """
    if _asks_of_a_word(slots) or (slots.names_port and last.aspect != "port" and "confirm" in slots.cues):
        return True  # 'Welche Verschlüsselung?' 'What does POP3 mean?' 'Stimmt 993 zum Empfangen?'
    topics = slots.topics.keys()
    of_a_part = {"difference", "recommendation", *(("sent_mail",) if "for_it" in slots.cues else ())}
    is_choice = "recommendation" in topics and slots.subject == "both"  # 'welches nimmt man zum Abrufen, POP3 oder IMAP?'
    if slots.direction and last.aspect and not slots.aspects and topics and topics <= of_a_part and not is_choice:
        return False  # 'Port für den Eingang?' 'Und für das, was rausgeht?'
    is_taken = "if_taken" in slots.cues or _is_taken_after_all(slots)
    if last.aspect and is_taken and slots.subject in OPPOSITE and topics <= {"recommendation"}:
        return False  # 'und wenn ich IMAP nehme?'
    only_differs = not slots.aspects and slots.topics.keys() == {"difference"} and slots.subject in OPPOSITE
    is_of_value = last.aspect and "another" in slots.cues  # 'which port with IMAP?' 'With POP a different one?'
    if only_differs and last.topic not in ABOUT_A_PROTOCOL and "follow_up" in slots.cues and (last.topic or is_of_value):
        return False  # 'wär das bei IMAP anders?'
    if "towards" in slots.cues and ("whether" in slots.cues or "how_to" in slots.cues or "manner" in slots.cues):
        return True  # 'soll ich lieber IMAP nehmen?', 'und wie komm ich auf IMAP?'
    sets_up = slots.has_all(_SETS_UP)  # 'i mecht d Mails aufm Rechner kriagn': no direction is meant
    return sets_up or any(slots.of(kind) for kind in ("aspect", "topic", "program")) or slots.has_any(_VAGUE)


def _asks_of_a_word(slots: Slots) -> bool:
    """Tell whether it is asked what the name of a way of fetching mails means: 'what does IMAP mean'."""
    if "meaning" not in slots.cues or "technical" not in slots.cues or "follow_up" not in slots.cues:
        return False
    asked = {hit.end for hit in slots.cues["meaning"]}
    after = {hit.start for hit in slots.cues["follow_up"]}
    return any(hit.start in asked and hit.end in after for hit in slots.cues["technical"])


def _of_a_name(slots: Slots, last: Intent) -> bool:
    """'Mit dem @ und allem?', 'ich bin Kassierer': the answer shows how that is written."""
    if last.aspect == "name":
        return "tells_role" in slots.cues
    if last.aspect in USER_NAMES:
        return slots.has_any(_HOW_LONG) or (_names_nothing_else(slots) and (_is_taken_for_it(slots) or _names_address(slots)))
    return last.aspect == _ADDRESS and _names_nothing_else(slots) and _is_of_the_domain(slots)


def _asks_which_is_wrong(slots: Slots) -> bool:
    """'Hab 993 und STARTTLS drin' 'Welches von beiden ist falsch?': the answer tells what is right of each."""
    names_more = slots.aspects or slots.subject or slots.direction or slots.names_port or slots.topics.keys() - {"recommendation"}
    return slots.has_all(("one_of_them", "asks_wrong")) and not names_more


def _names_nothing_else(slots: Slots) -> bool:
    return not (slots.aspects.keys() - {_ADDRESS} or slots.topics or slots.subject or slots.names_port)


def _is_taken_for_it(slots: Slots) -> bool:
    """'Also die vom Verein?', 'bei mir steht kassier'; neither 'danke, das reicht' nor 'wer vom Verein hilft mir?'."""
    return "tells_role" in slots.cues or (slots.has_any(_WHOSE) and slots.sentence.asks and not slots.asks_openly)


def _names_address(slots: Slots) -> bool:
    return not slots.asks_openly and any("@" in word.strip("@") for word in slots.sentence.words)


def _is_of_the_domain(slots: Slots) -> bool:
    """'Wie endet die Adresse?' '.com?', 'mit Bindestrich?', 'also @verein.de?'."""
    words = slots.sentence.words
    if len(words) <= STATEMENT and not _UMLAUTS.isdisjoint(words):
        return True  # 'also oe?'
    if slots.has_any(_DASHES) or any("@" in word or ("." in word and not word.startswith("www.")) for word in words):
        return not slots.names_host
    return len(words) <= TERSE and slots.sentence.asks and (words[0] in _ENDS or not HOST_ENDS.isdisjoint(words))


def _is_taken_after_all(slots: Slots) -> bool:
    """'Oh wait no, i take pop', not 'soll ich doch lieber POP nehmen?'."""
    return "correction" in slots.cues and not (slots.sentence.asks or slots.aspects or "whether" in slots.cues)
