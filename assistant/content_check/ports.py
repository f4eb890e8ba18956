"""Finds ports that hardly ever go with their encryption: `939` for SSL/TLS is more likely a slip than a server's own wish."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake

_SETTINGS = "settings.yaml"
_USUAL: dict[str, dict[Encryption, tuple[int, ...]]] = {
    "imap": {Encryption.SSL_TLS: (993,), Encryption.STARTTLS: (143,), Encryption.NONE: (143,)},
    "pop3": {Encryption.SSL_TLS: (995,), Encryption.STARTTLS: (110,), Encryption.NONE: (110,)},
    "outgoing": {Encryption.SSL_TLS: (465,), Encryption.STARTTLS: (587, 25), Encryption.NONE: (25, 587)},
}
"""RFC 8314, sections 3 and 7; RFC 6409 for 587; RFC 9051, 1939 and 5321 for the ports without encryption. The likeliest first."""
_WRITTEN = {Encryption.SSL_TLS: "SSL/TLS", Encryption.STARTTLS: "STARTTLS"}


def port_advice(loaded: Loaded) -> Iterator[Mistake]:
    """Give advice for each port that is unusual for its encryption; a server may have it all the same."""
    for key, protocol in loaded.content.settings.protocols.items():
        for direction, connection in (("incoming", protocol.incoming), ("outgoing", protocol.outgoing)):
            usual = _USUAL["outgoing" if direction == "outgoing" else key]
            port, encryption = connection.port, connection.encryption
            if port in usual[encryption]:
                continue
            others = [_WRITTEN[other] for other in _WRITTEN if port in usual[other]]
            what = f"Port {port} is unusual with `{encryption}`; usual is {usual[encryption][0]}."
            remedy = "Compare it with what your provider says; if it is right, leave it."
            if others:
                remedy = f"It goes with {' or '.join(others)}: compare both with what your provider says."
            path = ("protocols", key, direction, "port")
            yield replace(loaded.documents[_SETTINGS].mistake(path, what, remedy), is_advice=True)
