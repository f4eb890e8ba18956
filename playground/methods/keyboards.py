"""Telegram's checks of keyboards (https://core.telegram.org/bots/api#inlinekeyboardmarkup)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.entities import checked_link
from playground.errors import RefusalError, bad_request

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments
    from playground.state import Json

_MAX_DATA = 64
_MAX_COPIED = 256
_MAX_BUTTONS = 100
_MAX_ROW = 8
_MAX_PLACEHOLDER = 64
_OTHER_KINDS = (
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
)
_STYLES = {"primary", "success", "danger"}


def checked_keyboard(arguments: Arguments) -> Json:
    """Give `reply_markup` of a message, if it is an inline keyboard; other keyboards are checked and not shown."""
    markup = arguments.object("reply_markup", "reply markup")
    if len(str(markup.get("input_field_placeholder", ""))) > _MAX_PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    if "inline_keyboard" not in markup:
        return {"reply_markup": markup} if markup.get("force_reply") or markup.get("keyboard") else {}
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays')
    if sum(len(row) for row in rows) > _MAX_BUTTONS or any(len(row) > _MAX_ROW for row in rows):
        raise bad_request("reply markup is too long")
    for button in (button for row in rows for button in row):
        _check(button)
    rows = [row for row in rows if row]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _check(button: Any) -> None:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _unreadable('Can\'t find field "text"')
    if not str(button["text"]).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("style", "primary") not in _STYLES:
        raise _unreadable("Unsupported button style specified")
    _check_kind(button)


def _check_kind(button: Json) -> None:
    if button.get("url"):
        _check_url(str(button["url"]))
    elif button.get("callback_data"):
        if len(str(button["callback_data"]).encode()) > _MAX_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "web_app" in button:
        _check_web_app(str(button["web_app"].get("url", "")))
    elif "copy_text" in button:
        if not 1 <= len(str(button["copy_text"].get("text", ""))) <= _MAX_COPIED:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif not any(kind in button for kind in (*_OTHER_KINDS, "login_url")):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")


def _check_url(url: str) -> None:
    if not checked_link(url) or url.lower().startswith(("mailto:", "tel:")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_web_app(url: str) -> None:
    if not url.startswith("https://"):
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _unreadable(why: str) -> RefusalError:
    return bad_request(f"can't parse inline keyboard button: {why}")
