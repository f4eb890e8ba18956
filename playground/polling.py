"""`getUpdates`: long polls, one at a time (https://core.telegram.org/bots/api#getupdates)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from playground.errors import RefusalError, conflict

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments
    from playground.state import Json, World

_MAX_TIMEOUT = 50
_OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_CONFLICT_EVERY = 3.0
"""Seconds: further conflicts are held back that long."""
_HURRY, _HURRY_LIMIT = 0.5, 3
"""Who asks for the same offset again within 0.5 s gets one update; who does so within 3 s waits for at least 3 s."""


class Polling:
    """Serves long polls: a second poller ends the first with 409."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._waiting: asyncio.Future[None] | None = None
        self._next_conflict = 0.0
        self._last_offset, self._last_start = 0, float("-inf")
        self.started = 0
        """How many polls have begun."""

    async def get_updates(self, arguments: Arguments) -> list[Json]:
        """Give what waits for the bot: an `offset` confirms everything before it, a negative one keeps only the latest.

        Raises:
            RefusalError: 409, while a webhook is set or when another poll begins.
        """
        world = self._world
        self.started += 1
        if world.webhook["url"]:
            await self._hold_back()
            raise conflict(_WEBHOOK_ACTIVE)
        take_allowed(world, arguments)
        offset, limit = arguments.number("offset"), max(1, min(100, arguments.number("limit", 100)))
        timeout = max(0, min(_MAX_TIMEOUT, arguments.number("timeout")))
        limit, timeout = self._unhurried(offset, limit, timeout)
        if offset < 0:
            world.keep_last(-offset)
        world.confirm(offset)
        self.abort(_OTHER_POLL)
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting = mine
        try:
            await self._until_something(timeout, mine)
        except RefusalError:
            await self._hold_back()
            raise
        return world.updates[:limit]

    def abort(self, why: str) -> None:
        """End the waiting poll with 409."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(conflict(why))
            self._waiting.exception()  # a poll whose client is gone is read by nobody; asyncio would complain at the end

    def _unhurried(self, offset: int, limit: int, timeout: int) -> tuple[int, int]:
        now = asyncio.get_running_loop().time()
        passed = now - self._last_start if offset == self._last_offset else float("inf")
        self._last_offset, self._last_start = offset, now
        if passed < _HURRY_LIMIT:
            timeout = max(timeout, _HURRY_LIMIT)
        return (1 if passed < _HURRY else limit), timeout

    async def _hold_back(self) -> None:
        now = asyncio.get_running_loop().time()
        if now >= self._next_conflict:
            self._next_conflict = now + _CONFLICT_EVERY
        else:
            await asyncio.sleep(_CONFLICT_EVERY)

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


def take_allowed(world: World, arguments: Arguments) -> None:
    """Remember `allowed_updates`, which sticks until it is changed; an empty list asks for the usual kinds."""
    allowed = arguments.json("allowed_updates")
    if isinstance(allowed, list):
        world.allowed_updates = [str(kind) for kind in allowed]
