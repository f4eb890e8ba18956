"""What Telegram was told to show last: who drops a language or is no maintainer any more finds nothing of it left."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from store.keys import key, secret_of

if TYPE_CHECKING:
    from telegram import Bot

    from store.interface import Store

_LASTS = 5 * 365 * 24 * 3600.0


@dataclass(frozen=True)
class Shown:
    """The languages that have texts and menus of their own, and the maintainers whose chats have a menu of their own."""

    languages: tuple[str, ...] = ()
    maintainers: tuple[int, ...] = ()

    def and_also(self, other: Shown) -> Shown:
        """Give both together."""
        languages = sorted({*self.languages, *other.languages})
        return Shown(tuple(languages), tuple(sorted({*self.maintainers, *other.maintainers})))


async def last_shown(bot: Bot, store: Store) -> Shown:
    """Give what was set last; nothing where that is not known."""
    row = await store.get(_key(bot))
    if row is None:
        return Shown()
    kept = json.loads(row.value)
    return Shown(tuple(kept["languages"]), tuple(kept["maintainers"]))


async def keep_shown(bot: Bot, store: Store, shown: Shown) -> None:
    """Remember what is set now."""
    await store.put(_key(bot), json.dumps(asdict(shown)), lasts=_LASTS)


def _key(bot: Bot) -> str:
    return key(secret_of(bot.token), "shown")
