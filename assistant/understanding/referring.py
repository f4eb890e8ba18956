"""What a message is about that only points at it: 'das', 'die andere', 'was ist das überhaupt?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ABOUT_A_PROTOCOL, BY_DIRECTION, FILLED_IN, OPPOSITE, SET_BY_HAND, SIDES, Intent
from assistant.understanding.pointing import (
    POINTING_AT_IT,
    SHORT,
    STATEMENT,
    TERSE,
    asks_to_leave_empty,
    asks_whether_to_change,
    only_asks_meaning,
    only_asks_to_keep,
)
from assistant.understanding.protocols import is_chosen
from assistant.understanding.risks.accounts import names_account, removes
from assistant.understanding.rules.terms import VALUE_OF
from assistant.understanding.set_otherwise import otherwise
from assistant.understanding.the_other import the_other

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_TWICE = 12
"""Words of 'der steht da zweimal, einmal fürs Empfangen und einmal fürs Senden'."""
_MORE_THAN_NO = ("wrong", "works", "copula", "holds", "there_is")
"""Signs that a 'not' says what does not work, or is not there."""
NAMING_A_PART = ("subject", "direction", "aspect", "program")
_SECRET = frozenset({"password", "login"})
_TERMS = {"port": "terms_port", "server": "terms_server", "encryption": "terms_ssl"}
"""Values and the topics that explain their names."""
SHOWN_ON_DEVICES, DEVICES = frozenset({"folders", "sent_mail", "offline"}), frozenset({"devices", "sync"})
"""Topics of what is seen on devices, and of the devices themselves."""
_TO_CHANGE = frozenset({"recommendation", "switching", "setup"})
"""Topics that 'soll ich das ändern?' sounds like."""
_GUESSED_OF_A_PROTOCOL = frozenset({"difference", "advantages", "disadvantages", "connection", "settings"})
"""What a sentence sounds like that names a protocol and nothing else."""
_OF_THAT = 10
"""Words of 'do I see them on my phone as well?'."""
_LEAVING = frozenset({"switching", "old_account"})
"""After which an account is the one that is left."""
_WHILE_SWITCHING = frozenset({"setup", "backup", "deleting", "lost_device", "trouble:vanished"})
"""What is asked of a switch that it was told how to do."""


def referred_to(last: Intent, slots: Slots, intents: list[Intent]) -> Intent | None:
    """Give what is meant, if the message points at it.

    Args:
        last: What this person asked last.
        slots: The slots of the whole message.
        intents: What the message itself asks, likeliest first; may be empty.
    """
    return (
        _chosen(last, slots)
        or _forgotten(last, slots)
        or _told_here(last, slots)
        or _without_it(last, slots)
        or _not_that_one(last, slots)
        or _there_twice(last, slots)
        or _explained(last, slots)
        or _of_the_old_account(last, slots)
        or the_other(last, slots, intents)
        or _the_address(last, slots)
        or _its_sides(last, slots, intents)
        or _encrypted(last, slots)
        or _seen_on_devices(last, slots, intents)
        or _left_empty(last, slots)
        or _in_front(last, slots)
        or _about_it(last, slots)
        or _gone_from_there(last, slots)
        or _about_the_topic(last, slots, intents)
        or _to_make_room(last, slots)
    )


def _chosen(last: Intent, slots: Slots) -> Intent | None:
    """'POP oder IMAP?' 'Dann nehm ich IMAP': its settings are needed next, and not the advice once more."""
    return Intent(aspect="settings", subject=slots.subject) if last.topic in ABOUT_A_PROTOCOL and is_chosen(slots) else None


def _forgotten(last: Intent, slots: Slots) -> Intent | None:
    """'Welches Passwort?' 'Das hab ich vergessen. Was mach ich jetzt?': it is told who has a new one."""
    names_a_part = slots.aspects or slots.subject or slots.direction
    return Intent(topic="new_password") if last.aspect in _SECRET and "forgot" in slots.cues and not names_a_part else None


def _told_here(last: Intent, slots: Slots) -> Intent | None:
    """'Ist das Passwort geheim?' 'Darf ich es hier schreiben?': it is asked of the password."""
    names_a_part = any(map(slots.of, NAMING_A_PART)) or len(slots.sentence.words) > SHORT
    return Intent(aspect="password") if last.aspect in _SECRET and slots.asks_to_tell_it_here and not names_a_part else None


def _without_it(last: Intent, slots: Slots) -> Intent | None:
    """'Geht das auch ohne?': the answer about what may be left out says so."""
    names_it = any(map(slots.of, NAMING_A_PART)) or slots.topics
    return last if "without_it" in slots.cues and len(slots.sentence.words) <= SHORT and not names_it else None


def _not_that_one(last: Intent, slots: Slots) -> Intent | None:
    """'Der Port für IMAP?' 'Nein, nicht Eingang', '… not for POP': the other one is asked for."""
    names_more = slots.aspects or slots.topics or slots.of("program") or slots.has_any(_MORE_THAN_NO)
    if names_more or len(slots.sentence.words) > STATEMENT or not (last.aspect or last.topic in ABOUT_A_PROTOCOL):
        return None
    said_no = {hit.start for hit in slots.cues.get("follow_up", ())}
    named = [(kind, name) for kind in ("subject", "direction") for name in slots.of(kind)]
    if len(named) != 1 or all(hit.start in said_no for hit in slots.cues.get("denies", ())):
        return None  # 'no, POP': that one is meant
    ((kind, name),) = named
    if slots.sentence.asks and OPPOSITE.get(name) == getattr(last, kind):
        return last.within(**{kind: name})  # 'STARTTLS am Ausgang?' 'Am Eingang nicht?': the last one was not denied
    ends = max(hit.end for hit in slots.of(kind)[name])
    if any(ends <= hit.start and hit.end < len(slots.sentence.words) for hit in slots.cues["denies"]):
        return None  # 'nein, den Ausgang, nicht den Eingang': what is denied was taken back
    return last.within(**{kind: OPPOSITE[name]})


def _there_twice(last: Intent, slots: Slots) -> Intent | None:
    """'Was kommt bei Server hin?' 'Der steht zweimal da, einmal für den Ausgang': the answer is for both."""
    if "asked_twice" not in slots.cues or "mail" in slots.cues or len(slots.sentence.words) > _TWICE or not last.aspect:
        return None
    if slots.aspects.keys() - {last.aspect} or slots.of("program"):
        return None
    return last.within(direction="both") if last.aspect in BY_DIRECTION else last


def _explained(last: Intent, slots: Slots) -> Intent | None:
    """Give the explanation of what was spoken of: 'soll ich IMAP nehmen?' 'Was ist das überhaupt?', 'I don't get it'.

    What has none is told once more, unless it is known what else was asked: 'SMTP?' 'Was heißt das?'.
    """
    names_it = any(map(slots.of, NAMING_A_PART)) or names_topic_beside(slots, "meaning")
    asks = "meaning" in slots.cues or only_asks_meaning(slots)
    if not asks or names_it or len(slots.sentence.words) > STATEMENT:
        return None
    if last.topic in ABOUT_A_PROTOCOL or last.aspect == "account_type":
        return Intent(topic="difference", subject=last.subject)
    if last.aspect in _TERMS:
        return Intent(topic=_TERMS[last.aspect])
    return last if only_asks_meaning(slots) else None


def _of_the_old_account(last: Intent, slots: Slots) -> Intent | None:
    """'Ich steig um auf IMAP' 'Und das alte Konto?' 'Kann ich das löschen?' 'Wann?'."""
    if len(slots.sentence.words) > SHORT or slots.aspects or slots.of("program") or last.topic not in _LEAVING:
        return None
    is_named = names_account(slots) and ("old_one" in slots.cues or removes(slots) or OPPOSITE.get(slots.subject) == last.subject)
    if is_named:
        return Intent(topic="old_account")
    names_more = slots.subject or slots.topics or "mail" in slots.cues or last.topic != "old_account"
    return None if names_more or not (removes(slots) or "asks_when" in slots.cues) else Intent(topic="old_account")


def _the_address(last: Intent, slots: Slots) -> Intent | None:
    """'Was kommt bei Ihr Name rein?' 'Und bei E-Mail?', 'und drunter die E-Mail, welche?': beside others that of the address."""
    is_field = "mail_field" in slots.cues and slots.consists_of("mail_field", "next_field", "one_of_them", *POINTING_AT_IT)
    return Intent(aspect="address", subject=last.subject) if last.aspect and is_field else None


def _its_sides(last: Intent, slots: Slots, intents: list[Intent]) -> Intent | None:
    """'Nachteile von POP?' 'Bei IMAP ist alles gut, oder gibt's da auch was?': the same is asked of the other protocol."""
    guess = (intents[0].topic or intents[0].aspect) if intents else ""
    is_guessed = guess in _GUESSED_OF_A_PROTOCOL and not slots.topics.keys() - {"advantages"}
    if last.topic not in SIDES or slots.subject not in OPPOSITE or not is_guessed or "all_well" not in slots.cues:
        return None
    return None if slots.aspects or slots.program or "meaning" in slots.cues else last.within(subject=slots.subject)


