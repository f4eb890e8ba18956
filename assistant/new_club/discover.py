"""Finds a domain's mail servers where it publishes them: Mozilla's autoconfig file, then SRV records (RFC 6186, RFC 8314).

Only whoever makes a new content folder starts this, for a domain they type; the running bot never does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import dns.exception
import dns.resolver
import httpx

from assistant.knowledge.hosts import host_name
from assistant.knowledge.models.club import Encryption
from assistant.new_club.values import Server, Servers, is_port, usual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PLACES = (
    "https://autoconfig.{domain}/mail/config-v1.1.xml",
    "https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
)
"""Where a domain may keep its file (IETF draft-ietf-mailmaint-autoconfig)."""
_SECONDS = 5.0
_MOST_BYTES = 64 * 1024
_SOCKET_TYPES = {"SSL": Encryption.SSL_TLS, "STARTTLS": Encryption.STARTTLS, "plain": Encryption.NONE}
_SERVICES = {
    "imap": (("_imaps", Encryption.SSL_TLS), ("_imap", Encryption.STARTTLS)),
    "pop3": (("_pop3s", Encryption.SSL_TLS), ("_pop3", Encryption.STARTTLS)),
    "smtp": (("_submissions", Encryption.SSL_TLS), ("_submission", Encryption.STARTTLS)),
}
"""Protocol → service names, the one encrypted from the first byte first."""


@dataclass(frozen=True)
class Found:
    """What a domain says about its mail servers."""

    servers: Servers
    source: str
    """Where it says so: an address, or the names of records."""


def discover(
    domain: str,
    fetch: Callable[[str], bytes] | None = None,
    srv: Callable[[str], list[tuple[int, str, int]]] | None = None,
) -> Found | None:
    """Ask a domain for its mail servers.

    Args:
        domain: As `host_name` gives it.
        fetch: Fetches an address; raises `OSError` where that fails.
        srv: Gives the SRV records of a name: priority, target, port; raises `OSError` where that fails.

    Returns:
        What was found, gaps filled with what is usual; None when the domain tells nothing or cannot be reached.
    """
    return _by_autoconfig(domain, fetch or fetch_file) or _by_srv(domain, srv or srv_records)


def _by_autoconfig(domain: str, fetch: Callable[[str], bytes]) -> Found | None:
    for place in _PLACES:
        address = place.format(domain=domain)
        try:
            servers = read_autoconfig(fetch(address), domain)
        except (OSError, ValueError):
            continue
        return Found(servers, address)
    return None


def read_autoconfig(data: bytes, domain: str) -> Servers:
    """Read a `config-v1.1.xml`.

    Raises:
        ValueError: it is none, or names no IMAP server.
    """
    try:
        text = data.decode("utf-8-sig")  # what is no UTF-8 could hide a DTD
        if len(data) > _MOST_BYTES or "<!" in text.replace("<!--", ""):
            raise ValueError("no autoconfig file: too long, or with a DTD")  # entities could explode
        root = ET.fromstring(text)  # noqa: S314 - small, and without a DTD
    except (UnicodeDecodeError, ET.ParseError) as error:
        raise ValueError(f"no autoconfig file: {error}") from None
    imap = next(_servers(root, "incomingServer", "imap"), None)
    if imap is None:
        raise ValueError("no autoconfig file of a domain with IMAP")
    guess = usual(domain, imap.host)
    smtp = next(_servers(root, "outgoingServer", "smtp"), guess.imap_outgoing)
    pop3 = next(_servers(root, "incomingServer", "pop3"), guess.pop3)
    return Servers(imap, smtp, pop3, smtp)


def _servers(root: ET.Element, tag: str, kind: str) -> Iterator[Server]:
    for element in root.iter(tag):
        socket_type = _SOCKET_TYPES.get(element.findtext("socketType", ""))
        port = element.findtext("port", "")
        if element.get("type") == kind and socket_type is not None and is_port(port):
            yield Server(host_name(element.findtext("hostname", "")), int(port), socket_type)


def _by_srv(domain: str, srv: Callable[[str], list[tuple[int, str, int]]]) -> Found | None:
    found: dict[str, Server] = {}
    names = []
    for kind, services in _SERVICES.items():
        for service, encryption in services:
            name = f"{service}._tcp.{domain}"
            server = _first(name, encryption, srv)
            if server is not None:
                found.setdefault(kind, server)
                names.append(name)
    if "imap" not in found:
        return None
    guess = usual(domain, found["imap"].host)
    smtp = found.get("smtp", guess.imap_outgoing)
    servers = replace(guess, imap=found["imap"], imap_outgoing=smtp, pop3=found.get("pop3", guess.pop3), pop3_outgoing=smtp)
    return Found(servers, ", ".join(names))


def _first(name: str, encryption: Encryption, srv: Callable[[str], list[tuple[int, str, int]]]) -> Server | None:
    """Give the preferred record: the lowest priority; a target `.` says that the service is not offered."""
    try:
        records = [record for record in srv(name) if record[1].strip(".")]
        return Server(host_name(min(records)[1]), min(records)[2], encryption) if records else None
    except (OSError, ValueError):
        return None


def fetch_file(address: str) -> bytes:
    """Fetch a small file.

    Raises:
        OSError: it cannot be had.
    """
    try:
        with httpx.stream("GET", address, timeout=_SECONDS, follow_redirects=True) as answer:
            if answer.status_code != httpx.codes.OK:
                raise OSError(f"status {answer.status_code}")
            data = bytearray()
            for part in answer.iter_bytes():
                data += part
                if len(data) > _MOST_BYTES:
                    break
            return bytes(data)
    except httpx.HTTPError as error:
        raise OSError(type(error).__name__) from None


def srv_records(name: str, resolver: dns.resolver.Resolver | None = None) -> list[tuple[int, str, int]]:
    """Give the SRV records of a name: priority, target, port (RFC 2782).

    Raises:
        OSError: there are none, or the DNS cannot be reached.
    """
    try:
        answer = (resolver or dns.resolver.Resolver()).resolve(name, "SRV", lifetime=_SECONDS)
    except dns.exception.DNSException as error:
        raise OSError(type(error).__name__) from None
    return [(record.priority, str(record.target), record.port) for record in answer]
