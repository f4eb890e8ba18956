"""Looks at ports that are closed, silent or slow, and at names that do not exist."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.models.club import Encryption
from assistant.live_check import Endpoint, Outcome
from assistant.live_check.probe import probe
from tests.assistant.live_check import servers
from tests.assistant.live_check.conftest import Look, in_thread
from tests.assistant.live_check.servers import (
    Addresses,
    listening,
    to_loopback,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.assistant.live_check.certificates import Certificates

SSL_TLS, STARTTLS, NONE = Encryption.SSL_TLS, Encryption.STARTTLS, Encryption.NONE


@pytest.mark.parametrize("encryption", [SSL_TLS, NONE])
def test_closed_port(look: Look, encryption: Encryption) -> None:
    assert look("imap", "good.test", servers.free_port(), encryption).outcome is Outcome.REFUSED


@pytest.mark.parametrize("encryption", [SSL_TLS, STARTTLS, NONE])
def test_silent_port(look: Look, encryption: Encryption) -> None:
    with servers.silent_port() as port:
        result = look("imap", "good.test", port, encryption, timeout=0.3)
    assert result.outcome is Outcome.SILENT
    assert result.seconds < 2


def test_nobody_answers(look: Look) -> None:
    with servers.full_port() as port:
        result = look("imap", "good.test", port, NONE, timeout=0.3)
    assert result.outcome is Outcome.TIMEOUT
    assert result.seconds < 2


async def test_drops_cannot_stretch_the_check(look: Look) -> None:
    async def drip(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            for _ in range(100):
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(0.05)
        except OSError:
            pass
        writer.close()

    async with listening(drip) as port:
        result = await in_thread(look, "imap", "good.test", port, NONE, timeout=0.3)
    assert result.outcome is Outcome.SILENT
    assert result.seconds < 2


def failing(error: Exception, *, knows_others: bool) -> Callable[[str, int], Addresses]:
    def resolve(server: str, _port: int) -> Addresses:
        if knows_others and server != "mail.test":
            return [(socket.AF_INET, ("127.0.0.1", 443))]
        raise error

    return resolve


NO_NAME, NOT_NOW = socket.gaierror(socket.EAI_NONAME, "x"), socket.gaierror(socket.EAI_AGAIN, "x")


@pytest.mark.parametrize(
    ("error", "knows_others", "outcome"),
    [
        (NO_NAME, True, Outcome.NAME_UNKNOWN),
        (NO_NAME, False, Outcome.NO_NETWORK),
        (NOT_NOW, True, Outcome.NO_NETWORK),
        (NOT_NOW, False, Outcome.NO_NETWORK),
        (UnicodeError("label empty"), True, Outcome.NAME_UNKNOWN),
    ],
)
def test_a_name_that_is_not_found_is_the_servers_fault_only_where_others_are(
    certificates: Certificates, error: Exception, knows_others: bool, outcome: Outcome
) -> None:
    endpoint, resolve = Endpoint("imap", "mail.test", 993, SSL_TLS), failing(error, knows_others=knows_others)
    result = probe(endpoint, make_context=certificates.client_context, resolve=resolve, timeout=1)
    assert result.outcome is outcome


def test_port_25_that_cannot_be_reached_says_nothing(certificates: Certificates) -> None:
    closed = servers.free_port()
    with servers.full_port() as full:
        for port in (closed, full):
            addresses = to_loopback("good.test", port)
            result = probe(
                Endpoint("smtp", "good.test", 25, NONE),
                make_context=certificates.client_context,
                resolve=lambda _server, _port, found=addresses: found,  # type: ignore[misc]
                timeout=0.3,
            )
            assert result.outcome is Outcome.NOT_CHECKABLE


async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A POP3 server of few words."""
    writer.write(b"+OK\r\n")
    await reader.readline()
    writer.write(b"+OK\r\nUSER\r\n.\r\n")
    writer.close()


@pytest.mark.parametrize(("answers", "deaf"), [("127.0.0.1", "IPv6"), ("::1", "IPv4")])
async def test_a_server_that_answers_on_one_kind_of_address_only(certificates: Certificates, answers: str, deaf: str) -> None:
    try:
        server = await asyncio.start_server(greet, answers, 0)
    except OSError:
        pytest.skip(f"this machine has no {answers}")
    port = server.sockets[0].getsockname()[1]
    both: Addresses = [(socket.AF_INET6, ("::1", port, 0, 0)), (socket.AF_INET, ("127.0.0.1", port))]
    endpoint = Endpoint("pop3", "mail.test", port, NONE)
    async with server:
        result = await asyncio.to_thread(
            probe, endpoint, make_context=certificates.client_context, resolve=lambda _server, _port: both, timeout=1
        )
    assert (result.outcome, result.deaf_on) == (Outcome.UNENCRYPTED, deaf)


@pytest.fixture
def without_ipv6(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose kernel has no IPv6, as with `ipv6.disable=1`: not even a socket can be made."""

    class Socket(socket.socket):
        def __init__(self, family: int = -1, *more: int, **others: int | None) -> None:
            if family == socket.AF_INET6:
                raise OSError(errno.EAFNOSUPPORT, os.strerror(errno.EAFNOSUPPORT))
            super().__init__(family, *more, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "socket", Socket)


@pytest.mark.usefixtures("without_ipv6")
@pytest.mark.parametrize("is_ipv6_first", [True, False])
async def test_a_machine_without_ipv6_asks_by_ipv4_and_accuses_nobody(certificates: Certificates, is_ipv6_first: bool) -> None:
    async with listening(greet) as port:
        both: Addresses = [(socket.AF_INET6, ("::1", port, 0, 0)), (socket.AF_INET, ("127.0.0.1", port))]
        result = await asyncio.to_thread(
            probe,
            Endpoint("pop3", "mail.test", port, NONE),
            make_context=certificates.client_context,
            resolve=lambda _server, _port: both if is_ipv6_first else both[::-1],
            timeout=1,
        )
    assert (result.outcome, result.deaf_on) == (Outcome.UNENCRYPTED, "")


@pytest.mark.usefixtures("without_ipv6")
def test_a_machine_without_ipv6_knows_nothing_of_a_server_that_has_only_that(certificates: Certificates) -> None:
    only: Addresses = [(socket.AF_INET6, ("::1", 993, 0, 0))]
    endpoint = Endpoint("imap", "mail.test", 993, SSL_TLS)
    result = probe(endpoint, make_context=certificates.client_context, resolve=lambda _server, _port: only, timeout=1)
    assert result.outcome is Outcome.NO_NETWORK
