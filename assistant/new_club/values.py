"""What a club must tell before the bot can work for it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.knowledge.models.club import Encryption

_HIGHEST_PORT, _PORT_DIGITS = 65535, 5


@dataclass(frozen=True)
class Server:
    """One direction of one protocol."""

    host: str
    port: int
    encryption: Encryption


@dataclass(frozen=True)
class Servers:
    """Where a club's mail is fetched and sent."""

    imap: Server
    imap_outgoing: Server
    pop3: Server
    pop3_outgoing: Server


@dataclass(frozen=True)
class NewClub:
    """Everything that differs from club to club."""

    name: str
    short_name: str
    domain: str
    contact: dict[str, str]
    """Whom members ask, per language, as a part of a sentence: 'den Webmaster'."""
    sender: dict[str, str]
    """What members enter as their name, per language."""
    sender_example: str
    servers: Servers


def is_port(text: str) -> bool:
    """Tell whether a text is the number of a port, 1 to 65535."""
    return text.isascii() and text.isdecimal() and len(text) <= _PORT_DIGITS and 1 <= int(text) <= _HIGHEST_PORT


def usual(domain: str, host: str = "") -> Servers:
    """Give what most hosters offer: everything encrypted (RFC 8314), one host for all; `mail.<domain>` unless it is known."""
    host = host or f"mail.{domain}"
    outgoing = Server(host, 587, Encryption.STARTTLS)
    return Servers(
        Server(host, 993, Encryption.SSL_TLS), outgoing, Server(host, 995, Encryption.SSL_TLS), outgoing
    )  # fmt: skip
