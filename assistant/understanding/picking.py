"""Picks what a message asks out of what its sentences could ask: one thing, or two."""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

from assistant.intent import ANY_TROUBLE, ASPECTS, BY_DIRECTION, LOGIN, SIDES, tree_of
from assistant.understanding.slots import listed_together
from assistant.understanding.told_beside import is_of_a_told, less_told_types, only_question, told_to_be_meant, told_trouble
from assistant.understanding.weighed import ASKED_FOR, BY_RANK, VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.understanding.candidates import Candidate
    from assistant.understanding.slots import Slots
    from assistant.understanding.weighed import Weighed

_MOST = 2
_SETUP = "setup"
_EVERYDAY = frozenset({"offline", "storage", "making_room", "speed", "lost_device", "switching"})
"""Topics whose words are said of other things as well."""
_OURS, _OUR_CUES = ("subject", "aspect", "direction", "program", "number"), ("mail", "technical", "device")
_BY_WHAT_IS_TOLD = frozenset({"account_type", "recommendation"})
"""What to choose, which depends on what else is told: 'Hab Handy und Laptop. Welcher Kontotyp?'."""
_LIST = 3
"""Values named together that ask for all settings."""
_OWN = frozenset({"name", "address"})
"""What members have of their own, asked for side by side: 'name and email address, what goes in there?'."""
_REQUESTED = ASKED_FOR | {"difference", "advantages", "disadvantages", "pros_and_cons"}


class Pick(NamedTuple):
    """One thing a message asks."""

    label: str
    slots: Slots
    """Those of the sentence that asks it."""
    score: float
    talk: float = 0.0


def surely_asking(parts: Sequence[Weighed], *, sure_from: float) -> list[Weighed]:
    """Give the sentences that surely ask for something they name, the likeliest first.

    Args:
        parts: All of a message that could ask something, in their order.
        sure_from: The score that counts as sure.
    """
    asking = [part for part in parts if _asks(part) and part.best.score >= sure_from and _is_named(part)]
    return sorted(list(dropwhile(_is_about_other_things, asking)) or asking, key=BY_RANK, reverse=True)


def tells_all(asking: Sequence[Weighed], parts: Sequence[Weighed]) -> bool:
    """Tell whether what sentences ask needs no look at the message as a whole: 'Guten Abend. Welcher Port ist es bei POP?'.

    Args:
        asking: As `surely_asking` gives them.
        parts: All sentences of the message that could ask something.
    """
    if len(asking) != 1:
        return _second(asking) is not None
    only, label = asking[0], asking[0].best.label
    asks_for_value = label in VALUES and "which" in only.slots.cues
    leans = tree_of(label) or label in _BY_WHAT_IS_TOLD or ("follow_up" in only.slots.cues and not asks_for_value)
    # Who asks for a value, or for help with all of it, asks for nothing else that is told: 'Ich nutze POP. Welcher Port …?'
    kinds = ("aspect",) if label in VALUES or label == _SETUP else ("aspect", "topic")
    others = (part.slots for part in parts if part is not only)
    return not leans and all(slots.of(kind).keys() <= {label} for slots in others for kind in kinds)


def pick(parts: Sequence[Weighed], asking: Sequence[Weighed], whole: Weighed | None, *, sure_from: float) -> list[Pick]:
    """Pick what a message asks.

    Args:
        parts: Its sentences, in their order.
        asking: Those that surely ask, the likeliest first.
        whole: All of it as one sentence, where it is short enough to be read so and the sentences leave something open.
        sure_from: The score that counts as sure.
    """
    left = _left_behind(parts)
    if left is not None:
        return [Pick("lost_device", left.slots, left.score)]
    if len(asking) > 1 and len(_values_of(asking)) >= _LIST:
        return [Pick("settings", asking[0].slots, asking[0].score)]  # 'Welcher Server und welcher Port? Und der Benutzername?'
    second = _second(asking)
    if second is not None:
        both = [part for part in parts if part is asking[0] or part is second]
        if {part.best.label for part in both} == LOGIN:
            return [Pick("login", asking[0].slots, asking[0].score)]
        return [Pick(part.best.label, part.slots, part.best.score) for part in both]
    readings = [*parts, whole] if whole else list(parts)
    if not readings:
        return []
    if len(readings) > 1 and any(part.best.label in ASKED_FOR and _is_named(part) for part in parts):
        # 'Ich will Outlook einrichten. Mir fehlt der Port.': the first sentence only tells.
        readings = [one for one in readings if one is whole or one.best.label in ASPECTS or one.slots.asks_directly]
    if any(one.best.label in ASKED_FOR and one.slots.is_question for one in parts):
        # 'Beim IMAP-Server steht „Keine“. Was muss bei Sicherheit rein?'
        readings = [one for one in readings if one.slots.is_question or not one.slots.is_at_server]
    readings = less_told_types(readings)
    chosen = max(readings, key=BY_RANK) if len(readings) > 1 else readings[0]
    if len(asking) == 1 and chosen is whole and is_of_a_told(chosen, parts, asking[0]):
        chosen = asking[0]  # 'Hat IMAP Nachteile? Mein Schwager schwärmt nur davon'
    if asking and chosen not in asking and chosen is not whole:
        chosen = asking[0]  # 'IMAP oder POP soll ich wählen. Was ist der Unterschied?'
    chosen = only_question(chosen, parts) or told_trouble(chosen, parts) or chosen
    best_label = told_to_be_meant(chosen, readings) or chosen.best.label
    score = chosen.best.score
    labels = [best_label, *_also_asked(best_label, chosen.slots, chosen.ranked, sure_from)]
    return [Pick(label, chosen.slots, score, chosen.talk) for label in labels[:_MOST]]


