"""The live check in the chat: a line while it runs, the result in its place, for maintainers in groups too."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from assistant.live_check import LiveCheck
from handlers import typing_shown
from tests.handlers.offline import GROUP, Chat

if TYPE_CHECKING:
    from assistant.live_check.wire import Addresses

MANY_WAITS = 500


def prepare(chat: Chat, check: LiveCheck, *maintainers: int) -> None:
    replace(chat.services, live_check=check, maintainers=frozenset(maintainers)).install(chat.application)


def no_such_name(server: str, _port: int) -> Addresses:
    """A name service that works, and does not know the club's server."""
    if server == "api.telegram.org":
        return [(socket.AF_INET, ("127.0.0.1", 443))]
    raise socket.gaierror(socket.EAI_NONAME, "x")


def no_name_service(_server: str, _port: int) -> Addresses:
    """A machine without a network: some name services then say that there is no such name."""
    raise socket.gaierror(socket.EAI_NONAME, "x")


@pytest.mark.parametrize("command", ["/check", "/status"])
async def test_the_result_takes_the_place_of_the_line_that_says_it_is_looking(chat: Chat, command: str) -> None:
    prepare(chat, LiveCheck(resolve=no_such_name))
    text = await chat.say(command)
    assert "c9.webspace-verkauf.de" in text
    assert "finde ich nicht" in text
    assert "frag den Webmaster" in text
    assert chat.screen.calls[-3:] == ["sendMessage", "sendChatAction", "editMessageText"]
    assert any("Etwas geht nicht" in label for label in chat.buttons())
    again = await chat.say(command)
    assert again == text
    assert chat.screen.calls[-1] == "sendMessage", "a kept result needs no waiting"


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Ich komme selbst gerade nicht richtig ins Netz"), ("en", "I have trouble reaching the network myself")],
)
async def test_without_a_network_of_its_own_it_accuses_nobody(chat: Chat, language: str, said: str) -> None:
    chat.language = language
    prepare(chat, LiveCheck(resolve=no_name_service))
    text = await chat.say("/check")
    assert text.startswith(said)
    assert "c9.webspace-verkauf.de" not in text


async def test_whoever_asks_whether_the_server_is_down_may_have_it_checked_at_once(chat: Chat) -> None:
    prepare(chat, LiveCheck(resolve=no_such_name))
    answer = await chat.say("ist der server down?")
    assert "prüfe ich sofort" in answer
    assert "finde ich nicht" in await chat.press("Server prüfen")


@pytest.mark.parametrize(
    "refused",
    [
        {"sendChatAction": [{"error_code": 502, "description": "Bad Gateway"}]},
        {"sendChatAction": [{"error_code": 400, "description": "Bad Request: not enough rights to send text messages"}]},
        {"editMessageText": [{"error_code": 400, "description": "Bad Request: message to edit not found"}]},
    ],
    ids=["away", "rights", "deleted"],
)
async def test_the_result_comes_although_something_beside_it_is_refused(chat: Chat, refused: dict[str, Any]) -> None:
    prepare(chat, LiveCheck(resolve=no_such_name))
    chat.screen.refusals.update(refused)
    assert "finde ich nicht" in await chat.say("/check")
    assert any("Etwas geht nicht" in label for label in chat.buttons())


async def test_it_types_as_long_as_it_looks(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_shown, "_LASTS", 0.01)
    tick = threading.Event()

    def slow(server: str, port: int) -> Addresses:
        for _ in range(MANY_WAITS):
            if chat.screen.calls.count("sendChatAction") > 2:
                break
            tick.wait(0.01)
        return no_such_name(server, port)

    prepare(chat, LiveCheck(resolve=slow))
    assert "finde ich nicht" in await chat.say("/check")
    assert chat.screen.calls.count("sendChatAction") > 2


async def test_in_a_group_it_looks_for_maintainers_only(chat: Chat) -> None:
    chat.chat = GROUP
    prepare(chat, LiveCheck(resolve=no_such_name))
    assert "finde ich nicht" not in await chat.say("/check")
    prepare(chat, LiveCheck(resolve=no_such_name), chat.person["id"])
    assert "finde ich nicht" in await chat.say("/check")
    assert not chat.buttons(), "buttons of the private chat have no place in a group"
