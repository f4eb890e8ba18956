"""Words that members wrote are forgotten as time goes by."""

from __future__ import annotations

import asyncio

from assistant.met import forget_words

_LASTS = 3600.0
"""Seconds; /privacy promises as much of what members write."""


async def keep_forgetting_words() -> None:
    """Forget them every hour, until cancelled."""
    while True:
        await asyncio.sleep(_LASTS)
        forget_words()
