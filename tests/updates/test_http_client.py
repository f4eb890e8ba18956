"""The HTTP client against real sockets on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from tests.assistant.live_check.certificates import make_certificates
from updates import http_client, origins
from updates.http_client import ConnectingError, HttpClient

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator
    from pathlib import Path

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
    origins._at.cache_clear()
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
    assert received[0].endswith(b"chat_id=7&text=%C3%A4%20%26%20b")


@given(text=st.text())
def test_a_form_is_read_as_it_was_written(text: str) -> None:
    assert parse_qsl(http_client._form({"chat_id": "7", "text": text, "c": "d"}), keep_blank_values=True) == [
        ("chat_id", "7"),
        ("text", text),
        ("c", "d"),
    ]


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
        assert isinstance(caught.value.__cause__, ConnectingError)
        assert "bot1:a" not in str(caught.value)


async def test_a_server_that_takes_the_connection_but_does_not_greet_did_not_get_the_call(client: HttpClient) -> None:
    over = asyncio.Event()

    async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        with pytest.raises(TimedOut) as caught:
            await client.do_request(f"https://127.0.0.1:{port}/bot1:a/getMe", "POST", connect_timeout=0.05)
        assert isinstance(caught.value.__cause__, ConnectingError)
        over.set()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        b"this is not HTTP\r\n\r\n",
    ],
)
async def test_after_half_an_answer_nobody_knows(client: HttpClient, answer: bytes) -> None:
    async with server(answer) as (url, _):
        with pytest.raises(NetworkError) as caught:
            await client.do_request(url, "POST")
    assert not isinstance(caught.value.__cause__, ConnectingError)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\ntr\r\n2\r\nue\r\n0\r\n\r\n",
        b"HTTP/1.0 200 OK\r\n\r\ntrue",
        b"HTTP/1.1 100 Continue\r\n\r\n" + OK,
    ],
)
async def test_an_answer_may_come_in_parts_or_end_with_the_connection(client: HttpClient, answer: bytes) -> None:
    async with server(answer) as (url, _):
        assert await client.do_request(url, "POST") == (200, b"true")


def test_that_an_answer_will_come_is_none() -> None:
    response = http_client._Response()
    response.feed(b"HTTP/1.1 103 Early Hints\r\n\r\n")
    assert not response.is_whole
    response.feed(OK)
    assert response.is_whole
    assert (response.status, response.body) == (200, b"true")


async def test_an_answer_without_end_is_not_kept(client: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_client, "_MAX_BODY", 3)
    async with server(OK) as (url, _):
        with pytest.raises(NetworkError):
            await client.do_request(url, "POST")


async def test_a_server_that_says_nothing_is_not_waited_for(client: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_client, "_READ", 0.05)
    async with server(None) as (url, _):
        with pytest.raises(TimedOut) as caught:
            await client.do_request(url, "POST", read_timeout=0.01)
    assert not isinstance(caught.value.__cause__, ConnectingError)


@pytest.mark.parametrize("turns", range(12))
async def test_who_gives_a_call_up_is_heard_even_just_when_the_connection_is_there(client: HttpClient, turns: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # it takes connections and never says a word
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/bot1:a/getMe"
        calling = asyncio.create_task(client.do_request(url, "POST"))
        for _ in range(turns):
            await asyncio.sleep(0)
        calling.cancel()
        with pytest.raises(asyncio.CancelledError):
            async with asyncio.timeout(2):
                await asyncio.shield(calling)
        assert calling.cancelled()


async def test_a_redirect_is_not_followed(client: HttpClient) -> None:
    async with server(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n") as (url, _):
        assert (await client.do_request(url, "POST"))[0] == 302


async def test_a_closed_client_says_so() -> None:
    closed = HttpClient(1)
    with pytest.raises(NetworkError, match="closed"):
        await closed.do_request("http://127.0.0.1:1/", "POST")
    await closed.shutdown()


async def test_all_clients_share_one_set_of_certificates(client: HttpClient) -> None:
    assert origins._tls() is origins._tls()
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


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_no_proxy_leads_to_this_machine(client: HttpClient, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    async with server(OK) as (address, received):
        origins._at.cache_clear()
        assert await client.do_request(address.replace("127.0.0.1", host), "POST") == (200, b"true")
        assert len(received) == 1


async def closed(*writers: asyncio.StreamWriter) -> None:
    for writer in writers:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


KEPT = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrue"


@contextlib.asynccontextmanager
async def staying_server(tls: ssl.SSLContext | None = None) -> AsyncIterator[tuple[int, list[asyncio.StreamWriter]]]:
    """Answer any number of requests on each connection; gives the port and the connections."""
    connections: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(KEPT)

    listening = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    async with listening:
        yield listening.sockets[0].getsockname()[1], connections
        await closed(*connections)


async def test_a_connection_is_used_again(client: HttpClient) -> None:
    async with staying_server() as (port, connections):
        for _ in range(3):
            assert await client.do_request(f"http://127.0.0.1:{port}/bot1:a/getMe", "POST") == (200, b"true")
        assert len(connections) == 1


async def test_a_connection_that_the_server_closed_meanwhile_is_not_used(client: HttpClient) -> None:
    async with staying_server() as (port, connections):
        url = f"http://127.0.0.1:{port}/bot1:a/getMe"
        await client.do_request(url, "POST")
        (idle,) = (idle for waiting in client._idle.values() for idle in waiting)
        connections[0].close()
        while not idle.stream.closed():  # noqa: ASYNC110 - bounded by the other end, which has closed
            await asyncio.sleep(0)
        assert await client.do_request(url, "POST") == (200, b"true")
        assert len(connections) == 2


async def test_a_connection_that_was_long_unused_is_not_used_again(client: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in between may have forgotten it without a word, and a call would wait for nothing."""
    monkeypatch.setattr(http_client, "_IDLE", 0)
    async with staying_server() as (port, connections):
        for _ in range(2):
            await client.do_request(f"http://127.0.0.1:{port}/bot1:a/getMe", "POST")
        assert len(connections) == 2


