"""Answers to pressed buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.errors import bad_request
from playground.state import PRESS_LIFETIME

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import World


def answer_callback_query(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery: once, within 150 seconds, at most 200 characters."""
    press = world.presses.get(arguments.text("callback_query_id"))
    if press is None or press.answered or world.clock() - press.at > PRESS_LIFETIME:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = arguments.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered = True
    world.event(
        "toast",
        chat_id=press.chat_id,
        user_id=press.user_id,
        press_id=arguments.text("callback_query_id"),
        text=text,
        alert=arguments.flag("show_alert"),
        url=arguments.text("url"),
    )
    return True


METHODS: dict[str, Method] = {"answercallbackquery": answer_callback_query}
