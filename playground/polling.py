"""`getUpdates` and the webhook's registration: how the bot receives."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from playground.errors import RefusalError

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments
    from playground.state import Json, World

_MAX_TIMEOUT = 50
_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Polling:
    """Serves long polls, one at a time: a second poller ends the first with 409."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._waiting: asyncio.Future[None] | None = None
        self.started = 0
        """How many polls have begun."""

    async def get_updates(self, arguments: Arguments) -> list[Json]:
        """https://core.telegram.org/bots/api#getupdates: an `offset` confirms everything before it."""
        world = self._world
        self.started += 1
        if world.webhook["url"]:
            raise RefusalError(409, _WEBHOOK_ACTIVE)
        allowed = arguments.json("allowed_updates")
        if allowed is not None:
            world.allowed_updates = list(allowed)
        offset, limit = arguments.number("offset"), max(1, min(100, arguments.number("limit", 100)))
        if offset > 0:
            world.updates = [update for update in world.updates if update["update_id"] >= offset]
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(RefusalError(409, _CONFLICT))
        self._waiting = asyncio.get_running_loop().create_future()
        await self._until_something(min(_MAX_TIMEOUT, arguments.number("timeout")), self._waiting)
        return world.updates[:limit]

    async def _until_something(self, seconds: float, mine: asyncio.Future[None]) -> None:
        deadline = asyncio.get_running_loop().time() + seconds
        while not self._world.updates:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            self._world.arrived.clear()
            arrived = asyncio.ensure_future(self._world.arrived.wait())
            both: set[asyncio.Future[Any]] = {arrived, mine}
            await asyncio.wait(both, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            arrived.cancel()
            if mine.done():
                mine.result()
        if not mine.done():
            mine.set_result(None)

    def set_webhook(self, arguments: Arguments) -> bool:
        """https://core.telegram.org/bots/api#setwebhook."""
        self._world.webhook = {
            "url": arguments.text("url"),
            "secret_token": arguments.text("secret_token"),
            "max_connections": arguments.number("max_connections", 40),
        }
        allowed = arguments.json("allowed_updates")
        if allowed is not None:
            self._world.allowed_updates = list(allowed)
        return True

    def webhook_info(self) -> Json:
        """https://core.telegram.org/bots/api#getwebhookinfo."""
        return {
            "url": self._world.webhook["url"],
            "has_custom_certificate": False,
            "pending_update_count": len(self._world.updates),
            "allowed_updates": self._world.allowed_updates,
        }
