"""Shows everything the content can lead to, once, to find what only shows on a screen: too long, too wide, no way on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assistant.guides import Walk
from assistant.guides.choosing import devices
from assistant.knowledge.mistakes import Mistake
from handlers import setup_screens as screens
from handlers.buttons import ButtonError
from handlers.menu import help_shown, menu
from handlers.profile import commands
from handlers.trouble_screens import choose_trouble, trouble_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.knowledge.models import Content
    from handlers.render import Shown

_LONGEST = 3500
"""Characters; Telegram takes 4,096, and an address that is filled in needs room."""
_MOST_COMMANDS = 100


def screen_mistakes(content: Content) -> list[Mistake]:
    """Give a mistake for everything that cannot be shown, or from which no button leads on."""
    found = []
    for place, make in _all_screens(content):
        try:
            shown = make()
        except (ButtonError, KeyError, StopIteration) as error:
            found.append(f"{place}: cannot be shown ({error}).")
            continue
        if len(shown.plain) > _LONGEST:
            found.append(f"{place}: {len(shown.plain)} characters; at most {_LONGEST} leave room for an address.")
        if shown.keyboard is None:
            found.append(f"{place}: no button leads on.")
    found += _menus(content)
    return [Mistake(file, 0, 0, what) for file, _, what in (sentence.partition(": ") for sentence in found)]


def _all_screens(content: Content) -> Iterator[tuple[str, Callable[[], Shown]]]:
    for language in content.club.languages:
        yield f"menu ({language})", partial(menu, content, language, "start_greeting")
        yield f"help ({language})", partial(help_shown, content, language)
        yield f"programs ({language})", partial(screens.choose_program, content, language)
        yield f"troubles ({language})", partial(choose_trouble, content, language)
        for device in devices(content):
            yield f"device {device} ({language})", partial(screens.programs_for, content, device, language)
        for guide in content.guides.values():
            file = f"guides/{guide.program}.yaml"
            yield f"{file} ({language})", partial(screens.choose_protocol, content, guide.program, language)
            for protocol in guide.protocols if guide.ended is None else ():
                walk = Walk(content, guide.program, protocol, language, "vorname.nachname")
                for number in range(walk.last + 1):
                    place = f"{file}, {protocol}, page {number + 1} ({language})"
                    yield place, partial(screens.page_shown, walk, number)
        for tree in content.trouble.values():
            for node in tree.nodes:
                place = f"trouble/{tree.trouble}.yaml, {node} ({language})"
                yield place, partial(trouble_shown, content, tree.trouble, node, language)


def _menus(content: Content) -> Iterator[str]:
    spelled = [name for command in content.commands for name in (command.command, *command.aliases)]
    for name in sorted({name for name in spelled if spelled.count(name) > 1}):
        yield f"commands.yaml: `{name}` stands there twice."
    for scope in ("private", "groups", "admins"):
        for language in content.club.languages:
            menu_of = commands(content, scope, language)
            if len(menu_of) > _MOST_COMMANDS:
                yield f"commands.yaml: more than {_MOST_COMMANDS} commands in a menu ({scope}, {language})."
            for command in menu_of:
                if not 1 <= len(command.description) <= 256:
                    yield f"commands.yaml: the description of `{command.command}` must have 1 to 256 characters."
