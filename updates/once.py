"""Each update once: its exact id is remembered for 48 hours."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.interface import Store

_REMEMBERED = 10_000


class Handled:
    """The ids of handled updates: the latest in memory, all in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._latest: OrderedDict[int, None] = OrderedDict()

    async def before(self, update_id: int) -> bool:
        """Tell whether an update was handled already, by this process or another."""
        return update_id in self._latest or await self._store.seen(update_id)

    async def mark(self, update_id: int) -> None:
        """Remember that an update is handled."""
        self._latest[update_id] = None
        if len(self._latest) > _REMEMBERED:
            self._latest.popitem(last=False)
        await self._store.mark_seen(update_id)