def _encrypted(last: Intent, slots: Slots) -> Intent | None:
    """'Port für IMAP?' 'Der ist aber gesichert, oder?': of a connection it is asked whether it is encrypted, and no copy is.

    'Und wie verschlüssel ich die?' asks for its encryption as well, and not how to set it up.
    """
    if last.aspect in BY_DIRECTION and "encrypts" in slots.cues and slots.asks_directly and len(slots.sentence.words) <= SHORT:
        is_plain = not (slots.topics or slots.program or "mail" in slots.cues or "whether" in slots.cues)
        return last.within(aspect="encryption", subject=slots.subject or last.subject) if is_plain else None
    is_asked = last.aspect in BY_DIRECTION and slots.has_any(("encrypted", "unencrypted")) and "mail" not in slots.cues
    names_more = slots.aspects.keys() - {"encryption"} or slots.topics.keys() - {"backup"} or slots.program
    if not is_asked or names_more or "backup" not in slots.topics or len(slots.sentence.words) > _OF_THAT:
        return None
    return last.within(aspect="encryption", subject=slots.subject or last.subject, direction=slots.direction or last.direction)


def _seen_on_devices(last: Intent, slots: Slots, intents: list[Intent]) -> Intent | None:
    """'Can I create folders with IMAP?' 'Do I see them on my phone as well?'."""
    asks_where = any(intent.topic in DEVICES for intent in intents) and "device" in slots.cues and "mail" not in slots.cues
    names_more = slots.aspects or slots.topics.keys() - DEVICES or slots.subject
    is_of_it = last.topic in SHOWN_ON_DEVICES and asks_where and len(slots.sentence.words) <= _OF_THAT
    return last if is_of_it and not names_more else None


