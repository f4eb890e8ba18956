"""The one interface for everything that must outlive a restart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Row:
    """What stands under a key."""

    value: str
    version: int
    """Grows with every write; `put` can ask that it is still the one that was read."""


class ConflictError(Exception):
    """Somebody else has written the row in between."""


class StoreAwayError(Exception):
    """The store cannot be reached now."""


class Store(Protocol):
    """Rows with versions and an end, and the ids of the updates that are done. All times in seconds."""

    async def get(self, key: str) -> Row | None:
        """Give the row of a key, or None when there is none or it has ended."""

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """Write a row that ends after `lasts` seconds.

        Args:
            key: Its key, without anything about a person in the clear.
            value: Any text.
            lasts: Seconds.
            expected: The version the row must still have; 0: it must not exist; None: whatever it is.

        Returns:
            The new version.

        Raises:
            ConflictError: the version was another.
        """

    async def delete(self, key: str) -> None:
        """Remove a row, if it is there."""

    async def seen(self, update_id: int) -> bool:
        """Tell whether an update was handled in the last 48 hours."""

    async def mark_seen(self, update_id: int) -> None:
        """Remember that an update was handled. Twice is harmless."""

    async def purge(self) -> None:
        """Remove what has ended."""

    async def ping(self) -> None:
        """Do nothing, successfully, if the store works."""

    async def close(self) -> None:
        """Let go of everything."""


SEEN_LASTS = 48 * 3600.0
"""Telegram keeps updates for 24 hours; twice that is safe. Ids are compared exactly, because they may start anew at random
after a quiet week (Bot API, Update)."""
