"""What is remembered of whoever wrote a message is held while that is handled, and written when all of it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import said
from handlers.of_update import message_of, who_of
from handlers.services import services

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from telegram import Update

    from handlers.services import Context


def held(handle: Callable[[Update, Context], Awaitable[None]]) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """Make a handler of messages one that remembers all that it changes at once, or nothing when it fails.

    Of a private chat it is remembered, too, what answered the message: there no other row holds that (`groups.pace`).
    """

    async def handled(update: Update, context: Context) -> None:
        message = message_of(update)
        async with services(context).conversation.handling(who_of(update)) as in_hand:
            await handle(update, context)
            if message.chat.type == message.chat.PRIVATE:
                await in_hand.answered(said.first(context))

    return handled
