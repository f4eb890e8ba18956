"""Those who run the bot: who they are, and how they are told something in their private chats."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from handlers import talk
from handlers.services import Context, services

if TYPE_CHECKING:
    from telegram import Update

    from handlers.render import Shown
    from handlers.services import App

_LOG = logging.getLogger(__name__)


def is_maintainer(update: Update, context: Context) -> bool:
    """Whether an update comes from a maintainer, in their private chat."""
    chat = update.effective_chat
    return chat is not None and chat.type == chat.PRIVATE and is_from_maintainer(update, context)


def is_from_maintainer(update: Update, context: Context) -> bool:
    """Whether a maintainer wrote it, in any chat; an anonymous administrator cannot be told."""
    user = update.effective_user
    return user is not None and user.id in services(context).maintainers


async def tell_maintainers(application: App, shown: Shown) -> None:
    """Say something to each in their private chat; one who cannot be reached does not keep it from the others."""
    context = Context(application)
    for maintainer in sorted(services(context).maintainers):
        try:
            await talk.say(context, maintainer, shown)
        except TelegramError as error:
            _LOG.warning("A maintainer could not be told (%s): they have to start the bot once.", error.message)
