"""Command menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.playground.conftest import ANNA

if TYPE_CHECKING:
    from tests.playground.conftest import Api


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        (["x"], "can't parse BotCommand: expected an Object"),
        ([{"command": "x"}], "can't parse BotCommand: expected an Object"),
        ([{"command": "/", "description": "x"}], "command must be non-empty"),
        ([{"command": "x", "description": " "}], "command description must be non-empty"),
        ([{"command": "x" * 33, "description": "x"}], "command length must not exceed 32"),
        ([{"command": "x", "description": "x" * 257}], "command description length must not exceed 256"),
        ([{"command": "Ä", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_that_are_refused(api: Api, commands: list[Any], why: str) -> None:
    assert why in await api.refused("setMyCommands", commands=commands)


async def test_a_menu_of_one_chat_stands_before_that_of_all(api: Api) -> None:
    everywhere, here = ([{"command": name, "description": "x"}] for name in ("help", "cancel"))
    scope = {"type": "chat", "chat_id": ANNA}
    await api.call("setMyCommands", commands=everywhere)
    await api.call("setMyCommands", commands=here, scope=scope)
    assert await api.call("getMyCommands", scope=scope) == here
    assert await api.call("deleteMyCommands", scope=scope)
    assert await api.call("getMyCommands", scope=scope) == []
    assert await api.call("getMyCommands") == everywhere
    assert "Unsupported type" in await api.refused("getMyCommands", scope={"type": "x"})
    assert 'Can\'t find field "chat_id"' in await api.refused("getMyCommands", scope={"type": "chat"})
    assert "chat not found" in await api.refused("getMyCommands", scope={"type": "chat", "chat_id": 99})
