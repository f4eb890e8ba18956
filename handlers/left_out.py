"""Says that messages were left out, to whoever sent far more than can be answered (`updates.jam`)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from handlers import talk
from handlers.of_update import client_language
from handlers.render import shown
from handlers.services import Context, services

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Update

    from handlers.services import App

_LOG = logging.getLogger(__name__)


def left_out_teller(application: App) -> Callable[[Update], Awaitable[None]]:
    """Give what tells the sender of an update in their private chat; a group, where nobody waits for an answer, is not told."""

    async def tell(update: Update) -> None:
        message = update.effective_message
        if message is None or message.chat.type != message.chat.PRIVATE:
            return
        context = Context.from_update(update, application)
        parts = services(context)
        language = parts.assistant.language_for("", client_language(update))
        try:
            await talk.reply(context, message, shown([parts.word("left_out", language)]))
        except TelegramError as error:
            _LOG.info("Update %d: who sent too much could not be told (%s).", update.update_id, type(error).__name__)

    return tell
