"""What Telegram knows: people, chats, messages, and what waits for the bot."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playground.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]

PRESS_LIFETIME = 150.0
"""Seconds after which a press can no longer be answered (`Client.cpp` of Telegram's own server)."""


@dataclass
class Person:
    """A user of Telegram."""

    id: int
    first_name: str
    language_code: str = "de"
    username: str = ""

    @property
    def json(self) -> Json:
        """The `User` object."""
        user: Json = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }
        if self.username:
            user["username"] = self.username
        return user


@dataclass
class Chat:
    """A chat and its messages."""

    id: int
    kind: str
    """`private`, `group` or `supergroup`."""
    title: str
    members: dict[int, str] = field(default_factory=dict)
    """User id → `creator`, `administrator` or `member`."""
    topics: dict[int, str] = field(default_factory=dict)
    """Forum topics: thread id → name."""
    bot_reads_all: bool = False
    """Privacy mode is off, or the bot is an administrator."""
    bot_may_delete: bool = False
    blocked: bool = False
    migrated_to: int = 0
    messages: dict[int, Json] = field(default_factory=dict)

    @property
    def json(self) -> Json:
        """The `Chat` object."""
        if self.kind == "private":
            return {"id": self.id, "type": "private", "first_name": self.title}
        chat: Json = {"id": self.id, "type": self.kind, "title": self.title}
        if self.topics:
            chat["is_forum"] = True
        return chat


@dataclass
class Press:
    """A pressed button that waits for its answer."""

    chat_id: int
    user_id: int
    at: float
    answered: bool = False


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
        self.files: dict[str, tuple[str, bytes]] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        """Profile texts: (`name` | `description` | `short_description`, language) → text."""
        self.webhook: Json = {"url": ""}
        self.updates: list[Json] = []
        self.allowed_updates: list[str] = []
        self.arrived = asyncio.Event()
        self.events: list[Json] = []
        """Everything a client would show, in order."""
        self.on_event: list[Callable[[Json], None]] = []
        self._message_ids: dict[int, itertools.count[int]] = defaultdict(lambda: itertools.count(1))
        self._update_ids = itertools.count(1000)
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
        try:
            return self.chats[int(str(chat_id))]
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None

    def queue(self, update: Json) -> int:
        """Put an update into the bot's queue and give its `update_id`; kinds the bot did not ask for are dropped."""
        kind = next(iter(update))
        update_id = next(self._update_ids)
        unasked = {"chat_member", "message_reaction", "message_reaction_count"}
        if (kind in self.allowed_updates) if self.allowed_updates else (kind not in unasked):
            self.updates.append({"update_id": update_id, **update})
            self.arrived.set()
        return update_id

    def event(self, kind: str, **details: object) -> None:
        """Tell clients what happened."""
        event: Json = {"event": kind, **details}
        self.events.append(event)
        for listener in list(self.on_event):
            listener(event)
