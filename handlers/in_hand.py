"""What is remembered of somebody while a message of theirs is handled: read once, and written when all of it is said.

A message may be handled a second time: its answer did not get through, the bot was killed before it was done, it is edited.
Then it is understood as the first time, by what was remembered before it and not by what it left there itself: after
'welcher Port für IMAP?' the answer to 'und beim anderen?' is that for POP3, however often it is handled.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.rows import before, own, read, written
from store.interface import ConflictError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from handlers.rows import Values
    from store.interface import Store

_NOTHING_LASTS = 10 * 60.0
"""Seconds for which it is known that a message removed what stood there."""


@dataclass
class _Held:
    """One row, as this message finds and leaves it."""

    name: str
    """Its key in the store."""
    lasts: float
    version: int
    """What the store holds; 0: nothing."""
    there: Values | None
    """What stands there, by whichever message."""
    stood: Values | None
    """What stood there before this message."""
    now: Values | None
    is_again: bool = False
    """Whether this message wrote it before."""
    is_put: bool = False
    must_be_same: bool = False


class InHand:
    """The rows of one person in one chat, while a message of theirs is handled."""

    def __init__(self, store: Store, kinds: Mapping[str, float], name_of: Callable[[str], str], message: int) -> None:
        """Prepare; nothing is read yet.

        Args:
            store: Holds the rows.
            kinds: The kinds of rows, and the seconds that each of them lasts.
            name_of: Gives the key in the store of a kind of row.
            message: The message that is handled.
        """
        self._store = store
        self._kinds = kinds
        self._name_of = name_of
        self._message = message
        self._held: dict[str, _Held] = {}
        self._answer = 0

    async def read(self) -> dict[str, Values | None]:
        """Give what is remembered, by kind: what stood there before this message, and what its handling has put there."""
        if not self._held:
            names = {kind: self._name_of(kind) for kind in self._kinds}
            found = await self._store.get_many(names.values())
            for kind, name in names.items():
                row = found.get(name)
                self._held[kind] = self._taken(name, self._kinds[kind], read(row), row.version if row else 0)
        return {kind: held.now for kind, held in self._held.items()}

    def _taken(self, name: str, lasts: float, values: Values | None, version: int) -> _Held:
        there = own(values)
        if values is None or values.get("of") != self._message:
            return _Held(name, lasts, version, there, there, there)
        answer, stood = values.get("answer"), before(values)
        self._answer = answer if isinstance(answer, int) else self._answer
        return _Held(name, lasts, version, there, stood, stood, is_again=True)

    async def is_again(self) -> bool:
        """Whether this message was handled before, and something of what it left still stands."""
        await self.read()
        return any(held.is_again for held in self._held.values())

    @property
    def answer(self) -> int:
        """What answered the message, or 0."""
        return self._answer

    async def put(self, kind: str, values: Values | None, *, must_be_same: bool = False) -> None:
        """Remember something, or nothing any more.

        Args:
            kind: Which row.
            values: What; None: nothing.
            must_be_same: Nothing is written where somebody else changes the row meanwhile.
        """
        await self.read()
        held = self._held[kind]
        held.now, held.must_be_same = values, must_be_same
        held.is_put = values is not None or held.there is not None or held.is_again

    async def forget(self) -> None:
        """Forget everything at once; of this message, too, nothing remains."""
        for kind, lasts in self._kinds.items():
            name = self._name_of(kind)
            await self._store.delete(name)
            self._held[kind] = _Held(name, lasts, 0, None, None, None)
        self._message = 0

    async def answered(self, answer: int) -> None:
        """Let the rows know what answered the message; where none is to be written, the first is."""
        if not self._message or not answer:
            return
        await self.read()
        self._answer = answer
        if not any(held.is_put for held in self._held.values()):
            next(iter(self._held.values())).is_put = True

    async def write(self) -> None:
        """Write what has changed."""
        if not any(held.is_put for held in self._held.values()):
            return
        # What an earlier handling of this message left, and this one does not, goes as well.
        changed = [self._write(held) for held in self._held.values() if held.is_put or held.is_again]
        await (changed[0] if len(changed) == 1 else asyncio.gather(*changed))

    async def _write(self, held: _Held) -> None:
        row = written(held.now, self._message, self._answer, held.stood)
        lasts = held.lasts if held.now else _NOTHING_LASTS
        with suppress(ConflictError):
            await self._store.put(held.name, row, lasts=lasts, expected=held.version if held.must_be_same else None)
