"""The menu, the greeting and the help: what a member can do, as buttons; and whose bot it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import Intent
from handlers.buttons import Press, PressAsk, PressSimple, Simple
from handlers.render import Shown, button, in_rows, shown

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from handlers.keyboard import Button

_COMPARED = "difference"
"""The topic with a button and a command of its own, where the club has it."""


def menu_rows(content: Content, language: str) -> list[list[Button]]:
    """Give the menu's buttons: what members want most comes first."""
    entries: list[tuple[str, Press]] = [
        ("menu_setup", PressSimple(Simple.SETUP, language)),
        *((f"menu_{name}", PressAsk(Intent(aspect="settings", subject=name), language)) for name in content.settings.protocols),
        ("menu_ports", PressAsk(Intent(aspect="port"), language)),
        ("menu_server", PressAsk(Intent(aspect="server"), language)),
    ]
    if _COMPARED in content.topics:
        entries.append(("menu_compare", PressAsk(Intent(topic=_COMPARED), language)))
    if content.trouble:
        entries.append(("menu_trouble", PressSimple(Simple.TROUBLES, language)))
    rows = in_rows([button(content.word(key, language), press) for key, press in entries])
    topics = [topic for topic in content.topics.values() if topic.menu and topic.topic != _COMPARED]
    more = [
        button(topic.title.get(language), PressAsk(Intent(topic=topic.topic), language))
        for topic in sorted(topics, key=lambda topic: topic.topic)
    ]
    return [*rows, *in_rows(more)]


def menu(content: Content, language: str, words: str = "menu_title") -> Shown:
    """Give the menu below one of the bot's own words."""
    text = content.word(words, language, club=content.club.short_name)
    return shown(text.split("\n\n"), menu_rows(content, language))


def help_shown(content: Content, language: str) -> Shown:
    """Give what the bot can do."""
    return shown(content.word("help_text", language).split("\n\n"), menu_rows(content, language))


def menu_button(content: Content, language: str) -> Button:
    """Give the button that opens the menu."""
    return button(content.word("menu_button", language), PressSimple(Simple.MENU, language))


def developer_info(content: Content, language: str) -> str:
    """Tell whose bot it is, and where its statements come from."""
    club = content.club
    slots = {"club": club.name, "webmaster": club.webmaster.get(language), "source": club.source}
    return content.word("developer_info", language, **slots)
