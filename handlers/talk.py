"""Says things: sends, edits in place, answers presses. Everything the bot says in words goes through here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import CallbackQueryLimit, ParseMode
from telegram.error import BadRequest

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from handlers.render import Shown
    from handlers.services import Context

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_MAX_TOAST = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)


async def reply(context: Context, message: Message, shown: Shown, *, silent: bool = False, to: int = 0) -> Message:
    """Say something where a message was sent; in a group as a reply to it, in the same topic.

    Args:
        context: PTB's.
        message: Where, and in a group to whom.
        shown: What.
        silent: Without a sound.
        to: The message to reply to instead; in a private chat there is no reply without it.
    """
    to = to or (0 if message.chat.type == message.chat.PRIVATE else message.message_id)
    parameters = ReplyParameters(to, allow_sending_without_reply=True) if to else None
    thread = message.message_thread_id if message.is_topic_message else None
    return await context.bot.send_message(
        message.chat_id,
        shown.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        reply_markup=shown.keyboard,
        reply_parameters=parameters,
        message_thread_id=thread,
        disable_notification=silent,
    )


async def rewrite(context: Context, query: CallbackQuery, shown: Shown) -> int:
    """Put something else into the message whose button was pressed; where that is impossible, say it anew.

    Returns:
        The id of the message that shows it.
    """
    message = query.message
    if message is None:
        return 0
    if isinstance(message, Message):
        try:
            await context.bot.edit_message_text(
                shown.html,
                message.chat.id,
                message.message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
                reply_markup=shown.keyboard,
            )
        except BadRequest as error:
            if "not modified" in error.message.lower():
                return message.message_id  # a double tap: what was wanted is there
        else:
            return message.message_id
    sent = await context.bot.send_message(
        message.chat.id,
        shown.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        reply_markup=shown.keyboard,
    )
    return sent.message_id


async def replace(context: Context, chat: int, message: int, shown: Shown) -> None:
    """Put something else into one of the bot's messages."""
    await context.bot.edit_message_text(
        shown.html,
        chat,
        message,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        reply_markup=shown.keyboard,
    )


async def toast(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Answer a press, which ends the clock on the button; nothing is lost when it comes too late."""
    try:
        await query.answer(text[:_MAX_TOAST] or None, show_alert=alert or None)
    except BadRequest as error:
        if "query" not in error.message.lower():
            raise


async def remove_buttons(context: Context, chat: int, message: int) -> None:
    """Take the buttons off a message that another one has replaced; it may be gone."""
    if not message:
        return
    try:
        await context.bot.edit_message_reply_markup(chat, message, reply_markup=InlineKeyboardMarkup([]))
    except BadRequest:
        return
