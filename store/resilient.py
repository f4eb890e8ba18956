"""A store that may be away: answers go on, what needs the store pauses."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

from store.interface import ConflictError, Row, Store, StoreAwayError

if TYPE_CHECKING:
    from collections.abc import Awaitable

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")


class ResilientStore:
    """Wraps a store: where that is away, nothing is known, writes are lost, and the log says so once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.is_away = False
        """For `/readyz`."""

    async def get(self, key: str) -> Row | None:
        """See `Store.get`."""
        return await self._try(self._store.get(key), None)

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """See `Store.put`; gives 0 where the store is away."""
        return await self._try(self._store.put(key, value, lasts=lasts, expected=expected), 0)

    async def delete(self, key: str) -> None:
        """See `Store.delete`."""
        await self._try(self._store.delete(key), None)

    async def seen(self, update_id: int) -> bool:
        """See `Store.seen`."""
        return await self._try(self._store.seen(update_id), False)  # noqa: FBT003 - the value, not a switch

    async def mark_seen(self, update_id: int) -> None:
        """See `Store.mark_seen`."""
        await self._try(self._store.mark_seen(update_id), None)

    async def purge(self) -> None:
        """See `Store.purge`."""
        await self._try(self._store.purge(), None)

    async def ping(self) -> None:
        """See `Store.ping`; sets `is_away`."""
        await self._try(self._store.ping(), None)

    async def close(self) -> None:
        """See `Store.close`."""
        await self._store.close()

    async def _try(self, work: Awaitable[_T], otherwise: _T) -> _T:
        try:
            result = await work
        except ConflictError:
            self._back()
            raise
        except StoreAwayError as error:
            if not self.is_away:
                _LOG.warning("The store is away (%s); answers go on without it.", error)
            self.is_away = True
            return otherwise
        self._back()
        return result

    def _back(self) -> None:
        if self.is_away:
            _LOG.warning("The store is back.")
        self.is_away = False
