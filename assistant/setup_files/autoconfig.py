"""The file on the club's web site by which Thunderbird finds all settings by itself (`config-v1.1.xml`).

Structure: Mozilla's autoconfig format (IETF draft-ietf-mailmaint-autoconfig; Thunderbird's `readFromXML.sys.mjs`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from assistant.knowledge.models.club import Encryption
from assistant.setup_files.document import SetupDocument

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Club, Connection, Protocol, Settings

PATH = ".well-known/autoconfig/mail/config-v1.1.xml"
"""Where the file belongs below the web site's root, without the address' domain in front."""
MIME_TYPE = "text/xml"
_SOCKET_TYPES = {Encryption.NONE: "plain", Encryption.STARTTLS: "STARTTLS", Encryption.SSL_TLS: "SSL"}


def autoconfig(settings: Settings, club: Club) -> SetupDocument:
    """Make the file for all addresses of the club; the program fills in `%EMAILADDRESS%`.

    Programs take the first server they support, so the recommended protocol stands first. There is one list
    of outgoing servers for all protocols; only that of the recommended protocol stands in it, so that nobody
    is set up to send in the clear where an encrypted way exists.
    """
    root = ET.Element("clientConfig", {"version": "1.1"})
    provider = ET.SubElement(root, "emailProvider", {"id": club.domain})
    _text(provider, "domain", club.domain)
    _text(provider, "displayName", club.name)
    _text(provider, "displayShortName", club.short_name)
    protocols = _best_first(settings)
    for key, protocol in protocols:
        incoming = ET.SubElement(provider, "incomingServer", {"type": key})
        _server(incoming, settings.host_of(protocol.incoming), protocol.incoming)
    best = protocols[0][1].outgoing
    outgoing = ET.SubElement(provider, "outgoingServer", {"type": "smtp"})
    _server(outgoing, settings.host_of(best), best)
    ET.indent(root)
    data = ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    return SetupDocument(PATH.rpartition("/")[2], MIME_TYPE, data)


def _best_first(settings: Settings) -> list[tuple[str, Protocol]]:
    named = [(str(key), protocol) for key, protocol in settings.protocols.items()]
    return sorted(named, key=lambda pair: (not pair[1].recommended, pair[0]))


def _server(element: ET.Element, host: str, connection: Connection) -> None:
    _text(element, "hostname", host)
    _text(element, "port", str(connection.port))
    _text(element, "socketType", _SOCKET_TYPES[connection.encryption])
    _text(element, "username", "%EMAILADDRESS%")
    _text(element, "authentication", "password-cleartext")


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
