"""Looks at an SMTP server with STARTTLS, and at servers that answer oddly."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.models.club import Encryption
from assistant.live_check import Outcome
from tests.assistant.live_check.conftest import Look, in_thread
from tests.assistant.live_check.servers import (
    Serve,
    Smtp,
    listening,
)

if TYPE_CHECKING:
    from tests.assistant.live_check.certificates import Certificates

SSL_TLS, STARTTLS, NONE = Encryption.SSL_TLS, Encryption.STARTTLS, Encryption.NONE


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
