"""Keeps what was asked in vain: masked text without sender, for thirty days, and only where the operator wants it.

What is alike is put together when it is asked for. Of some thousands of questions that takes seconds, so it is remembered.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from typing import TYPE_CHECKING, NamedTuple

from assistant.masking import known_names, masked
from assistant.met import Met
from assistant.unanswered import GapGroup, grouped
from store.keys import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from assistant.address import SpelledSigns
    from assistant.assistant import Assistant
    from assistant.knowledge.models.content import Content
    from assistant.password_guard import PasswordGuard
    from store.interface import Store

_LASTS = 30 * 24 * 3600.0
_DAY = 24 * 3600.0
_MOST_A_DAY = 200
"""Whoever floods the bot fills no store."""
_SHORTEST = 3


class Waiting(NamedTuple):
    """The questions that wait."""

    groups: list[GapGroup]
    answered: int
    """How many others are answered by now."""


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
        self._sorted: Met[tuple[frozenset[str], Waiting]] = Met()
        """The ids of all questions and what was made of them, by the content's fingerprint."""

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

    async def waiting(self, assistant: Assistant) -> Waiting:
        """Give the questions that found no answer and still find none, what is alike together."""
        questions, content = await self.all(), assistant.content.fingerprint
        if content in self._sorted and (left := _left_of(*self._sorted[content], questions.keys())) is not None:
            return left
        found = Waiting(*await asyncio.to_thread(grouped, questions, assistant))
        self._sorted.clear()  # what other content made of them
        return self._sorted.keep(content, (frozenset(questions), found))[1]

    async def done(self, ids: Iterable[str]) -> None:
        """Forget questions that have been seen to."""
        for name in ids:
            await self._store.delete(f"{self._prefix}{name}")


def _left_of(ids: frozenset[str], waiting: Waiting, still: AbstractSet[str]) -> Waiting | None:
    """Give what is left where nothing but whole groups has gone since; None: it must be sorted anew."""
    left = [group for group in waiting.groups if not still.isdisjoint(group.keys)]
    gone = {key for group in waiting.groups if still.isdisjoint(group.keys) for key in group.keys}
    return Waiting(left, waiting.answered) if ids - gone == still else None
