"""Follow-ups: what a message leaves out is taken from what the same person asked last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import LOGIN, OF_THE_ACCOUNT, OPPOSITE, Intent
from assistant.understanding.asked_again import asked_anew, asked_back
from assistant.understanding.further import asked_further
from assistant.understanding.pointing import SHORT, STATEMENT, TERSE
from assistant.understanding.referring import NAMING_A_PART, names_topic_beside, referred_to
from assistant.understanding.rules.beside_values import SET_IN_A_PROGRAM
from assistant.understanding.rules.where_it_fails import TROUBLE_OF, is_fine, tells_how_it_goes
from assistant.understanding.set_otherwise import switched_on
from assistant.understanding.taken_over import DEPENDING, exchanged, inherited

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_OPEN = 12
"""Words of 'jetzt kommt die Seite mit dem Ausgang, was trage ich da ein?', which does not say what it is about."""
_WHY = 2
"""Words of 'weil?' and 'because?', which ask for the reason."""
_CERTAIN = 0.9
"""The score of a message that only makes sense after the last one."""
_LIKELY_HERE = 0.15
"""Score from which a short message that leans on the last one is what it seems: '… and what's bad?'"""
_LIKELY_THE_SAME = 0.1
"""Score from which a short message that sounds most like the topic spoken of is about it: 'braucht IMAP Internet?' '… lokal?'."""
_WITH_A_PLACE = SET_IN_A_PROGRAM | {"switching"}
_ADVISED = frozenset({"switching"})
"""Topics of what an advice may be about."""


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
    if last is None or tells or _asks_of_a_number(slots) or _tells_trouble(intents, score, slots):
        return intents, score
    length = len(slots.sentence.words)
    leans = length <= SHORT and (slots.has_any(("follow_up", "other_one", "correction", "alike")) or length <= TERSE)
    intents = _of_that(intents, slots, last) if leans else intents
    asks_anew = asked_anew(slots, last)
    changed = exchanged(last, slots)
    if asked_back(slots, last, asks_anew=asks_anew):
        return [last, *([also] if also and also.topic not in _ADVISED else [])], _CERTAIN
    meant = (
        _at_its_server(last, slots)
        or switched_on(last, slots)
        or _how_to_do_it(also or last, slots)
        or _place_of(last, slots)
        or (_elsewhere(last, slots) if not asks_anew else None)
        or asked_further(last, slots)
        or referred_to(last, slots, intents)
        or _same_again(last, changed, slots, asks_anew=asks_anew, recommended=recommended)
    )
    if meant is not None:
        return _both(meant, changed, slots, also), _CERTAIN
    same_again = leans and bool(last.aspect) and slots.subject == last.subject != ""  # 'Ist 110 richtig?' 'Also ist es POP?'
    names_part = changed != last or same_again or "in_language" in slots.cues
    begins_with_no = length <= SHORT and slots.begins_with("denies")  # 'not the incoming one, …'
    corrects = length <= _OPEN and slots.has_all(("takes_back", "correction"))  # 'nein, da hab ich mich versprochen, …'
    of_this = length <= (_OPEN if slots.sentence.asks else STATEMENT) or "in_language" in slots.cues or begins_with_no or corrects
    if names_part and not asks_anew and (leans or of_this):
        return _both(changed, changed, slots, also), _CERTAIN
    goes_on = bool(intents and last.topic) and intents[0].topic == last.topic and length <= SHORT and score >= _LIKELY_THE_SAME
    if intents and (score >= answer_from or (leans and score >= _LIKELY_HERE) or goes_on):
        return [inherited(intent, last, slots, leans=leans, recommended=recommended) for intent in intents], max(
            score, answer_from
        )
    return ([changed], _CERTAIN) if leans and names_part else (intents, score)


def _of_the_protocol(
    intents: list[Intent], score: float, slots: Slots, protocol: str, answer_from: float
) -> tuple[list[Intent], float]:
    """Complete what follows choices that agreed in a protocol only: 'ich nehm jetzt IMAP', 'welcher Port?'; nothing was told."""
    if slots.direction and score < answer_from and len(slots.sentence.words) <= SHORT:
        return [Intent(aspect="port", subject=slots.subject or protocol, direction=slots.direction)], _CERTAIN
    is_of_it = not slots.subject and "both" not in slots.cues
    return [one.within(subject=protocol) if is_of_it and not one.subject else one for one in intents], score


def _tells_trouble(intents: list[Intent], score: float, slots: Slots) -> bool:
    """'Welcher Port?' 'In Outlook sind jetzt alle Mails doppelt': that is clear by itself, and no place of the port."""
    is_clear = bool(intents) and bool(intents[0].tree) and score >= _CERTAIN
    names_value = slots.subject or slots.direction or slots.aspects or slots.names_port
    return is_clear and "wrong" in slots.cues and "mail" in slots.cues and not slots.sentence.asks and not names_value


def _asks_of_a_number(slots: Slots) -> bool:
    """'Muss bei IMAP 110 rein?' 'Und 110 ist dann wofür?': it is asked of that very number, whatever was spoken of."""
    names_more = slots.subject or slots.direction or slots.aspects.keys() - {"port"}
    return slots.names_port and slots.has_any(("asks_purpose", "asks_whose")) and not names_more


def _asks_why_it_works(slots: Slots) -> bool:
    """'How come it works there': the reason is asked, and nothing fails."""
    return slots.asks_why and "works" in slots.cues and not slots.has_any(("wrong", "denies"))


