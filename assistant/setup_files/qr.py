"""The QR code that Thunderbird for Android scans from a second screen.

Payload: thunderbird-android, `qr-code-format.md`, version 1 of 2025-02-06. K-9 Mail has no scanner.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import segno

from assistant.knowledge.models.club import Encryption
from assistant.setup_files.document import (
    AddressNeededError,
    Mailbox,
    SetupDocument,
    file_name,
    protocol_of,
)

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Club, Connection, Settings

MIME_TYPE = "image/png"
_FORMAT = 1
_FIRST_AND_LAST = [1, 1]
_PROTOCOLS = {"imap": 0, "pop3": 1}
_SMTP = 0
_SECURITY = {Encryption.NONE: 0, Encryption.STARTTLS: 2, Encryption.SSL_TLS: 3}
_NORMAL_PASSWORD = 1
_SMALLEST_SIDE = 1000
"""Pixels: large enough to fill a PC's window."""
_QUIET_MARGIN = 6
"""Modules around the code; ISO 18004 asks for 4, and dark themes around the picture want more."""


def qr_payload(settings: Settings, club: Club, protocol: str, address: str | None) -> str:
    """Give what the code says: compact JSON without a password.

    Raises:
        AddressNeededError: the format has no code without an address.
        KeyError: the club does not offer the protocol.
        ValueError: the address is not plain ASCII.
    """
    mailbox = Mailbox.of(address)
    if not mailbox.address:
        raise AddressNeededError
    values = protocol_of(settings, protocol)

    def server(kind: int, connection: Connection) -> list[object]:
        security = _SECURITY[connection.encryption]
        host = settings.host_of(connection)
        return [kind, host, connection.port, security, _NORMAL_PASSWORD, mailbox.address]

    account_name = f"{club.short_name} {values.name}"
    incoming = [*server(_PROTOCOLS[protocol], values.incoming), account_name]
    identity = [mailbox.address, mailbox.address]
    outgoing = [[server(_SMTP, values.outgoing), identity]]
    whole = [_FORMAT, _FIRST_AND_LAST, incoming, outgoing]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def thunderbird_qr(settings: Settings, club: Club, protocol: str, address: str | None) -> SetupDocument:
    """Make the code as a PNG: black on white, at least 1000 pixels wide, with a wide margin.

    Args and errors: as `qr_payload`.
    """
    payload = qr_payload(settings, club, protocol, address)
    # The parser reads UTF-8; without an ECI header, which not every scanner knows.
    code = segno.make_qr(payload, error="m", encoding="utf-8", eci=False, boost_error=False)
    modules = code.symbol_size(scale=1, border=_QUIET_MARGIN)[0]
    picture = io.BytesIO()
    scale = -(-_SMALLEST_SIDE // modules)
    code.save(picture, kind="png", scale=scale, border=_QUIET_MARGIN, dark="#000000", light="#ffffff")
    mailbox = Mailbox.of(address)
    return SetupDocument(file_name(club, protocol, mailbox, "png"), MIME_TYPE, picture.getvalue())
