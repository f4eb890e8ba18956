"""From what a sentence asks to an intent: what it leaves open is taken from the rest of the message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, BY_DIRECTION, OPPOSITE, Intent, tree_of
from assistant.understanding.directions import is_what_for
from assistant.understanding.rules.all_settings import is_filled_in
from assistant.understanding.rules.where_it_fails import works_alone

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_BOTH = 2
"""Protocols that are named in two questions."""
_SEVERAL = 2
"""Values of a list."""


def intents_of(label: str, slots: Slots, whole: Slots, mentioned: str, said: str) -> list[Intent]:
    """Give the intents of a label as `intent_of` does: of programs that are compared, one for each."""
    intent = intent_of(label, slots, whole, mentioned, said)
    if label == "better_program" and slots.programs:
        return [intent.within(program=program) for program in slots.programs]
    return [intent]


def of_better_one(intents: list[Intent], whole: Slots, recommended: str) -> list[Intent]:
    """'Which is better, POP or IMAP, and what is the port of the better one?': the values are those of what is recommended."""
    return [one.within(subject=recommended) if one.aspect else one for one in intents] if "better_one" in whole.cues else intents


def intent_of(label: str, slots: Slots, whole: Slots, mentioned: str, said: str) -> Intent:
    """Give the intent of a label; what its sentence leaves open is taken from the whole message.

    Args:
        label: What it is about.
        slots: Those of its sentence.
        whole: Those of the message.
        mentioned: The protocol that is named anywhere in it.
        said: The direction that was last spoken of before.
    """
    subject = slots.subject or whole.subject or mentioned
    program = slots.program or whole.program
    if label == "setup":
        return Intent(topic=label, subject="" if subject == "both" else subject, program=program)
    if tree_of(label):
        alone = works_alone(slots)
        return Intent(topic=label, direction=OPPOSITE[alone] if alone else slots.direction)
    if label == "settings" and not (
        slots.directions and (is_filled_in(slots) or _is_list_of_a_side(slots) or _only_one_side(slots))
    ):
        # 'Was kommt bei IMAP rein': into the fields. 'Könnt ihr mir die Daten schicken, alles': no direction.
        return Intent(aspect=label, subject=subject, program=program)
    if label in ASPECTS:
        is_which = label == "encryption" and not subject and _asks_which_is_safer(slots)
        subject = "both" if is_which or _is_compared(slots) else subject
        elsewhere = "" if slots.asks_for_all_ports else said
        direction = slots.direction or elsewhere or (whole.number_direction if label == "port" else "")
        if _is_of_a_second_question(slots) or (label == "encryption" and (_is_read_along(slots) or _is_if_fetched(slots))):
            direction = ""
        return Intent(aspect=label, subject=subject, direction=direction, program=program)
    if label == "switching":
        return Intent(topic=label, subject=_switched_to(whole), program=program)
    if label == "difference" and subject in OPPOSITE and "tells_apart" in slots.cues:
        subject = "both"  # 'und wo ist der Unterschied zu POP?': of one alone it would be what that is
    return Intent(topic=label, subject=subject, program=program)


def beside_advice(intent: Intent, whole: Slots | None, recommended: str) -> Intent | None:
    """Give the switch that an advice is about, of which more may be asked: 'soll ich auf IMAP wechseln?' 'Und wie geht das?'."""
    if whole is None or intent.topic != "recommendation" or "switching" not in whole.topics:
        return None
    return Intent(topic="switching", subject=_switched_to(whole) or recommended)


def _is_list_of_a_side(slots: Slots) -> bool:
    """'Postausgang bei IMAP: Server, Port und Sicherheit': several values are asked for, all of the one side named."""
    values = [name for name in BY_DIRECTION if name in slots.aspects]
    if slots.direction not in OPPOSITE or len(values) < _SEVERAL or slots.asks_for_all_ports:
        return False
    return is_what_for(slots, slots.directions.get(slots.direction, ()))  # 'vom anderen' has no words of its own


def _is_compared(slots: Slots) -> bool:
    """Tell whether a protocol is only named to compare with: 'which encryption for sending, and is it the same for pop?'."""
    begins = next((hit.start for hit in slots.cues.get("alike", ())), 0)
    named = [hit.start for hits in slots.subjects.values() for hit in hits]
    if not begins or not named or min(named) < begins or slots.small.joining_words.isdisjoint(slots.sentence.words[:begins]):
        return False
    return any(hit.end <= begins for hits in slots.aspects.values() for hit in hits)


def _only_one_side(slots: Slots) -> bool:
    """'Outgoing server details only', 'nur die Daten vom Ausgang'."""
    words, small = slots.sentence.words, slots.small
    return slots.direction in OPPOSITE and not small.only_words.isdisjoint((*words[:1], *words[-1:]))


def _asks_which_is_safer(slots: Slots) -> bool:
    """'Was davon ist sicherer?', but not 'ist das sicherer?', which asks of the one spoken of."""
    begins_with_a_verb = slots.begins_with("copula", "is_so")
    safer = {hit.start for hit in slots.cues.get("safer", ())}
    names_others = any(hit.start not in safer for hit in slots.aspects.get("encryption", ()))  # 'STARTTLS oder SSL, was …'
    return bool(safer) and not begins_with_a_verb and not names_others


def _is_of_a_second_question(slots: Slots) -> bool:
    """Tell whether the direction is that of the other protocol only: 'Ports für IMAP, und was ist es bei POP zum Senden?'."""
    named, directions = slots.subjects, [hit.start for hits in slots.directions.values() for hit in hits]
    if slots.subject != "both" or len(named) != _BOTH or not directions:
        return False
    begins = [at + 1 for at, word in enumerate(slots.sentence.words) if word in slots.small.joining_words]
    asking = {hit.start for hit in slots.hits_of("question", "copula", "which")}
    ends, starts = min(hits[-1].start for hits in named.values()), max(hits[0].start for hits in named.values())
    return any(at in asking and ends < at <= min(starts, *directions) for at in begins)


def _is_read_along(slots: Slots) -> bool:
    """Tell whether a direction is only a verb beside a worry: 'kann wer mitlesen, wenn ich Mails abrufe?'."""
    fields = {hit.start for hit in slots.cues.get("technical", ())}
    return "reads_along" in slots.cues and all(hit.start not in fields for hits in slots.directions.values() for hit in hits)


def _is_if_fetched(slots: Slots) -> bool:
    """Tell whether a direction is only a verb of 'wenn ich sie am Handy abrufe': what is asked is of both."""
    fetched = {hit.start for hit in slots.cues.get("fetches", ())}
    told = [hit.start for hits in slots.directions.values() for hit in hits]
    return "if_taken" in slots.cues and not slots.subject and fetched.issuperset(told)


def direction_before(slots: Slots, read: list[Slots], everything: Slots) -> str:
    """Give the direction that the sentence next before names: 'Empfangen klappt. Da steht Port 25. Was gehört da hin?'."""
    place = next((number for number, other in enumerate(read) if other is slots), 0)
    named = (other.direction or other.number_direction for other in reversed(read[:place]))
    asked_next = (other.direction for other in read[place:] if slots.asks_if_port_fits and other.asks_openly)
    of_its_own = slots.number_direction if any(asked_next) else ""  # 'passt 993? Und wie lautet der Ausgangsport?'
    return next(filter(None, (*named, of_its_own)), everything.direction)


def _switched_to(slots: Slots) -> str:
    """Give the protocol it is then about: 'von POP auf IMAP', 'weg von POP'; POP3 only where it is clearly named as the aim."""
    named = [(hit.start, name) for name, hits in slots.subjects.items() for hit in hits]
    if not named:
        return ""
    if "where_set" in slots.cues and len(slots.subjects) > 1 and "towards" not in slots.cues:
        return ""  # 'woran sehe ich, ob ich POP oder IMAP habe?'
    if later := slots.cues.get("chooses_later"):  # 'erst POP, und später IMAP'
        behind = [name for at, name in named if any(hit.start <= at <= hit.end + 1 for hit in later)]
        return behind[-1] if behind else OPPOSITE.get(named[0][1], "")
    left = [name for at, name in named if _is_told_by(slots, "leaves", at)]
    aims = [name for at, name in named if _is_told_by(slots, "towards", at) and name not in left]
    if not aims and len(set(left)) > 1:
        aims = left  # 'I have POP, my son has IMAP': what stands last is gone to
    if aims or left:
        return aims[-1] if aims else OPPOSITE[left[-1]]
    if "imap" in slots.subjects or "leaves" in slots.cues:  # of 'statt IMAP jetzt POP' only POP is left
        return named[0][1] if len(slots.subjects) == 1 else ""
    return OPPOSITE["pop3"]


def _is_told_by(slots: Slots, cue: str, at: int) -> bool:
    """Tell whether a name is part of a cue's phrase or stands right behind it, and nothing denies that: 'I don't want POP'."""
    said = [hit for hit in slots.cues.get(cue, ()) if hit.start <= at <= hit.end]
    no = slots.hits_of("denies", "rejects_next")
    if cue == "leaves":
        return bool(said)
    return any(not any(hit.start < one.end + 1 and one.start < hit.end + 1 for one in no) for hit in said)
