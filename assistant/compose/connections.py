"""Which of the club's connections a question is about: by protocol and direction, or by the port that is named."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from assistant.compose.claims import ENCRYPTED
from assistant.intent import DIRECTIONS
from assistant.understanding.changed import changed_to
from assistant.understanding.slots import is_host
from assistant.understanding.text import HOST_BEGINNINGS

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.intent import Intent
    from assistant.knowledge.models.club import Connection
    from assistant.knowledge.models.content import Content
    from assistant.understanding.understood import Understanding


USUALLY = {"143": "imap", "993": "imap", "110": "pop3", "995": "pop3"}
"""Protocols that ports are registered for (IANA)."""
_MISREAD = 2
"""Edits of a host's name that was copied by hand."""
_TILL_LEFT_OUT = 2
"""Words of 'ohne [das c9]'."""


class Way(NamedTuple):
    """A connection and what it is for."""

    protocol: str
    direction: str
    connection: Connection

    @property
    def sends_openly(self) -> bool:
        """Whether it is for what goes out, and not encrypted."""
        return self.direction == "outgoing" and self.connection.encryption not in ENCRYPTED


def connections_of(content: Content, intent: Intent) -> list[Connection]:
    """Give the connections that an intent is about; all of them where it leaves that open."""
    return [way.connection for way in ways_asked(content, intent)]


def ways_asked(content: Content, intent: Intent) -> list[Way]:
    """Give the connections that an intent is about, with what they are for."""
    return _ways(content, intent.subject, intent.direction)


def way_of(content: Content, protocol: str, direction: str) -> Way | None:
    """Give a connection by its names; None where the club has no such one."""
    return next((way for way in _ways(content) if (way.protocol, way.direction) == (protocol, direction)), None)


def ways_to_send(content: Content) -> list[Way]:
    """Give the connections for what goes out."""
    return _ways(content, direction="outgoing")


def encrypted_ways_to_send(content: Content) -> list[Way]:
    """Give the encrypted connections for what goes out: they may be taken with any protocol for what comes in."""
    return [way for way in ways_to_send(content) if not way.sends_openly]


def ports_named(content: Content, understood: Understanding) -> list[str]:
    """Give the ports among the numbers that a member named."""
    return [word for word in understood.numbers if word in content.vocabulary.numbers]


def hosts_named(content: Content, understood: Understanding) -> set[str]:
    """Give the hosts that a member named; 'the c9 server' is meant for the one that begins so."""
    return {*_hosts_by_place(content, understood).values()}


def host_changed_to(content: Content, understood: Understanding) -> set[str]:
    """Give the host that another one is to become: 'soll ich imap.verein.de auf … ändern?'; none where that is not asked."""
    whole, hosts = understood.explanation.whole, _hosts_by_place(content, understood)
    new = changed_to(whole, hosts) if whole is not None else ()
    return {hosts[at] for at in new}


def _hosts_by_place(content: Content, understood: Understanding) -> dict[int, str]:
    """Give the hosts that a member named, by the places of their words."""
    whole = understood.explanation.whole
    if whole is None:
        return {}
    hosts = frozenset((*content.settings.hosts, content.club.domain))
    beginnings, by_name = _beginnings_and_names(hosts)
    left_out = {hit.end + at for hit in whole.cues.get("without", ()) for at in range(_TILL_LEFT_OUT)}
    named: dict[int, str] = {}
    for at, word in enumerate(whole.sentence.words):
        if "." in word and "@" not in word:
            if is_host(word) or word.startswith(beginnings) or any(_is_nearly(word, host) for host in hosts):
                named[at] = word
        elif word in by_name and at not in left_out:  # not so 'ohne c9 davor'
            named[at] = by_name[word]
    return named


@cache
def _beginnings_and_names(hosts: frozenset[str]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Give how hosts of mail begin, these among them, and the host by its first part where that is a word for nothing else."""
    beginnings = (*HOST_BEGINNINGS, *[f"{host.partition('.')[0]}." for host in hosts])
    return beginnings, {short: host for host in hosts if (short := own_name(host))}


def _is_nearly(word: str, host: str) -> bool:
    """Tell whether a word is a host that was misread: 'c8.…' for 'c9.…'."""
    rest = host.partition(".")[2]
    is_rest = "." in rest and (word == rest or word.endswith(f".{rest}"))  # 'ohne c9 davor'
    return is_rest or OSA.distance(word, host, score_cutoff=_MISREAD) <= _MISREAD


def own_name(host: str) -> str:
    """Give the first part of a host's name, where it is a word for nothing else: 'c9', not 'mail'."""
    first = host.partition(".")[0]
    return first if any(map(str.isdigit, first)) and f"{first}." not in HOST_BEGINNINGS else ""


def ways_by_port(content: Content, numbers: Collection[str]) -> list[Way]:
    """Give the connections whose ports are among some numbers that a member named."""
    return [way for way in _ways(content) if str(way.connection.port) in numbers] if numbers else []


def _ways(content: Content, subject: str = "", direction: str = "") -> list[Way]:
    protocols = content.settings.protocols
    subjects = [subject] if subject in protocols else list(protocols)
    directions = [direction] if direction in DIRECTIONS else DIRECTIONS
    return [Way(name, side, getattr(protocols[name], side)) for name in subjects for side in directions]
