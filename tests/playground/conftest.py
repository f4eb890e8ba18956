from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from playground.errors import RefusalError
from playground.methods import Arguments
from playground.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ANNA, BEN, BOSS = 7, 8, 9
GROUP, FORUM = -1001, -1002
TEXT: dict[str, Any] = {"chat_id": ANNA, "text": "x"}


class Api:
    """The server as a bot sees it: call a method, get its result or Telegram's words."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.server = BotApiServer(clock=lambda: self.now)
        self.people = self.server.people
        self.anna = self.people.private(ANNA, "Anna")
        self.people.private(BEN, "Ben")
        self.people.private(BOSS, "Chefin")
        members = {ANNA: "member", BEN: "restricted", BOSS: "creator"}
        self.group = self.people.group(GROUP, "Verein", members)
        self.forum = self.people.group(FORUM, "Forum", members, topics={1: "Allgemein", 5: "Mail"}, bot_is_admin=True)

    async def call(self, method: str, files: dict[str, tuple[str, bytes]] | None = None, **arguments: Any) -> Any:
        return await self.server.call(self.server.world.token, method, Arguments(arguments, files))

    async def refused(self, method: str, files: dict[str, tuple[str, bytes]] | None = None, **arguments: Any) -> str:
        try:
            result = await self.call(method, files, **arguments)
        except RefusalError as refusal:
            return f"{refusal.code} {refusal.description}"
        raise AssertionError(f"{method} was carried out: {result}")

    @property
    def events(self) -> list[str]:
        return [event["event"] for event in self.server.world.events]


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    """A server with three people, a group and a forum."""
    made = Api()
    yield made
    await made.server.stop()
