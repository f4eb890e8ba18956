"""Guides and trouble trees as diagrams: each box a screen, each arrow a button, found by following the buttons themselves."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from assistant import trouble
from assistant.guides.choosing import programs
from assistant.intent import trouble_label
from desk.box_titles import title_and_place
from desk.boxes import Box, Way, mark
from desk.screens import NoScreenError, as_json, named, pressed
from desk.sources import source
from handlers.buttons import (
    ButtonError,
    Deed,
    PressAsk,
    PressDevice,
    PressGuide,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
    decode,
    encode,
)

if TYPE_CHECKING:
    from desk.edition import Edition
    from desk.screens import Json
    from handlers.buttons import Press
    from handlers.render import Shown

_MOST_BOXES = 400
_DEEDS = ("file", "check")
_DONE = {Simple.CHECK: "check", Simple.SOLVED: "end"}
_ASIDE = (Simple.MENU, Simple.CONTINUE)
"""Under many screens and the same everywhere: left out of the arrows, to be seen on the screens."""


def overview(edition: Edition, language: str) -> Json:
    """Give the names of all diagrams, for a list to choose from."""
    guides, trees = programs(edition.content), trouble.trees(edition.content)
    start = [edition.content.trouble[trouble.START_TREE]] if trouble.START_TREE in edition.content.trouble else []
    used = {step.use for guide in edition.content.guides.values() for step in guide.steps}
    unused = sorted(set(edition.content.shared_steps) - used)
    return {
        "guides": [{"name": guide.program, "title": guide.name.get(language), "ended": bool(guide.ended)} for guide in guides],
        "trouble": [{"name": tree.trouble, "title": tree.title.get(language)} for tree in [*start, *trees]],
        "unused": [source(edition, "guides/shared.yaml", ("shared", name)).place for name in unused],
    }


def diagram(edition: Edition, kind: str, name: str, language: str) -> Json:
    """Give one diagram.

    Args:
        edition: The content.
        kind: `guide` or `trouble`.
        name: The guide or the tree.
        language: Of the screens.

    Raises:
        KeyError: there is no such diagram.
    """
    is_guide = kind == "guide"
    thing = edition.content.guides[name] if is_guide else edition.content.trouble[name]
    start: Press = PressProgram(name, "", language) if is_guide else PressTrouble(name, "", language)
    told = [] if is_guide else _told(edition, name, language)
    boxes = _followed(edition, name, [encode(named(edition, start)), *told], language)
    if not is_guide:
        for node in edition.content.trouble[name].nodes:
            key = encode(PressTrouble(name, node, language))
            if key not in boxes:
                boxes[key] = _box(edition, key, language, pressed(edition, key))
                boxes[key].mark = "unreachable"
    return {
        "kind": kind,
        "name": name,
        "title": (thing.name if is_guide else thing.title).get(language),  # type: ignore[union-attr]
        "file": f"{'guides' if is_guide else 'trouble'}/{name}.yaml",
        "boxes": [_as_json(edition, box, language) for box in boxes.values()],
    }


def _told(edition: Edition, name: str, language: str) -> list[str]:
    """Give the screens of a tree to which leads what members tell amid it, whatever it asks just then."""
    tree = edition.content.trouble[name]
    return [encode(PressTrouble(name, asked.go, language)) for asked in tree.asked if asked.go in tree.nodes]


def _followed(edition: Edition, name: str, starts: list[str], language: str) -> dict[str, Box]:
    """Follow all buttons that stay within it, from its beginning and then from what is told; nearest boxes first."""
    boxes: dict[str, Box] = {}
    for start in starts:
        if start not in boxes:
            boxes[start] = _box(edition, start, language, pressed(edition, start))
            _follow(edition, name, boxes, start, language)
    mark(edition, boxes)
    for start in starts[1:]:
        if not (boxes[start].parent or boxes[start].mark or start == starts[0]):
            boxes[start].mark = "told"
    return boxes


def _follow(edition: Edition, name: str, boxes: dict[str, Box], start: str, language: str) -> None:
    """Add the boxes to which buttons lead from a box."""
    waiting = deque([start])
    while waiting and len(boxes) < _MOST_BOXES:
        box = boxes[waiting.popleft()]
        for row in box.shown.rows:
            for button in row:
                way = _way(edition, button.text, button.callback_data, name)
                if way is None:
                    continue
                if way.kind == "on" and way.to in boxes:
                    way.kind = "back" if way.to in _above(boxes, box) else "join"
                elif way.kind == "on":
                    boxes[way.to] = _box(edition, way.to, language, pressed(edition, way.to))
                    boxes[way.to].parent = box.id
                    waiting.append(way.to)
                box.ways.append(way)


def _way(edition: Edition, label: str, data: str, name: str) -> Way | None:
    """Tell where a button leads; None for those that stand everywhere."""
    try:
        press = named(edition, decode(data))
    except ButtonError:
        return Way(label, "nowhere") if data else None
    if label == edition.content.word("guide_back", press.language):
        return None
    outside = _outside(press, name)
    if outside is None:
        return None
    if not outside:
        return _within(edition, label, press)
    try:
        pressed(edition, data)
    except NoScreenError:
        return Way(label, outside if outside in _DEEDS else "nowhere", outside)
    return Way(label, "file" if outside == "file" else "end" if outside == "end" else "out", outside)


def _within(edition: Edition, label: str, press: Press) -> Way:
    key = encode(press)
    try:
        pressed(edition, key)
    except NoScreenError:
        return Way(label, "nowhere", key)
    return Way(label, "on", key)


def _outside(press: Press, name: str) -> str | None:  # noqa: PLR0911 - one for each kind of button
    """Name what a press leads to outside of the diagram `name`; empty: inside; None: not worth an arrow."""
    match press:
        case PressSimple(what):
            return None if what in _ASIDE else _DONE.get(what, f"list:{what}")
        case PressGuide(Deed.CANCEL):
            return None
        case PressGuide(Deed.FAILS):
            return f"list:{Simple.TROUBLES}"
        case PressGuide(Deed.SHOW | Deed.WORKS, place) if place.program == name:
            return ""
        case PressGuide():
            return "file"
        case PressProgram(program):
            return "" if program == name else f"guide:{program}"
        case PressTrouble(tree):
            return "" if tree == name else trouble_label(tree)
        case PressAsk(intent):
            return f"topic:{intent.topic or intent.aspect}"
        case PressDevice(device):
            return f"list:{device}"
    return None


def _box(edition: Edition, key: str, language: str, shown: Shown) -> Box:
    title, place = title_and_place(edition, decode(key), language)
    return Box(key, title, place, shown)


def _above(boxes: dict[str, Box], box: Box) -> set[str]:
    """Give the boxes on the way from the start to a box, itself included."""
    found = {box.id}
    while box.parent:
        box = boxes[box.parent]
        found.add(box.id)
    return found


def _as_json(edition: Edition, box: Box, language: str) -> Json:
    return {
        "id": box.id,
        "title": box.title,
        "place": box.place.place,
        "mark": box.mark,
        "parent": box.parent,
        "ways": [{"label": way.label, "kind": way.kind, "to": way.to} for way in box.ways],
        "screen": as_json(edition, box.shown, language),
    }
