"""The configuration profile that sets up Mail on iPhone, iPad and Mac (`.mobileconfig`).

Keys: Apple's device-management schema, `com.apple.mail.managed`, `TopLevel` and `CommonPayloadKeys`
(github.com/apple/device-management). Manual installation is allowed; what is missing the device asks for.
"""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING

from assistant.knowledge.models.club import Encryption
from assistant.setup_files.document import (
    Mailbox,
    SetupDocument,
    file_name,
    identifier,
    protocol_of,
)

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Club, Settings

MIME_TYPE = "application/x-apple-aspen-config"
_ACCOUNT_TYPES = {"imap": "EmailTypeIMAP", "pop3": "EmailTypePOP"}


def apple_profile(settings: Settings, club: Club, protocol: str, address: str | None = None) -> SetupDocument:
    """Make a configuration profile, about 2 kB.

    Args:
        settings: The club's values.
        club: Whom the profile is from.
        protocol: `imap` or `pop3`.
        address: The member's address; without it the device asks for address and user name.

    Returns:
        The unsigned profile; the device shows it as 'not signed' and asks once more.

    Raises:
        KeyError: the club does not offer the protocol.
        ValueError: the address cannot stand in a profile.
    """
    mailbox = Mailbox.of(address)
    mail = _mail(settings, club, protocol, mailbox)
    profile: dict[str, object] = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": _name(club, protocol, mailbox),
        "PayloadUUID": _uuid(club, protocol, mailbox, "profile"),
        "PayloadDisplayName": mail["EmailAccountDescription"],
        "PayloadOrganization": club.name,
        "PayloadRemovalDisallowed": False,
        "PayloadContent": [mail],
    }
    return SetupDocument(file_name(club, protocol, mailbox, "mobileconfig"), MIME_TYPE, plistlib.dumps(profile))


def _mail(settings: Settings, club: Club, protocol: str, mailbox: Mailbox) -> dict[str, object]:
    values = protocol_of(settings, protocol)
    payload: dict[str, object] = {
        "PayloadType": "com.apple.mail.managed",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{_name(club, protocol, mailbox)}.mail",
        "PayloadUUID": _uuid(club, protocol, mailbox, "mail"),
        "PayloadDisplayName": f"{club.short_name} {values.name}",
        "EmailAccountType": _ACCOUNT_TYPES[protocol],
        "EmailAccountDescription": f"{club.short_name} {values.name}",
        "IncomingMailServerAuthentication": "EmailAuthPassword",
        "IncomingMailServerHostName": settings.host_of(values.incoming),
        "IncomingMailServerPortNumber": values.incoming.port,
        "IncomingMailServerUseSSL": values.incoming.encryption is not Encryption.NONE,
        "OutgoingMailServerAuthentication": "EmailAuthPassword",
        "OutgoingMailServerHostName": settings.host_of(values.outgoing),
        "OutgoingMailServerPortNumber": values.outgoing.port,
        # STARTTLS has no key of its own: port 587 with UseSSL is what the makers of mail servers ship.
        "OutgoingMailServerUseSSL": values.outgoing.encryption is not Encryption.NONE,
        "OutgoingPasswordSameAsIncomingPassword": True,
    }
    if mailbox.address:
        payload["EmailAddress"] = mailbox.address
        payload["IncomingMailServerUsername"] = mailbox.address
        payload["OutgoingMailServerUsername"] = mailbox.address
    return payload


def _uuid(club: Club, protocol: str, mailbox: Mailbox, part: str) -> str:
    return str(identifier(club, protocol, mailbox, part)).upper()


def _name(club: Club, protocol: str, mailbox: Mailbox) -> str:
    """Give the profile's reverse-DNS name, another one for each mailbox: two must not replace each other."""
    home = ".".join(reversed(club.domain.split(".")))
    return f"{home}.{protocol}.{identifier(club, protocol, mailbox, 'name').hex[:12]}"
