"""What members see after a press, without a chat: the same screens the bot sends, as plain data for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.guides import Walk
from handlers.buttons import (
    ButtonError,
    Deed,
    Place,
    PressAsk,
    PressDevice,
    PressGuide,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
    decode,
)
from handlers.guides import screens
from handlers.guides.files import needs_address
from handlers.guides.trouble import choose_trouble, trouble_shown
from handlers.menu import menu
from handlers.render import Shown, answer_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from desk.edition import Edition
    from handlers.buttons import Press
    from handlers.keyboard import Button

Json = dict[str, Any]

_SIMPLE: dict[Simple, Callable[[Content, str], Shown]] = {
    Simple.SETUP: screens.choose_program,
    Simple.CONTINUE: screens.choose_program,
    Simple.WHICH: screens.choose_device,
    Simple.TROUBLES: choose_trouble,
    Simple.SOLVED: screens.done,
    Simple.MENU: menu,
}
"""What buttons without fields show."""


class NoScreenError(Exception):
    """A press that shows no screen: a file is sent, the servers are checked, or the button leads nowhere."""


def pressed(edition: Edition, data: str) -> Shown:
    """Give the screen after a button was pressed.

    Raises:
        NoScreenError: there is none.
    """
    try:
        return screen(edition, decode(data))
    except (ButtonError, KeyError) as error:
        raise NoScreenError(data) from error


def screen(edition: Edition, press: Press) -> Shown:
    """Give the screen a press leads to.

    Raises:
        NoScreenError: it leads to none.
        KeyError: a name in it does not exist in the content.
    """
    content = edition.content
    match press:
        case PressGuide(deed, place, language):
            walk = Walk(content, place.program, place.protocol, language, place.local)
            return _deed(walk, deed, place)
        case PressProgram(program, protocol, language):
            return _program(edition, program, protocol, language)
        case PressDevice(device, language):
            return screens.programs_for(content, device, language)
        case PressTrouble(tree, node, language):
            return trouble_shown(content, tree, node, language)
        case PressAsk(intent, language):
            return asked(edition, intent, language)
        case PressSimple(what, language) if what in _SIMPLE:
            return _SIMPLE[what](content, language)
    raise NoScreenError(str(press))


def named(edition: Edition, press: Press) -> Press:
    """Give the press that shows the same screen under one name: a tree's start by its node, a guide's first page by its place."""
    match press:
        case PressTrouble(tree, "", language) if tree in edition.content.trouble:
            return PressTrouble(tree, edition.content.trouble[tree].start, language)
        case PressProgram(program, protocol, language) if protocol and program in edition.content.guides:
            walk = Walk(edition.content, program, protocol, language)
            return PressGuide(Deed.SHOW, screens.place_of(walk, 0), language)
    return press


def _deed(walk: Walk, deed: Deed, place: Place) -> Shown:
    match deed:
        case Deed.SHOW:
            return screens.page_shown(walk, place.number)
        case Deed.CANCEL:
            return screens.cancelled(walk.content, place, walk.language)
        case Deed.WORKS:
            return screens.done(walk.content, walk.language)
        case Deed.FAILS:
            return choose_trouble(walk.content, walk.language)
    if needs_address(walk, deed):
        return screens.page_shown(walk, walk.address_page, walk.content.word("file_needs_address", walk.language))
    raise NoScreenError(deed)


def _program(edition: Edition, program: str, protocol: str, language: str) -> Shown:
    guide = edition.content.guides.get(program)
    if guide is None:
        return screens.choose_program(edition.content, language)
    if guide.ended is None and protocol in guide.protocols:
        return screens.page_shown(Walk(edition.content, program, protocol, language), 0)
    return screens.choose_protocol(edition.content, program, language)


def asked(edition: Edition, intent: Intent, language: str) -> Shown:
    """Give the answer to an intent as a private chat shows it.

    Raises:
        KeyError: there is no such answer.
    """
    if intent.topic == "setup":
        return _program(edition, intent.program, intent.subject, language)
    if intent.tree:
        return trouble_shown(edition.content, intent.tree, "", language)
    if intent.aspect:
        return answer_shown(edition.lookups.answer(intent, language))
    answer = edition.topics.answer(intent, language)
    if answer is None:
        raise KeyError(intent.key)
    return answer_shown(answer)


def as_json(edition: Edition, shown: Shown, language: str) -> Json:
    """Give a screen for the page: Telegram's HTML, rows of buttons, and the caption of its picture."""
    picture = edition.pictures.get(shown.picture, language) if shown.picture else None
    return {
        "html": shown.html,
        "rows": [[_button(one) for one in row] for row in shown.rows],
        "picture": {"name": shown.picture, "language": language, "caption": picture.caption} if picture else None,
    }


def _button(button: Button) -> Json:
    if button.copy_text:
        return {"label": button.text, "copies": button.copy_text}
    if button.url:
        return {"label": button.text, "url": button.url}
    return {"label": button.text, "data": button.callback_data}
