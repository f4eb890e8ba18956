"""A store in this process's memory: stands in for one that is away, and serves tests."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from store.interface import MOST_FOUND, SEEN_LASTS, ConflictError, Row, next_version

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

MOST = 2000
"""Rows, counters and ids that are kept, each; the ones longest untouched go first."""
_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True)
class Kept(Generic[_V]):
    """Something with its end, in seconds since the epoch."""

    value: _V
    ends: float


class MemoryStore:
    """A store that lasts as long as the process and never grows beyond a limit."""

    def __init__(self, clock: Callable[[], float] = time.time, most: int = MOST) -> None:
        self._clock = clock
        self._most = most
        self.rows: OrderedDict[str, Kept[Row]] = OrderedDict()
        self._counters: OrderedDict[str, Kept[int]] = OrderedDict()
        self._seen: OrderedDict[int, Kept[None]] = OrderedDict()

    async def get(self, key: str) -> Row | None:
        """See `Store.get`."""
        return (await self.get_many([key])).get(key)

    async def get_many(self, keys: Collection[str]) -> dict[str, Row]:
        """See `Store.get_many`."""
        live = ((key, self._live(self.rows, key)) for key in keys)
        return {key: found.value for key, found in live if found is not None}

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """See `Store.put`."""
        found = self._live(self.rows, key)
        before = found.value.version if found else 0
        if expected is not None and expected != before:
            raise ConflictError(key)
        version = next_version(before, self._clock())
        self._keep(self.rows, key, Row(value, version, self._clock() + lasts), lasts)
        return version

    async def delete(self, key: str) -> None:
        """See `Store.delete`."""
        self.rows.pop(key, None)
        self._counters.pop(key, None)

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        """See `Store.add`."""
        found = self._live(self._counters, key)
        if found is None:
            self._keep(self._counters, key, amount, lasts)
            return amount
        self._keep(self._counters, key, found.value + amount, found.ends - self._clock())
        return found.value + amount

    async def count(self, key: str) -> int:
        """See `Store.count`."""
        found = self._live(self._counters, key)
        return found.value if found is not None else 0

    async def find_rows(self, prefix: str) -> dict[str, Row]:
        """See `Store.find_rows`."""
        return self._found(self.rows, prefix)

    async def find_counters(self, prefix: str) -> dict[str, int]:
        """See `Store.find_counters`."""
        return self._found(self._counters, prefix)

    async def seen_among(self, update_ids: Collection[int]) -> set[int]:
        """See `Store.seen_among`."""
        return {update_id for update_id in update_ids if self._live(self._seen, update_id) is not None}

    async def mark_seen(self, update_id: int) -> None:
        """See `Store.mark_seen`."""
        self._keep(self._seen, update_id, None, SEEN_LASTS)

    async def purge(self) -> None:
        """See `Store.purge`."""
        now = self._clock()
        self.rows = OrderedDict((key, kept) for key, kept in self.rows.items() if kept.ends > now)
        self._counters = OrderedDict((key, kept) for key, kept in self._counters.items() if kept.ends > now)
        self._seen = OrderedDict((key, kept) for key, kept in self._seen.items() if kept.ends > now)

    async def ping(self) -> None:
        """See `Store.ping`."""

    async def close(self) -> None:
        """See `Store.close`: nothing to let go of."""

    def learn(self, key: str, row: Row | None, lasts: float) -> None:
        """Take over what another store says of a key."""
        if row is None:
            self.rows.pop(key, None)
        else:
            self._keep(self.rows, key, row, lasts)

    def _live(self, kept: OrderedDict[_K, Kept[_V]], key: _K) -> Kept[_V] | None:
        found = kept.get(key)
        return found if found is not None and found.ends > self._clock() else None

    def _found(self, kept: OrderedDict[str, Kept[_V]], prefix: str) -> dict[str, _V]:
        names = sorted(name for name in kept if name.startswith(prefix))
        live = ((name, self._live(kept, name)) for name in names)
        return dict([(name, found.value) for name, found in live if found is not None][-MOST_FOUND:])

    def _keep(self, kept: OrderedDict[_K, Kept[_V]], key: _K, value: _V, lasts: float) -> None:
        kept[key] = Kept(value, self._clock() + lasts)
        kept.move_to_end(key)
        if len(kept) > self._most:
            kept.popitem(last=False)
