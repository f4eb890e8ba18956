"""Follow-ups: what a message leaves out is taken from what the same person asked last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, BY_DIRECTION, OPPOSITE, Intent
from assistant.understanding.further import asked_further, asks_for_advice
from assistant.understanding.referring import (
    ABOUT_A_PROTOCOL,
    NAMING_A_PART,
    SHORT,
    STATEMENT,
    TERSE,
    names_topic_beside,
    referred_to,
)
from assistant.understanding.rules.beside_values import SET_IN_A_PROGRAM
from assistant.understanding.rules.where_it_fails import TROUBLE_OF, is_fine, tells_how_it_goes

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_OPEN = 12
"""Words of 'jetzt kommt die Seite mit dem Ausgang, was trage ich da ein?', which does not say what it is about."""
_REPEATED = 16
"""Words of 'wie war das noch mal bitte, ich hab so schnell nicht mitschreiben können'."""
_WHY = 2
"""Words of 'weil?' and 'because?', which ask for the reason."""
_CERTAIN = 0.9
"""The score of a message that only makes sense after the last one."""
_LIKELY_HERE = 0.15
"""Score from which a short message that leans on the last one is what it seems: '… and what's bad?'"""
_LIKELY_THE_SAME = 0.1
"""Score from which a short message that sounds most like the topic spoken of is about it: 'braucht IMAP Internet?' '… lokal?'."""
_SETS_UP = ("how_to", "mail", "device")
"""Cues of who wants emails on a device."""
_VAGUE = ("maybe_port", "maybe_server", "maybe_address", "maybe_name", "maybe_settings", "wrong")
_DEPENDING = frozenset({"recommendation", "devices"})
"""Topics whose answer tells what it depends on."""
_WITH_A_PLACE = SET_IN_A_PROGRAM | {"switching"}
_ADVISED = frozenset({"switching"})
"""Topics of what an advice may be about."""
_HOW_LONG = ("whole_name", "front_only", "whole_address")
_NAMES = frozenset({"username", "login"})


def complete(
    intents: list[Intent],
    score: float,
    slots: Slots,
    last: Intent | None,
    also: Intent | None = None,
    *,
    answer_from: float,
    recommended: str,
) -> tuple[list[Intent], float]:
    """Fill what the message leaves open.

    Args:
        intents: What the message itself asks, likeliest first; may be empty.
        score: How sure that is.
        slots: The slots of the whole message.
        last: What this person asked last, or None.
        also: What else they asked in the same message, or None.
        answer_from: The score that counts as sure.
        recommended: The protocol that the answer to 'POP or IMAP?' recommends: '… then what is the port?'

    Returns:
        The completed intents and their score.
    """
    if last is not None and not (last.aspect or last.topic):
        return _of_the_protocol(intents, score, slots, last.subject, answer_from)
    return _leaning_on(last, intents, score, slots, also, answer_from=answer_from, recommended=recommended)


def _leaning_on(
    last: Intent | None,
    intents: list[Intent],
    score: float,
    slots: Slots,
    also: Intent | None,
    *,
    answer_from: float,
    recommended: str,
) -> tuple[list[Intent], float]:
    is_trouble = bool(intents) and intents[0].topic in TROUBLE_OF.values() and score >= answer_from
    tells = tells_how_it_goes(slots) and (is_trouble or is_fine(slots)) and not _asks_why_it_works(slots)
    if last is None or tells or _asks_of_a_number(slots):
        return intents, score
    length = len(slots.sentence.words)
    leans = length <= SHORT and (slots.has_any(("follow_up", "other_one", "correction", "alike")) or length <= TERSE)
    intents = _of_that(intents, slots, last) if leans else intents
    asks_anew = _asks_anew(slots, last)
    changed = _changed(last, slots)
    if _asks_back(slots, last, asks_anew=asks_anew):
        return [last, *([also] if also and also.topic not in _ADVISED else [])], _CERTAIN
    meant = (
        _how_to_do_it(also or last, slots)
        or _place_of(last, slots)
        or (_elsewhere(last, slots) if not asks_anew else None)
        or asked_further(last, slots)
        or referred_to(last, slots, intents)
        or _same_again(last, changed, slots, asks_anew=asks_anew, recommended=recommended)
    )
    if meant is not None:
        return _both(meant, changed, slots, also), _CERTAIN
    same_again = leans and bool(last.aspect) and slots.subject == last.subject != ""  # 'Ist 110 richtig?' 'Also ist es POP?'
    names_part = changed != last or same_again or slots.cue("in_language")
    begins_with_no = length <= SHORT and slots.begins_with("denies")  # 'not the incoming one, …'
    corrects = length <= _OPEN and slots.cue("takes_back") and slots.cue("correction")  # 'nein, da hab ich mich versprochen, …'
    of_this = length <= (_OPEN if slots.sentence.asks else STATEMENT) or slots.cue("in_language") or begins_with_no or corrects
    if names_part and not asks_anew and (leans or of_this):
        return _both(changed, changed, slots, also), _CERTAIN
    goes_on = bool(intents and last.topic) and intents[0].topic == last.topic and length <= SHORT and score >= _LIKELY_THE_SAME
    if intents and (score >= answer_from or (leans and score >= _LIKELY_HERE) or goes_on):
        return [_inherit(intent, last, slots, leans=leans, recommended=recommended) for intent in intents], max(
            score, answer_from
        )
    return ([changed], _CERTAIN) if leans and names_part else (intents, score)


