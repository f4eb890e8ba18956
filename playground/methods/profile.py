"""The bot's own profile: name, descriptions, menu button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from playground.errors import bad_request
from playground.methods.commands import checked_language

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import Json, World

_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_MENU_BUTTONS = {"default", "commands", "web_app"}


def get_me(world: World, _arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#getme."""
    return {**world.bot, "has_main_web_app": False, "can_connect_to_business": False}


def set_chat_menu_button(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#setchatmenubutton: of one private chat, or of all."""
    button = arguments.object("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in _MENU_BUTTONS:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    world.menu_buttons[_private(world, arguments)] = button
    return True


def get_chat_menu_button(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#getchatmenubutton."""
    buttons = world.menu_buttons
    return buttons.get(_private(world, arguments)) or buttons.get(0) or {"type": "commands"}


def _private(world: World, arguments: Arguments) -> int:
    if not arguments.text("chat_id"):
        return 0
    chat = world.chat(arguments.text("chat_id"))
    if chat.kind != "private":
        raise bad_request("chat not found")
    return chat.id


def _set_text(kind: str, world: World, arguments: Arguments) -> bool:
    text = arguments.text(kind)
    if len(text) > _LIMITS[kind]:
        raise bad_request(f"bot {kind.replace('_', ' ')} length must not exceed {_LIMITS[kind]}")
    world.texts[kind, checked_language(arguments)] = text
    world.event("profile")
    return True


def _get_text(kind: str, world: World, arguments: Arguments) -> Json:
    return {kind: profile_text(world, kind, checked_language(arguments))}


def profile_text(world: World, kind: str, language: str) -> str:
    """Give a text of the profile in a language, else the one for all other languages."""
    default = world.bot["first_name"] if kind == "name" else ""
    return world.texts.get((kind, language)) or world.texts.get((kind, "")) or str(default)


METHODS: dict[str, Method] = {
    "getme": get_me,
    "setchatmenubutton": set_chat_menu_button,
    "getchatmenubutton": get_chat_menu_button,
    **{f"setmy{kind.replace('_', '')}": partial(_set_text, kind) for kind in _LIMITS},
    **{f"getmy{kind.replace('_', '')}": partial(_get_text, kind) for kind in _LIMITS},
}
