"""Whether it is asked of a value if it is right, in other words than 'stimmt das?': 'imap 993?', 'muss da 587 stehen?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.claims import leaves_open
from assistant.understanding.changed import stands_behind
from assistant.understanding.pointing import asks_whether_to_change
from assistant.understanding.switches import is_off, is_on

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots
    from assistant.understanding.understood import Understanding

_BARE = 4
"""Words of 'Port 993 für IMAP?', which asks whether that is right."""
_OF_A_PORT = frozenset({"port", "server"})
"""Aspects that are named beside a port that is asked about: 'steht beim Ausgangsserver 587?'."""
_OF_SOMETHING_ELSE = ("blocks", "meaning", "asks_place", "why", "works", "another")
"""Cues of short questions that ask something else of a value."""
_NOT_OF_ITS_VALUE = (
    *_OF_SOMETHING_ELSE,
    *("which", "encrypted", "unencrypted", "dangerous", "has_it", "knows_next", "if_taken", "doubts"),
)
"""Cues of longer ones."""


def asks_if_right(understood: Understanding) -> bool:
    """Tell whether a value is asked about that is named: 'imap 993?', 'muss da 587 stehen?', 'do I need STARTTLS?'."""
    whole = understood.explanation.whole
    if whole is None or understood.confirms:
        return understood.confirms and not (whole is not None and _asks_for_which_side(whole, understood))
    asked = understood.intents[0].aspect
    if asked == "port" and whole.begins_with("copula") and whole.asks_if_port_fits and not _asks_more_of_it(whole):
        return True  # 'isch 110 recht bei POP, und wia hoißt dr Ausgangsport?'
    if (asked == "server" and _asks_of_a_host(whole)) or (asked == "encryption" and _asks_of_a_switch(whole)):
        return True
    if asked == "port" and whole.names_port and (_asks_to_change_to_it(whole) or _asks_if_it_works(whole)):
        return True
    is_bare = whole.sentence.asks and len(whole.sentence.words) <= _BARE and not whole.has_any(_OF_SOMETHING_ELSE)
    if asks_whether_to_change(whole) or (is_bare and not whole.asks_openly):
        return True  # 'muss ich auf 993 umstellen?', 'imap 993?'
    return asks_if_needed(whole) or _asks_of_a_port(understood, whole)


def _asks_for_which_side(whole: Slots, understood: Understanding) -> bool:
    """'Der Server heißt c9.webspace-verkauf.de, ist das der Eingang oder der Ausgang?'."""
    return whole.direction == "both" and understood.intents[0].aspect == "server" and leaves_open(whole)


def _asks_to_change_to_it(whole: Slots) -> bool:
    """'Soll ich beim IMAP-Ausgang auf 587 ändern?', 'also auf 587?': who asks whether the value itself has to go doubts it."""
    if not whole.sentence.asks or "to_be_other" not in whole.cues or whole.asks_openly or leaves_open(whole):
        return False
    return "has_to" in whole.cues or (whole.begins_with("follow_up") and _is_behind_towards(whole))


def _is_behind_towards(whole: Slots) -> bool:
    """'So I change it to 993?'."""
    return any(stands_behind(whole, hit.start, whole.small.changed_to_words) for hit in whole.numbers)


def _asks_if_it_works(whole: Slots) -> bool:
    """'Beim IMAP-Eingang hab ich 993, geht das so?': asked at the end of what was read out."""
    if not whole.sentence.asks or whole.asks_openly or whole.topics or leaves_open(whole):
        return False
    ends = {len(whole.sentence.words), len(whole.sentence.words) - 1}
    return any(hit.end in ends for hit in whole.cues.get("asks_if_possible", ()))


def _asks_of_a_port(understood: Understanding, whole: Slots) -> bool:
    """'Habt ihr bei POP auch 110 als Eingang?', 'IMAP: muss beim Ausgang 587 stehen?': nothing but the value is asked about."""
    if understood.intents[0].aspect != "port" or not whole.sentence.asks or whole.asks_openly or whole.topics:
        return False
    is_of_mail = whole.aspects or whole.subject or whole.directions or whole.begins_with("follow_up")
    if not is_of_mail or leaves_open(whole):
        return False  # '25 Leute kommen, sind das alle?'
    return whole.names_port and whole.aspects.keys() <= _OF_A_PORT and not whole.has_any(_NOT_OF_ITS_VALUE)


def _asks_of_a_host(whole: Slots) -> bool:
    """'Heißt der Server c9.webspace-verkauf.de auch beim Senden?', 'im unteren Feld auch c9.webspace-verkauf.de?'."""
    asks = whole.sentence.asks and whole.names_host and not (whole.asks_openly or whole.topics or leaves_open(whole))
    return asks and not whole.has_any(_OF_SOMETHING_ELSE)


def _asks_more_of_it(whole: Slots) -> bool:
    """'Ist 143 verschlüsselt?', 'ist 25 für den Eingang oder den Ausgang?'."""
    return leaves_open(whole) or whole.has_any(("encrypted", "unencrypted", "dangerous", "blocks", "why", "works", "another"))


def _asks_of_a_switch(whole: Slots) -> bool:
    """'Und SSL an?', 'SSL überall aus?'."""
    return whole.sentence.asks and not (whole.asks_openly or leaves_open(whole)) and (is_on(whole) or is_off(whole))


def asks_if_needed(whole: Slots) -> bool:
    """'Do I need STARTTLS for sending with IMAP?'."""
    return whole.begins_with("requests", "whether", "manner") and not whole.asks_openly and not whole.has_any(_OF_SOMETHING_ELSE)
