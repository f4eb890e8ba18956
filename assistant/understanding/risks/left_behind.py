"""A device that was left somewhere: 'mein Tablet hab ich im Zug vergessen'."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_IN_ONE_BREATH = 9
"""Words from the first to the last of the device, the place and what was done, whatever their order."""
_LEFT = ("leaves_behind", "forgot")
_SAID_OF_THE_DEVICE = frozenset({"encryption"})
"""'Liest da jetzt jemand mit?' Of other values it is them that were forgotten: 'sitze im Zug und hab den Port vergessen'."""


def is_left_behind(slots: Slots) -> bool:
    """Tell whether it is a device that was left in a place, and not the mails on it or on the server."""
    places = slots.cues.get("public_place", ())
    if not places or "plain_server" in slots.cues or "new_password" in slots.topics:
        return False
    if slots.aspects.keys() - _SAID_OF_THE_DEVICE:
        return False
    devices = [hit for hit in slots.cues.get("device", ()) if not _is_where(slots, hit)]
    left = slots.hits_of(*_LEFT)
    return any(_is_near(told) for told in product(devices, places, left))


def _is_where(slots: Slots, device: Hit) -> bool:
    """Tell whether the device is only where something happens: 'die Mails am Handy liegen lassen'."""
    return not slots.small.for_words.isdisjoint(slots.sentence.words[max(0, device.start - 1) : device.start])


def _is_near(told: tuple[Hit, ...]) -> bool:
    return max(hit.end for hit in told) - min(hit.start for hit in told) <= _IN_ONE_BREATH
