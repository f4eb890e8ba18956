"""Watches how long the event loop is held up: whoever blocks it stops everything for everybody."""

from __future__ import annotations

import asyncio
import logging

_LOG = logging.getLogger(__name__)
_EVERY = 0.1
_WARN_ABOVE = 0.25
_WARN_EVERY = 60.0


async def watch_lag(every: float = _EVERY) -> None:
    """Warn, at most once a minute, when the loop was held up for more than 250 ms; never ends by itself.

    Args:
        every: Seconds between two looks.
    """
    loop = asyncio.get_running_loop()
    longest, warned = 0.0, float("-inf")
    while True:
        before = loop.time()
        await asyncio.sleep(every)
        now = loop.time()
        longest = max(longest, now - before - every)
        if longest > _WARN_ABOVE and now - warned >= _WARN_EVERY:
            _LOG.warning("The event loop was held up for %.0f ms; everybody had to wait.", longest * 1000)
            longest, warned = 0.0, now
