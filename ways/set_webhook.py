"""`python bot.py set-webhook`: tells Telegram where the webhook is; once, before the workers are needed."""

from __future__ import annotations

import asyncio
import sys
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from assistant.knowledge.load import load_content
from handlers.profile.profile import set_profile
from store.open import open_store
from updates.registration import delete_webhook, reach, set_webhook
from ways.common import FAILED, FINE, number, start_logging
from ways.telegram_way import bot_beside, require_way

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("--workers", type=number(1, 1000), default=1, help="how many share the work (default 1)")
    parser.add_argument("--delete", action="store_true", help="remove the webhook instead, so that the bot can poll")


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Register the webhook, once for all workers."""
    require_way(environment)
    address = "" if given.delete else environment.webhook_address()
    start_logging(environment)
    try:
        asyncio.run(_register(environment, address, workers=given.workers, delete=given.delete))
    except TelegramError as error:
        print(error.message, file=sys.stderr)
        return FAILED
    return FINE


async def _register(environment: Environment, address: str, *, workers: int, delete: bool) -> None:
    """Tell Telegram where the webhook is, or that there is none any more, and bring the bot's profile up to date."""
    content = None if delete else load_content(environment.content_dir)  # before anything is changed at Telegram
    async with AsyncExitStack() as at_the_end:
        store = open_store(environment.database_url)
        at_the_end.push_async_callback(store.close)
        bot = bot_beside(environment)
        at_the_end.push_async_callback(bot.shutdown)
        await reach(bot)
        if content is None:
            print(await delete_webhook(bot))
            return
        print(await set_webhook(bot, address, environment.webhook_secret, workers=workers))
        await set_profile(bot, content, store, environment.maintainers)