def _left_empty(last: Intent, slots: Slots) -> Intent | None:
    """'Was kommt bei Port hin?' 'Kann das auch leer bleiben?': it is asked of the field, or the box to tick, of what was told."""
    is_field = last.aspect in FILLED_IN or last.aspect == "encryption" or last.topic == "authentication"
    is_asked = is_field and len(slots.sentence.words) <= SHORT and asks_to_leave_empty(slots)
    return last.within(subject=slots.subject or last.subject) if is_asked else None


def _in_front(last: Intent, slots: Slots) -> Intent | None:
    """'Wie heißt der Server?' 'smtp davor?': it is asked of its name."""
    names_more = slots.aspects or slots.topics or len(slots.sentence.words) > SHORT
    return last if last.aspect == "server" and "in_front" in slots.cues and slots.sentence.asks and not names_more else None


def _about_it(last: Intent, slots: Slots) -> Intent | None:
    """Give what 'that' stands for: 'kann man das verhindern?', 'soll ich das ändern?'."""
    if len(slots.sentence.words) > SHORT:
        return None
    names_more = slots.aspects or slots.topics.keys() - _TO_CHANGE
    if last.aspect in SET_BY_HAND and (asks_whether_to_change(slots) or only_asks_to_keep(slots)) and not names_more:
        return last  # 'ist 143 richtig?' 'Soll ich das ändern?', 'so lassen?'
    if meant := otherwise(last, slots):
        return meant
    names_server = "plain_server" in slots.cues and len(slots.sentence.words) <= TERSE and not slots.topics
    if last.aspect and names_server:
        return last.within(aspect="server")  # 'Was gebe ich als Port ein? Und beim Server?'
    side = "advantages" if "speaks_for" in slots.cues else "disadvantages" if "speaks_against" in slots.cues else ""
    if side and last.topic in SIDES and len(slots.sentence.words) <= TERSE and not slots.aspects:
        return Intent(topic=side, subject=slots.subject or last.subject)  # 'Was spricht gegen POP? Und dafür?'
    return None


