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
    """Show 'typing' in the chat of a message until the work is done, or given up together with this."""
    task = asyncio.create_task(work)
    thread = talk.thread_of(message)
    try:
        while not task.done():
            with suppress(TelegramError):  # the result does not depend on it
                await context.bot.send_chat_action(message.chat_id, ChatAction.TYPING, message_thread_id=thread)
            await asyncio.wait({task}, timeout=_LASTS)
        return await task
    finally:
        task.cancel()  # else it would go on, and hold what others wait for, with nobody to tell the result