def _at_its_server(last: Intent, slots: Slots) -> Intent | None:
    """'Wie ist das Passwort?' 'Das gleiche beim Ausgangsserver?': the server only says where."""
    asks_if_same = slots.sentence.asks and slots.has_any(("same_again", "same_value", "too", "asks_if_same", "alike"))
    names_more = slots.aspects.keys() - {"server"} or slots.topics.keys() - {"difference"}
    if last.aspect not in OF_THE_ACCOUNT or not asks_if_same or names_more or len(slots.sentence.words) > SHORT:
        return None
    if last.aspect in LOGIN and "both" in slots.cues:
        last = last.within(aspect="login")  # 'Benutzername?' 'Und das Kennwort?' 'Gilt das beides auch beim Senden?'
    return last.within(direction=slots.direction) if slots.direction else None


def _how_to_do_it(advised: Intent, slots: Slots) -> Intent | None:
    """Give what was advised or told, where it is asked how to do that: 'soll ich auf IMAP wechseln?' 'Und wie geht das?'."""
    names_more = any(map(slots.of, NAMING_A_PART)) or slots.topics or len(slots.sentence.words) > SHORT
    is_asked = "manner" in slots.cues and slots.has_any(("how_to", "where_is", "what_to_do"))
    return advised if advised.topic in _ADVISED and is_asked and not names_more else None


def _of_that(intents: list[Intent], slots: Slots, last: Intent) -> list[Intent]:
    """Take a mere 'name' for that of what was asked: '… und beim Ausgang ein anderer Name?', 'passwort … und der Name dazu?'."""
    meant = {"server": "server", "username": "username", "password": "username", "login": "username"}.get(last.aspect, "")
    if not meant or slots.aspects or "maybe_name" not in slots.cues:
        return intents
    return [intent.within(aspect=meant) if intent.aspect == "name" else intent for intent in intents]


def _place_of(last: Intent, slots: Slots) -> Intent | None:
    """Give what says where the last value stands, if that is asked: its answer for the program, or a guide where none is named.

    'Wo trag ich das ein?', after an advice to switch 'und wo in Outlook?'.
    """
    stands_somewhere = bool(last.aspect) or (last.topic in _WITH_A_PLACE and bool(slots.program))
    is_place = len(slots.sentence.words) <= TERSE and any(hit.start > 0 for hits in slots.of("program").values() for hit in hits)
    goes_on = "follow_up" in slots.cues if last.program or last.aspect else last.topic in _WITH_A_PLACE and is_place
    another = goes_on and not slots.topics  # 'und in Outlook?', 'woran seh ich das?' 'in Outlook'
    asks_how = last.topic in _WITH_A_PLACE and slots.has_all(("follow_up", "how_to"))  # 'und wie geht das in Outlook?'
    asks_where = "where_is" in slots.cues or ((another or asks_how or "asks_place" in slots.cues) and bool(slots.program))
    if not (stands_somewhere and asks_where) or slots.aspects or len(slots.sentence.words) > SHORT:
        return None
    subject, program = slots.subject or last.subject, slots.program or last.program
    return last.within(subject=subject, program=program) if program else Intent(topic="setup", subject=subject)


def _elsewhere(last: Intent, slots: Slots) -> Intent | None:
    """Give the value that was asked for, which is the same on every device: 'und am Handy?'."""
    names_more = slots.program or slots.aspects or slots.topics.keys() - {"devices"}
    is_elsewhere = bool(last.aspect) and "device" in slots.cues and "follow_up" in slots.cues
    return last.within(program="") if is_elsewhere and not names_more and len(slots.sentence.words) <= SHORT else None


def _both(meant: Intent, changed: Intent, slots: Slots, also: Intent | None) -> list[Intent]:
    """Give what is meant, and for a message that asked two things the second one changed alike: 'same for out'."""
    return [meant, exchanged(also, slots)] if also and also.aspect and meant == changed else [meant]


def _same_again(last: Intent, changed: Intent, slots: Slots, *, asks_anew: bool, recommended: str) -> Intent | None:
    """Give what was asked last, as it is or for another part, where the message says so."""
    length = len(slots.sentence.words)
    asks_why = "why" in slots.cues or ("because" in slots.cues and length <= _WHY)
    if (length <= TERSE or (length <= SHORT and _asks_why_it_works(slots))) and asks_why and not asks_anew:
        return Intent(topic="advantages", subject=slots.subject) if slots.subject in OPPOSITE else _reason_for(last, recommended)
    names_topic = names_topic_beside(slots, "same_again")
    repeats = "same_again" in slots.cues and not slots.aspects and slots.subject != "both" and not names_topic
    if repeats and changed != last and length <= _OPEN:
        return changed  # 'und jetzt dasselbe für POP'
    if last.topic == "setup" and length <= SHORT and not slots.aspects:
        if slots.program and length <= TERSE:
            return changed  # 'und auf dem iPad?'
        if "device" in slots.cues and not slots.topics.keys() - {"setup", "devices"}:
            return last.within(program=slots.program)  # 'und auf dem Laptop?'
    if "same_again" in slots.cues and changed == last and length <= _WHY and not asks_anew:
        return last  # 'nochmal'
    return last if "where_is" in slots.cues and last.topic and not asks_anew else None  # its answer says where


def _reason_for(last: Intent, recommended: str) -> Intent:
    other = OPPOSITE[recommended]
    if last.topic in DEPENDING or (last.aspect and last.subject != other):
        return Intent(topic="advantages", subject=recommended)
    if last.aspect == "encryption" or last.subject == other:
        return Intent(topic="disadvantages", subject=other)
    return last