def _of_the_protocol(
    intents: list[Intent], score: float, slots: Slots, protocol: str, answer_from: float
) -> tuple[list[Intent], float]:
    """Complete what follows choices that agreed in a protocol only: 'ich nehm jetzt IMAP', 'welcher Port?'; nothing was told."""
    if slots.direction and score < answer_from and len(slots.sentence.words) <= SHORT:
        return [Intent(aspect="port", subject=slots.subject or protocol, direction=slots.direction)], _CERTAIN
    is_of_it = not slots.subject and not slots.cue("both")
    return [one.within(subject=protocol) if is_of_it and not one.subject else one for one in intents], score


def _asks_of_a_number(slots: Slots) -> bool:
    """'Muss bei IMAP 110 rein?' 'Und 110 ist dann wofür?': it is asked of that very number, whatever was spoken of."""
    names_more = slots.subject or slots.direction or slots.of("aspect").keys() - {"port"}
    return slots.names_port and slots.has_any(("asks_purpose", "asks_whose")) and not names_more


def _asks_why_it_works(slots: Slots) -> bool:
    """'How come it works there': the reason is asked, and nothing fails."""
    return slots.asks_why and slots.cue("works") and not slots.has_any(("wrong", "denies"))


def _how_to_do_it(advised: Intent, slots: Slots) -> Intent | None:
    """Give what was advised or told, where it is asked how to do that: 'soll ich auf IMAP wechseln?' 'Und wie geht das?'."""
    names_more = any(map(slots.of, NAMING_A_PART)) or slots.of("topic") or len(slots.sentence.words) > SHORT
    is_asked = slots.cue("manner") and slots.has_any(("how_to", "where_is", "what_to_do"))
    return advised if advised.topic in _ADVISED and is_asked and not names_more else None


def _of_that(intents: list[Intent], slots: Slots, last: Intent) -> list[Intent]:
    """Take a mere 'name' for that of what was asked: '… und beim Ausgang ein anderer Name?', 'passwort … und der Name dazu?'."""
    meant = {"server": "server", "username": "username", "password": "username", "login": "username"}.get(last.aspect, "")
    if not meant or slots.of("aspect") or not slots.cue("maybe_name"):
        return intents
    return [intent.within(aspect=meant) if intent.aspect == "name" else intent for intent in intents]


def _asks_back(slots: Slots, last: Intent, *, asks_anew: bool) -> bool:
    """Tell whether the last answer is to be given again: 'nochmal bitte', 'wirklich der gleiche?', 'mit dem @ und allem?'."""
    length = len(slots.sentence.words)
    if length <= SHORT and _of_a_name(slots, last):
        return True
    if slots.cue("say_again") and slots.of("topic").keys() == {"speed"}:
        return True  # 'bitte nochmal langsam'
    if asks_anew or slots.subject or slots.direction or slots.program or slots.cue("forgot") or asks_for_advice(last, slots):
        return False
    if last.topic in _DEPENDING and slots.cue("device") and length <= SHORT and not slots.cue("deletes"):
        return True  # 'und wenn ich nur ein Handy habe?'
    asks_for_it = slots.cue("same_again") and slots.sentence.asks  # 'danke dir, kannst du ihn nochmal schreiben?'
    if length > (_REPEATED if slots.cue("repeat_please") else SHORT if asks_for_it else STATEMENT):
        return False
    return slots.cue("say_again") or slots.cue("doubts") or (slots.cue("alike") and bool(last.aspect) and slots.sentence.asks)


def _of_a_name(slots: Slots, last: Intent) -> bool:
    """'Mit dem @ und allem?', 'ich bin Kassierer': the answer shows how that is written."""
    asks_how_long = last.aspect in _NAMES and slots.has_any(_HOW_LONG)
    return asks_how_long or (last.aspect == "name" and slots.cue("tells_role"))


