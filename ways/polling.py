"""`python bot.py`: the bot by long polling."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from handlers.application import connect
from handlers.left_out import left_out_teller
from handlers.maintainers.reload import content_watched
from handlers.profile.profile import set_profile
from updates.health import Door
from updates.polling import Poller
from ways.common import DATA, FINE, start_logging
from ways.finding import Way
from ways.findings import log_findings
from ways.surroundings import alongside, running
from ways.telegram_way import require_way

if TYPE_CHECKING:
    import argparse

    from telegram import Bot

    from assistant.knowledge.models.content import Content
    from handlers.environment import Environment
    from store.resilient import ResilientStore


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("--take-over", action="store_true", help="delete a webhook that is in the way of polling")


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Run until a signal asks to stop."""
    require_way(environment)
    start_logging(environment)
    asyncio.run(_poll(environment, take_over=given.take_over))
    return FINE


async def _poll(environment: Environment, *, take_over: bool) -> None:
    """Poll; with PORT set, tell there how it goes."""
    async with running(environment, DATA) as run:
        handle = run.health.watched(run.application.process_update)
        tell_left_out = left_out_teller(run.application)
        poller = Poller(run.application.bot, handle, run.store, counts=run.health.counts, tell_left_out=tell_left_out)
        run.health.last_poll = lambda: poller.last_success
        door = Door(run.health, has_metrics=environment.has_metrics)
        if environment.port:
            door.open(environment.port, environment.host)
        if await connect(run.application, run.stop):
            run.health.is_connected = True
            introducing = alongside(_introduce(run.application.bot, environment, run.content, run.store))
            async with introducing, content_watched(run.application, environment.content_dir, run.store):
                await poller.run(run.stop, take_over=take_over)
        await door.cut()


async def _introduce(bot: Bot, environment: Environment, content: Content, store: ResilientStore) -> None:
    """Bring the bot's profile up to date, and tell the log how everything is."""
    await set_profile(bot, content, store, environment.maintainers)
    await log_findings(bot, environment, content, store, Way.POLLING)
