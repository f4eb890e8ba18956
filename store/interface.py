"""The one interface for everything that must outlive a restart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True)
class Row:
    """What stands under a key."""

    value: str
    version: int
    """Another one after every write, also after the row was removed and made anew; `put` can ask that it is still the one."""
    ends: float = field(default=float("inf"), compare=False)
    """Seconds since the epoch."""


class ConflictError(Exception):
    """Somebody else has written the row in between."""


class StoreAwayError(Exception):
    """The store cannot be reached now."""


class Store(Protocol):
    """Rows with versions and an end, counters, and the ids of the updates that are done. All times in seconds.

    Every call either does its work or raises `StoreAwayError`. For a data base that does not answer, or a file that another
    process holds, it waits at most `TIME_LIMIT`; only `purge`, for which nobody waits, so long for each of its steps.
    """

    async def get(self, key: str) -> Row | None:
        """Give the row of a key, or None when there is none or it has ended."""

    async def get_many(self, keys: Collection[str]) -> dict[str, Row]:
        """Give the rows of several keys in one go; keys that have none are left out."""

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """Write a row that ends after `lasts` seconds.

        Args:
            key: Its key, without anything about a person in the clear.
            value: Any text without the character U+0000, which PostgreSQL does not take.
            lasts: Seconds.
            expected: The version the row must still have; 0: it must not exist; None: whatever it is.

        Returns:
            The new version.

        Raises:
            ConflictError: the version was another.
            ValueError: the engine does not take such a text.
        """

    async def delete(self, key: str) -> None:
        """Remove a row or counter, if it is there."""

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        """Add to a counter and give its new value; many may add at once.

        Args:
            key: Its key; counters and rows have their keys apart.
            amount: How much, below 2^53.
            lasts: Seconds from the first addition; then it begins at 0 again.
        """

    async def count(self, key: str) -> int:
        """Give the value of a counter, 0 where there is none or it has ended."""

    async def find_rows(self, prefix: str) -> dict[str, Row]:
        """Give the rows whose keys begin with `prefix`, by their keys and in their order; of more than `MOST_FOUND` the last.

        So where keys hold a date, it is the oldest that are left out.
        """

    async def find_counters(self, prefix: str) -> dict[str, int]:
        """Give the counters whose keys begin with `prefix`, as `find_rows` does with rows."""

    async def seen_among(self, update_ids: Collection[int]) -> set[int]:
        """Give those of several updates that were handled in the last 48 hours, in one go."""

    async def mark_seen(self, update_id: int) -> None:
        """Remember that an update was handled. Twice is harmless."""

    async def purge(self) -> None:
        """Remove what has ended."""

    async def ping(self) -> None:
        """Do nothing, successfully, if the store works."""

    async def close(self) -> None:
        """Let go of everything; whatever is asked afterwards finds the store away. Twice is harmless."""


SEEN_LASTS = 48 * 3600.0
"""Telegram keeps updates for 24 hours; twice that is safe. Ids are compared exactly, because they may start anew at random
after a quiet week (Bot API, Update)."""
MOST_FOUND = 5000
"""Rows or counters that one search gives."""
TIME_LIMIT = 3.0
"""Seconds to wait for a store that is in trouble: an answer must not wait longer."""


def next_version(before: int, now: float) -> int:
    """Give a version that the key has not had before.

    The clock in microseconds, so that a row made anew after `delete` does not repeat the versions of the one before;
    one more than the last where the clock has not moved on or was set back.
    """
    return max(before + 1, int(now * 1e6))
