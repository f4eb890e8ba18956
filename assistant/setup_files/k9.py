"""The settings file that sets up Thunderbird for Android and K-9 Mail (`.k9s`).

Elements and values: thunderbird-android, `SettingsFileParser.kt`, `ServerSettingsDescriptions.kt` and
`XmlSettingWriter.kt`. The import refuses an account whose identity has no valid address, and never asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from assistant.knowledge.models.club import Encryption
from assistant.setup_files.document import (
    AddressNeededError,
    Mailbox,
    SetupDocument,
    file_name,
    identifier,
    protocol_of,
)

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Club, Connection, Settings

MIME_TYPE = "application/x-k9settings"
_CONTENT_VERSION = "99"
"""The version whose names are used here, as the app's own QR import writes it; newer apps upgrade it."""
_SECURITY = {
    Encryption.NONE: "NONE",
    Encryption.STARTTLS: "STARTTLS_REQUIRED",
    Encryption.SSL_TLS: "SSL_TLS_REQUIRED",
}


def k9_settings(settings: Settings, club: Club, protocol: str, address: str | None) -> SetupDocument:
    """Make a settings file, about 1 kB; after the import the app asks for the password.

    Args:
        settings: The club's values.
        club: Whose mailbox it is.
        protocol: `imap` or `pop3`.
        address: The member's address, which stands for their name, too.

    Raises:
        AddressNeededError: without an address the app would refuse the file.
        KeyError: the club does not offer the protocol.
        ValueError: the address cannot stand in the file.
    """
    mailbox = Mailbox.of(address)
    if not mailbox.address:
        raise AddressNeededError
    values = protocol_of(settings, protocol)
    root = ET.Element("k9settings", {"version": _CONTENT_VERSION, "format": "1"})
    accounts = ET.SubElement(root, "accounts")
    uuid = str(identifier(club, protocol, mailbox, "k9"))
    account = ET.SubElement(accounts, "account", {"uuid": uuid})
    _text(account, "name", f"{club.short_name} {values.name}")
    incoming = ET.SubElement(account, "incoming-server", {"type": protocol.upper()})
    _server(incoming, settings.host_of(values.incoming), values.incoming, mailbox)
    outgoing = ET.SubElement(account, "outgoing-server", {"type": "SMTP"})
    _server(outgoing, settings.host_of(values.outgoing), values.outgoing, mailbox)
    identity = ET.SubElement(ET.SubElement(account, "identities"), "identity")
    _text(identity, "name", mailbox.address)
    _text(identity, "email", mailbox.address)
    ET.indent(root)
    data = ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    return SetupDocument(file_name(club, protocol, mailbox, "k9s"), MIME_TYPE, data)


def _server(element: ET.Element, host: str, connection: Connection, mailbox: Mailbox) -> None:
    _text(element, "host", host)
    _text(element, "port", str(connection.port))
    _text(element, "connection-security", _SECURITY[connection.encryption])
    _text(element, "authentication-type", "PLAIN")
    _text(element, "username", mailbox.address)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
