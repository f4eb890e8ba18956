"""'Typing' while the bot works on something."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from handlers.typing_shown import while_typing

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


class Message:
    """As much of a message as is asked for."""

    chat_id = 7
    message_thread_id = None
    is_topic_message = None


async def test_what_is_given_up_does_not_go_on_unseen(chat: Chat) -> None:
    """So that /reload, for one, does not hold the reloader's lock any longer."""
    message: Any = Message()
    context: Any = chat.application
    lock, is_under_way = asyncio.Lock(), asyncio.Event()

    async def work() -> None:
        async with lock:
            is_under_way.set()
            await asyncio.Event().wait()

    waiting = asyncio.create_task(while_typing(context, message, work()))
    await is_under_way.wait()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    async with asyncio.timeout(30), lock:
        pass


async def test_a_slow_telegram_does_not_hold_up_what_is_worked_on() -> None:
    message: Any = Message()
    is_told, is_shown = asyncio.Event(), asyncio.Event()

    async def slow(*_: object, **__: object) -> None:
        is_told.set()
        await is_shown.wait()

    async def work() -> str:
        await is_told.wait()
        return "done"

    context: Any = SimpleNamespace(bot=SimpleNamespace(send_chat_action=slow))
    async with asyncio.timeout(30):
        assert await while_typing(context, message, work()) == "done"
