"""Telegram's checks of texts and keyboards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playground.errors import bad_request
from playground.markup import parse, utf16

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments
    from playground.state import Json

MAX_TEXT = 4096
MAX_CAPTION = 1024
_BUTTON_KINDS = (
    "url",
    "callback_data",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "web_app",
    "login_url",
    "pay",
)


def checked_text(arguments: Arguments) -> Json:
    """Give `text` and `entities` of a message: 1–4096 characters after entities were parsed."""
    text, entities = parse(arguments.text("text"), arguments.text("parse_mode") or None)
    if not text:
        raise bad_request("message text is empty")
    if utf16(text) > MAX_TEXT:
        raise bad_request("message is too long")
    entities = entities or arguments.json("entities", [])
    return {"text": text, **({"entities": entities} if entities else {})}


def checked_caption(arguments: Arguments) -> Json:
    """Give `caption` and `caption_entities`: at most 1024 characters after entities were parsed."""
    text, entities = parse(arguments.text("caption"), arguments.text("parse_mode") or None)
    if utf16(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": entities} if entities else {})}


def checked_keyboard(arguments: Arguments) -> Json:
    """Give `reply_markup` of a message, if there is one."""
    markup = arguments.json("reply_markup")
    if not markup:
        return {}
    rows = markup.get("inline_keyboard")
    if rows is None:
        return {"reply_markup": markup} if markup.get("force_reply") else {}
    if sum(len(row) for row in rows) > 100:
        raise bad_request("reply markup is too long")
    for row in rows:
        if len(row) > 8:
            raise bad_request("too many buttons in a row")
        for button in row:
            _check_button(button)
    return {"reply_markup": markup} if rows else {}


def _check_button(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request("text buttons are unallowed in the inline keyboard")
    kinds = [kind for kind in _BUTTON_KINDS if kind in button]
    if len(kinds) != 1:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(str(button["copy_text"].get("text", ""))) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button:
        url = urlsplit(str(button["url"]))
        if url.scheme not in {"http", "https", "tg"} or (url.scheme != "tg" and "." not in url.netloc):
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