def _gone_from_there(last: Intent, slots: Slots) -> Intent | None:
    """'Was macht POP?' 'Sind die dann auf dem Server weg?'."""
    names_more = slots.aspects or slots.topics or slots.subject or len(slots.sentence.words) > SHORT
    is_of_it = last.topic in ABOUT_A_PROTOCOL and last.subject in OPPOSITE and not names_more
    return Intent(topic="deleting", subject=last.subject) if is_of_it and slots.has_all(("gone", "location")) else None


def _about_the_topic(last: Intent, slots: Slots, intents: list[Intent]) -> Intent | None:
    """Give what is asked further about a switch that was explained, or about the value that an explained word stands for."""
    if len(slots.sentence.words) > SHORT:
        return None
    is_left = slots.subject or slots.program
    if last.topic == "switching" and not is_left and any(intent.topic in _WHILE_SWITCHING for intent in intents):
        return last  # 'und wie geht das genau?', 'gehen dabei Mails verloren?'
    if "keeps_it" in slots.cues and last.topic in ABOUT_A_PROTOCOL and last.subject in OPPOSITE and not is_left:
        return Intent(topic="recommendation", subject=last.subject)  # 'Nachteile POP?' 'Kann ich trotzdem dabei bleiben?'
    if last.topic == "trouble:full" and slots.subject in OPPOSITE and not (slots.aspects or slots.topics):
        return Intent(topic="storage", subject=slots.subject)  # 'mein Postfach ist voll' 'Passiert das bei POP auch?'
    if last.topic in VALUE_OF and slots.direction and not slots.aspects and slots.topics.keys() <= {"recommendation"}:
        return Intent(aspect=VALUE_OF[last.topic], subject=slots.subject or last.subject, direction=slots.direction)
    return None


def _to_make_room(last: Intent, slots: Slots) -> Intent | None:
    """'Wird mein Postfach voll?' 'Und was tu ich dagegen?'."""
    is_asked = last.topic == "storage" and "what_to_do" in slots.cues and not slots.subject
    return Intent(topic="making_room") if is_asked and len(slots.sentence.words) <= SHORT else None


def names_topic_beside(slots: Slots, *cues: str) -> bool:
    """Tell whether a topic is named by other words than those of some cues: 'was war nochmal der Unterschied zu POP?'."""
    said = slots.places_of(*cues)
    hits = [hit for hits in slots.topics.values() for hit in hits]
    return any(not said.issuperset(range(hit.start, hit.end)) for hit in hits)
