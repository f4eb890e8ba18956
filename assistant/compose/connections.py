"""Which of the club's connections a question is about: by protocol and direction, or by the port that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.intent import DIRECTIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.intent import Intent
    from assistant.knowledge.models.club import Connection
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understand import Understanding


class Way(NamedTuple):
    """A connection and what it is for."""

    protocol: str
    direction: str
    connection: Connection


def connections_of(content: Content, intent: Intent) -> list[Connection]:
    """Give the connections that an intent is about; all of them where it leaves that open."""
    return [way.connection for way in _ways(content, intent.subject, intent.direction)]


def ways_to_send(content: Content) -> list[Way]:
    """Give the connections for what goes out."""
    return _ways(content, direction="outgoing")


def ports_named(content: Content, understood: Understanding) -> list[str]:
    """Give the ports among the numbers that a member named."""
    return [word for word in understood.numbers if word in content.vocabulary.numbers]


def ways_by_port(content: Content, numbers: Collection[str]) -> list[Way]:
    """Give the connections whose ports are among some numbers that a member named."""
    return [way for way in _ways(content) if str(way.connection.port) in numbers]


def _ways(content: Content, subject: str = "", direction: str = "") -> list[Way]:
    protocols = content.settings.protocols
    subjects = [subject] if subject in protocols else list(protocols)
    directions = [direction] if direction in DIRECTIONS else DIRECTIONS
    return [Way(name, side, getattr(protocols[name], side)) for name in subjects for side in directions]
