"""The bot's own profile: name, texts, command menus."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from playground.errors import bad_request

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import Json, World

_COMMAND = re.compile(r"^[a-z0-9_]{1,32}$")
_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, arguments: Arguments) -> Json:  # noqa: ARG001 - every method takes the same
    """https://core.telegram.org/bots/api#getme."""
    return world.bot


def set_my_commands(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#setmycommands: at most 100, names of a-z, 0-9 and `_`."""
    commands = arguments.json("commands", [])
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.match(str(command.get("command", "")).lstrip("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_key(arguments)] = commands
    world.event("commands")
    return True


def get_my_commands(world: World, arguments: Arguments) -> list[Json]:
    """https://core.telegram.org/bots/api#getmycommands."""
    return world.commands.get(_key(arguments), [])


def delete_my_commands(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands."""
    world.commands.pop(_key(arguments), None)
    return True


def _key(arguments: Arguments) -> tuple[str, str]:
    scope = arguments.json("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), arguments.text("language_code")


def _set_text(kind: str, world: World, arguments: Arguments) -> bool:
    text = arguments.text(kind)
    if len(text) > _LIMITS[kind]:
        raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
    world.texts[kind, arguments.text("language_code")] = text
    return True


def _get_text(kind: str, world: World, arguments: Arguments) -> Json:
    default = world.bot["first_name"] if kind == "name" else ""
    return {kind: world.texts.get((kind, arguments.text("language_code"))) or world.texts.get((kind, ""), default)}


def _accept(world: World, arguments: Arguments) -> Any:  # noqa: ARG001
    return True


METHODS: dict[str, Method] = {
    "getme": get_me,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setchatmenubutton": _accept,
    **{f"setmy{kind.replace('_', '')}": partial(_set_text, kind) for kind in _LIMITS},
    **{f"getmy{kind.replace('_', '')}": partial(_get_text, kind) for kind in _LIMITS},
}
