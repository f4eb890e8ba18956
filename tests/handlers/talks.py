"""Whole talks written in one line: `A | B | >X` are messages typed one after the other, and a pressed button."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

STEP = {"de": "Schritt", "en": "Step", "fr": "Étape"}
ON = {"de": "weiter", "en": "next", "fr": "suivant"}
OUTLOOK, THUNDERBIRD = "/setup outlook imap", "/setup thunderbird imap"


def at(number: int, start: str, language: str = "de") -> str:
    """Give the way to a step of a guide."""
    return f"{start} | " + f"{ON[language]} | " * (number - 1)


async def talk(chat: Chat, said: str, language: str = "de") -> str:
    """Say and press one after the other; give all that the bot says to the last one."""
    chat.language = language
    *before, last = said.split(" | ")
    for one in before:
        await _do(chat, one)
    seen = set(chat.screen.messages)
    answer = await _do(chat, last)
    new = [chat.written(number) for number in sorted(set(chat.screen.messages) - seen)]
    return "\n".join(new) or answer


async def _do(chat: Chat, one: str) -> str:
    return await (chat.press(one.removeprefix(">")) if one.startswith(">") else chat.say(one))
