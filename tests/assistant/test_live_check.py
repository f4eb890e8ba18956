"""The live check against real servers on 127.0.0.1."""

from __future__ import annotations

import asyncio
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.content_file import load_file
from assistant.knowledge.models import Encryption, Settings
from assistant.live_check import (
    Endpoint,
    LiveCheck,
    LiveCheckWords,
    Outcome,
    Report,
    Result,
    describe,
    endpoints,
)
from assistant.live_check.probe import probe
from tests.assistant import mail_servers
from tests.assistant.club import SETTINGS
from tests.assistant.mail_servers import Certificates, Dovecot, Serve, Smtp, listening

WORDS = load_file(Path(__file__).parents[2] / "content", "live_check.yaml", LiveCheckWords)
SSL_TLS, STARTTLS, NONE = Encryption.SSL_TLS, Encryption.STARTTLS, Encryption.NONE
Look = Callable[..., Result]
Addresses = list[tuple[socket.AddressFamily, tuple[str | int | bytes, ...]]]

needs_dovecot = pytest.mark.skipif(mail_servers.dovecot_program() is None, reason="Dovecot is not installed")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that Dovecot's own users may enter, unlike pytest's."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    made = Path(tempfile.mkdtemp(prefix="mail"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="module")
def certificates(folder: Path) -> Certificates:
    return mail_servers.make_certificates(folder)


@pytest.fixture(scope="module")
def dovecot(folder: Path, certificates: Certificates) -> Iterator[Dovecot]:
    with mail_servers.dovecot(folder, certificates) as ports:
        yield ports


def to_loopback(_server: str, port: int) -> Addresses:
    return [(socket.AF_INET, ("127.0.0.1", port))]


@pytest.fixture
def look(certificates: Certificates) -> Look:
    def probed(kind: str, server: str, port: int, encryption: Encryption, *, timeout: float = 3.0) -> Result:
        endpoint = Endpoint(kind, server, port, encryption)  # type: ignore[arg-type]
        return probe(endpoint, make_context=certificates.client_context, resolve=to_loopback, timeout=timeout)

    return probed


@needs_dovecot
@pytest.mark.parametrize(("kind", "port"), [("imap", "imaps"), ("pop3", "pop3s")])
def test_encrypted_receiving(look: Look, dovecot: Dovecot, kind: str, port: str) -> None:
    result = look(kind, "good.test", getattr(dovecot, port), SSL_TLS)
    assert result.outcome is Outcome.OK
    assert result.days_left == 59
    assert result.certificate_name == "good.test"


@needs_dovecot
def test_certificate_that_ends_soon(look: Look, dovecot: Dovecot) -> None:
    result = look("imap", "soon.test", dovecot.imaps, SSL_TLS)
    assert (result.outcome, result.days_left) == (Outcome.OK, 8)


@needs_dovecot
@pytest.mark.parametrize(
    ("server", "outcome"),
    [
        ("expired.test", Outcome.EXPIRED),
        ("wrongname.test", Outcome.WRONG_CERTIFICATE_NAME),
        ("selfsigned.test", Outcome.UNTRUSTED),
    ],
)
@pytest.mark.parametrize(("kind", "encryption"), [("imap", SSL_TLS), ("imap", STARTTLS), ("pop3", STARTTLS)])
def test_bad_certificates(look: Look, dovecot: Dovecot, server: str, outcome: Outcome, kind: str, encryption: Encryption) -> None:
    port = {("imap", SSL_TLS): dovecot.imaps, ("imap", STARTTLS): dovecot.imap, ("pop3", STARTTLS): dovecot.pop3}
    result = look(kind, server, port[kind, encryption], encryption)
    assert result.outcome is outcome
    assert result.certificate_name == ("other.test" if outcome is Outcome.WRONG_CERTIFICATE_NAME else "")


@needs_dovecot
def test_receiving_without_encryption_as_listed(look: Look, dovecot: Dovecot) -> None:
    result = look("pop3", "good.test", dovecot.pop3, NONE)
    assert (result.outcome, result.offers_tls) == (Outcome.UNENCRYPTED, True)


