"""Counts by month what is asked and how it went: numbers only, of nobody in particular."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.intent import Intent
    from store.interface import Store

_LASTS = 400 * 24 * 3600.0
"""Seconds; a year and a little, so that a month can be compared with the same one before."""
_PREFIX = "stat:"

Counts = dict[str, int]
"""What was counted in a month: `asked`, `answered`, `topic:<label>`, `helped:<label>`, `failed:<label>`,
`page:<program>.<protocol>:<number>`, `works:<program>.<protocol>`."""


class Statistics:
    """The counters."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._clock = clock

    async def count(self, *names: str) -> None:
        """Count one more of each."""
        month = time.strftime("%Y-%m", time.gmtime(self._clock()))
        await self._store.count([f"{_PREFIX}{month}:{name}" for name in names], lasts=_LASTS)

    async def asked(self, intent: Intent | None) -> None:
        """Count a question in free text, and what it was answered with; None: it was not."""
        await self.count("asked", *(("answered", f"topic:{label_of(intent)}") if intent is not None else ()))

    async def reached(self, guide: str, before: int, number: int) -> None:
        """Count the pages of a guide that somebody has come to.

        Args:
            guide: `program.protocol`.
            before: The furthest page they had come to, -1: none.
            number: The page they are at.
        """
        await self.count(*(f"page:{guide}:{page:02}" for page in range(before + 1, number + 1)))

    async def months(self) -> dict[str, Counts]:
        """Give the counts by month (`2026-11`), the newest first."""
        found: dict[str, Counts] = defaultdict(dict)
        for key, amount in (await self._store.find_counters(_PREFIX)).items():
            month, _, name = key.removeprefix(_PREFIX).partition(":")
            found[month][name] = amount
        return dict(sorted(found.items(), reverse=True))


def label_of(intent: Intent) -> str:
    """Give what an intent is counted as: its topic or aspect."""
    return intent.aspect or intent.topic
