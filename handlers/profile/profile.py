"""What Telegram shows about the bot: command menus, name, descriptions; set only where it differs, and taken back later."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.constants import BotDescriptionLimit, BotNameLimit
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers.profile.shown import Shown, keep_shown, last_shown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from telegram import Bot, BotCommandScope

    from assistant.knowledge.models.content import Content
    from store.interface import Store

    _Read = Callable[[str], Awaitable[str]]
    _Write = Callable[[str, str], Awaitable[bool]]

_LOG = logging.getLogger(__name__)
_SCOPES: dict[str, BotCommandScope] = {
    "private": BotCommandScopeAllPrivateChats(),
    "groups": BotCommandScopeAllGroupChats(),
    "admins": BotCommandScopeAllChatAdministrators(),
}
_SHOWN = {"admins": ("groups", "admins"), "maintainers": ("private", "maintainers")}
"""Menu → the scopes whose commands stand in it, where these are more than its own: the narrowest menu hides the wider ones."""
_MAINTAINERS_MENU = "The command menu of one of MAINTAINERS (who must have started the bot)"
PROFILE_TEXTS = {
    "profile_name": int(BotNameLimit.MAX_NAME_LENGTH),
    "profile_short_description": int(BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH),
    "profile_description": int(BotDescriptionLimit.MAX_DESCRIPTION_LENGTH),
}
"""Word → characters that fit."""


async def set_profile(bot: Bot, content: Content, store: Store, maintainers: Iterable[int] = ()) -> int:
    """Bring the profile up to date; a refusal is logged and the bot goes on.

    Args:
        bot: Whose profile.
        content: Where its texts stand.
        store: Remembers what is to be taken back one day.
        maintainers: User ids of those whose private chats have the maintainers' commands too.

    Returns:
        How many parts were set anew.
    """
    now = Shown(tuple(content.languages), tuple(sorted(maintainers)))
    changed = 0
    for code, language in _codes(content):
        for scope, telegram_scope in _SCOPES.items():
            changed += await _tried(_set_commands(bot, commands(content, scope, language), telegram_scope, code))
        for word, (read, write) in _texts(bot).items():
            text = content.word(word, language, club=content.club.short_name, name=content.club.name)
            changed += await _tried(_set_text(read, write, text[: PROFILE_TEXTS[word]], code))
    for maintainer in now.maintainers:
        changed += await _tried(_set_maintainers_menus(bot, content, maintainer), _MAINTAINERS_MENU)
    before = await last_shown(bot, store)
    is_gone = await _take_back(bot, before, now)
    await keep_shown(bot, store, now if is_gone else now.and_also(before))
    return changed


async def _take_back(bot: Bot, before: Shown, now: Shown) -> bool:
    """Delete what languages and maintainers had that are gone; give whether all of it is deleted."""
    codes = sorted(set(before.languages).difference(now.languages))
    scopes = [*_SCOPES.values(), *map(BotCommandScopeChat, now.maintainers)]
    menus = [(scope, code) for code in codes for scope in scopes]
    for maintainer in sorted(set(before.maintainers).difference(now.maintainers)):
        menus += [(BotCommandScopeChat(maintainer), code) for code in ("", *before.languages)]
    deleted = [await _deleted(bot.delete_my_commands(scope, code or None)) for scope, code in menus]
    deleted += [await _deleted(write("", code)) for code in codes for _, write in _texts(bot).values()]
    return all(deleted)


async def _deleted(deleting: Awaitable[bool]) -> bool:
    """Tell whether something is deleted, or stood in a chat that is there no more."""
    try:
        await deleting
    except (BadRequest, Forbidden):
        return True
    except TelegramError as error:
        _LOG.warning("A part of the profile that is not wanted any more could not be deleted: %s", error.message)
        return False
    return True


def _codes(content: Content) -> list[tuple[str, str]]:
    """Give language codes and the content's language for each.

    Without a code it is for everybody whose language has none of its own (Bot API, setMyCommands).
    """
    return [("", content.languages[0]), *((language, language) for language in content.languages)]


def has_same_profile(content: Content, other: Content) -> bool:
    """Whether two contents show the same command menus, name and descriptions."""
    if any(content.words.root[word] != other.words.root[word] for word in PROFILE_TEXTS):
        return False
    return (content.languages, content.commands, content.club) == (other.languages, other.commands, other.club)


def commands(content: Content, scope: str, language: str) -> list[BotCommand]:
    """Give the command menu of a scope, with those of wider scopes that it hides."""
    return [
        BotCommand(
            (command.menu_name.get(language) if command.menu_name else command.command),
            command.description.get(language),
        )
        for command in content.commands
        if set(_SHOWN.get(scope, (scope,))).intersection(command.scopes)
    ]


async def _set_maintainers_menus(bot: Bot, content: Content, maintainer: int) -> int:
    """Set the menus of a maintainer's private chat; its id is theirs, and it is there once they have started the bot."""
    scope = BotCommandScopeChat(maintainer)
    changed = 0
    for code, language in _codes(content):
        changed += await _set_commands(bot, commands(content, "maintainers", language), scope, code)
    return changed


async def _tried(setting: Awaitable[int], part: str = "A part of the profile") -> int:
    try:
        return await setting
    except TelegramError as error:
        _LOG.warning("%s could not be set: %s", part, error.message)
        return 0


async def _set_commands(bot: Bot, wanted: list[BotCommand], scope: BotCommandScope, code: str) -> bool:
    if tuple(await bot.get_my_commands(scope, code or None)) == tuple(wanted):
        return False
    if wanted:
        await bot.set_my_commands(wanted, scope, code or None)
    else:
        await bot.delete_my_commands(scope, code or None)
    return True


def _texts(bot: Bot) -> dict[str, tuple[_Read, _Write]]:
    """Give for each text of the profile how to read it and how to set it; set to nothing, that of a language is deleted."""

    async def read_name(code: str) -> str:
        return (await bot.get_my_name(code or None)).name

    async def read_short(code: str) -> str:
        return (await bot.get_my_short_description(code or None)).short_description

    async def read_description(code: str) -> str:
        return (await bot.get_my_description(code or None)).description

    async def set_name(text: str, code: str) -> bool:
        return await bot.set_my_name(text, code or None)

    async def set_short(text: str, code: str) -> bool:
        return await bot.set_my_short_description(text, code or None)

    async def set_description(text: str, code: str) -> bool:
        return await bot.set_my_description(text, code or None)

    return {
        "profile_name": (read_name, set_name),
        "profile_short_description": (read_short, set_short),
        "profile_description": (read_description, set_description),
    }


async def _set_text(read: _Read, write: _Write, wanted: str, code: str) -> bool:
    if await read(code) == wanted:
        return False
    return await write(wanted, code)
