"""Looks at a real Dovecot: IMAP and POP3, with good and bad certificates."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.models.club import Encryption
from assistant.live_check import Outcome
from tests.assistant.live_check.servers import (
    Dovecot,
    needs_dovecot,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.live_check.conftest import Look

SSL_TLS, STARTTLS, NONE = Encryption.SSL_TLS, Encryption.STARTTLS, Encryption.NONE


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
