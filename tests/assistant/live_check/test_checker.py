"""Whole runs of the live check: what is looked at, how long it is kept, who waits for whom."""

from __future__ import annotations

import asyncio
import socket
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

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
    from collections.abc import Iterator

    from tests.assistant.live_check.certificates import Certificates

LONG = 10.0
"""Seconds after which a test goes on where the check would wait for ever."""
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

    def resolve(server: str, port: int) -> Addresses:
        if server == "api.telegram.org":
            return [(socket.AF_INET, ("127.0.0.1", port))]
        asked.append(port)
        raise socket.gaierror(socket.EAI_NONAME, "x")

    check = LiveCheck(resolve=resolve, clock=lambda: now[0])
    report = await check.check(SETTINGS)
    assert not report.is_open
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


async def test_a_report_that_found_nothing_is_kept_for_half_a_minute() -> None:
    now = [0.0]

    def resolve(_server: str, _port: int) -> Addresses:
        raise socket.gaierror(socket.EAI_AGAIN, "x")

    check = LiveCheck(resolve=resolve, clock=lambda: now[0])
    report = await check.check(SETTINGS)
    assert report.is_open
    now[0] = 29
    assert check.kept(SETTINGS) is report
    now[0] = 31
    assert check.kept(SETTINGS) is None


class HangingNameService:
    """Answers nothing until it is let go."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.goes_on = threading.Event()
        self.has_answered = threading.Event()

    def __call__(self, _server: str, _port: int) -> Addresses:
        self.asked.set()
        self.goes_on.wait(LONG)
        self.has_answered.set()
        raise socket.gaierror(socket.EAI_NONAME, "x")


@pytest.fixture
def hanging() -> Iterator[HangingNameService]:
    service = HangingNameService()
    yield service
    service.goes_on.set()


async def test_a_name_service_that_hangs_does_not_hold_the_check_up(hanging: HangingNameService) -> None:
    report = await LiveCheck(resolve=hanging, timeout=0.1).check(SETTINGS)
    assert not hanging.has_answered.is_set()
    assert {result.outcome for result in report.results} == {Outcome.NO_NETWORK}


def test_a_name_service_that_hangs_does_not_hold_a_stop_up(hanging: HangingNameService) -> None:
    async def stopped_while_it_looks() -> None:
        looking = asyncio.create_task(LiveCheck(resolve=hanging, timeout=2 * LONG).check(SETTINGS))
        await asyncio.sleep(0)  # the check begins
        await asyncio.sleep(0)  # its run begins
        hanging.asked.wait(LONG)
        looking.cancel()

    asyncio.run(stopped_while_it_looks())
    assert hanging.asked.is_set()
    assert not hanging.has_answered.is_set()


async def test_who_asked_first_may_leave(hanging: HangingNameService) -> None:
    check = LiveCheck(resolve=hanging, timeout=LONG)
    first, second = (asyncio.create_task(check.check(SETTINGS)) for _ in range(2))
    await asyncio.sleep(0)  # both begin, and wait for the same run
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    assert first.cancelled()
    hanging.goes_on.set()
    assert {result.outcome for result in (await second).results} == {Outcome.NO_NETWORK}