@needs_dovecot
def test_starttls_that_takes_passwords_in_the_clear_too(look: Look, dovecot: Dovecot) -> None:
    result = look("imap", "good.test", dovecot.imap, STARTTLS)
    assert (result.outcome, result.days_left) == (Outcome.PLAIN_LOGIN_OFFERED, 59)


@needs_dovecot
def test_ssl_at_a_plain_port(look: Look, dovecot: Dovecot) -> None:
    assert look("imap", "good.test", dovecot.imap, SSL_TLS).outcome is Outcome.NOT_TLS


@needs_dovecot
def test_plain_words_at_an_ssl_port(look: Look, dovecot: Dovecot) -> None:
    result = look("imap", "good.test", dovecot.imaps, NONE, timeout=0.5)
    assert result.outcome in {Outcome.SILENT, Outcome.HUNG_UP}


@needs_dovecot
def test_no_login_is_tried_and_the_server_hears_goodbye(look: Look, dovecot: Dovecot, folder: Path) -> None:
    look("imap", "good.test", dovecot.imaps, SSL_TLS)
    look("pop3", "good.test", dovecot.pop3, NONE)
    end = time.monotonic() + 5
    while (log := (folder / "log").read_text()).count("by logging out (no auth attempts") < 2:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert "auth failed" not in log
    assert "Login:" not in log


async def in_thread(look: Look, *arguments: object, **more: object) -> Result:
    return await asyncio.wait_for(asyncio.to_thread(look, *arguments, **more), 20)


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("good", Outcome.OK),
        ("expired", Outcome.EXPIRED),
        ("wrongname", Outcome.WRONG_CERTIFICATE_NAME),
        ("selfsigned", Outcome.UNTRUSTED),
    ],
)
async def test_sending_with_starttls(look: Look, certificates: Certificates, name: str, outcome: Outcome) -> None:
    said: list[str] = []
    smtp = Smtp(certificates.server_context(name), said=said)
    async with listening(smtp.serve) as port:
        result = await in_thread(look, "smtp", f"{name}.test", port, STARTTLS)
    assert result.outcome is outcome
    assert {line.split()[0] for line in said} <= {"EHLO", "STARTTLS", "QUIT"}
    if outcome is Outcome.OK:
        assert said == ["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", "QUIT"]


@pytest.mark.parametrize(
    ("change", "encryption", "outcome"),
    [
        ({"plain_login": True}, STARTTLS, Outcome.PLAIN_LOGIN_OFFERED),
        ({"encrypted_login": False}, STARTTLS, Outcome.NO_LOGIN),
        ({"context": None}, STARTTLS, Outcome.NO_STARTTLS),
        ({"stuffing": b"250 OK\r\n"}, STARTTLS, Outcome.UNEXPECTED),
        ({"greeting": "554 no service"}, STARTTLS, Outcome.UNEXPECTED),
        ({"greeting": "421 too busy"}, STARTTLS, Outcome.UNEXPECTED),
        ({"greeting": "220-" + "x" * 9000}, STARTTLS, Outcome.UNEXPECTED),
        ({"greeting": "\r\n".join(["220-x"] * 200)}, STARTTLS, Outcome.UNEXPECTED),
        ({"plain_login": True}, NONE, Outcome.UNENCRYPTED),
        ({}, NONE, Outcome.LOGIN_NEEDS_TLS),
        ({"context": None}, NONE, Outcome.NO_LOGIN),
        ({}, SSL_TLS, Outcome.NOT_TLS),
    ],
)
async def test_what_smtp_servers_offer(
    look: Look, certificates: Certificates, change: dict[str, object], encryption: Encryption, outcome: Outcome
) -> None:
    parts: dict[str, object] = {"context": certificates.server_context("good")} | change
    async with listening(Smtp(**parts).serve) as port:  # type: ignore[arg-type]
        result = await in_thread(look, "smtp", "good.test", port, encryption)
    assert result.outcome is outcome


