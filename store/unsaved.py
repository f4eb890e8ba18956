"""What could not be written while a store was away, to be written when it is back."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from store.interface import ConflictError, Row, next_version
from store.memory import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from store.interface import Store

_LOG = logging.getLogger(__name__)
MOST = 2000
"""Rows and counters that are kept, each: rows that have ended go first, then those written longest ago."""
AT_ONCE = 100
"""Rows and counters that are written in one go, each: whoever waits for that does not wait long."""


@dataclass(frozen=True)
class _Change:
    """The newest change of a row."""

    value: str | None
    """None: it was deleted."""
    version: int
    """Made of the time, as every version: a row that another worker wrote later has a higher one."""
    ends: float


class Unsaved:
    """The newest change of each row, and what was added to each counter."""

    def __init__(self, clock: Callable[[], float] = time.time, most: int = MOST) -> None:
        """Begin with nothing.

        Args:
            clock: Seconds since the epoch.
            most: Rows and counters to keep, each.
        """
        self._clock = clock
        self._most = most
        self._rows: OrderedDict[str, _Change] = OrderedDict()
        self._added: OrderedDict[str, Kept[int]] = OrderedDict()

    def __bool__(self) -> bool:
        """Whether there is anything to be written."""
        return bool(self._rows or self._added)

    def __contains__(self, key: str) -> bool:
        """Whether a row was put or deleted."""
        return key in self._rows

    def among(self, keys: Collection[str]) -> set[str]:
        """Give those keys whose rows were put or deleted."""
        return self._rows.keys() & keys

    def put(self, key: str, row: Row, lasts: float) -> None:
        """Keep a row that ends after `lasts` seconds."""
        self._keep(key, _Change(row.value, row.version, self._clock() + lasts))

    def delete(self, key: str, before: Row | None) -> None:
        """Keep that a row, which was last known as `before`, was deleted."""
        self._added.pop(key, None)
        self._keep(key, _Change(None, next_version(before.version if before else 0, self._clock()), float("inf")))

    def add(self, key: str, amount: int, lasts: float) -> None:
        """Keep what was added to a counter that ends `lasts` seconds after the first addition."""
        found = self._added.get(key)
        self._added[key] = Kept(found.value + amount, found.ends) if found else Kept(amount, self._clock() + lasts)
        if len(self._added) > self._most:
            self._added.popitem(last=False)

    def added(self, key: str) -> int:
        """Give what was added to a counter."""
        found = self._added.get(key)
        return found.value if found is not None and found.ends > self._clock() else 0

    async def write_some(self, store: Store) -> None:
        """Write what was changed first, at most `AT_ONCE` rows and counters.

        Whoever gives it up meanwhile loses nothing; what was just being added may be counted twice.

        Raises:
            StoreAwayError: the store is away again; what is not yet written is kept.
        """
        keys = list(islice(self._rows, AT_ONCE))
        there = await store.get_many(keys) if keys else {}
        for key in keys:
            change = self._rows.get(key)
            if change is not None:
                await self._write(store, key, change, there.get(key))
                if self._rows.get(key) is change:
                    del self._rows[key]
        for key in list(islice(self._added, AT_ONCE)):
            added = self._added.get(key)
            if added is None:
                continue  # deleted since
            lasts = added.ends - self._clock()
            if lasts > 0:
                await store.add(key, added.value, lasts=lasts)
            self._take_away(key, added)

    def _take_away(self, key: str, written: Kept[int]) -> None:
        """Forget what was written of a counter; meanwhile more may have been added, or it was deleted and begun anew."""
        kept = self._added.get(key)
        if kept is written:
            del self._added[key]
        elif kept is not None and kept.ends == written.ends:
            self._added[key] = Kept(kept.value - written.value, kept.ends)

    async def _write(self, store: Store, key: str, change: _Change, there: Row | None) -> None:
        version = there.version if there else 0
        if version > change.version:
            return
        lasts = change.ends - self._clock()
        try:
            if change.value is None or lasts <= 0:
                await store.delete(key)
            else:
                await store.put(key, change.value, lasts=lasts, expected=version)
        except ConflictError:
            return  # another worker has just written it
        except ValueError as error:
            # Nothing the store can take: all the others must not wait behind it.
            _LOG.error("A row cannot be written back (%s) and is left out.", type(error).__name__)

    def _keep(self, key: str, change: _Change) -> None:
        self._rows[key] = change
        self._rows.move_to_end(key)
        if len(self._rows) > self._most:
            now = self._clock()
            for ended in [name for name, kept in self._rows.items() if kept.ends <= now]:
                del self._rows[ended]
        if len(self._rows) > self._most:
            self._rows.popitem(last=False)
