"""Whole runs of the live check: what is looked at, how long it is kept, who waits for whom."""

from __future__ import annotations

import asyncio
import socket
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption
from assistant.live_check import LiveCheck, Outcome, endpoints
from tests.assistant.club import SETTINGS
from tests.assistant.live_check import servers
from tests.assistant.live_check.servers import (
    Addresses,
    Dovecot,
    Smtp,
    listening,
    needs_dovecot,
    to_loopback,
)

if TYPE_CHECKING:
    from tests.assistant.live_check.certificates import Certificates

SSL_TLS, STARTTLS, NONE = Encryption.SSL_TLS, Encryption.STARTTLS, Encryption.NONE


def test_endpoints_are_those_of_the_content() -> None:
    assert [(one.kind, one.server, one.port, one.used_by) for one in endpoints(SETTINGS)] == [
        ("imap", "c9.webspace-verkauf.de", 993, ("IMAP",)),
        ("smtp", "c9.webspace-verkauf.de", 587, ("IMAP",)),
        ("pop3", "c9.webspace-verkauf.de", 110, ("POP3",)),
        ("smtp", "c9.webspace-verkauf.de", 25, ("POP3",)),
    ]
    imap, pop3 = SETTINGS.protocols["imap"], replace(SETTINGS.protocols["pop3"], outgoing=SETTINGS.protocols["imap"].outgoing)
    shared = replace(SETTINGS, protocols={"imap": imap, "pop3": pop3})
    assert [one.used_by for one in endpoints(shared)] == [("IMAP",), ("IMAP", "POP3"), ("POP3",)]


@needs_dovecot
async def test_whole_check_of_healthy_servers(dovecot: Dovecot, certificates: Certificates) -> None:
    asked: list[tuple[str, int]] = []
    async with listening(Smtp(certificates.server_context("good")).serve) as submission:
        ports = {993: dovecot.imaps, 110: dovecot.pop3, 587: submission, 25: servers.free_port()}

        def resolve(server: str, port: int) -> Addresses:
            asked.append((server, port))
            return to_loopback(server, ports[port])

        settings = replace(SETTINGS, mail_server="good.test")
        check = LiveCheck(make_context=certificates.client_context, resolve=resolve, timeout=3)
        first, second = await asyncio.gather(check.check(settings), check.check(settings))
    assert first is second, "who asks during a run gets its report"
    assert len(asked) == 4
    assert {server for server, _ in asked} == {"good.test"}
    assert [result.outcome for result in first.results] == [
        Outcome.OK,
        Outcome.OK,
        Outcome.UNENCRYPTED,
        Outcome.NOT_CHECKABLE,
    ]
    assert first.is_fine


async def test_a_report_is_kept_for_five_minutes_and_for_the_same_settings() -> None:
    now = [0.0]
    asked: list[int] = []

    def resolve(_server: str, port: int) -> Addresses:
        asked.append(port)
        raise socket.gaierror(socket.EAI_AGAIN, "x")

    check = LiveCheck(resolve=resolve, clock=lambda: now[0])
    report = await check.check(SETTINGS)
    assert report.is_open
    assert check.kept(SETTINGS) is report
    now[0] = 299
    assert await check.check(SETTINGS) is report
    assert len(asked) == 4
    now[0] = 301
    assert check.kept(SETTINGS) is None
    assert await check.check(SETTINGS) is not report
    other = replace(SETTINGS, mail_server="other.test")
    assert check.kept(other) is None
    assert (await check.check(other)).results[0].endpoint.server == "other.test"


async def test_a_name_service_that_hangs_does_not_hold_the_check_up() -> None:
    def resolve(_server: str, _port: int) -> Addresses:
        time.sleep(2)
        return []

    start = time.monotonic()
    report = await LiveCheck(resolve=resolve, timeout=0.1).check(SETTINGS)
    assert time.monotonic() - start < 1.5
    assert {result.outcome for result in report.results} == {Outcome.NO_NETWORK, Outcome.NO_NETWORK}


async def test_who_asked_first_may_leave() -> None:
    def resolve(_server: str, _port: int) -> Addresses:
        time.sleep(0.3)
        raise socket.gaierror(socket.EAI_NONAME, "x")

    check = LiveCheck(resolve=resolve, timeout=1)
    first = asyncio.create_task(check.check(SETTINGS))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(check.check(SETTINGS))
    await asyncio.sleep(0.05)
    first.cancel()
    report = await asyncio.wait_for(second, 5)
    assert {result.outcome for result in report.results} == {Outcome.NAME_UNKNOWN}
