"""Files and pictures that set a mail program up by themselves. Never with a password; no Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.knowledge.models.guides import SetupFile
from assistant.setup_files.apple import apple_profile
from assistant.setup_files.autoconfig import autoconfig
from assistant.setup_files.dns import srv_records
from assistant.setup_files.document import AddressNeededError, SetupDocument
from assistant.setup_files.export import export
from assistant.setup_files.k9 import k9_settings
from assistant.setup_files.qr import qr_payload, thunderbird_qr

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Club, Settings

__all__ = [
    "AddressNeededError",
    "SetupDocument",
    "apple_profile",
    "autoconfig",
    "export",
    "k9_settings",
    "make",
    "qr_payload",
    "srv_records",
    "thunderbird_qr",
]

_MAKERS = {
    SetupFile.APPLE_PROFILE: apple_profile,
    SetupFile.K9_SETTINGS: k9_settings,
    SetupFile.THUNDERBIRD_QR: thunderbird_qr,
}


def make(
    kind: SetupFile,
    settings: Settings,
    club: Club,
    protocol: str,
    address: str | None = None,
) -> SetupDocument:
    """Make the file of one kind.

    Raises:
        AddressNeededError: `kind` is in `NEEDS_ADDRESS` and there is no address.
        KeyError: the club does not offer the protocol.
        ValueError: the address cannot stand in the file.
    """
    return _MAKERS[kind](settings, club, protocol, address)
