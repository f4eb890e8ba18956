"""Says things: sends, edits in place, answers presses. Everything the bot says in words goes through here.

What Telegram refuses is said in another way where there is one: without markup, in several messages, in the group's new chat.
Only the first message to an update may fail: to have all of it done again for a later one would say the first twice.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from dataclasses import replace as changed
from typing import TYPE_CHECKING, Any, cast

from telegram import InlineKeyboardMarkup, Message
from telegram.constants import CallbackQueryLimit, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from handlers import said
from handlers.keyboard import as_json
from handlers.pieces import pieces
from handlers.render import MAX_TEXT
from handlers.services import services
from updates.calls import call
from updates.errors import is_unreachable

if TYPE_CHECKING:
    from pathlib import Path

    from telegram import CallbackQuery, MaybeInaccessibleMessage

    from handlers.render import Shown
    from handlers.services import Context

_LOG = logging.getLogger(__name__)
_NO_PREVIEW = '{"is_disabled":true}'
"""Bot API, LinkPreviewOptions."""
_SENDS = "sendMessage"
_MAX_TOAST = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)
_SURELY_SHORT = MAX_TEXT // 2
"""UTF-16 units of a piece where Telegram counted otherwise than this bot."""


@dataclass(frozen=True)
class _Where:
    """Where a message goes."""

    chat: int
    thread: int | None = None
    to: int = 0
    """The message it replies to; it may be gone."""
    silent: bool = False


@dataclass(frozen=True)
class Sent:
    """A message that the bot has sent."""

    chat: int
    message_id: int
    is_reply: bool
    """Whether it stands below the message it was to reply to: that one may be gone."""


def thread_of(message: MaybeInaccessibleMessage | None) -> int | None:
    """Give the topic a message stands in, of a forum or of a private chat; None: in none (Bot API, Message.is_topic_message)."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


async def reply(
    context: Context, message: Message, shown: Shown, *, silent: bool = False, to: int = 0, is_passing: bool = False
) -> Sent:
    """Say something where a message was sent; in a group as a reply to it, in the same topic.

    Args:
        context: PTB's.
        message: Where, and in a group to whom.
        shown: What; if it is too long for one message, it becomes several.
        silent: Without a sound.
        to: The message to reply to instead; in a private chat there is no reply without it, but to what was edited.
        is_passing: The answer is still to come, and takes its place: without that the update is not answered.

    Returns:
        The last message sent; its id is 0 where it was not the first of this update and could not be sent.
    """
    earlier, sent = None if to else said.to_correct(context), None
    if earlier is not None:
        to = message.message_id
        sent = await _in_place(context, message, earlier, shown)
    if sent is None:
        to = to or (0 if message.chat.type == message.chat.PRIVATE else message.message_id)
        sent = await _send(context, _Where(message.chat_id, thread_of(message), to, silent), shown)
    said.note_first(context, sent.message_id)
    if is_passing:
        said.note_still_to_come(context)
    return sent


async def _in_place(context: Context, message: Message, earlier: int, shown: Shown) -> Sent | None:
    """Put an answer in the place of an earlier one; None where that is impossible."""
    if not earlier:
        return None
    try:
        replaced = await replace(context, message.chat_id, earlier, shown, thread_of(message))
    except BadRequest:  # it was deleted, or is too old
        return None
    return Sent(message.chat_id, replaced, is_reply=False)


async def say(context: Context, chat: int, shown: Shown) -> Sent:
    """Say something in a chat, to nobody in particular; gives the last message sent."""
    return await _send(context, _Where(chat), shown)


async def rewrite(context: Context, query: CallbackQuery, shown: Shown) -> int:
    """Put something else into the message whose button was pressed; where that is impossible, say it anew.

    Returns:
        The id of the message that shows it.
    """
    message = cast("MaybeInaccessibleMessage", query.message)  # only messages of the bot's own are rewritten, in a chat
    try:
        return await replace(context, message.chat.id, message.message_id, shown, thread_of(message))
    except BadRequest:  # too old, or deleted
        return (await _send(context, _Where(message.chat.id, thread_of(message)), shown)).message_id


async def replace(context: Context, chat: int, message: int, shown: Shown, thread: int | None = None) -> int:
    """Put something else into one of the bot's messages; what does not fit follows in further ones, in the topic `thread`.

    Returns:
        The id of the message with the buttons.
    """
    first, *rest = pieces(shown)
    try:
        await _edit(context, chat, message, first)
    except BadRequest as error:
        if not _says(error, "not modified"):  # a double tap: what was wanted is there
            raise
    for piece in rest:
        message = (await _send(context, _Where(chat, thread), piece)).message_id
    return message


