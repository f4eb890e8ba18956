"""What Telegram knows: people, chats, messages, and what waits for the bot."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.chats import Chat, Json, Person
from playground.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Chat", "Json", "Person", "Press", "World"]

PRESS_LIFETIME = 150.0
"""Seconds after which a press can no longer be answered (`Client.cpp` of Telegram's own server)."""
UPDATE_LIFETIME = 24 * 3600.0
"""Seconds that updates wait for the bot (https://core.telegram.org/bots/api#getting-updates)."""
_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_SHORT_LIVED = frozenset({"callback_query", "inline_query"})


@dataclass
class Press:
    """A pressed button that waits for its answer."""

    chat_id: int
    user_id: int
    at: float
    answered: bool = False


@dataclass(frozen=True)
class _Waiting:
    """An update in the bot's queue."""

    update: Json
    expires: float


class World:
    """Everything the server remembers. Lives in one event loop."""

    def __init__(self, token: str, *, clock: Callable[[], float] = time.time) -> None:
        self.token = token
        self.clock = clock
        self.bot: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Mail-Helfer",
            "username": "club_mail_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.inline_queries: dict[str, Json] = {}
        self.inline_messages: dict[str, tuple[int, int]] = {}
        """Inline message id → chat and message: what was sent via the bot."""
        self.files: dict[str, tuple[str, bytes]] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        """Command menus: (scope as JSON, language) → commands."""
        self.texts: dict[tuple[str, str], str] = {}
        """Profile texts: (`name` | `description` | `short_description`, language) → text."""
        self.menu_buttons: dict[int, Json] = {}
        """Private chat (0: all) → menu button."""
        self.webhook: Json = {"url": ""}
        self.allowed_updates: list[str] = []
        self.arrived = asyncio.Event()
        """Set when an update comes into the queue."""
        self.events: list[Json] = []
        """Everything a client would show, in order."""
        self.on_event: list[Callable[[Json], None]] = []
        self._queue: list[_Waiting] = []
        self._message_ids: dict[int, itertools.count[int]] = defaultdict(lambda: itertools.count(1))
        self._next_update_id = max(1, int(self.clock()))  # no id comes again after a restart: the bot remembers them
        self._ids = itertools.count(1)

    def next_message_id(self, chat_id: int) -> int:
        """Give the next message id of a chat."""
        return next(self._message_ids[chat_id])

    def next_id(self) -> str:
        """Give an id that no press, query or file had before."""
        return str(next(self._ids))

    def chat(self, chat_id: object) -> Chat:
        """Give a chat.

        Raises:
            RefusalError: 'chat not found', as Telegram says it.
        """
        if chat_id == "":
            raise bad_request("chat_id is empty")
        try:
            return self.chats[int(str(chat_id))]
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None

    @property
    def updates(self) -> list[Json]:
        """What waits for the bot, oldest first; expired updates are gone."""
        now = self.clock()
        if any(waiting.expires < now for waiting in self._queue):
            self._queue = [waiting for waiting in self._queue if waiting.expires >= now]
        return [waiting.update for waiting in self._queue]

    @property
    def last_update_id(self) -> int:
        """The id of the latest update."""
        return self._next_update_id - 1

    def queue(self, update: Json) -> int:
        """Put an update into the bot's queue and give its `update_id`; kinds the bot did not ask for are dropped."""
        kind = next(iter(update))
        update_id = self._next_update_id
        self._next_update_id += 1
        if (kind in self.allowed_updates) if self.allowed_updates else (kind not in _UNASKED):
            lifetime = PRESS_LIFETIME if kind in _SHORT_LIVED else UPDATE_LIFETIME
            self._queue.append(_Waiting({"update_id": update_id, **update}, self.clock() + lifetime))
            self.arrived.set()
        return update_id

    def renumber(self, update_id: int) -> None:
        """Let the next update have this id: after a week of silence Telegram starts anywhere."""
        self._next_update_id = update_id

    def confirm(self, offset: int) -> None:
        """Forget all updates before `offset`; an offset behind the end of the queue confirms nothing, as with Telegram."""
        if 0 < offset <= self._next_update_id:
            self._queue = [waiting for waiting in self._queue if waiting.update["update_id"] >= offset]

    def keep_last(self, count: int) -> None:
        """Forget all but the latest updates."""
        self._queue = self._queue[-count:] if count else []

    def forget(self, update_id: int) -> None:
        """Forget one update: it was delivered."""
        self._queue = [waiting for waiting in self._queue if waiting.update["update_id"] != update_id]

    def event(self, kind: str, **details: object) -> None:
        """Tell clients what happened."""
        event: Json = {"event": kind, **details}
        self.events.append(event)
        for listener in list(self.on_event):
            listener(event)
