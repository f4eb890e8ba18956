"""Waiting for what will work again: how long, how loudly, and not a moment longer once asked to stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

_LOG = logging.getLogger(__name__)
BACKOFF = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds to wait after the first failure in a row, the second, …; the last for all further ones."""
UPDATE_TRIES = 4
"""How often an update is handled whose answer Telegram does not take, while it takes other calls."""
_WARN_EVERY = 60.0
_T = TypeVar("_T")


def backoff(failures: int) -> float:
    """Give the seconds to wait after so many failures in a row, at least one."""
    return BACKOFF[min(failures, len(BACKOFF)) - 1]


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Wait, but not longer than until `stop` is set."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()


async def unless(stop: asyncio.Event, work: Coroutine[None, None, _T]) -> _T | None:
    """Do something; give it up and return None when `stop` is set first.

    Raises:
        Exception: what the work raises.
    """
    doing, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({doing, stopped}, return_when=asyncio.FIRST_COMPLETED)
        return doing.result() if doing.done() else None
    finally:
        stopped.cancel()  # it ends by itself, with nobody waiting for it
        if not doing.done():
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)


class Warnings:
    """Says each sentence on what Telegram does not answer at most once a minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare.

        Args:
            clock: Seconds, never going back.
        """
        self._clock = clock
        self._said: dict[str, float] = {}

    def warn(self, sentence: str) -> None:
        """Say a sentence, unless it was said just now. There must be only a few different ones."""
        now = self._clock()
        if now - self._said.get(sentence, float("-inf")) >= _WARN_EVERY:
            self._said[sentence] = now
            _LOG.warning(sentence)

    def over(self) -> None:
        """Say once that what was warned of is over; nothing if there was no warning."""
        if self._said:
            self._said.clear()
            _LOG.warning("Telegram answers again.")
