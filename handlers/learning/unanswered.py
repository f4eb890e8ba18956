"""Keeps what was asked in vain: masked text without sender, for thirty days, and only where the operator wants it."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

from assistant.masking import known_names, masked
from store.keys import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assistant.address import SpelledSigns
    from assistant.knowledge.models.content import Content
    from assistant.password_guard import PasswordGuard
    from store.interface import Store

_LASTS = 30 * 24 * 3600.0
_DAY = 24 * 3600.0
_MOST_A_DAY = 200
"""Whoever floods the bot fills no store."""
_SHORTEST = 3


class Unanswered:
    """The questions that found no answer."""

    def __init__(self, store: Store, secret: bytes, *, is_on: bool, clock: Callable[[], float] = time.time) -> None:
        """Prepare.

        Args:
            store: Where they are kept. Other bots may use it too.
            secret: What the bot's keys are hashed with: nobody else's maintainers may read what its members asked.
            is_on: Whether any are kept.
            clock: Seconds since the epoch.
        """
        self.is_on = is_on
        self._store = store
        self._prefix, self._counted = f"{key(secret, 'gap')}:", f"{key(secret, 'gaps')}:"
        self._clock = clock

    async def keep(self, text: str, content: Content, guard: PasswordGuard, signs: SpelledSigns) -> None:
        """Keep a question, if that is wanted, there is anything in it, and nothing that may be a password.

        Args:
            text: What was asked.
            content: Whose names everybody writes.
            guard: Knows what may be a password.
            signs: How members spell out those of an address.
        """
        if not self.is_on or guard.gives_away(text, asked_for=True):
            return
        kept = masked(text, known_names(content), signs)
        if sum(letter.isalpha() for letter in kept) < _SHORTEST:
            return
        day = time.strftime("%Y%m%d", time.gmtime(self._clock()))
        if await self._store.add(f"{self._counted}{day}", lasts=2 * _DAY) <= _MOST_A_DAY:
            await self._store.put(f"{self._prefix}{day}{secrets.token_hex(4)}", kept, lasts=_LASTS)

    async def all(self) -> dict[str, str]:
        """Give the questions of the last thirty days by their ids, the oldest first."""
        found = await self._store.find_rows(self._prefix)
        return {key.removeprefix(self._prefix): row.value for key, row in found.items()}

    async def done(self, ids: Iterable[str]) -> None:
        """Forget questions that have been seen to."""
        for name in ids:
            await self._store.delete(f"{self._prefix}{name}")
