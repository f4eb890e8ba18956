"""A store that may be away: answers go on, and this process's own memory stands in meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from typing import TYPE_CHECKING, TypeVar

from store.interface import TIME_LIMIT, ConflictError, Row, Store, StoreAwayError
from store.memory import MemoryStore
from store.unsaved import Unsaved

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")
_PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)
_KNOWN_LASTS = 24 * 3600.0
"""Seconds for which a row that was read is known while the store is away, unless it ends before."""


class ResilientStore:
    """Wraps a store: where that is away, what this process read or wrote last is still known, and the log says so once.

    What is written meanwhile is known to this process only, and lost with it if it ends before the store is back. Else it is
    written as soon as the store can be, before anybody is told what stood there: rows with what is left of their time, deletions,
    and what was added to counters (the sums that were given meanwhile counted from 0). A row that another worker wrote later
    stays. The ids of updates that are done stay with this process: a worker that takes such an update over after a kill
    says its answer twice.

    While the store is away one call now and then tries it and all others are answered at once: nobody else's answer waits for it.
    The one that tries may wait `TIME_LIMIT` twice: for what is unsaved to be written, and then for its own work.
    A full disk can be read but not written: then what is read counts, but for what was written since, and only a call that
    writes tells that all is well again.
    """

    def __init__(
        self, store: Store, clock: Callable[[], float] = time.monotonic, calendar: Callable[[], float] = time.time
    ) -> None:
        """Wrap.

        Args:
            store: The store proper.
            clock: Seconds, never going back.
            calendar: Seconds since the epoch.
        """
        self._store = store
        self._clock = clock
        self._calendar = calendar
        self._failures = 0
        self._why = ""
        self._next_try = 0.0
        self._can_read = False
        """While it is away: whether reading still works."""
        self._unsaved = Unsaved(calendar)
        """Empty unless it is away."""
        self._is_writing_back = False
        self._known = MemoryStore(calendar)

    @property
    def is_away(self) -> bool:
        """Whether the last try failed; for `/readyz`."""
        return self._failures > 0

    @property
    def why_away(self) -> str:
        """What the first try that failed said, for the operator; empty when it is not away."""
        return self._why if self.is_away else ""

    async def get(self, key: str) -> Row | None:
        """See `Store.get`."""
        return (await self.get_many([key])).get(key)

    async def get_many(self, keys: Collection[str]) -> dict[str, Row]:
        """See `Store.get_many`."""

        async def read() -> dict[str, Row]:
            rows = await self._store.get_many(keys)
            unsaved = self._unsaved.among(keys) if self._failures else ()
            for key in keys:
                if key not in unsaved:
                    row = rows.get(key)
                    self._known.learn(key, row, min(_KNOWN_LASTS, row.ends - self._calendar()) if row else 0.0)
            return rows if not unsaved else await self._known.get_many(keys)

        return await self._try(read, lambda: self._known.get_many(keys), reads=True)

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """See `Store.put`."""

        async def write() -> int:
            version = await self._store.put(key, value, lasts=lasts, expected=expected)
            if key not in self._unsaved:
                self._known.learn(key, Row(value, version), lasts)
            return version

        async def keep() -> int:
            version = await self._known.put(key, value, lasts=lasts, expected=expected)
            self._unsaved.put(key, Row(value, version), lasts)
            return version

        return await self._try(write, keep)

    async def delete(self, key: str) -> None:
        """See `Store.delete`."""

        async def remove() -> None:
            await self._store.delete(key)
            if key not in self._unsaved:
                await self._known.delete(key)

        async def keep() -> None:
            self._unsaved.delete(key, await self._known.get(key))
            await self._known.delete(key)

        await self._try(remove, keep)

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        """See `Store.add`."""

        async def keep() -> int:
            self._unsaved.add(key, amount, lasts)
            return await self._known.add(key, amount, lasts=lasts)

        return await self._try(lambda: self._store.add(key, amount, lasts=lasts), keep)

    async def count(self, key: str) -> int:
        """See `Store.count`."""

        async def read() -> int:
            found = await self._store.count(key)
            return found + self._unsaved.added(key) if self._failures else found

        return await self._try(read, lambda: self._known.count(key), reads=True)

    async def find_rows(self, prefix: str) -> dict[str, Row]:
        """See `Store.find_rows`."""
        return await self._try(lambda: self._store.find_rows(prefix), lambda: self._known.find_rows(prefix), reads=True)

    async def find_counters(self, prefix: str) -> dict[str, int]:
        """See `Store.find_counters`."""
        return await self._try(lambda: self._store.find_counters(prefix), lambda: self._known.find_counters(prefix), reads=True)

    async def seen_among(self, update_ids: Collection[int]) -> set[int]:
        """See `Store.seen_among`."""

        async def read() -> set[int]:
            found = await self._store.seen_among(update_ids)
            return found | await self._known.seen_among(update_ids) if self._failures else found

        return await self._try(read, lambda: self._known.seen_among(update_ids), reads=True)

    async def mark_seen(self, update_id: int) -> None:
        """See `Store.mark_seen`."""
        await self._try(lambda: self._store.mark_seen(update_id), lambda: self._known.mark_seen(update_id))

    async def purge(self) -> None:
        """See `Store.purge`."""
        await self._try(self._store.purge, self._known.purge)

    async def ping(self) -> None:
        """See `Store.ping`; `is_away` tells how it went."""
        await self._try(self._store.ping, self._known.ping, reads=True)

    async def close(self) -> None:
        """See `Store.close`; what is unsaved is written before, if the store is to be tried again anyway, within `TIME_LIMIT`.

        What it has not taken by then is lost.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TIME_LIMIT):
                while self._unsaved and self._is_due:
                    await self._write_back()
        await self._store.close()

    async def _try(self, work: Callable[[], Awaitable[_T]], otherwise: Callable[[], Awaitable[_T]], *, reads: bool = False) -> _T:
        if self._failures:
            is_due = self._is_due
            if is_due and (self._unsaved or not (reads and self._can_read)):
                self._pause()  # so that whoever comes while this call tries does not wait too
                is_due = not self._unsaved or await self._write_back()
            if not is_due and not (reads and self._can_read):
                return await otherwise()
        only_writing_fails = reads and self._can_read
        try:
            result = await work()
        except ConflictError:
            self._back()
            raise
        except StoreAwayError as error:
            if not self._failures:
                self._why = str(error)
                _LOG.warning("The store is away (%s); answers go on without it.", error)
            # After a first call that writes, one that reads may still show that it can be read.
            self._can_read = not reads and (self._can_read or not self._failures)
            self._failures += 1
            self._pause()
            return await otherwise()
        if self._failures and not only_writing_fails:
            self._back()
        return result

    async def _write_back(self) -> bool:
        """Write some of what is unsaved; tell whether that was all, and the store is back."""
        can_read = False
        self._is_writing_back = True
        try:
            async with asyncio.timeout(TIME_LIMIT):
                await self._store.ping()
                can_read = True
                await self._unsaved.write_some(self._store)
        except (StoreAwayError, TimeoutError):
            self._can_read = can_read
            self._failures += 1
            self._pause()
            return False
        finally:
            self._is_writing_back = False
        self._next_try = self._clock()  # where more is left, the next call goes on with it
        self._back()
        return not self._failures

    @property
    def _is_due(self) -> bool:
        """Whether to try a store that is away; not while another call writes back what is unsaved."""
        return not self._is_writing_back and self._clock() >= self._next_try

    def _pause(self) -> None:
        self._next_try = self._clock() + _PAUSES[min(max(self._failures, 1), len(_PAUSES)) - 1]

    def _back(self) -> None:
        if self._failures and not self._unsaved:
            _LOG.warning("The store is back.")
            self._failures = 0
            self._can_read = False
