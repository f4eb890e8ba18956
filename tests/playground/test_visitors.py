"""Another web page in the same browser tries to get at the playground; its own page and programs do not notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.simple_httpclient import SimpleAsyncHTTPClient
from tornado.websocket import websocket_connect

from playground.chat_page import routes
from playground.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    """A server with the chat page."""
    made = BotApiServer()
    made.start(extra=routes(made))
    yield made
    await made.stop()


async def status(url: str, **given: Any) -> int:
    client = SimpleAsyncHTTPClient(force_instance=True)
    try:
        return (await client.fetch(HTTPRequest(url, **given))).code
    except HTTPClientError as error:
        return error.code
    finally:
        client.close()


def call(server: BotApiServer, method: str = "setWebhook?url=http://127.0.0.1:1/") -> str:
    return f"{server.url}/bot{server.world.token}/{method}"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "same-site"},
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:8081"},
        {"Host": "["},
    ],
    ids=str,
)
async def test_another_page_reaches_nothing(server: BotApiServer, headers: dict[str, str]) -> None:
    assert await status(call(server), headers=headers) == 403
    assert await status(call(server), method="POST", body="", headers=headers) == 403
    assert await status(f"{server.url}/page/chat.js", headers=headers) == 403
    socket = HTTPRequest(f"{server.url.replace('http', 'ws')}/socket", headers=headers)
    with pytest.raises(HTTPClientError, match="403"):
        await websocket_connect(socket)
    assert not server.webhook.is_sending
    assert not list(server.journal)


async def test_a_link_from_elsewhere_leads_to_the_page_and_no_further(server: BotApiServer) -> None:
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert await status(f"{server.url}/?language=en", headers=link) == 200
    assert await status(call(server), headers=link) == 403
    assert await status(f"{server.url}/", headers={**link, "Host": "evil.example"}) == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
async def test_its_own_page_and_programs_are_served(server: BotApiServer, name: str) -> None:
    host = f"{name}:{server.port}"
    own = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
    assert await status(f"{server.url}/page/chat.js", headers=own) == 200
    socket = await websocket_connect(HTTPRequest(f"{server.url.replace('http', 'ws')}/socket", headers=own))
    assert "hello" in str(await socket.read_message())
    socket.close()
    while await socket.read_message() is not None:
        pass
    assert await status(call(server, "getMe")) == 200


async def test_through_a_tunnel_with_another_port_the_page_is_served_too(server: BotApiServer) -> None:
    own = {"Host": "localhost:9000", "Origin": "http://localhost:9000", "Sec-Fetch-Site": "same-origin"}
    assert await status(f"{server.url}/page/chat.js", headers=own) == 200


async def test_the_token_is_another_one_each_time(server: BotApiServer) -> None:
    other = BotApiServer()
    assert other.world.token != server.world.token
    assert await status(f"{server.url}/bot{other.world.token}/getMe") == 401