def _left_behind(parts: Sequence[Weighed]) -> Weighed | None:
    """'Das Tablet liegt noch auf der Hütte. Kann da wer meine Mails lesen?': give what tells of it, if no value is asked."""
    left = next((one for one in parts if one.best.label == "lost_device" and one.slots.is_device_left_behind), None)
    if left is None or any(one.best.label in ASKED_FOR - {"encryption"} and _is_named(one) for one in parts):
        return None
    return left


def _values_of(asking: Sequence[Weighed]) -> set[tuple[str, str]]:
    """Give the values asked for, those of each side by themselves: 'Port rein? Port raus? Verschlüsselung raus?'."""
    named = [(name, part.slots.direction) for part in asking for name in VALUES & part.slots.aspects.keys()]
    return {(name, side if name in BY_DIRECTION else "") for name, side in named}


def _asks(part: Weighed) -> bool:
    """Tell whether a sentence asks for something: as a question, or as 'mir fehlt noch der Port'; more than a mere 'Hilfe!'."""
    if part.best.label == ANY_TROUBLE:
        return False
    explains = "meaning" in part.slots.cues and part.best.label == "difference"  # 'ich versteh nichts, was ist der Unterschied'
    requests = "requests" in part.slots.cues or "send_me" in part.slots.cues or _ends_politely(part.slots)
    return part.slots.asks_directly or explains or (requests and part.best.label in _REQUESTED)


def _ends_politely(slots: Slots) -> bool:
    """'Servername und Port für IMAP, nur Eingang bitte.'."""
    return any(hit.end == len(slots.sentence.words) for hit in slots.cues.get("question", ()))


def _is_about_other_things(part: Weighed) -> bool:
    """Tell whether a sentence, before mails are spoken of, is about something else: 'Probleme mit dem Regen im Keller?'."""
    names_ours = any(map(part.slots.of, _OURS)) or part.slots.has_any(_OUR_CUES)
    return part.best.label in _EVERYDAY and not names_ours


def _second(asking: Sequence[Weighed]) -> Weighed | None:
    """Give the likeliest sentence that asks something else than the first."""
    return next((part for part in asking[1:] if _asks_something_else(part, asking[0])), None)


def _asks_something_else(part: Weighed, first: Weighed) -> bool:
    """Tell whether two sentences ask for two things, or for the same one of both sides: 'Port rein? Port raus?'."""
    if part.best.label != first.best.label:
        return True
    slots, others = part.slots, first.slots
    parts = ((slots.subject, others.subject), (_side_asked_of(slots), _side_asked_of(others)))
    return part.best.label in VALUES and any(
        one and other and one != other and "both" not in (one, other) for one, other in parts
    )


def _side_asked_of(slots: Slots) -> str:
    """'Passt 993? Und wie lautet der Ausgangsport?'."""
    return slots.direction or (slots.number_direction if slots.asks_if_port_fits else "")


def _is_named(part: Weighed) -> bool:
    """Tell whether a word of the sentence itself stands for what it seems to ask."""
    is_trouble = tree_of(part.best.label) and "why" not in part.slots.cues  # 'ist das normal?' is about all that was said
    to_set_up = part.best.label == "setup" and "how_to" in part.slots.cues  # 'wie bekomm ich da die Mail rein'
    is_listed = part.best.label == "settings" and len(part.slots.aspects) >= _LIST  # 'Server, Port und Verschlüsselung'
    is_number = part.best.label == "port" and "maybe_port" in part.slots.cues and "which" in part.slots.cues
    is_reason = part.best.label in SIDES and part.slots.asks_why and bool(part.slots.subject)  # 'warum IMAP und warum nicht POP'
    is_open = part.best.label == "encryption" and "unencrypted" in part.slots.cues
    is_ending = part.best.label == "address" and "ends_in" in part.slots.cues  # 'welche Endung hat die Adresse'
    is_checked = part.best.label == "port" and part.slots.asks_if_port_fits
    is_login = part.best.label == "login" and part.slots.aspects.keys() >= LOGIN
    return (
        is_login
        or is_ending
        or is_checked
        or is_trouble
        or to_set_up
        or is_listed
        or is_number
        or is_reason
        or is_open
        or part.names(part.best.label)
    )


def _are_read_out(slots: Slots) -> bool:
    """'It says Name: John Appleseed, Email: example@icloud.com. What goes in there?'."""
    names, mails = slots.cues.get("maybe_name"), slots.cues.get("mail_field")
    if not (names and mails and "stands_at" in slots.cues and names[0].start < mails[-1].start):
        return False
    return any("@" in word.strip("@") for word in slots.sentence.words)


def _also_asked(label: str, slots: Slots, ranked: Sequence[Candidate], sure_from: float) -> list[str]:
    """'Server und Port' in one sentence: the second value."""
    if label in _OWN and _are_read_out(slots):
        return [*_OWN - {label}]
    first = slots.aspects.get(label)
    if not first or label not in ASPECTS or label in {"settings", "login"}:
        return []
    for candidate in ranked[1:4]:
        hits, is_own = slots.aspects.get(candidate.label), {label, candidate.label} == _OWN
        if not hits and is_own:
            hits = slots.cues.get(f"maybe_{candidate.label}")
        if hits and (is_own or candidate.label in VALUES) and candidate.score >= sure_from:
            before, after = sorted((first[0], hits[0]), key=lambda hit: hit.start)
            is_joined = slots.small.joining_words.intersection(slots.sentence.words[before.end : after.start])
            if is_joined and (candidate.label != "server" or listed_together(slots, hits)):
                return [candidate.label]
    return []
