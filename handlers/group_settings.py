"""What the administrators of a group decide: when the bot answers there. Survives restarts and moves with the group."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from store.keys import key

if TYPE_CHECKING:
    from store.interface import Store

_LASTS = 5 * 365 * 24 * 3600.0


class Mode(StrEnum):
    """When the bot answers in a group."""

    OFF = "off"
    ADDRESSED = "addressed"
    QUESTIONS = "questions"
    """Clear questions too. Where privacy mode is on, Telegram hands over only what is addressed to the bot."""


class GroupSettings:
    """The groups' choices, under keyed hashes."""

    def __init__(self, store: Store, secret: bytes, allowed: frozenset[int] = frozenset()) -> None:
        self._store = store
        self._secret = secret
        self._allowed = allowed

    def is_ours(self, chat: int) -> bool:
        """Whether the bot may be in a group: in any, unless the operator named some."""
        return not self._allowed or chat in self._allowed

    async def mode(self, chat: int) -> Mode:
        """Give a group's choice, or the default."""
        row = await self._store.get(self._key(chat))
        return Mode(row.value) if row is not None and row.value in set(Mode) else Mode.QUESTIONS

    async def choose(self, chat: int, mode: Mode) -> None:
        """Keep a group's choice."""
        await self._store.put(self._key(chat), mode, lasts=_LASTS)

    async def move(self, old: int, new: int) -> None:
        """Take the choice along when a group becomes a supergroup."""
        row = await self._store.get(self._key(old))
        if row is not None:
            await self._store.put(self._key(new), row.value, lasts=_LASTS)
            await self._store.delete(self._key(old))

    async def forget(self, chat: int) -> None:
        """Forget a group."""
        await self._store.delete(self._key(chat))

    def _key(self, chat: int) -> str:
        return key(self._secret, "group", chat)
