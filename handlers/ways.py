"""The ways to run: polling, a webhook worker, and the registration of the webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Bot

from assistant.knowledge.load import load_content
from handlers.application import connect
from handlers.doctor import log_findings
from handlers.profile import set_profile
from handlers.reload import content_watched
from handlers.running import alongside, running
from updates.health import Door
from updates.logs import set_up_logging
from updates.polling import Poller
from updates.registration import delete_webhook, reach, set_webhook
from updates.webhook import Receiver, routes

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.knowledge.models import Content
    from handlers.environment import Environment
    from store.resilient import ResilientStore

WEBHOOK_PORT = 8080
"""Where a webhook worker listens unless PORT says otherwise."""


def start_logging(environment: Environment) -> None:
    """Log as the operator wants it, without the secrets."""
    set_up_logging(environment.log_level, as_json=environment.log_json, secrets=(environment.webhook_secret,))


async def poll(environment: Environment, cache: Path, *, take_over: bool = False) -> None:
    """Poll until a signal asks to stop; with PORT set, tell there how it goes."""
    async with running(environment, cache) as run:
        handle = run.health.watched(run.application.process_update)
        poller = Poller(run.application.bot, handle, run.store, counts=run.health.counts)
        run.health.last_poll = lambda: poller.last_success
        door = Door(run.health, has_metrics=environment.has_metrics)
        if environment.port:
            door.open(environment.port, environment.host)
        if await connect(run.application, run.stop):
            run.health.is_connected = True
            content = run.assistant.content
            introducing = alongside(introduce(run.application.bot, environment, content, run.store))
            async with introducing, content_watched(run.application, environment.content_dir, run.store):
                await poller.run(run.stop, take_over=take_over)
        await door.cut()


async def receive(environment: Environment, cache: Path, address: str) -> None:
    """Take what Telegram sends until a signal asks to stop."""
    async with running(environment, cache) as run:
        receiver = Receiver(run.application.bot, run.health.watched(run.application.process_update), run.store, run.health)
        hook = routes(address, receiver, environment.webhook_secret, run.health)
        door = Door(run.health, has_metrics=environment.has_metrics, routes=hook)
        door.open(environment.port or WEBHOOK_PORT, environment.host)
        if await connect(run.application, run.stop):
            run.health.is_connected = True
            telling = alongside(log_findings(run.application.bot, environment, run.assistant.content, run.store))
            async with telling, content_watched(run.application, environment.content_dir, run.store):
                await run.stop.wait()
        door.close()
        await receiver.finish()
        await door.cut()


async def register(environment: Environment, address: str, *, workers: int, delete: bool) -> None:
    """Tell Telegram where the webhook is, or that there is none any more, and bring the bot's profile up to date."""
    bot = Bot(environment.token, f"{environment.api_url}/bot")
    try:
        await reach(bot)
        if delete:
            print(await delete_webhook(bot))
            return
        print(await set_webhook(bot, address, environment.webhook_secret, workers=workers))
        await set_profile(bot, load_content(environment.content_dir))
    finally:
        await bot.shutdown()


async def introduce(bot: Bot, environment: Environment, content: Content, store: ResilientStore) -> None:
    """Bring the bot's profile up to date, and tell the log how everything is."""
    await set_profile(bot, content)
    await log_findings(bot, environment, content, store)
