"""The parts before the @ of addresses typed into guides: in this process only, each for an hour."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LASTS = 3600
_MOST = 1000


class LocalParts:
    """Keeps them, by a name that tells nobody whose they are."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[str, float]] = OrderedDict()
        """With their ends, which come in this order."""
        self._dropping: asyncio.TimerHandle | None = None
        """Waits for the first of these ends."""

    def get(self, name: str) -> str:
        """Give the part that is kept, or an empty text."""
        local, until = self._kept.get(name, ("", 0.0))
        return local if self._clock() < until else ""

    def keep(self, name: str, local: str) -> None:
        """Keep a part; an empty text: keep none any more."""
        self._kept.pop(name, None)
        if local:
            self._kept[name] = (local, self._clock() + _LASTS)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
            if self._dropping is None:
                self._dropping = asyncio.get_running_loop().call_later(_LASTS, self._drop_ended)

    def _drop_ended(self) -> None:
        """Drop what has ended, though nobody may have written since, and come again for the next."""
        now = self._clock()
        self._dropping = None
        for name, (_, until) in list(self._kept.items()):
            if now < until:
                self._dropping = asyncio.get_running_loop().call_later(until - now, self._drop_ended)
                break
            del self._kept[name]
