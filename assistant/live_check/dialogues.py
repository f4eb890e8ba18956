"""How one greets IMAP, POP3 and SMTP servers, asks what they offer, starts encryption and says goodbye. Never a login.

RFC 9051 (IMAP), RFC 1939, 2449 and 2595 (POP3), RFC 5321, 3207 and 4954 (SMTP).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from assistant.live_check.wire import UnexpectedReplyError

if TYPE_CHECKING:
    from assistant.live_check.report import Kind
    from assistant.live_check.wire import Wire


@dataclass(frozen=True)
class Offer:
    """What a server offers at this point."""

    tls: bool
    """To encrypt this connection."""
    login: bool | None
    """To log in with a password now; None where the server does not tell."""


class Dialogue(Protocol):
    """One protocol's words. Every method raises what `Wire` raises, and UnexpectedReplyError on a wrong answer."""

    def greet(self, wire: Wire) -> None:
        """Read the greeting."""

    def ask(self, wire: Wire) -> Offer:
        """Ask what is offered."""

    def request_tls(self, wire: Wire) -> None:
        """Ask to encrypt; the handshake comes next."""

    def leave(self, wire: Wire) -> None:
        """Say goodbye without waiting for an answer."""


class _Imap:
    def greet(self, wire: Wire) -> None:
        _expect(wire.line(), "* OK", "* PREAUTH")

    def ask(self, wire: Wire) -> Offer:
        wire.send("A1 CAPABILITY")
        lines = wire.lines_until(lambda line: line.startswith("A1 "))
        _expect(lines[-1], "A1 OK")
        words = {word.upper() for line in lines if line.upper().startswith("* CAPABILITY") for word in line.split()}
        return Offer(tls="STARTTLS" in words, login="LOGINDISABLED" not in words)

    def request_tls(self, wire: Wire) -> None:
        wire.send("A2 STARTTLS")
        _expect(wire.lines_until(lambda line: line.startswith("A2 "))[-1], "A2 OK")

    def leave(self, wire: Wire) -> None:
        wire.send("A3 LOGOUT")


class _Pop3:
    def greet(self, wire: Wire) -> None:
        _expect(wire.line(), "+OK")

    def ask(self, wire: Wire) -> Offer:
        wire.send("CAPA")
        if not wire.line().upper().startswith("+OK"):
            return Offer(tls=False, login=None)
        lines = [line.upper().split() for line in wire.lines_until(lambda line: line == ".")]
        words = {line[0]: set(line[1:]) for line in lines if line}
        by_sasl = bool(words.get("SASL", set()) & {"PLAIN", "LOGIN"})
        return Offer(tls="STLS" in words, login="USER" in words or by_sasl)

    def request_tls(self, wire: Wire) -> None:
        wire.send("STLS")
        _expect(wire.line(), "+OK")

    def leave(self, wire: Wire) -> None:
        wire.send("QUIT")


class _Smtp:
    def greet(self, wire: Wire) -> None:
        _expect(wire.lines_until(_is_last_of_smtp)[-1], "220")

    def ask(self, wire: Wire) -> Offer:
        wire.send(f"EHLO {wire.own_address}")
        lines = wire.lines_until(_is_last_of_smtp)
        _expect(lines[-1], "250")
        words = {line[4:].upper().replace("=", " ").split(" ")[0] for line in lines[1:]}
        return Offer(tls="STARTTLS" in words, login="AUTH" in words)

    def request_tls(self, wire: Wire) -> None:
        wire.send("STARTTLS")
        _expect(wire.lines_until(_is_last_of_smtp)[-1], "220")

    def leave(self, wire: Wire) -> None:
        wire.send("QUIT")


def _is_last_of_smtp(line: str) -> bool:
    return line[3:4] != "-"


def _expect(line: str, *beginnings: str) -> None:
    if not line.upper().startswith(beginnings):
        raise UnexpectedReplyError


DIALOGUES: dict[Kind, Dialogue] = {"imap": _Imap(), "pop3": _Pop3(), "smtp": _Smtp()}
