"""Who the bot works for, and every value of the club: `club.yaml` and `settings.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from assistant.knowledge.models.base import Filled, Language, Limited, Model, ProtocolName, Text


class Encryption(StrEnum):
    """How a connection is secured; the values are those of RFC 8314's vocabulary."""

    NONE = "none"
    SSL_TLS = "ssl_tls"
    STARTTLS = "starttls"


class Club(Model):
    """Who the bot works for (`club.yaml`)."""

    name: Filled
    short_name: Filled
    domain: str
    called: tuple[str, ...] = ()
    """How members call the club, in small letters; stands for `{club}` in the vocabulary and in questions."""
    languages: Annotated[tuple[Language, ...], Limited(min_length=1)]
    """The languages of the content; the first is taken where nothing tells the member's."""
    partial_languages: tuple[Language, ...] = ()
    """Languages in which texts may still be missing; the first language of the text stands in."""
    webmaster: Text
    """Whom to ask, as a part of a sentence: 'den Webmaster'."""
    source: Filled
    """Where the club's statements come from."""
    known_problems: Text
    """What does not work at the moment."""
    more: Text | None = None
    """Where to read more, where there is such a place."""


class Connection(Model):
    """One direction of one protocol."""

    server: str = ""
    """Host name; empty: the club's `mail_server`."""
    port: Annotated[int, Limited(ge=1, le=65535)]
    encryption: Encryption


class Protocol(Model):
    """The club's values for one protocol."""

    name: Filled
    account_type: Filled
    recommended: bool = False
    incoming: Connection
    outgoing: Connection
    delivery: Text | None = None
    """'Übermittlung': the delivery options of a mail program, where the protocol has such."""


class Account(Model):
    """What a member enters about themself."""

    name: Text
    name_example: Text
    address: Text
    username: Text
    password: Text


class Settings(Model):
    """Every value of the club, each once (`settings.yaml`)."""

    mail_server: str
    protocols: Annotated[dict[ProtocolName, Protocol], Limited(min_length=1)]
    account: Account

    @property
    def recommended(self) -> ProtocolName:
        """The protocol to take unless something speaks for another one."""
        return min(self.protocols, key=lambda name: (not self.protocols[name].recommended, name))

    @property
    def hosts(self) -> tuple[str, ...]:
        """The servers of all connections, each once."""
        connections = [side for protocol in self.protocols.values() for side in (protocol.incoming, protocol.outgoing)]
        return tuple(dict.fromkeys(map(self.host_of, connections)))

    def host_of(self, connection: Connection) -> str:
        """Give a connection's server, which is the club's mail server unless the content names another."""
        return connection.server or self.mail_server