def _place_of(last: Intent, slots: Slots) -> Intent | None:
    """Give what says where the last value stands, if that is asked: its answer for the program, or a guide where none is named.

    'Wo trag ich das ein?', after an advice to switch 'und wo in Outlook?'.
    """
    stands_somewhere = bool(last.aspect) or (last.topic in _WITH_A_PLACE and bool(slots.program))
    is_place = len(slots.sentence.words) <= TERSE and any(hit.start > 0 for hits in slots.of("program").values() for hit in hits)
    goes_on = slots.cue("follow_up") if last.program or last.aspect else last.topic == "switching" and is_place
    another = goes_on and not slots.of("topic")  # 'und in Outlook?', 'woran seh ich das?' 'in Outlook'
    asks_how = last.topic in _WITH_A_PLACE and slots.cue("follow_up") and slots.cue("how_to")  # 'und wie geht das in Outlook?'
    asks_where = slots.cue("where_is") or ((another or asks_how or slots.cue("asks_place")) and bool(slots.program))
    if not (stands_somewhere and asks_where) or slots.of("aspect") or len(slots.sentence.words) > SHORT:
        return None
    subject, program = slots.subject or last.subject, slots.program or last.program
    return last.within(subject=subject, program=program) if program else Intent(topic="setup", subject=subject)


def _elsewhere(last: Intent, slots: Slots) -> Intent | None:
    """Give the value that was asked for, which is the same on every device: 'und am Handy?'."""
    names_more = slots.program or slots.of("aspect") or slots.of("topic").keys() - {"devices"}
    is_elsewhere = bool(last.aspect) and slots.cue("device") and slots.cue("follow_up")
    return last.within(program="") if is_elsewhere and not names_more and len(slots.sentence.words) <= SHORT else None


def _both(meant: Intent, changed: Intent, slots: Slots, also: Intent | None) -> list[Intent]:
    """Give what is meant, and for a message that asked two things the second one changed alike: 'same for out'."""
    return [meant, _changed(also, slots)] if also and also.aspect and meant == changed else [meant]


def _asks_anew(slots: Slots, last: Intent) -> bool:
    """Tell whether the message names something to ask for; these name a part of the last one.

    'Ist der zum Senden ein anderer?', 'was nehm ich beim Ausgang?'
    """
    if slots.names_port and last.aspect != "port" and slots.cue("confirm"):
        return True  # 'Welche Verschlüsselung?' 'Stimmt 993 zum Empfangen?'
    topics = slots.of("topic").keys()
    of_a_part = {"difference", "recommendation", *(("sent_mail",) if slots.cue("for_it") else ())}
    is_choice = "recommendation" in topics and slots.subject == "both"  # 'welches nimmt man zum Abrufen, POP3 oder IMAP?'
    if slots.direction and last.aspect and not slots.of("aspect") and topics and topics <= of_a_part and not is_choice:
        return False  # 'Port für den Eingang?' 'Und für das, was rausgeht?'
    is_taken = slots.cue("if_taken") or _is_taken_after_all(slots)
    if last.aspect and is_taken and slots.subject in OPPOSITE and topics <= {"recommendation"}:
        return False  # 'und wenn ich IMAP nehme?'
    only_differs = not slots.of("aspect") and slots.of("topic").keys() == {"difference"} and slots.subject in OPPOSITE
    if only_differs and last.topic and last.topic not in ABOUT_A_PROTOCOL and slots.cue("follow_up"):
        return False  # 'wär das bei IMAP anders?'
    if slots.cue("towards") and (slots.cue("whether") or slots.cue("how_to") or slots.cue("manner")):
        return True  # 'soll ich lieber IMAP nehmen?', 'und wie komm ich auf IMAP?'
    sets_up = slots.has_all(_SETS_UP)  # 'i mecht d Mails aufm Rechner kriagn': no direction is meant
    return sets_up or any(slots.of(kind) for kind in ("aspect", "topic", "program")) or slots.has_any(_VAGUE)


def _is_taken_after_all(slots: Slots) -> bool:
    """'Oh wait no, i take pop', not 'soll ich doch lieber POP nehmen?'."""
    return slots.cue("correction") and not (slots.sentence.asks or slots.of("aspect") or slots.cue("whether"))


