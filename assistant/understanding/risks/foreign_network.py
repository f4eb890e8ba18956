"""A network that others use as well: 'im Hotel-WLAN', 'on public wifi'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import PROTOCOLS
from assistant.understanding.once import once_for_each

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_NEAR = 3
"""Words between the network and whose it is: 'WLAN im Café', 'wifi at the hotel'."""
_WHOSE = ("public_place", "of_others")
_LACKING = ("denies", "rejects_next", "without")
_ASKING_IF = ("whether", "if_taken", "yes_or_no", "confirm", "doubts", "dangerous", "copula", "is_it")
_NOT_IF = ("wrong", "gone", "nothing_works", "why", "stays", "how_to", "asks_place", "needed_for")
_AT_LEAST = ("wifi", "dangerous")
_OF_THE_PLACE = frozenset({"devices", "offline", "anywhere", "recommendation", "connection", "disadvantages"})
"""Topics that words of such places and of danger sound like."""


@once_for_each
def in_foreign_network(slots: Slots) -> bool:
    """Tell whether a network is named that others use as well."""
    if "wifi" not in slots.cues:
        return False
    whose = slots.hits_of(*_WHOSE)
    lacking = {hit.end for hit in slots.hits_of(*_LACKING)}  # 'auf der Hütte gibts kein WLAN'
    there = [hit for hit in slots.cues["wifi"] if hit.start not in lacking]
    return any(max(one.start, wifi.start) - min(one.end, wifi.end) <= _NEAR for wifi in there for one in whose)


def asks_if_safe_there(slots: Slots) -> bool:
    """'Kann ich im Hotel-WLAN POP nehmen?', 'ist POP riskant?': what may be read on the way decides it."""
    if not slots.has_any(_AT_LEAST) or slots.subject not in PROTOCOLS:
        return False
    if slots.has_any(_NOT_IF) or slots.asks_openly:
        return False
    if "works" in slots.cues and "denies" in slots.cues:
        return False  # 'im Hotel-WLAN geht IMAP nicht'
    if not (in_foreign_network(slots) or ("is_it" in slots.cues and "dangerous" in slots.cues)):
        return False
    is_else = slots.aspects.keys() - {"encryption"} or slots.topics.keys() - _OF_THE_PLACE
    return not is_else and (slots.asks_directly or slots.has_any(_ASKING_IF))
