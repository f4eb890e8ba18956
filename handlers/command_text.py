"""Reads commands: their names and spellings come from the content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.intent import Intent

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

LOOKUPS = {
    "settings": Intent(aspect="settings"),
    "imap": Intent(aspect="settings", subject="imap"),
    "pop": Intent(aspect="settings", subject="pop3"),
    "ports": Intent(aspect="port"),
    "server": Intent(aspect="server"),
    "compare": Intent(topic="difference"),
}
"""Commands that are questions."""
_FORM = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True)
class Given:
    """A command as it was typed."""

    command: str
    """Its main name, or empty when there is no such command."""
    rest: str
    """What stands behind it, at most 200 characters."""
    language: str
    """The language of its spelling, or empty."""
    is_by_name: bool = False
    """Whether the bot's name stands behind it, so that no other bot can be meant."""


def is_for_another_bot(text: str, bot_username: str) -> bool:
    """Whether it is a command with another bot's name behind it: '/ports@OtherBot'."""
    found = _FORM.fullmatch(text.strip())
    return found is not None and bool(found[2]) and found[2].lower() != bot_username.lower()


def read_command(text: str, bot_username: str, content: Content) -> Given | None:
    """Read a command in any case and spelling of the content; None when it is none, or another bot's."""
    found = _FORM.fullmatch(text.strip())
    if found is None or is_for_another_bot(text, bot_username):
        return None
    typed, rest, is_by_name = found[1].lower(), (found[3] or "").strip()[:200], bool(found[2])
    for command in content.commands:
        if typed == command.command or typed in command.aliases:
            spellings = command.menu_name.root if command.menu_name else {}
            languages = [language for language, name in spellings.items() if name == typed != command.command]
            return Given(command.command, rest, languages[0] if languages else "", is_by_name)
    return Given("", rest, "", is_by_name)
