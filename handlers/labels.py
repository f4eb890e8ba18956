"""Buttons of the menu, of answers and of the first question on troubles, named by their whole label while no choice is open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from assistant.phrases import words_of
from handlers.acting import Meant, act
from handlers.buttons import PressSimple, Simple
from handlers.guides.trouble import choose_trouble
from handlers.menu import menu

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.assistant import Assistant
    from handlers.services import Services
    from handlers.utterance import Utterance

_MOST_WORDS = 6
_DRAWN: WeakKeyDictionary[Assistant, Mapping[tuple[str, ...], Meant]] = WeakKeyDictionary()
"""What the labels' words mean, by who knows the content: to draw all these screens takes longer than to understand a question."""


async def pressed_by_label(said: Utterance) -> bool:
    """Do what the button does whose whole label was written: 'Server prüfen', 'Etwas geht nicht'; tell whether there is one.

    Amid a guide only the check of the servers is done: what else is on such buttons, the guide does in its own way.
    """
    guide, press = said.recalled.guide, _labelled(said)
    is_in_guide = guide is not None and guide.is_fresh
    if press is None or (is_in_guide and not _checks(press)):
        return False
    await act(said.update, said.context, None, press)
    return True


def _labelled(said: Utterance) -> Meant | None:
    words = words_of(said.text)
    if not 1 < len(words) <= _MOST_WORDS or "?" in said.text:
        return None
    assistant = said.parts.assistant
    if assistant not in _DRAWN:
        buttons = [(tuple(words_of(label)), press) for label, press in _buttons(said.parts)]
        _DRAWN[assistant] = dict(reversed(buttons))  # of two with the same label the first one counts
    return _DRAWN[assistant].get(tuple(words))


def _buttons(parts: Services) -> Iterator[tuple[str, Meant]]:
    """Give the labels in all languages with what they mean; 'Etwas anderes' means something only where it stands."""
    content = parts.content
    for language in content.languages:
        yield content.word("menu_check", language), PressSimple(Simple.CHECK, language)
        screens = [menu(content, language), *([choose_trouble(content, language)] if content.trouble else [])]
        for label, press in (one for screen in screens for one in screen.presses):
            if isinstance(press, Meant) and not parts.choices.has(label, "other"):
                yield label, press


def _checks(press: Meant) -> bool:
    return isinstance(press, PressSimple) and press.what is Simple.CHECK
