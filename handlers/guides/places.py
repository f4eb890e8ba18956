"""Places in a guide and the address they carry, if it fits into 64 bytes beside them."""

from __future__ import annotations

from dataclasses import replace

from handlers.button_fields import HIGHEST_STEP
from handlers.buttons import ButtonError, Deed, Place, PressGuide, encode


def without_local(place: Place) -> Place:
    """Give the same place without the address."""
    return replace(place, local="")


def fitting(place: Place, language: str) -> Place:
    """Give a place for buttons; an address that does not fit stays behind."""
    return place if place.local and may_carry(place.local, place, language) else without_local(place)


def may_carry(local: str, place: Place, language: str) -> bool:
    """Whether this part of an address fits into the buttons of a guide."""
    fullest = replace(place, number=HIGHEST_STEP, local=local)
    try:
        encode(PressGuide(Deed.SHOW, fullest, language))
    except ButtonError:
        return False
    return True
