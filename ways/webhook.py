"""`python bot.py webhook`: a worker that takes updates from Telegram's webhook."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from handlers.application import connect
from handlers.maintainers.reload import content_watched
from updates.health import Door
from updates.webhook import Receiver, routes
from ways.common import DATA, FINE, start_logging
from ways.finding import Way
from ways.findings import log_findings
from ways.surroundings import alongside, running
from ways.telegram_way import require_way

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment

_PORT = 8080
"""Where a worker listens unless PORT says otherwise."""


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing may follow the command."""


def run(environment: Environment, _given: argparse.Namespace) -> int:
    """Run until a signal asks to stop."""
    require_way(environment)
    address = environment.webhook_address()
    start_logging(environment)
    asyncio.run(_receive(environment, address))
    return FINE


async def _receive(environment: Environment, address: str) -> None:
    async with running(environment, DATA) as run:
        receiver = Receiver(run.application.bot, run.health.watched(run.application.process_update), run.store, run.health)
        hook = routes(address, receiver, environment.webhook_secret, run.health)
        door = Door(run.health, has_metrics=environment.has_metrics, routes=hook)
        door.open(environment.port or _PORT, environment.host)
        if await connect(run.application, run.stop):
            run.health.is_connected = True
            telling = alongside(log_findings(run.application.bot, environment, run.content, run.store, Way.WEBHOOK))
            async with telling, content_watched(run.application, environment.content_dir, run.store):
                await run.stop.wait()
        door.close()
        await receiver.finish()
        await door.cut()
