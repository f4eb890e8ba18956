"""Shows 'typing' while the bot works on something for longer than a moment."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from telegram.constants import ChatAction
from telegram.error import TelegramError

from handlers import talk

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from telegram import Message

    from handlers.services import Context

_LASTS = 4.0
"""Seconds; a client shows 'typing' for five (Bot API, sendChatAction)."""
_Result = TypeVar("_Result")


async def while_typing(context: Context, message: Message, work: Coroutine[None, None, _Result]) -> _Result:
    """Show 'typing' in the chat of a message until the work is done or given up; neither waits for Telegram to have shown it."""
    showing = asyncio.create_task(_keep_typing(context, message))
    try:
        return await work
    finally:
        showing.cancel()


async def _keep_typing(context: Context, message: Message) -> None:
    thread = talk.thread_of(message)
    while True:
        with suppress(TelegramError):  # nothing depends on it
            await context.bot.send_chat_action(message.chat_id, ChatAction.TYPING, message_thread_id=thread)
        await asyncio.sleep(_LASTS)
