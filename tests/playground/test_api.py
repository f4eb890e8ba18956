"""What holds for every method of the Bot API: the token, the limits on sending, how long updates wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playground.errors import RefusalError
from playground.methods import Arguments
from playground.server import BotApiServer
from tests.playground.conftest import ANNA, GROUP, TEXT

if TYPE_CHECKING:
    from tests.playground.conftest import Api


async def test_another_token_is_unauthorized(api: Api) -> None:
    with pytest.raises(RefusalError, match="401 Unauthorized"):
        await api.server.call("1:x", "getMe", Arguments({}))


async def test_a_method_that_is_none(api: Api) -> None:
    assert "404 Not Found: method not found" in await api.refused("nothing")


async def test_limits_on_sending(api: Api) -> None:
    limits = api.server.limits
    limits.enabled = True
    for _ in range(3):
        await api.call("sendMessage", chat_id=GROUP, text="x")
    assert "429 Too Many Requests: retry after 3" in await api.refused("sendMessage", chat_id=GROUP, text="x")
    assert await api.call("getMe")
    api.now += 2
    for _ in range(17):
        api.now += 1
        await api.call("sendMessage", chat_id=GROUP, text="x")
    api.now += 1
    assert "retry after" in await api.refused("sendMessage", chat_id=str(GROUP), text="x"), "20 a minute in a group"
    assert await api.call("sendMessage", **TEXT)


async def test_updates_that_nobody_fetched_for_a_day_are_gone(api: Api) -> None:
    api.people.write(api.anna, ANNA, "alt")
    api.now += 24 * 3600 + 1
    api.people.write(api.anna, ANNA, "neu")
    assert [update["message"]["text"] for update in await api.call("getUpdates")] == ["neu"]


async def test_a_server_started_later_gives_later_update_ids(api: Api) -> None:
    api.people.write(api.anna, ANNA, "Hallo")
    [update] = await api.call("getUpdates")
    api.now += 60
    later = BotApiServer(clock=lambda: api.now)
    assert later.world.last_update_id >= update["update_id"]
