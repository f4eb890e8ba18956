"""Answers to pressed buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playground.errors import bad_request
from playground.state import PRESS_LIFETIME

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import World

_MAX_TOAST = 200


def answer_callback_query(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery: once, within 150 seconds, at most 200 characters."""
    press_id = arguments.text("callback_query_id")
    press = world.presses.get(press_id)
    if press is None or press.answered or world.clock() - press.at > PRESS_LIFETIME:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text, url = arguments.text("text"), arguments.text("url")
    if len(text) > _MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and urlsplit(url).hostname not in {"t.me", "telegram.me"}:
        raise bad_request("URL_INVALID")
    press.answered = True
    alert = arguments.flag("show_alert")
    where = {"chat_id": press.chat_id, "user_id": press.user_id, "press_id": press_id}
    world.event("toast", **where, text=text, alert=alert, url=url)
    return True


METHODS: dict[str, Method] = {"answercallbackquery": answer_callback_query}