async def test_nobody_waits_for_a_place_for_ever(client: HttpClient) -> None:
    async with server(None) as (url, received):
        busy = [asyncio.create_task(client.do_request(url, "POST")) for _ in range(2)]
        while len(received) < 2:  # noqa: ASYNC110 - bounded by the two calls under way
            await asyncio.sleep(0)
        with pytest.raises(TimedOut) as caught:
            await client.do_request(url, "POST", pool_timeout=0.01)
        assert isinstance(caught.value.__cause__, ConnectingError)
        for call in busy:
            call.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
        assert not any(client._idle.values())


@contextlib.asynccontextmanager
async def tunnel(status: bytes, port: int) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A proxy that leads every CONNECT to one port of this machine; gives its address and what it was asked."""
    asked: list[bytes] = []
    tasks: list[asyncio.Task[None]] = []
    ends: list[asyncio.StreamWriter] = []

    async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(4096):
            writer.write(data)
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends.append(writer)
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 " + status + b"\r\n\r\n")
        if status.startswith(b"2"):
            there, back = await asyncio.open_connection("127.0.0.1", port)
            ends.append(back)
            tasks.extend([asyncio.create_task(copy(reader, back)), asyncio.create_task(copy(there, writer))])
        else:
            writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        yield f"127.0.0.1:{listening.sockets[0].getsockname()[1]}", asked
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await closed(*ends)


async def test_a_proxy_leads_to_telegram_through_a_tunnel(
    client: HttpClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    certificates = make_certificates(tmp_path)
    monkeypatch.setattr(origins, "_tls", certificates.client_context)
    async with staying_server(certificates.server_context("good")) as (port, _), tunnel(b"200 OK", port) as (proxy, asked):
        monkeypatch.setenv("https_proxy", f"http://anna:geheim@{proxy}")
        assert await client.do_request("https://good.test/bot1:a/getMe", "POST") == (200, b"true")
        await client.shutdown()
    assert asked[0].startswith(b"CONNECT good.test:443 HTTP/1.1\r\nHost: good.test:443\r\nProxy-Authorization: Basic ")


@pytest.mark.parametrize(("proxy_says", "name"), [(b"403 Forbidden", "good"), (b"200 OK", "wrongname"), (b"", "good")])
async def test_a_tunnel_that_does_not_lead_to_telegram_is_no_connection(
    client: HttpClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, proxy_says: bytes, name: str
) -> None:
    certificates = make_certificates(tmp_path)
    monkeypatch.setattr(origins, "_tls", certificates.client_context)
    async with staying_server(certificates.server_context(name)) as (port, _), tunnel(proxy_says, port) as (proxy, _asked):
        monkeypatch.setenv("https_proxy", proxy)
        with pytest.raises(NetworkError) as caught:
            await client.do_request(f"https://{name}.test/bot1:a/getMe", "POST")
    assert isinstance(caught.value.__cause__, ConnectingError)


@pytest.mark.parametrize(
    ("names", "is_usable"),
    [
        ({}, True),
        ({"https_proxy": "http://127.0.0.1:3128"}, True),
        ({"https_proxy": "127.0.0.1:3128"}, True),
        ({"https_proxy": "http://anna:geheim@proxy.test:3128/"}, True),
        ({"all_proxy": "http://proxy.test"}, True),
        ({"all_proxy": "socks5h://proxy.test", "https_proxy": "http://proxy.test"}, True),
        ({"all_proxy": "socks5h://proxy.test", "no_proxy": "telegram.test"}, True),
        ({"http_proxy": "socks5h://proxy.test"}, True),
        ({"all_proxy": "socks5h://proxy.test"}, False),
        ({"https_proxy": "https://proxy.test"}, False),
        ({"https_proxy": "http://"}, False),
        ({"https_proxy": "http://proxy.test:geheim"}, False),
        ({"https_proxy": "http://[proxy.test"}, False),
        ({"https_proxy": "http://proxy.test:0"}, False),
    ],
)
def test_which_proxies_can_be_used(monkeypatch: pytest.MonkeyPatch, names: dict[str, str], is_usable: bool) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    origins._at.cache_clear()
    told = origins.mistake_in_proxy("https://telegram.test")
    assert (not told) == is_usable
    assert "geheim" not in told
    assert not origins.mistake_in_proxy("http://127.0.0.1:8081"), "to this machine none leads"


async def test_when_a_response_was_made_is_told_where_the_server_says_it() -> None:
    dates: list[str] = []
    client = HttpClient(1, dates.append)
    await client.initialize()
    async with server(OK) as (url, _):
        await client.do_request(url, "POST")
    assert dates == []
    async with server(OK.replace(b"Content-Length", b"Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length")) as (url, _):
        await client.do_request(url, "POST")
    assert dates == ["Sun, 06 Nov 1994 08:49:37 GMT"]
    await client.shutdown()


async def test_a_proxy_of_another_kind_is_refused(client: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
    with pytest.raises(NetworkError) as caught:
        await client.do_request("https://socks.test/bot1:a/getMe", "POST")
    assert isinstance(caught.value.__cause__, ConnectingError)