def _same_again(last: Intent, changed: Intent, slots: Slots, *, asks_anew: bool, recommended: str) -> Intent | None:
    """Give what was asked last, as it is or for another part, where the message says so."""
    length = len(slots.sentence.words)
    asks_why = slots.cue("why") or (slots.cue("because") and length <= _WHY)
    if (length <= TERSE or (length <= SHORT and _asks_why_it_works(slots))) and asks_why and not asks_anew:
        return Intent(topic="advantages", subject=slots.subject) if slots.subject in OPPOSITE else _reason_for(last, recommended)
    names_topic = names_topic_beside(slots, "same_again")
    repeats = slots.cue("same_again") and not slots.of("aspect") and slots.subject != "both" and not names_topic
    if repeats and changed != last and length <= _OPEN:
        return changed  # 'und jetzt dasselbe für POP'
    if last.topic == "setup" and length <= SHORT and not slots.of("aspect"):
        if slots.program and length <= TERSE:
            return changed  # 'und auf dem iPad?'
        if slots.cue("device") and not slots.of("topic").keys() - {"setup", "devices"}:
            return last.within(program=slots.program)  # 'und auf dem Laptop?'
    if slots.cue("same_again") and changed == last and length <= _WHY and not asks_anew:
        return last  # 'nochmal'
    return last if slots.cue("where_is") and last.topic and not asks_anew else None  # its answer says where


def _inherit(intent: Intent, last: Intent, slots: Slots, *, leans: bool, recommended: str) -> Intent:
    if intent.topic and not leans:
        return intent
    follows_advice = last.topic in _DEPENDING and last.subject not in OPPOSITE
    if not intent.subject and (intent.aspect or intent.topic == "setup") and follows_advice:
        return intent.within(subject=recommended)
    if slots.cue("both") and not (intent.aspect in BY_DIRECTION and last.subject in OPPOSITE):
        return intent
    if intent.topic == "recommendation" or (intent.topic == "difference" and "difference" in slots.of("topic")):
        return intent  # the advice is the same for everybody; and 'was ist der Unterschied' needs both
    if intent.topic == "setup" and not _goes_on_with_it(last, slots, recommended):
        return intent  # 'Muss ich POP nehmen?' 'Thunderbird einrichten': it was only spoken of
    if not intent.subject and last.subject and (intent.aspect or intent.topic in {"setup", *ABOUT_A_PROTOCOL} or leans):
        # 'Nachteile von POP? Dann will ich wechseln': to the other one; 'Vorteile von IMAP? Wie stell ich um?': to that one.
        leaves = intent.topic == "switching" and last.topic != "advantages"
        intent = intent.within(subject=OPPOSITE.get(last.subject, "") if leaves else last.subject)
    of_trouble = bool(last.tree)  # 'Senden geht nicht' 'Welcher Port gehört da rein?'
    if (leans or of_trouble or _asks_of_that_field(slots)) and intent.aspect in BY_DIRECTION and not intent.direction:
        intent = intent.within(direction=last.direction)
    if last.direction in OPPOSITE and intent.aspect in BY_DIRECTION and _asks_what_goes_with_that(last, slots):
        intent = intent.within(direction=last.direction)
    if leans and intent.topic == "setup" and not intent.program and last.program:
        intent = intent.within(program=last.program)
    return intent


def _asks_of_that_field(slots: Slots) -> bool:
    """'Bei mir steht da SSL/TLS, ist das normal?': where no other is named, it is the field that the last answer was about."""
    return (slots.cue("asks_if_so") or slots.cue("asks_right")) and not slots.of("subject")


def _asks_what_goes_with_that(last: Intent, slots: Slots) -> bool:
    """'Wie heißt der Posteingangsserver?' 'Ist 587 der Port dafür?', 'und der Port dazu?': a number says nothing of the side."""
    return last.aspect in BY_DIRECTION and slots.cue("for_it") and not slots.direction


def _goes_on_with_it(last: Intent, slots: Slots, recommended: str) -> bool:
    """Tell whether a set-up is for the protocol spoken of before: the recommended one, or 'und wie richte ich das ein?'."""
    return last.subject == recommended or last.topic == "setup" or slots.cue("follow_up")


def _changed(last: Intent, slots: Slots) -> Intent:
    """Give the last intent with the parts exchanged that the message names."""
    parts: dict[str, str] = {}
    if slots.subject:
        parts["subject"] = slots.subject
    if slots.direction:
        parts["direction"] = slots.direction
        if last.aspect not in ASPECTS:
            parts["aspect"], parts["topic"] = "port", ""
    if slots.cue("maybe_port") and last.aspect in BY_DIRECTION:
        parts["aspect"] = "port"  # 'der Server?' 'Noch einmal zu den Nummern: und für den Ausgang?'
    if slots.program:
        parts |= {"program": slots.program, "topic": "setup", "aspect": ""}
    return last.within(**parts) if parts else last


def _reason_for(last: Intent, recommended: str) -> Intent:
    other = OPPOSITE[recommended]
    if last.topic in _DEPENDING or (last.aspect and last.subject != other):
        return Intent(topic="advantages", subject=recommended)
    if last.aspect == "encryption" or last.subject == other:
        return Intent(topic="disadvantages", subject=other)
    return last
