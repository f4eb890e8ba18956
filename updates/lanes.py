"""Lanes: updates of one chat are handled in order, those of different chats side by side."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

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


class Lanes:
    """Runs a handler over updates, at most `MAX_LANES` at once, in order within each lane."""

    def __init__(self, handle: Callable[[Update], Awaitable[None]], time_limit: float = TIME_LIMIT) -> None:
        """Prepare.

        Args:
            handle: Handles one update.
            time_limit: Seconds for one update.
        """
        self._handle = handle
        self._time_limit = time_limit
        self._places = asyncio.Semaphore(MAX_LANES)
        self._last: dict[int, asyncio.Task[None]] = {}

    def put(self, update: Update) -> asyncio.Task[None]:
        """Put an update at the end of its lane; the task ends when it is handled, and never fails."""
        lane = lane_of(update)
        task = asyncio.create_task(self._run(update, self._last.get(lane)))
        self._last[lane] = task
        task.add_done_callback(lambda done: self._last.pop(lane) if self._last.get(lane) is done else None)
        return task

    async def _run(self, update: Update, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait({before})
        async with self._places:
            try:
                await asyncio.wait_for(self._handle(update), self._time_limit)
            except TimeoutError:
                _LOG.error("Update %d took longer than %.0f s and was given up.", update.update_id, self._time_limit)
            except Exception:  # noqa: BLE001 - whatever a handler does, its lane goes on
                _LOG.exception("Update %d could not be handled.", update.update_id)
