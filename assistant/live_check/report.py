"""What the live check looks at, and what it found: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from assistant.knowledge.models.club import Encryption, Settings

Kind = Literal["imap", "pop3", "smtp"]


@dataclass(frozen=True)
class Endpoint:
    """One port of one server in the content."""

    kind: Kind
    server: str
    port: int
    encryption: Encryption
    used_by: tuple[str, ...] = ()
    """The names of the club's protocols whose settings name this port."""


def endpoints(settings: Settings) -> tuple[Endpoint, ...]:
    """Give what there is to check: exactly the servers and ports in the content, each once."""
    found: dict[tuple[Kind, str, int, Encryption], list[str]] = {}
    for key, protocol in settings.protocols.items():
        incoming: Kind = "imap" if key == "imap" else "pop3"
        pairs: tuple[tuple[Kind, str], ...] = ((incoming, "incoming"), ("smtp", "outgoing"))
        for kind, direction in pairs:
            connection = protocol.incoming if direction == "incoming" else protocol.outgoing
            server = settings.host_of(connection)
            found.setdefault((kind, server, connection.port, connection.encryption), []).append(protocol.name)
    return tuple(Endpoint(*place, tuple(names)) for place, names in found.items())


class Outcome(StrEnum):
    """How one port behaved, seen from the bot's machine."""

    OK = "ok"
    """It answers, encrypted as the content says, with a valid certificate, and offers a login."""
    UNENCRYPTED = "unencrypted"
    """It answers as the content says: without encryption."""
    LOGIN_NEEDS_TLS = "login_needs_tls"
    """The content says no encryption, but the server wants passwords only after STARTTLS or STLS."""
    PLAIN_LOGIN_OFFERED = "plain_login_offered"
    """It offers STARTTLS, but would take a password without it too."""
    NO_LOGIN = "no_login"
    """It answers, but offers no login at all."""
    NAME_UNKNOWN = "name_unknown"
    """The server's name does not exist."""
    NO_NETWORK = "no_network"
    """The bot's own machine has no name service or no route: nothing is known about the server."""
    REFUSED = "refused"
    """The port is closed."""
    TIMEOUT = "timeout"
    """Nobody answers."""
    SILENT = "silent"
    """The connection opens, then nothing is said."""
    HUNG_UP = "hung_up"
    """The server ends the connection before it should."""
    UNEXPECTED = "unexpected"
    """It says something that a mail server of this kind does not say, or that it is closed."""
    NOT_TLS = "not_tls"
    """The content says SSL/TLS, but the port does not speak it."""
    TLS_FAILED = "tls_failed"
    """Encryption cannot be agreed on."""
    NO_STARTTLS = "no_starttls"
    """The content says STARTTLS, but the port does not offer it."""
    WRONG_CERTIFICATE_NAME = "wrong_certificate_name"
    """The certificate is for another name."""
    EXPIRED = "expired"
    """The certificate is expired, or not valid yet."""
    UNTRUSTED = "untrusted"
    """The certificate comes from nobody who is trusted."""
    NOT_CHECKABLE = "not_checkable"
    """Port 25 cannot be reached; networks of data centres block it, so it says nothing about the server."""


FINE = frozenset({Outcome.OK, Outcome.UNENCRYPTED, Outcome.PLAIN_LOGIN_OFFERED})
"""The club's settings work as they stand."""
OPEN = frozenset({Outcome.NOT_CHECKABLE, Outcome.NO_NETWORK})
"""Nothing was learned about the server."""
UNREACHED = OPEN | {Outcome.TIMEOUT}
"""Nothing came back from it: it does not answer, or the bot's network does not let it through."""


@dataclass(frozen=True)
class Result:
    """What was found at one port."""

    endpoint: Endpoint
    outcome: Outcome
    seconds: float = 0.0
    days_left: int | None = None
    """How long the certificate is valid yet, in whole days; None where none was seen."""
    certificate_name: str = ""
    """The first name in the certificate; for WRONG_CERTIFICATE_NAME the wrong one, where it could be read."""
    offers_tls: bool | None = None
    """On a port without encryption from the start: whether STARTTLS or STLS is offered."""
    deaf_on: str = ""
    """`IPv6` or `IPv4`, where the name has addresses of both kinds and only the other kind answers."""


@dataclass(frozen=True)
class Report:
    """What one run of the live check found."""

    results: tuple[Result, ...]
    finished: datetime
    """In UTC."""

    @property
    def is_fine(self) -> bool:
        """Whether nothing is wrong with what could be checked, and something could be."""
        outcomes = {result.outcome for result in self.results}
        return bool(outcomes & FINE) and outcomes <= FINE | OPEN

    @property
    def is_open(self) -> bool:
        """Whether nothing at all could be checked."""
        return all(result.outcome in OPEN for result in self.results)

    @property
    def is_unreached(self) -> bool:
        """Whether no port answered at all, which may be the bot's own network as well."""
        return all(result.outcome in UNREACHED for result in self.results)
