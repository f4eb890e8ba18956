"""What is asked further of an answer by words that name nothing: 'für beides?', 'wie schreibt man den?', 'und wie geht das?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import BY_DIRECTION, OPPOSITE, Intent
from assistant.understanding.pointing import SHORT, STATEMENT, TERSE, asks_what_instead, only_asks_if_possible
from assistant.understanding.referring import NAMING_A_PART, names_topic_beside
from assistant.understanding.rules.terms import VALUE_OF

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_ADVISING = frozenset({"recommendation", "switching"})
_TOLD_OF_ONE = frozenset({"difference", "advantages", "disadvantages"})
_OF_TWO_WAYS = frozenset({"difference", "recommendation", "pros_and_cons"})
"""Topics whose answers tell of both protocols."""
_IF_IT_WOULD_DO = ("works", "denies", "asks_if_possible")
_OF_SOMETHING_ELSE = ("why", "which", "mail", "meaning", "manner", "deletes", "gone", "stays")
_GIVEN = frozenset({"new_password", "not_given"})
"""Topics whose answers say whom to ask."""
_WITH_SIGNS = frozenset({"server", "username", "address"})
"""Values that are written with signs."""
_WHY_APART = {"encryption": "terms_starttls", "port": "directions"}
"""Values that differ by the side, and the topics that tell what each of the two is for."""
_APART = ("another", "alike", "tells_apart")
_WITHOUT_SETUP = frozenset(
    {
        *("backup", "restoring", "lost_device", "sent_mail", "storage", "folders"),
        *("offline", "connection", "speed", "deleting", "leave_on_server"),
    }
)
"""Topics of which nothing is set up: 'und wie geht das?' asks of the same."""


def asked_further(last: Intent, slots: Slots) -> Intent | None:
    """Give what is meant, if the message asks something further of the last answer.

    Args:
        last: What this person asked last.
        slots: The slots of the whole message.
    """
    length = len(slots.sentence.words)
    if length <= TERSE and _asks_why_of_a_value(last, slots) and not slots.has_any(_APART):
        return last.within(direction=last.direction or slots.number_direction)
    if last.topic in _ADVISING and "loses" in slots.cues and length <= SHORT and not ("device" in slots.cues or slots.program):
        return Intent(topic="switching", subject=last.subject)  # 'soll ich wechseln?' 'verlier ich da was?'
    meant = (_other_way(last, slots) or _which_of_two(last, slots) or _why_apart(last, slots)) if length <= SHORT else None
    if meant or any(map(slots.of, NAMING_A_PART)):
        return meant
    if length <= SHORT and (meant := _where_needed(last, slots) or _with_or_without(last, slots) or _onto_it(last, slots)):
        return meant
    if length > STATEMENT:
        return None
    return _of_both(last, slots) or _of_the_same(last, slots)


def _other_way(last: Intent, slots: Slots) -> Intent | None:
    """'Handy und Laptop, was nehm ich?' 'Und mit POP geht das nicht?', 'nicht auch mit POP?': whether that would do as well."""
    is_asked = slots.sentence.asks and slots.has_any(_IF_IT_WOULD_DO) and not slots.has_any(_OF_SOMETHING_ELSE)
    names_more = slots.aspects or slots.topics or slots.directions or slots.of("program") or slots.names_port
    if not is_asked or names_more or slots.subject not in OPPOSITE:
        return None
    if last.topic == "devices":
        return last.within(subject=slots.subject)
    return Intent(topic="recommendation", subject=slots.subject) if last.topic in _OF_TWO_WAYS else None


def _which_of_two(last: Intent, slots: Slots) -> Intent | None:
    """'Unterschied IMAP und POP?' 'Welches für das Tablet allein?': which of the two."""
    names_more = slots.aspects or slots.topics or slots.directions or slots.of("program")
    if last.topic not in _OF_TWO_WAYS or last.subject in OPPOSITE or names_more or not slots.has_all(("one_of_them", "device")):
        return None
    is_bare = slots.begins_with("one_of_them", "follow_up") and not slots.has_any(("wrong", "mail", "meaning"))
    return Intent(topic="devices" if len(slots.devices) > 1 else "recommendation") if is_bare else None


def _why_apart(last: Intent, slots: Slots) -> Intent | None:
    """'Verschlüsselung bei IMAP?' 'Warum unterschiedlich?': what each of the two does tells why."""
    is_asked = last.aspect in _WHY_APART and "why" in slots.cues and slots.has_any(_APART) and len(slots.sentence.words) <= TERSE
    names_more = any(map(slots.of, NAMING_A_PART)) or slots.topics.keys() - {"difference"}
    return Intent(topic=_WHY_APART[last.aspect]) if is_asked and not names_more else None


def _where_needed(last: Intent, slots: Slots) -> Intent | None:
    """'Was heißt STARTTLS?' 'Wo brauch ich das?': the values of that name, of all connections."""
    value = VALUE_OF.get(last.topic, "")
    is_asked = "asks_place" in slots.cues and "needs_it" in slots.cues and not slots.topics
    return Intent(aspect=value, subject=last.subject) if value and is_asked else None


def _with_or_without(last: Intent, slots: Slots) -> Intent | None:
    """'Ist POP beim Senden verschlüsselt?' 'Welcher Port?' 'Bei IMAP?' 'Dort mit?': with encryption or without."""
    is_last = any(hit.end == len(slots.sentence.words) for hit in slots.cues.get("with_it", ()))
    is_only_that = is_last and slots.consists_of("with_it", "follow_up", "unstressed", "seeks_assent", "yes_or_no", "asks_if_so")
    return last.within(aspect="encryption") if last.aspect in BY_DIRECTION and is_only_that and slots.sentence.asks else None


def _onto_it(last: Intent, slots: Slots) -> Intent | None:
    """'Kann ich ohne Netz lesen?' 'Wie bekomm ich die denn aufs Gerät?': the answer says how they get there."""
    is_asked = last.topic == "offline" and "how_to" in slots.cues and "manner" in slots.cues and "mail" not in slots.cues
    return last if is_asked and not slots.topics.keys() - {"setup", "devices"} else None


def asks_for_advice(last: Intent, slots: Slots) -> bool:
    """'POP unsicher?' 'Was tun?', 'Nachteile von POP?' 'Ist das schlimm?': what to do about it, and whether it is bad."""
    is_open = last.aspect == "encryption" and last.subject != "imap"
    is_told = last.topic in _TOLD_OF_ONE and last.subject in OPPOSITE
    is_open |= last.topic == "storage"  # how there is room again was not told yet
    return (is_open and "what_to_do" in slots.cues) or (is_told and "judges" in slots.cues and not slots.subject)


def _asks_why_of_a_value(last: Intent, slots: Slots) -> bool:
    """Tell whether the reason of a value is asked for: 'Ist 995 richtig?' 'Nein.' 'Warum nicht?', 'POP3: keine.' 'Wieso?'."""
    if "why" not in slots.cues or any(map(slots.of, NAMING_A_PART)) or slots.topics:
        return False
    is_open = last.aspect == "encryption" and bool(last.subject)
    return is_open or ("denies" in slots.cues and last.aspect in BY_DIRECTION)


def _of_both(last: Intent, slots: Slots) -> Intent | None:
    """'Wie heißt der Server?' 'Für beides?': for receiving and sending, or where that is told already for both protocols."""
    is_guided = last.tree or last.topic == "setup"
    if "both" not in slots.cues or names_topic_beside(slots, "asks_if_same") or is_guided:
        return None
    if last.aspect and last.aspect not in BY_DIRECTION:
        return last
    return last.within(direction="both") if last.direction in OPPOSITE else last.within(subject="both")


def _of_the_same(last: Intent, slots: Slots) -> Intent | None:
    if slots.topics:
        return None
    if asks_for_advice(last, slots):
        if last.topic == "storage":
            return Intent(topic="making_room", subject=slots.subject)
        return Intent(topic="recommendation", subject="" if last.aspect else last.subject)
    is_spelled = last.aspect in _WITH_SIGNS or not slots.has_any(("with_dash", "without_dash"))  # 'mit Bindestrich drin?'
    asks_spelling = bool(last.aspect) and is_spelled and "asks_spelling" in slots.cues  # 'Benutzername?' 'Wie schreibt man den?'
    asks_how = last.topic in _WITHOUT_SETUP and "how_to" in slots.cues and "follow_up" in slots.cues
    # 'Wer macht die Sicherung?' 'Und wie geht das?',
    # 'kann ich POP am Handy nehmen?' 'Geht das?', 'ist 465 richtig?' 'Nein.' 'Sondern?'
    is_of_it = only_asks_if_possible(slots) or asks_what_instead(slots)
    is_of_it |= last.topic in _GIVEN and "asks_who" in slots.cues  # 'Kennwort vergessen' 'Und wer gibt mir ein neues?'
    return last if asks_spelling or asks_how or is_of_it else None
