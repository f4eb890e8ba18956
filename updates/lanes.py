"""Lanes: updates of one chat are handled in order, those of different chats side by side."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

from updates import lines
from updates.errors import UndeliveredError
from updates.logs import without_words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from telegram import Update

_LOG = logging.getLogger(__name__)
MAX_LANES = 16
TIME_LIMIT = 60.0
"""Seconds an update may take; then it is given up so that its chat goes on."""


def lane_of(update: Update) -> int:
    """Give the lane of an update: its chat, else its person, else its own."""
    if update.effective_chat is not None:
        return update.effective_chat.id
    if update.effective_user is not None:
        return update.effective_user.id
    return update.update_id


async def _never(_update: Update, _tries: int, _wait: float) -> bool:
    return False


class Lanes:
    """Runs a handler over updates, at most `MAX_LANES` at once, in order within each lane."""

    def __init__(
        self,
        handle: Callable[[Update], Awaitable[None]],
        time_limit: float = TIME_LIMIT,
        again: Callable[[Update, int, float], Awaitable[bool]] = _never,
    ) -> None:
        """Prepare.

        Args:
            handle: Handles one update; may raise `UndeliveredError`.
            time_limit: Seconds for one update, each try by itself.
            again: Waits until an undelivered update may be tried again after so many tries, at least as many seconds as Telegram
                asks for, and says whether it shall be.
        """
        self._handle = handle
        self._time_limit = time_limit
        self._again = again
        self._places = asyncio.Semaphore(MAX_LANES)
        self._last: dict[int, asyncio.Task[None]] = {}
        self._waiting: set[asyncio.Task[None]] = set()
        """Tasks whose update is in nobody's hands yet."""

    def put(self, update: Update, handle: Callable[[Update], Awaitable[None]] | None = None) -> asyncio.Task[None]:
        """Put an update at the end of its lane; the task ends when it is handled, and never fails, but may be cancelled.

        Args:
            update: What to handle.
            handle: What handles it, where it is not what handles all others.
        """
        lane = lane_of(update)
        task = asyncio.create_task(self._run(update, self._last.get(lane), handle or self._handle))
        self._last[lane] = task
        self._waiting.add(task)
        task.add_done_callback(lambda done: self._ended(lane, done))
        return task

    def cut(self, lane: int, tasks: Iterable[asyncio.Task[None]], after: asyncio.Task[None]) -> None:
        """Cancel the end of a lane.

        Args:
            lane: Which.
            tasks: Those at its end; what is in hand must not be among them.
            after: The one before them, not yet done; what is put into the lane next waits for it.
        """
        self._last[lane] = after
        for task in tasks:
            task.cancel()

    def stop(self) -> None:
        """Cancel what nobody has in hand yet."""
        for task in list(self._waiting):
            task.cancel()

    def _ended(self, lane: int, task: asyncio.Task[None]) -> None:
        self._waiting.discard(task)
        if self._last.get(lane) is task:
            del self._last[lane]

    async def _run(self, update: Update, before: asyncio.Task[None] | None, handle: Callable[[Update], Awaitable[None]]) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - for the type checker: coroutines run in tasks
        if before is not None:
            await asyncio.wait({before})
        tries = 0
        while True:
            async with self._places:
                self._waiting.discard(task)
                wait = await self._try(update, handle)
                if wait is None:
                    return
            tries += 1
            self._waiting.add(task)
            if not await self._again(update, tries, wait):
                return

    async def _try(self, update: Update, handle: Callable[[Update], Awaitable[None]]) -> float | None:
        """Handle an update; when its answer could not be delivered, gives the seconds that Telegram asks to wait, or 0."""
        topics, start = lines.begin(), time.monotonic()
        try:
            async with asyncio.timeout(self._time_limit) as limit:
                await handle(update)
        except UndeliveredError as error:
            _LOG.warning("Update %d: Telegram could not be reached with the answer (%s).", update.update_id, error)
            return error.wait
        except Exception as error:  # noqa: BLE001 - whatever a handler does, its lane goes on
            if isinstance(error, TimeoutError) and limit.expired():
                _LOG.error("Update %d took longer than %.0f s and was given up.", update.update_id, self._time_limit)
            else:
                _LOG.error("Update %d could not be handled.\n%s", update.update_id, without_words(error))
        lines.log(update, topics, time.monotonic() - start)
        return None