def saying(*answers: bytes) -> Serve:
    """A server that says one thing after the other, whatever it hears, and then hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            for answer in answers:
                writer.write(answer)
                await asyncio.wait_for(reader.readline(), 10)
        except (OSError, TimeoutError):
            pass
        writer.close()

    return serve


@pytest.mark.parametrize(
    ("kind", "encryption", "answers", "outcome"),
    [
        ("pop3", NONE, [b"+OK\r\n", b"-ERR unknown\r\n"], Outcome.UNENCRYPTED),
        ("pop3", NONE, [b"+OK\r\n", b"+OK\r\nSTLS\r\n.\r\n"], Outcome.LOGIN_NEEDS_TLS),
        ("pop3", NONE, [b"+OK\r\n", b"+OK\r\nSASL PLAIN LOGIN\r\n.\r\n"], Outcome.UNENCRYPTED),
        ("pop3", NONE, [b"-ERR closed\r\n"], Outcome.UNEXPECTED),
        ("pop3", NONE, [], Outcome.HUNG_UP),
        ("imap", NONE, [b"* OK hi\r\n", b"* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\nA1 OK\r\n"], Outcome.LOGIN_NEEDS_TLS),
        ("imap", STARTTLS, [b"* OK hi\r\n", b"* CAPABILITY IMAP4rev1\r\nA1 OK\r\n"], Outcome.NO_STARTTLS),
        ("imap", NONE, [b"* BYE closed\r\n"], Outcome.UNEXPECTED),
        ("imap", NONE, [b"HTTP/1.1 400 Bad Request\r\n"], Outcome.UNEXPECTED),
        ("imap", NONE, [b"\xff\x00\r\n"], Outcome.UNEXPECTED),
    ],
)
async def test_odd_servers(look: Look, kind: str, encryption: Encryption, answers: list[bytes], outcome: Outcome) -> None:
    async with listening(saying(*answers)) as port:
        result = await in_thread(look, kind, "good.test", port, encryption)
    assert result.outcome is outcome


@pytest.mark.parametrize("encryption", [SSL_TLS, NONE])
def test_closed_port(look: Look, encryption: Encryption) -> None:
    assert look("imap", "good.test", mail_servers.free_port(), encryption).outcome is Outcome.REFUSED


@pytest.mark.parametrize("encryption", [SSL_TLS, STARTTLS, NONE])
def test_silent_port(look: Look, encryption: Encryption) -> None:
    with mail_servers.silent_port() as port:
        result = look("imap", "good.test", port, encryption, timeout=0.3)
    assert result.outcome is Outcome.SILENT
    assert result.seconds < 2


def test_nobody_answers(look: Look) -> None:
    with mail_servers.full_port() as port:
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


def failing(error: Exception) -> Callable[[str, int], Addresses]:
    def resolve(_server: str, _port: int) -> Addresses:
        raise error

    return resolve


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), Outcome.NAME_UNKNOWN),
        (socket.gaierror(socket.EAI_AGAIN, "x"), Outcome.NO_NETWORK),
        (UnicodeError("label empty"), Outcome.NAME_UNKNOWN),
    ],
)
def test_names(certificates: Certificates, error: Exception, outcome: Outcome) -> None:
    endpoint = Endpoint("imap", "mail.test", 993, SSL_TLS)
    result = probe(endpoint, make_context=certificates.client_context, resolve=failing(error), timeout=1)
    assert result.outcome is outcome


def test_port_25_that_cannot_be_reached_says_nothing(certificates: Certificates) -> None:
    closed = mail_servers.free_port()
    with mail_servers.full_port() as full:
        for port in (closed, full):
            addresses = to_loopback("good.test", port)
            result = probe(
                Endpoint("smtp", "good.test", 25, NONE),
                make_context=certificates.client_context,
                resolve=lambda _server, _port, found=addresses: found,  # type: ignore[misc]
                timeout=0.3,
            )
            assert result.outcome is Outcome.NOT_CHECKABLE


def test_endpoints_are_those_of_the_content() -> None:
    assert [(one.kind, one.server, one.port, one.used_by) for one in endpoints(SETTINGS)] == [
        ("imap", "c9.webspace-verkauf.de", 993, ("IMAP",)),
        ("smtp", "c9.webspace-verkauf.de", 587, ("IMAP",)),
        ("pop3", "c9.webspace-verkauf.de", 110, ("POP3",)),
        ("smtp", "c9.webspace-verkauf.de", 25, ("POP3",)),
    ]
    data = SETTINGS.model_dump()
    data["protocols"]["pop3"]["outgoing"] = data["protocols"]["imap"]["outgoing"]
    assert [one.used_by for one in endpoints(Settings.model_validate(data))] == [("IMAP",), ("IMAP", "POP3"), ("POP3",)]


@needs_dovecot
async def test_whole_check_of_healthy_servers(dovecot: Dovecot, certificates: Certificates) -> None:
    asked: list[tuple[str, int]] = []
    async with listening(Smtp(certificates.server_context("good")).serve) as submission:
        ports = {993: dovecot.imaps, 110: dovecot.pop3, 587: submission, 25: mail_servers.free_port()}

        def resolve(server: str, port: int) -> Addresses:
            asked.append((server, port))
            return to_loopback(server, ports[port])

        settings = SETTINGS.model_copy(update={"mail_server": "good.test"})
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
    other = SETTINGS.model_copy(update={"mail_server": "other.test"})
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


NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def report(*outcomes: Outcome, days_left: int | None = None) -> Report:
    places = endpoints(SETTINGS)
    results = tuple(Result(place, outcome, days_left=days_left) for place, outcome in zip(places, outcomes, strict=False))
    return Report(results, NOW)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_its_sentence(outcome: Outcome, language: str) -> None:
    title, lines, verdict, from_here = describe(report(outcome), WORDS, language, webmaster="den Webmaster", now=NOW)
    text = f"{title}\n{lines}\n{verdict}\n{from_here}"
    assert "{" not in text
    assert "}" not in text
    assert len(lines) < 200
    assert WORDS.outcomes[outcome].root.keys() == {"de", "en"}


def test_verdicts() -> None:
    def verdict(*outcomes: Outcome) -> str:
        return describe(report(*outcomes), WORDS, "de", webmaster="den Webmaster", now=NOW)[2]

    assert verdict(Outcome.OK, Outcome.OK, Outcome.UNENCRYPTED, Outcome.NOT_CHECKABLE) == WORDS.fine.get("de")
    assert "frag den Webmaster" in verdict(Outcome.OK, Outcome.EXPIRED)
    assert "frag den Webmaster" in verdict(Outcome.OK, Outcome.OK, Outcome.LOGIN_NEEDS_TLS)
    assert verdict(Outcome.NO_NETWORK, Outcome.NOT_CHECKABLE) == WORDS.nothing.get("de")


def test_lines_below_a_line() -> None:
    lines = describe(report(Outcome.OK, days_left=9), WORDS, "de", webmaster="x", now=NOW)[1]
    assert "noch 9 Tage" in lines.splitlines()[1]
    place = endpoints(SETTINGS)[2]
    could = Report((Result(place, Outcome.UNENCRYPTED, offers_tls=True),), NOW)
    assert "STARTTLS" in describe(could, WORDS, "en", webmaster="x", now=NOW)[1].splitlines()[1]
    wrong = Report((Result(place, Outcome.WRONG_CERTIFICATE_NAME, certificate_name="web7.example"),), NOW)
    assert "`web7.example`" in describe(wrong, WORDS, "de", webmaster="x", now=NOW)[1]


def test_age_is_told() -> None:
    paragraphs = describe(report(Outcome.OK), WORDS, "de", webmaster="x", now=NOW + timedelta(minutes=3, seconds=5))
    assert paragraphs[-1] == "Stand: vor 3 Min."


def test_words_must_be_whole() -> None:
    data = WORDS.model_dump(mode="json")
    del data["outcomes"]["expired"]
    with pytest.raises(ValueError, match="missing: expired"):
        LiveCheckWords.model_validate(data)
