"""What is told beside a question: it is not asked for, but may tell what the question means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, OF_THE_CONNECTION, PROTOCOLS, SIDES, tree_of
from assistant.understanding.pointing import SHORT
from assistant.understanding.referring import DEVICES, SHOWN_ON_DEVICES
from assistant.understanding.weighed import ASKED_FOR, BY_RANK, VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.understanding.weighed import Weighed

_SHOWN_ELSEWHERE = SHOWN_ON_DEVICES - {"offline"}
"""What is told of and asked for on another device; what can be read without a network is a question of its own."""
_PRAISED = frozenset({"advantages", "recommendation"})
"""What 'taugt IMAP da?' and 'is IMAP any good there?' sound like."""
_BY_WORTH = ("port", "encryption").index
_FULL = "trouble:full"
_CLEAR = 0.8
"""The score of a question that is clear whatever was told before it."""


def only_question(chosen: Weighed, parts: Sequence[Weighed]) -> Weighed | None:
    """'Bisher hatte ich nur Webmail. Lösche ich im Programm was, ist es dann dort auch weg?': what is told is not asked for."""
    asked = [part for part in parts if part.slots.sentence.asks]
    if len(asked) != 1 or chosen is asked[0] or all(chosen is not part for part in parts) or chosen.slots.asks_directly:
        return None
    only = asked[0]
    is_clear = only.best.score >= _CLEAR and not (only.small_talk or tree_of(only.best.label))
    names_it = len(only.slots.sentence.words) > SHORT  # not so 'alles futsch?'
    return only if is_clear and names_it and not chosen.slots.aspects and not tree_of(chosen.best.label) else None


def less_told_types(readings: list[Weighed]) -> list[Weighed]:
    """Give readings less those of an account type that is only told: 'Two boxes called Port. Account type IMAP. Help!'."""
    others = any(one.best.label in ASKED_FOR and one.names(one.best.label) for one in readings)
    if not others or not any(map(_tells_type, readings)):
        return readings
    return [one for one in readings if one.best.label != "account_type"]


def _tells_type(one: Weighed) -> bool:
    slots = one.slots
    is_it = one.best.label == "account_type" and slots.aspects.keys() == {"account_type"} and slots.subject in PROTOCOLS
    return is_it and not (slots.sentence.asks or slots.asks_directly or "requests" in slots.cues)


def told_trouble(chosen: Weighed, parts: Sequence[Weighed]) -> Weighed | None:
    """'Ich sitze im Zug. Heute heißt es immer, dass das Passwort nicht stimmt': where somebody is asks for nothing."""
    if chosen.best.label != "offline" or chosen.slots.is_question:
        return None
    told = [part for part in parts if tree_of(part.best.label) and "wrong" in part.slots.cues and part.best.score >= _CLEAR]
    return max(told, key=BY_RANK, default=None)


def is_of_a_told(whole: Weighed, parts: Sequence[Weighed], asking: Weighed) -> bool:
    """Tell whether what all of it together seems to ask is what a sentence only tells."""
    label = whole.best.label
    told = [part for part in parts if part is not asking and not part.slots.sentence.asks]
    if not told or not asking.slots.sentence.asks:
        return False
    if label == "recommendation":  # 'Server und Ports von beiden? Entscheiden wir dann am Samstag.'
        return asking.best.label in ASKED_FOR and any(part.names(label) for part in told)
    if label not in SIDES:
        return False
    sides = {label, asking.best.label} == SIDES and any(part.names(label) for part in told)
    return sides or asking.best.label in ASPECTS  # 'Ist POP3 unverschlüsselt? Das wär ja nicht so toll.'


def told_to_be_meant(chosen: Weighed, readings: Sequence[Weighed]) -> str:
    """Give the label of what is told beside a question that means it, 'Was soll ich nehmen?'; empty where nothing is."""
    return (
        _to_be_set_up(chosen, readings)
        or _to_choose(chosen, readings)
        or _to_read_offline(chosen, readings)
        or _to_make_room(chosen, readings)
        or _seen_elsewhere(chosen, readings)
    )


def _to_be_set_up(chosen: Weighed, readings: Sequence[Weighed]) -> str:
    """'Ich möchte die Mails am neuen Handy haben. Wer hilft mir dabei?' asks for a guide, and for no person."""
    asks_for_help = chosen.best.label == "faq" and "who_helps" in chosen.slots.cues
    return "setup" if asks_for_help and any(one.best.label == "setup" for one in readings) else ""


def _to_choose(chosen: Weighed, readings: Sequence[Weighed]) -> str:
    """'STARTTLS geht nicht. Was soll ich nehmen?' asks for the value that is told of beside it, not for a protocol."""
    if any(one.slots.subject == "both" for one in readings):
        return ""
    asks_which = any("which" in one.slots.cues or one.slots.sentence.asks for one in readings)
    if asks_which and any(len({hit.words for hit in one.slots.aspects.get("encryption", ())}) > 1 for one in readings):
        is_beside = chosen.best.label == "server" and chosen.slots.topics.keys() == {"recommendation"}  # 'which one?'
        is_other = chosen.best.label in ASPECTS and not is_beside
        return "" if is_other else "encryption"  # 'es bietet SSL/TLS und STARTTLS, jetzt hängt es'
    if chosen.best.label != "recommendation":
        return ""
    named = {name for one in readings for name in OF_THE_CONNECTION & one.slots.aspects.keys()}
    if any(one.slots.names_port or ("maybe_port" in one.slots.cues and one.slots.direction) for one in readings):
        named.add("port")  # '110 oder 993, wer hat recht?', 'eine Nummer für den Eingang. Welche?'
    if not named:
        return _only_value_told(chosen, readings)
    return min(named, key=_BY_WORTH)  # of 'Port und Verschlüsselung' the port: its answer tells both


def _only_value_told(chosen: Weighed, readings: Sequence[Weighed]) -> str:
    """'Ich soll einen Benutzernamen eingeben. Wundert mich. Was nehme ich da?'."""
    names_more = any(one.slots.subject for one in readings) or chosen.slots.topics.keys() - {"recommendation"}
    values = {name for one in readings for name in one.slots.aspects}
    is_one = len(values) == 1 and values <= VALUES
    return values.pop() if is_one and "follow_up" in chosen.slots.cues and not names_more else ""


def _to_read_offline(chosen: Weighed, readings: Sequence[Weighed]) -> str:
    """'Auf der Hütte ist kein Netz. Kann ich die alten Mails dort lesen?': where there is none is only told."""
    asked = chosen.slots
    asks_to_read = "reads" in asked.cues and asked.sentence.asks and chosen.best.label not in ASPECTS
    asks_if_good = chosen.best.label in _PRAISED and asked.sentence.asks and asked.subject in PROTOCOLS  # '… Taugt IMAP da?'
    is_asked = (asks_to_read or asks_if_good) and chosen.best.label != "offline"
    return "offline" if is_asked and any("offline" in one.slots.topics for one in readings) else ""


def _to_make_room(chosen: Weighed, readings: Sequence[Weighed]) -> str:
    """'Mein Postfach ist zu 98 % voll. Was soll ich tun?' asks for help, not which protocol takes more room."""
    if chosen.best.label != "storage" or not any("what_to_do" in one.slots.cues for one in readings):
        return ""
    return "making_room" if any(one.slots.subject for one in readings) else _FULL


def _seen_elsewhere(chosen: Weighed, readings: Sequence[Weighed]) -> str:
    """'Ich hab mir Ordner gemacht. Hab ich die dann auch am Handy?': what is told is asked for."""
    points_at_it = chosen.best.label in DEVICES and chosen.slots.sentence.asks and "device" in chosen.slots.cues
    if not points_at_it or "mail" in chosen.slots.cues:
        return ""
    return next((topic for one in readings for topic in one.slots.topics if topic in _SHOWN_ELSEWHERE), "")
