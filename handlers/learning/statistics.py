"""Counts by month what is asked and how it went: numbers only, of nobody in particular.

They are written to the store every few seconds: nobody waits for a number, and most answers bring three.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, trouble_label
from store.keys import key

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from store.interface import Store

_LASTS = 400 * 24 * 3600.0
"""Seconds; a year and a little, so that a month can be compared with the same one before."""
_MONTHS = 15
"""This month and those before it of which anything may be left."""
_EVERY = 5.0
"""Seconds between two times that the numbers are written."""

Counts = dict[str, int]
"""What was counted in a month: `asked`, `answered`, `topic:<label>`, `helped:<label>`, `failed:<label>`,
`page:<program>.<protocol>:<number>`, `works:<program>.<protocol>`."""


class Statistics:
    """The counters."""

    def __init__(self, store: Store, secret: bytes, clock: Callable[[], float] = time.time) -> None:
        """Prepare.

        Args:
            store: Where they are kept. Other bots may use it too.
            secret: What the bot's keys are hashed with.
            clock: Seconds since the epoch.
        """
        self._store = store
        self._prefix = f"{key(secret, 'stat')}:"
        self._clock = clock
        self._unwritten: Counter[str] = Counter()
        self._adding: set[asyncio.Future[int]] = set()
        """What is being written."""

    def count(self, *names: str) -> None:
        """Count one more of each."""
        month = time.strftime("%Y-%m", time.gmtime(self._clock()))
        self._unwritten.update(f"{self._prefix}{month}:{name}" for name in names)

    async def write(self) -> None:
        """Write what was counted since the last time.

        What was begun goes on where whoever asked for it is stopped, and the next time waits for it: whether a number that was
        broken off stands in the store nobody knows, so that it would be lost or counted twice.
        """
        unwritten, self._unwritten = self._unwritten, Counter()
        for name, amount in unwritten.items():
            adding = asyncio.ensure_future(self._store.add(name, amount, lasts=_LASTS))
            self._adding.add(adding)
            adding.add_done_callback(self._adding.discard)
        await asyncio.shield(asyncio.gather(*self._adding))

    async def keep_written(self) -> None:
        """Write again and again."""
        while True:
            await asyncio.sleep(_EVERY)
            await self.write()

    def asked(self, intent: Intent | None) -> None:
        """Count a question in free text, and what it was answered with; None: it was not."""
        self.count("asked", *(("answered", f"topic:{label_of(intent)}") if intent is not None else ()))

    def reached(self, guide: str, before: int, number: int) -> None:
        """Count the pages of a guide that somebody has come to.

        Args:
            guide: `program.protocol`.
            before: The furthest page they had come to, -1: none.
            number: The page they are at.
        """
        self.count(*(f"page:{guide}:{page:02}" for page in range(before + 1, number + 1)))

    async def months(self) -> dict[str, Counts]:
        """Give the counts by month (`2026-11`), the newest first."""
        await self.write()
        now = time.gmtime(self._clock())
        before = (divmod(now.tm_year * 12 + now.tm_mon - 1 - back, 12) for back in range(_MONTHS))
        months = [f"{year}-{month + 1:02}" for year, month in before]
        # One by one: all together may be more than a search gives.
        found = await asyncio.gather(*(self._month(month) for month in months))
        return {month: counts for month, counts in zip(months, found, strict=True) if counts}

    async def _month(self, month: str) -> Counts:
        prefix = f"{self._prefix}{month}:"
        found = await self._store.find_counters(prefix)
        return {name.removeprefix(prefix): amount for name, amount in found.items()}


def label_of(intent: Intent) -> str:
    """Give what an intent is counted as: its topic or aspect."""
    return intent.aspect or intent.topic


def is_label(label: str, content: Content) -> bool:
    """Tell whether a label that a button brings is one that an answer of this content is counted as."""
    trees = map(trouble_label, content.trouble)
    return label == "setup" or label in ASPECTS or label in content.topics or label in trees
