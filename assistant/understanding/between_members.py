"""What members of a group tell each other, or ask each other, in words that a question for the bot has as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.asking import asks_if_possible, begins_asking
from assistant.understanding.protocols import is_chosen

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.understanding.slots import Slots

_OPINIONS = frozenset({"recommendation", "difference", "advantages", "disadvantages", "switching"})
"""What members also tell each other their opinion on, in the words of a question: 'IMAP ist ja wohl besser, oder?'"""
_WANTS_TO_KNOW = ("asks_openly", "requests", "demands", "says_please", "meaning", "asks_if_bad")
_SETUP, _PROGRAM, _ADDRESS = "setup", "which_program", "address"
_OF_EVERYBODY = frozenset({"name", _ADDRESS})
_OF_OTHERS = ("you_have", "you_did", "asks_you")
_TERSE = 5


def is_between_members(slots: Slots, intent: Intent) -> bool:
    """Tell whether somebody tells what they think, or asks others: 'Lukas, richtest du das ein?', 'welche App habt ihr?'."""
    if is_chosen(slots) or ("you_did" in slots.cues and not (intent.aspect and _asks_all(slots))):
        return True  # 'ich nehm jetzt IMAP', 'welchen Port hattest du?'
    if intent.topic == _SETUP:
        return "asks_you" in slots.cues and "asks_openly" not in slots.cues and not _wants_help_of_anybody(slots)
    if intent.aspect and _seeks_assent_of_one(slots):
        return True  # 'beim Ausgang ist es doch 587, oder Gerd?'
    if intent.aspect in _OF_EVERYBODY and _is_of_people(slots):
        return True
    if intent.topic == _PROGRAM or intent.aspect == _ADDRESS:
        return "you_have" in slots.cues
    return not _OPINIONS.isdisjoint((intent.aspect, intent.topic)) and not _asks_for_opinion(slots)


def asks_a_member(slots: Slots) -> bool:
    """'Klaus, hast du bei IMAP die 993 drin?', '…, oder Klaus?'; what everybody is asked may be asked of the bot."""
    return (slots.has_any(_OF_OTHERS) and not _asks_all(slots)) or _seeks_assent_of_one(slots)


def _wants_help_of_anybody(slots: Slots) -> bool:
    """'Kannst du mir helfen, die Mail einzurichten?', but not 'Rita, kannst du mir …', nor what others are to do alone."""
    begins = any(hit.start == 0 for hit in slots.cues.get("asks_you", ()))
    return begins and "helps_along" in slots.cues


def _asks_all(slots: Slots) -> bool:
    """Tell whether a question is put to all members: 'welchen Port habt ihr?', 'what did you put in for the port?'.

    Who is asked alone is called by name, and names stand at the beginning or the end: 'what did you put in, Jim?'.
    """
    if "everybody" in slots.cues:
        return True
    known = {at for hit in slots.hits for at in range(hit.start, hit.end)}
    return "you_or_all" in slots.cues and 0 in known and len(slots.sentence.words) - 1 in known


def _is_of_people(slots: Slots) -> bool:
    """'Name und Adresse bitte auf den Zettel', 'kommt mein Name drauf?': everybody has them, none of it is about mail."""
    by_name = slots.places_of("by_name")
    is_bare = bool(by_name) and all(hit.end - 1 in by_name for hit in slots.aspects.get("name", ()))
    if not (is_bare or (slots.has_all(("maybe_name", "maybe_address")) and not slots.sentence.asks)):
        return False
    if slots.has_any(("technical", "which", "next_field")) or slots.subject or slots.program:
        return False
    return not any("mail" in hit.words or "@" in hit.words for hit in slots.hits)


def _asks_for_opinion(slots: Slots) -> bool:
    """Tell whether somebody wants to be told what is better, and does not tell it: 'POP oder IMAP?', 'soll ich wechseln'."""
    if _seeks_assent(slots) or ("opines" in slots.cues and not slots.sentence.asks):
        return False
    if "turned_verb" in slots.cues or begins_asking(slots) or asks_if_possible(slots) or _is_for_somebody(slots):
        return True
    begins = any(hit.start == 0 for hit in slots.hits_of("question", "asks_if_any"))
    if slots.sentence.asks or begins or len(slots.sentence.words) <= _TERSE:
        return True
    told = slots.places_of("it_was")
    return any(hit.start not in told for hit in slots.hits_of(*_WANTS_TO_KNOW))


def _is_for_somebody(slots: Slots) -> bool:
    """'IMAP oder POP3 für unseren Vorsitzenden'."""
    named = sorted(hit.start for hits in slots.subjects.values() for hit in hits)
    behind = slots.sentence.words[named[-1] + 1 : named[-1] + 2] if len(named) > 1 and named[0] == 0 else ()
    return not slots.small.for_words.isdisjoint(behind) and not slots.small.either_words.isdisjoint(
        slots.sentence.words[: named[-1]]
    )


def _seeks_assent(slots: Slots) -> bool:
    """Tell whether it ends with '… oder?' or '… oder, Klaus?'; 'POP oder IMAP?' and 'oder nicht?' are left to the others."""
    last, named = len(slots.sentence.words) - 1, {hit.start for hit in slots.hits if hit.kind != "cue"}
    ends = _ends_of_assent(slots)
    return "yes_or_no" not in slots.cues and (last + 1 in ends or (last in ends and last not in named))


def _seeks_assent_of_one(slots: Slots) -> bool:
    """'587, oder Klaus?'; 'mit Punkt oder Bindestrich?' asks which of two."""
    if not slots.names_port or "seeks_assent" not in slots.cues or "yes_or_no" in slots.cues:
        return False
    last = len(slots.sentence.words) - 1
    return last in _ends_of_assent(slots) and all(hit.end <= last for hit in slots.hits)


def _ends_of_assent(slots: Slots) -> set[int]:
    asked = {hit.end for hit in slots.cues.get("confirm", ()) if " " in hit.words}  # 'is he right?'
    who = {hit.end for hit in slots.cues.get("asks_who", ())}  # 'who's right?'
    return {hit.end for hit in slots.cues.get("seeks_assent", ()) if hit.start and hit.start not in who} - asked
