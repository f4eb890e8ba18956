"""Command menus by scope and language (https://core.telegram.org/bots/api#botcommandscope)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from playground.errors import RefusalError, bad_request

if TYPE_CHECKING:
    from playground.chats import Chat
    from playground.methods.arguments import Arguments, Method
    from playground.state import Json, World

_NAME = re.compile(r"^[a-z0-9_]+$")
_LANGUAGE = re.compile(r"^([a-z]{2})?$")
_MOST, _MAX_NAME, _MAX_DESCRIPTION = 100, 32, 256
_SCOPES = {
    "default": (), "all_private_chats": (), "all_group_chats": (), "all_chat_administrators": (), "chat": ("chat_id",),
    "chat_administrators": ("chat_id",), "chat_member": ("chat_id", "user_id"),
}  # fmt: skip


def set_my_commands(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#setmycommands: at most 100, names of a-z, 0-9 and `_`."""
    key = _key(world, arguments)
    commands = [_checked(command) for command in arguments.list("commands", "BotCommand")]
    if len(commands) > _MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[key] = commands
    world.event("commands")
    return True


def get_my_commands(world: World, arguments: Arguments) -> list[Json]:
    """https://core.telegram.org/bots/api#getmycommands: of exactly this scope and language."""
    return world.commands.get(_key(world, arguments), [])


def delete_my_commands(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands."""
    world.commands.pop(_key(world, arguments), None)
    world.event("commands")
    return True


def menu(world: World, chat: Chat, user_id: int, language: str) -> list[Json]:
    """Give the menu that somebody sees in a chat: the narrowest scope wins, and in it the own language."""
    everywhere: list[Json] = [{"type": "default"}]
    here: Json = {"chat_id": chat.id}
    if chat.kind == "private":
        scopes = [{"type": "chat", **here}, {"type": "all_private_chats"}]
    else:
        admin: list[Json] = [{"type": "chat_administrators", **here}]
        all_admins: list[Json] = [{"type": "all_chat_administrators"}]
        is_admin = chat.members.get(user_id) in {"creator", "administrator"}
        scopes = [{"type": "chat_member", **here, "user_id": user_id}]
        scopes += [*(admin if is_admin else []), {"type": "chat", **here}]
        scopes += [*(all_admins if is_admin else []), {"type": "all_group_chats"}]
    for scope in scopes + everywhere:
        for code in (language, ""):
            found = world.commands.get((json.dumps(scope, sort_keys=True), code))
            if found:
                return found
    return []


def _checked(command: Any) -> Json:
    if not isinstance(command, dict) or not {"command", "description"} <= command.keys():
        raise _unreadable("expected an Object with command and description")
    name, description = str(command["command"]).strip().removeprefix("/"), str(command["description"]).strip()
    if not name or not description:
        raise bad_request("command must be non-empty" if not name else "command description must be non-empty")
    if len(name) > _MAX_NAME:
        raise bad_request(f"command length must not exceed {_MAX_NAME}")
    if len(description) > _MAX_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {_MAX_DESCRIPTION}")
    if not _NAME.match(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {**command, "command": name, "description": description}


def _key(world: World, arguments: Arguments) -> tuple[str, str]:
    scope = arguments.object("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type")
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    kept: Json = {"type": kind}
    for needed in _SCOPES[kind]:
        if needed not in scope:
            raise bad_request(f"can't parse BotCommandScope: Can't find field \"{needed}\"")
        kept[needed] = int(scope[needed])
    if "chat_id" in kept:
        world.chat(kept["chat_id"])
    return json.dumps(kept, sort_keys=True), checked_language(arguments)


def checked_language(arguments: Arguments) -> str:
    """Give `language_code`: two letters, or nothing for all languages without own texts."""
    language = arguments.text("language_code")
    if not _LANGUAGE.match(language):
        raise bad_request("invalid language code specified")
    return language


def _unreadable(why: str) -> RefusalError:
    return bad_request(f"can't parse BotCommand: {why}")


METHODS: dict[str, Method] = {
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
}
