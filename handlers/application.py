"""Builds the application: python-telegram-bot's, without its own receiver, with our parts and handlers in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder

from assistant.live_check import LiveCheck
from handlers.conversation import Conversation
from handlers.errors import Apologies, Helper
from handlers.groups.pace import Pace
from handlers.groups.settings import GroupSettings
from handlers.learning.statistics import Statistics
from handlers.learning.unanswered import Unanswered
from handlers.services import Services
from handlers.wiring import add_handlers
from store.keys import secret_of
from updates.errors import ConfigurationError, reason_of
from updates.patience import Warnings, backoff, pause, unless
from updates.sending import Sending

if TYPE_CHECKING:
    import asyncio

    from assistant.prepared import Prepared
    from handlers.environment import Environment
    from handlers.services import App
    from store.resilient import ResilientStore

_REFUSALS_TO_GIVE_UP = 5
"""In a row, before anything worked: a few may be mistakes of a server's that has just been started."""


def build_application(environment: Environment, prepared: Prepared, store: ResilientStore) -> App:
    """Build the application; nothing is connected yet."""
    builder = ApplicationBuilder().token(environment.token).updater(None).job_queue(None)
    builder = builder.base_url(f"{environment.api_url}/bot").base_file_url(f"{environment.api_url}/file/bot")
    connection = Sending()
    builder = builder.application_class(Helper, {"apologies": Apologies()})
    application: App = builder.request(connection).get_updates_request(connection).build()
    make_services(
        prepared,
        store,
        secret_of(environment.token),
        groups=environment.groups,
        maintainers=environment.maintainers,
        collects_gaps=environment.collect_gaps,
    ).install(application)
    add_handlers(application)
    return application


def make_services(
    prepared: Prepared,
    store: ResilientStore,
    secret: bytes,
    *,
    groups: frozenset[int],
    maintainers: frozenset[int],
    collects_gaps: bool,
) -> Services:
    """Make what the handlers need.

    Args:
        prepared: What comes from the content.
        store: Where they remember.
        secret: What the bot's keys are hashed with.
        groups: The only groups the bot may be in; none: any.
        maintainers: Telegram user ids of those who run the bot.
        collects_gaps: Whether questions without an answer are kept.
    """
    return Services(
        **vars(prepared),
        conversation=Conversation(store, secret),
        groups=GroupSettings(store, secret, groups),
        pace=Pace(store, secret),
        live_check=LiveCheck(),
        maintainers=maintainers,
        statistics=Statistics(store, secret),
        unanswered=Unanswered(store, secret, is_on=collects_gaps),
    )


async def connect(application: App, stop: asyncio.Event) -> bool:
    """Make the first contact, again and again until it succeeds.

    Returns:
        False when `stop` was set before.

    Raises:
        ConfigurationError: Telegram refuses the token.
    """
    failures = refusals = 0
    warnings = Warnings()
    while not stop.is_set():
        try:
            await unless(stop, application.initialize())
        except InvalidToken:
            failures, refusals = 0, refusals + 1
            if refusals == _REFUSALS_TO_GIVE_UP:
                raise ConfigurationError("Telegram refuses the token: check BOT_TOKEN against @BotFather.") from None
        except TelegramError as error:
            failures, refusals = failures + 1, 0
            warnings.warn(f"Telegram cannot be reached ({reason_of(error)}); trying again.")
        else:
            if not stop.is_set():  # else nobody waited for the answer
                warnings.over()
            return not stop.is_set()
        await pause(stop, backoff(failures + refusals))
    return False
