"""Somebody who died, and the mailbox that is left: 'mein Mann ist gestorben, wie komm ich an seine Mails'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_NEAR = 3
"""Words of 'ist letzte Woche' between who died and that they did."""


def tells_of_a_death(slots: Slots) -> bool:
    """Tell whether a person died, and no device."""
    if "bereavement" in slots.topics:
        return True
    died = slots.cues.get("died", ())
    if not died:
        return False
    people = [hit.end for hit in slots.hits_of("person", "tells_role", "obtains")]
    devices = [hit.end for hit in slots.cues.get("device", ())]
    return any(
        0 <= hit.start - end <= _NEAR and not any(end < device <= hit.start for device in devices)
        for hit in died
        for end in people
    )
