"""The boxes and arrows of a diagram, and where its ways end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.intent import ANY_TROUBLE
from handlers.buttons import Deed, PressGuide, PressTrouble, decode

if TYPE_CHECKING:
    from desk.edition import Edition
    from desk.sources import Source
    from handlers.buttons import Press
    from handlers.render import Shown

_LISTS = ("list:", ANY_TROUBLE)
"""What leads to a choice of everything, and so is no way on."""


@dataclass
class Way:
    """An arrow: a button and where it leads."""

    label: str
    kind: str
    """`on` to a box not seen before, `join` to one drawn elsewhere, `back` to one further up, `out` to something outside,
    `file` sends a file or picture, `check` checks the servers, `end` says goodbye, `nowhere` leads to nothing."""
    to: str = ""
    """The box; outside: a diagram as `guide:name` or `trouble:name`, a topic as `topic:name`, or a list."""


@dataclass
class Box:
    """One screen."""

    id: str
    title: str
    place: Source
    shown: Shown
    ways: list[Way] = field(default_factory=list)
    parent: str = ""
    mark: str = ""
    """`end` where the talk ends well, `dead_end` where no button leads on, `circle` where all ways lead back to it,
    `told` where no button leads to it but what members tell, `unreachable` where nothing does, else empty."""


def mark(edition: Edition, boxes: dict[str, Box]) -> None:
    """Mark ends, dead ends, and boxes from which all ways only lead in a circle."""
    good = set()
    for box in boxes.values():
        if not box.shown.rows:
            box.mark = "dead_end"
        elif _is_end(edition, decode(box.id)):
            box.mark = "end"
        if box.mark == "end" or any(_leads_elsewhere(way) for way in box.ways):
            good.add(box.id)
    grown = True
    while grown:
        leading = {box.id for box in boxes.values() if any(way.to in good for way in box.ways)}
        grown = not leading <= good
        good |= leading
    for box in boxes.values():
        if box.id not in good and not box.mark:
            box.mark = "circle"


def _is_end(edition: Edition, press: Press) -> bool:
    """Whether the talk may end here: all done, or a remedy after which nothing is asked."""
    match press:
        case PressTrouble(tree, node):
            found = edition.content.trouble[tree].nodes[node]
            return found.ask_webmaster or not found.choices
        case PressGuide(Deed.WORKS):
            return True
    return False


def _leads_elsewhere(way: Way) -> bool:
    """Whether a way goes on outside, other than to a list of everything."""
    return way.kind == "out" and not way.to.startswith(_LISTS)
