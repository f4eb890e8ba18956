"""Removes from the store what has ended, now and then."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.interface import Store

_EVERY = 3600.0


async def keep_purged(store: Store, every: float = _EVERY) -> None:
    """Purge again and again; several workers do it at different times.

    Args:
        store: Which.
        every: Seconds between two times, on average.
    """
    while True:
        await asyncio.sleep(every * random.uniform(0.5, 1.5))  # noqa: S311 - spreads the work, keeps nothing secret
        await store.purge()
