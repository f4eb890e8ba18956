"""The bot's names, descriptions and menu buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.playground.conftest import ANNA, GROUP

if TYPE_CHECKING:
    from tests.playground.conftest import Api


@pytest.mark.parametrize(
    ("method", "arguments", "why"),
    [
        ("setChatMenuButton", {"menu_button": {"type": "x"}}, "MenuButton has unsupported type"),
        ("setChatMenuButton", {"chat_id": GROUP}, "chat not found"),
        ("setMyName", {"name": "x" * 65}, "bot name length must not exceed 64"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "bot short description length must not exceed 120"),
        ("setMyName", {"name": "x", "language_code": "deu"}, "invalid language code specified"),
    ],
)
async def test_refusals(api: Api, method: str, arguments: dict[str, Any], why: str) -> None:
    assert why in await api.refused(method, **arguments)


async def test_the_bots_profile(api: Api) -> None:
    assert await api.call("getChatMenuButton") == {"type": "commands"}
    await api.call("setChatMenuButton", chat_id=ANNA, menu_button={"type": "default"})
    assert await api.call("getChatMenuButton", chat_id=ANNA) == {"type": "default"}
    assert (await api.call("getMyName"))["name"] == "Mail-Helfer"
    await api.call("setMyDescription", description="Hallo", language_code="de")
    assert (await api.call("getMyDescription", language_code="de"))["description"] == "Hallo"
    assert (await api.call("getMyDescription"))["description"] == ""
