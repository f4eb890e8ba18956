"""Builds the application: python-telegram-bot's, without its own receiver, with our parts and handlers in it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder

from assistant.guides import TypedWords
from assistant.live_check import LiveCheck
from handlers.conversation import Conversation
from handlers.errors import Apologies, Helper
from handlers.extras import load_extras
from handlers.group_pace import Pace
from handlers.group_settings import GroupSettings
from handlers.services import Services
from handlers.wiring import add_handlers
from store.keys import secret_of
from updates.errors import ConfigurationError
from updates.sending import Sending

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.assistant import Assistant
    from handlers.environment import Environment
    from handlers.services import App
    from store.interface import Store

_LOG = logging.getLogger(__name__)
_BACKOFF = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)


def build_application(environment: Environment, assistant: Assistant, store: Store) -> App:
    """Build the application; nothing is connected yet."""
    builder = ApplicationBuilder().token(environment.token).updater(None).job_queue(None)
    builder = builder.base_url(f"{environment.api_url}/bot").base_file_url(f"{environment.api_url}/file/bot")
    connection = Sending()
    builder = builder.application_class(Helper).request(connection).get_updates_request(connection)
    application: App = builder.build()
    secret = secret_of(environment.token)
    conversation = Conversation(store, secret)
    groups = GroupSettings(store, secret, environment.groups)
    pace = Pace(store, secret)
    parts = make_services(assistant, conversation, groups, pace, environment.content_dir)
    replace(parts, maintainers=environment.maintainers).install(application)
    add_handlers(application)
    application.add_error_handler(Apologies().on_error)
    return application


def make_services(
    assistant: Assistant, conversation: Conversation, groups: GroupSettings, pace: Pace, content_dir: Path
) -> Services:
    """Make what the handlers need.

    Raises:
        ContentError: one of the files that only parts of the bot read has mistakes.
    """
    pictures, guard, check_words = load_extras(content_dir)
    return Services(
        assistant=assistant,
        typed=TypedWords(assistant.content, assistant.cache and assistant.cache / "typed"),
        conversation=conversation,
        groups=groups,
        pace=pace,
        pictures=pictures,
        password_guard=guard,
        live_check=LiveCheck(),
        check_words=check_words,
    )


async def connect(application: App, stop: asyncio.Event) -> bool:
    """Make the first contact, again and again until it succeeds.

    Returns:
        False when `stop` was set before.

    Raises:
        ConfigurationError: Telegram refuses the token.
    """
    stopped = asyncio.create_task(stop.wait())
    connecting = asyncio.create_task(_connect(application))
    try:
        # A call that hangs must not hold up a stop.
        await asyncio.wait({stopped, connecting}, return_when=asyncio.FIRST_COMPLETED)
        if connecting.done():
            await connecting
        return connecting.done()
    finally:
        for task in (stopped, connecting):
            task.cancel()
        await asyncio.gather(stopped, connecting, return_exceptions=True)


async def _connect(application: App) -> None:
    failures = 0
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            raise ConfigurationError("Telegram refuses the token: check BOT_TOKEN against @BotFather.") from None
        except TelegramError as error:
            if failures % 4 == 1:
                _LOG.warning("Telegram cannot be reached (%s); trying again.", type(error).__name__)
            await asyncio.sleep(_BACKOFF[min(failures, len(_BACKOFF) - 1)])
            failures += 1
        else:
            return