async def toast(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Answer a press, which ends the clock on the button; nothing is lost when it comes too late, or fails and has no words."""
    try:
        await query.answer(text[:_MAX_TOAST] or None, show_alert=alert or None)
    except TelegramError as error:
        if text and not (isinstance(error, BadRequest) and _says(error, "query")):
            raise
        _LOG.debug("A press was not answered (%s).", type(error).__name__)


async def deleted(context: Context, chat: int, message: int) -> bool:
    """Delete a message; tell whether it is gone (Bot API, deleteMessage: within 48 hours, in groups by rights)."""
    try:
        await context.bot.delete_message(chat, message)
    except BadRequest as error:
        return _says(error, "delete not found")  # somebody else has deleted it, or this update when it was handled before
    except Forbidden:
        return False
    except TelegramError as error:
        if not said.has_spoken(context, str(chat)):
            raise
        _LOG.warning("A message could not be deleted after an answer (%s).", type(error).__name__)
        return False
    return True


async def picture(context: Context, message: Message, file: Path | bytes, caption: str) -> None:
    """Show a picture below what was just said, without a sound; one that cannot be sent is left out."""
    try:
        await context.bot.send_photo(
            message.chat_id, file, caption=caption, disable_notification=True, message_thread_id=thread_of(message)
        )
    except TelegramError as error:
        _LOG.warning("A picture could not be sent after its answer (%s).", type(error).__name__)


async def remove_buttons(context: Context, chat: int, message: int) -> None:
    """Take the buttons off a message that another one has replaced: it may be gone, and nothing depends on it."""
    if not message or message == said.first(context):  # an edited question's answer stands where the earlier one stood
        return
    try:
        await context.bot.edit_message_reply_markup(chat, message, reply_markup=InlineKeyboardMarkup([]))
    except TelegramError as error:
        _LOG.debug("The buttons of an earlier message stay (%s).", type(error).__name__)


async def _send(context: Context, where: _Where, shown: Shown, most: int = MAX_TEXT) -> Sent:
    first, *rest = pieces(shown, most)
    try:
        sent = await _send_piece(context, where, first)
    except ChatMigrated as moved:
        # The group became a supergroup: it has a new id, and its messages do too (Bot API, ResponseParameters).
        await services(context).groups.move(where.chat, moved.new_chat_id)
        where = _Where(moved.new_chat_id, silent=where.silent)
        sent = await _send_piece(context, where, first)
    except BadRequest as error:
        if _says(error, "too long") and most > _SURELY_SHORT:
            return await _send(context, where, shown, _SURELY_SHORT)
        if where.thread is None or not _says(error, "thread not found"):
            raise
        where = changed(where, thread=None)
        sent = await _send_piece(context, where, first)
    for piece in rest:
        sent = await _send_piece(context, changed(where, to=0), piece)
    return sent


async def _send_piece(context: Context, where: _Where, shown: Shown) -> Sent:
    values = {"chat_id": str(where.chat), **_what(shown)}
    if where.to:
        values["reply_parameters"] = f'{{"message_id":{where.to},"allow_sending_without_reply":true}}'
    if where.thread is not None:
        values["message_thread_id"] = str(where.thread)
    if where.silent:
        values["disable_notification"] = "true"
    sent = await _call(context, _SENDS, values, shown)
    return Sent(where.chat, int(sent.get("message_id", 0)), "reply_to_message" in sent)


async def _edit(context: Context, chat: int, message: int, shown: Shown) -> None:
    await _call(context, "editMessageText", {"chat_id": str(chat), "message_id": str(message), **_what(shown)}, shown)


def _what(shown: Shown) -> dict[str, str]:
    buttons = {"reply_markup": as_json(shown.rows)} if shown.rows else {}
    return {"text": shown.html, "parse_mode": ParseMode.HTML, "link_preview_options": _NO_PREVIEW, **buttons}


async def _call(context: Context, method: str, values: dict[str, str], shown: Shown) -> dict[str, Any]:
    """Call a method that shows a text; the text goes without markup where Telegram cannot read that.

    Returns:
        What Telegram says of the message; nothing where the call failed after something was said to this update.
    """
    try:
        result = await call(context.bot, method, values)
    except BadRequest as error:
        if not _says(error, "parse entities"):
            raise
        del values["parse_mode"]
        result = await call(context.bot, method, {**values, "text": shown.plain})
    except TelegramError as error:
        has_spoken = said.has_spoken(context, values["chat_id"])
        if not has_spoken or not (is_unreachable(error) or isinstance(error, RetryAfter)):
            raise
        _LOG.warning("A further message could not be sent after the first one (%s).", type(error).__name__)
        return {}
    if method == _SENDS:
        said.note_spoken(context, values["chat_id"])
    return result if isinstance(result, dict) else {}


def _says(error: BadRequest, part: str) -> bool:
    return part in error.message.lower()
