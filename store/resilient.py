"""A store that may be away: answers go on, what needs the store pauses."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, TypeVar

from store.interface import ConflictError, Row, Store, StoreAwayError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")
_PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)


class ResilientStore:
    """Wraps a store: where that is away, nothing is known, writes are lost, and the log says so once.

    While it is away one call now and then tries it and all others are answered at once: nobody's answer waits for it.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        """Wrap.

        Args:
            store: The store proper.
            clock: Seconds, never going back.
        """
        self._store = store
        self._clock = clock
        self._failures = 0
        self._next_try = 0.0

    @property
    def is_away(self) -> bool:
        """Whether the last try failed; for `/readyz`."""
        return self._failures > 0

    async def get(self, key: str) -> Row | None:
        """See `Store.get`."""
        return await self._try(lambda: self._store.get(key), None)

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """See `Store.put`; gives 0 where the store is away."""
        return await self._try(lambda: self._store.put(key, value, lasts=lasts, expected=expected), 0)

    async def delete(self, key: str) -> None:
        """See `Store.delete`."""
        await self._try(lambda: self._store.delete(key), None)

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        """See `Store.add`; gives 0 where the store is away."""
        return await self._try(lambda: self._store.add(key, amount, lasts=lasts), 0)

    async def seen(self, update_id: int) -> bool:
        """See `Store.seen`."""
        return await self._try(lambda: self._store.seen(update_id), False)  # noqa: FBT003 - the value, not a switch

    async def mark_seen(self, update_id: int) -> None:
        """See `Store.mark_seen`."""
        await self._try(lambda: self._store.mark_seen(update_id), None)

    async def purge(self) -> None:
        """See `Store.purge`."""
        await self._try(self._store.purge, None)

    async def ping(self) -> None:
        """See `Store.ping`; `is_away` tells how it went."""
        await self._try(self._store.ping, None)

    async def close(self) -> None:
        """See `Store.close`."""
        await self._store.close()

    async def _try(self, work: Callable[[], Awaitable[_T]], otherwise: _T) -> _T:
        if self._failures:
            if self._clock() < self._next_try:
                return otherwise
            self._pause()  # so that whoever comes while this call tries does not wait too
        try:
            result = await work()
        except ConflictError:
            self._back()
            raise
        except StoreAwayError as error:
            if not self._failures:
                _LOG.warning("The store is away (%s); answers go on without it.", error)
            self._failures += 1
            self._pause()
            return otherwise
        self._back()
        return result

    def _pause(self) -> None:
        self._next_try = self._clock() + _PAUSES[min(max(self._failures, 1), len(_PAUSES)) - 1]

    def _back(self) -> None:
        if self._failures:
            _LOG.warning("The store is back.")
        self._failures = 0
