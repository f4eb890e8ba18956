"""The DNS records by which mail programs may find the servers (RFC 6186, and RFC 8314, section 5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption
from assistant.setup_files.document import SetupDocument

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Club, Settings

MIME_TYPE = "text/plain"
_SERVICES = {
    ("imap", True): "_imaps",
    ("imap", False): "_imap",
    ("pop3", True): "_pop3s",
    ("pop3", False): "_pop3",
    ("smtp", True): "_submissions",
    ("smtp", False): "_submission",
}
"""Protocol, and whether encryption begins with the first byte → service name."""
_SMTP_RELAY_PORT = 25
"""Port 25 hands mail from server to server; RFC 6186 gives it no service name for members' programs."""
_LIFETIME = 3600


def srv_records(settings: Settings, club: Club) -> SetupDocument:
    """Give one record a line in zone-file form; a target `.` with port 0 says that a service is not offered.

    Programs prefer the lower priority (RFC 6186, section 3.4): the recommended protocol has 0, others 10.
    """
    offered: dict[str, str] = {}
    for key, protocol in settings.protocols.items():
        for kind, connection in ((str(key), protocol.incoming), ("smtp", protocol.outgoing)):
            if kind == "smtp" and connection.port == _SMTP_RELAY_PORT:
                continue
            service = _SERVICES[kind, connection.encryption is Encryption.SSL_TLS]
            priority = 0 if protocol.recommended else 10
            record = f"{priority} 1 {connection.port} {settings.host_of(connection)}."
            if service not in offered or protocol.recommended:
                offered[service] = record
    lines = [
        f"{service}._tcp.{club.domain}. {_LIFETIME} IN SRV {offered.get(service, '0 0 0 .')}" for service in _SERVICES.values()
    ]
    return SetupDocument("dns-srv.txt", MIME_TYPE, ("\n".join(lines) + "\n").encode())
