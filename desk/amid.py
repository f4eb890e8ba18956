"""What words did to a guide or choice that was open, told by what the bot showed then: the assistant is not always asked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.box_titles import title_and_place
from desk.screens import NoScreenError, asked, named, screen
from desk.sources import source
from handlers.buttons import (
    ButtonError,
    Deed,
    Press,
    PressFeedback,
    PressGuide,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
    decode,
)
from handlers.guides.files import DEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.assistant import Reply
    from assistant.guides import TypedWords
    from desk.edition import Edition
    from desk.sources import Source
    from handlers.render import Shown

_ANYWHERE = (Simple.SETUP, Simple.WHICH, Simple.TROUBLES, Simple.SOLVED)
"""Screens that words may lead to wherever they are typed."""
_Shape = tuple[Press, ...]
"""What the buttons of a message mean, without what differs from member to member."""


@dataclass(frozen=True)
class Screen:
    """A message of the bot's, as the page has it."""

    text: str
    buttons: Sequence[tuple[str, str]]
    """Label and `callback_data`."""


@dataclass(frozen=True)
class Amid:
    """What words did."""

    label: str
    """The button that does the same; empty where none does."""
    typed: str
    """What they mean in a guide, such as `next`; empty where they mean nothing there."""
    title: str
    """Of the screen that followed, in few words."""
    sources: tuple[Source, ...]
    """Where that stands, and the words that lead there."""
    stayed: bool
    """Whether it was open before."""


def amid(
    edition: Edition, typed: TypedWords, text: str, reply: Reply, before: Screen | None, after: Sequence[Screen]
) -> Amid | None:
    """Tell what words did to a guide, a trouble tree or a choice.

    Args:
        edition: The content.
        typed: What understands words in guides.
        text: The words.
        reply: What the assistant alone would say to them.
        before: The last message of the bot's before them.
        after: Its messages since then.

    Returns:
        None where they were a question like any other, or where that cannot be told.
    """
    if not after:
        return None
    shape, opened = _shape(after[0].buttons), _shape(before.buttons) if before else ()
    if shape and shape == _expected(edition, reply):
        return None
    shown = _press_of(edition, after[0], shape, opened) if shape else _file(edition, after[0], opened)
    if shown is None:
        return None
    is_open_tree = shape == opened and isinstance(shown, PressTrouble)  # where words mean nothing of what they mean in a guide
    meant = None if is_open_tree else typed.understand(text)
    intent = meant.intent if meant is not None and meant.is_sure else ""
    title, place = title_and_place(edition, shown, shown.language)
    places = [place]
    label = _label(edition, before, shown) if before else ""
    if intent and not label:
        places.append(source(edition, "vocabulary/typed.yaml", ("typed", intent, shown.language)))
    return Amid(label, intent, title, tuple(places), stayed=shape == opened)


def _label(edition: Edition, before: Screen, shown: Press) -> str:
    """Give the button that shows the same screen."""
    for label, data in before.buttons:
        if any(named(edition, press) == named(edition, shown) for press in _shape([(label, data)])):
            return label
    return ""


def _expected(edition: Edition, reply: Reply) -> _Shape:
    """Give the shape of the answer to a question that is asked with nothing open."""
    if reply.answered and reply.intents:
        with suppress(KeyError, NoScreenError):
            return _shape(_buttons(asked(edition, reply.intents[0], reply.language)))
    return ()


def _press_of(edition: Edition, one: Screen, shape: _Shape, opened: _Shape) -> Press | None:
    """Give the press that shows this page of a guide, question of a tree, or choice; None where it is something else."""
    for press in shape:
        # Under each page stands a button that knows its number.
        if isinstance(press, PressGuide) and press.deed in (Deed.CANCEL, Deed.WORKS):
            return replace(press, deed=Deed.SHOW)
    for press in _candidates(edition, shape, opened):
        with suppress(KeyError, NoScreenError):
            title = title_and_place(edition, press, press.language)[0]
            if title and title in one.text and _shape(_buttons(screen(edition, press))) == shape:
                return press
    return None


def _file(edition: Edition, one: Screen, opened: _Shape) -> Press | None:
    """Give the button of a file that was sent; no buttons stand under it."""
    files = [press for press in opened if isinstance(press, PressGuide) and press.deed in DEEDS.values()]
    return next((press for press in files if title_and_place(edition, press, press.language)[0] in one.text), None)


def _candidates(edition: Edition, shape: _Shape, opened: _Shape) -> Iterator[Press]:
    """Give what may have been shown: what the open message leads to, then every choice and every question of a tree."""
    yield from opened
    language = shape[0].language
    yield from (PressSimple(what, language) for what in _ANYWHERE)
    yield from (PressProgram(program, "", language) for program in edition.content.guides)
    for name, tree in edition.content.trouble.items():
        yield from (PressTrouble(name, node, language) for node in tree.nodes)


def _buttons(shown: Shown) -> list[tuple[str, str]]:
    return [(one.text, one.callback_data) for row in shown.rows for one in row]


def _shape(buttons: Sequence[tuple[str, str]]) -> _Shape:
    """Give what buttons mean: without the address and the program that a member named, and without 'Did that help?'."""
    found: list[Press] = []
    for _, data in buttons:
        with suppress(ButtonError):
            match decode(data):
                case PressFeedback():
                    pass
                case PressGuide() as press:
                    found.append(replace(press, place=replace(press.place, local="")))
                case PressTrouble() as press:
                    found.append(replace(press, program=""))
                case press:
                    found.append(press)
    return tuple(found)
