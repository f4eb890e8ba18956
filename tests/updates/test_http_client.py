"""The HTTP client against real sockets on this machine."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from updates import http_client
from updates.http_client import NOT_ARRIVED, HttpClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\ntrue"


@contextlib.asynccontextmanager
async def server(answer: bytes | None) -> AsyncIterator[tuple[str, list[bytes]]]:
    """Answer every request with the same bytes (None: not at all); gives the address and what was received."""
    received: list[bytes] = []
    over = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
        received.append(head + await reader.readexactly(length))
        if answer is None:
            await over.wait()
        else:
            writer.write(answer)
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/bot1:a/sendMessage", received
        over.set()


@pytest.fixture
async def client() -> AsyncIterator[HttpClient]:
    made = HttpClient(2)
    await made.initialize()
    yield made
    await made.shutdown()


def parameters(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


async def test_parameters_go_as_a_form(client: HttpClient) -> None:
    async with server(OK) as (url, received):
        assert await client.do_request(url, "POST", parameters(chat_id=7, text="ä & b")) == (200, b"true")
    assert received[0].startswith(b"POST /bot1:a/sendMessage HTTP/1.1")
    assert received[0].endswith(b"chat_id=7&text=%C3%A4+%26+b")


async def test_without_parameters_there_is_no_body(client: HttpClient) -> None:
    async with server(OK) as (url, received):
        assert await client.do_request(url, "GET") == (200, b"true")
    assert received[0].endswith(b"\r\n\r\n")


async def test_files_go_along(client: HttpClient) -> None:
    file = InputFile(b"<plist/>", filename="mail.mobileconfig", attach=True)
    async with server(OK) as (url, received):
        await client.do_request(url, "POST", parameters(chat_id=7, document=file))
    assert b"multipart/form-data" in received[0]
    assert b'filename="mail.mobileconfig"' in received[0]
    assert b"<plist/>" in received[0]


async def test_what_cannot_be_reached_did_not_arrive(client: HttpClient) -> None:
    for url in ("http://127.0.0.1:1/bot1:a/getMe", "http://no-such.invalid/bot1:a/getMe"):
        with pytest.raises(NetworkError) as caught:
            await client.do_request(url, "POST")
        assert isinstance(caught.value.__cause__, NOT_ARRIVED)
        assert "bot1:a" not in str(caught.value)


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", b"this is not HTTP\r\n\r\n"])
async def test_after_half_an_answer_nobody_knows(client: HttpClient, answer: bytes) -> None:
    async with server(answer) as (url, _):
        with pytest.raises(NetworkError) as caught:
            await client.do_request(url, "POST")
    assert not isinstance(caught.value.__cause__, NOT_ARRIVED)


async def test_a_server_that_says_nothing_is_not_waited_for(client: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_client, "_READ", 0.05)
    async with server(None) as (url, _):
        with pytest.raises(TimedOut) as caught:
            await client.do_request(url, "POST", read_timeout=0.01)
    assert not isinstance(caught.value.__cause__, NOT_ARRIVED)


async def test_a_redirect_is_not_followed(client: HttpClient) -> None:
    async with server(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n") as (url, _):
        assert (await client.do_request(url, "POST"))[0] == 302


async def test_a_closed_client_says_so() -> None:
    closed = HttpClient(1)
    with pytest.raises(NetworkError, match="closed"):
        await closed.do_request("http://127.0.0.1:1/", "POST")
    await closed.shutdown()


async def test_all_clients_share_one_set_of_certificates(client: HttpClient) -> None:
    assert http_client._tls() is http_client._tls()
    assert client.read_timeout == 10


async def test_a_proxy_of_the_environment_is_used_but_not_for_what_it_leaves_out(
    client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with server(OK) as (proxy, received):
        monkeypatch.setenv("http_proxy", proxy.removesuffix("/bot1:a/sendMessage"))
        monkeypatch.setenv("no_proxy", "here.example")
        assert await client.do_request("http://telegram.example/bot1:a/getMe", "POST") == (200, b"true")
        assert received[0].startswith(b"POST http://telegram.example/bot1:a/getMe")
        with pytest.raises(NetworkError):
            await client.do_request("http://here.example:1/bot1:a/getMe", "POST")
        assert len(received) == 1
