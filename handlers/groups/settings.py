"""What the administrators of a group decide: when the bot answers there, and whether it tidies up.

A row is a mode, or `-` where none was chosen, and `tidy` where commands are to be deleted: `addressed tidy`.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from store.keys import key

if TYPE_CHECKING:
    from store.resilient import ResilientStore

_LOG = logging.getLogger(__name__)
_LASTS = 5 * 365 * 24 * 3600.0
_MOVED_LASTS = 3600.0
_NOT_CHOSEN, _TIDY = "-", "tidy"
_SUPERGROUPS = -1_000_000_000_000
"""Ids of supergroups are below it."""


class Mode(StrEnum):
    """When the bot answers in a group."""

    OFF = "off"
    ADDRESSED = "addressed"
    QUESTIONS = "questions"
    """Clear questions too. Where privacy mode is on, Telegram hands over only what is addressed to the bot."""


@dataclass(frozen=True)
class Choice:
    """What a group has chosen."""

    mode: Mode | None = None
    """None: nothing, so it is `questions` where the bot can read and `addressed` elsewhere."""
    tidy: bool = False
    """Whether commands are deleted once they are answered."""


class GroupSettings:
    """The groups' choices, under keyed hashes."""

    def __init__(self, store: ResilientStore, secret: bytes, allowed: frozenset[int] = frozenset()) -> None:
        self._store = store
        self._secret = secret
        self._allowed = allowed

    async def is_ours(self, chat: int) -> bool | None:
        """Whether the bot may be in a group: in any, unless the operator names some; those may have become supergroups since.

        Whoever takes a group's old id away, turns away what has become of it as well. None: nobody knows, because the store that
        remembers these is away.
        """
        if not self._allowed or chat in self._allowed:
            return True
        row = await self._store.get(self._key("ours", chat))
        if row is None:
            return None if self._store.is_away else False
        return row.value in {self._key("ours", group) for group in self._allowed}

    @property
    def may_have_moved(self) -> list[int]:
        """Those groups the operator named that are none of the supergroups, or were none then."""
        return sorted(group for group in self._allowed if group > _SUPERGROUPS)

    async def choice(self, chat: int) -> Choice | None:
        """Give what a group has chosen; None: nobody knows, because the store that remembers it is away."""
        row = await self._store.get(self._key("group", chat))
        if row is None:
            return None if self._store.is_away else Choice()
        words = row.value.split()
        mode = Mode(words[0]) if words and words[0] in set(Mode) else None
        return Choice(mode, _TIDY in words[1:])

    async def mode(self, chat: int) -> Mode:
        """Give when the bot answers in a group; where the store that remembers it is away, rather seldom than unasked."""
        choice = await self.choice(chat)
        return Mode.ADDRESSED if choice is None else choice.mode or Mode.QUESTIONS

    async def choose(self, chat: int, choice: Choice) -> None:
        """Keep a group's choice."""
        words = [choice.mode or _NOT_CHOSEN, *([_TIDY] if choice.tidy else [])]
        await self._store.put(self._key("group", chat), " ".join(words), lasts=_LASTS)

    async def move(self, old: int, new: int) -> None:
        """Take everything along when a group becomes a supergroup; it may be told more than once."""
        if self._allowed and await self.is_ours(old) and not await self.is_ours(new):
            _LOG.warning("Group %d has become supergroup %d: name that in ALLOWED_GROUPS instead.", old, new)
            await self._store.put(self._key("ours", new), self._key("ours", old), lasts=_LASTS)
        row = await self._store.get(self._key("group", old))
        if row is not None:
            await self._store.put(self._key("group", new), row.value, lasts=_LASTS)
            await self._store.delete(self._key("group", old))
        await self._store.put(self._key("moved", new), "moved", lasts=_MOVED_LASTS)

    async def has_moved(self, chat: int) -> bool:
        """Whether a supergroup was a group until just now: then the bot has not come, it was there."""
        return await self._store.get(self._key("moved", chat)) is not None

    async def forget(self, chat: int) -> None:
        """Forget what a group has chosen."""
        await self._store.delete(self._key("group", chat))
        await self._store.delete(self._key("moved", chat))

    def _key(self, kind: str, chat: int) -> str:
        return key(self._secret, kind, chat)
