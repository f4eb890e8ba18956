"""What the makers of set-up files share: the result, and the member's part of it checked and tidied."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.folding import fold

if TYPE_CHECKING:
    from assistant.knowledge.models.club import Club, Protocol, Settings

_ADDRESS = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}")


class AddressNeededError(ValueError):
    """The program cannot ask for the address itself, so a file without one would only lead into an error."""


@dataclass(frozen=True)
class SetupDocument:
    """A file that sets a mail program up. It never holds a password."""

    name: str
    """File name in ASCII, with the ending the program expects."""
    mime_type: str
    data: bytes


@dataclass(frozen=True)
class Mailbox:
    """Whose mailbox a file is for; without an address it is a generic file."""

    address: str

    @classmethod
    def of(cls, address: str | None) -> Mailbox:
        """Tidy what a member gave.

        Raises:
            ValueError: the address is none that all the file formats can carry (ASCII, one `@`).
        """
        if address and not _ADDRESS.fullmatch(address):
            raise ValueError("not a plain mail address")
        return cls((address or "").lower())


def protocol_of(settings: Settings, protocol: str) -> Protocol:
    """Give the club's values for `imap` or `pop3`.

    Raises:
        KeyError: the club does not offer the protocol.
    """
    return {str(key): value for key, value in settings.protocols.items()}[protocol]


def identifier(club: Club, protocol: str, mailbox: Mailbox, part: str) -> uuid.UUID:
    """Give the same identifier for the same mailbox every time, so that a newer file replaces an older one.

    Apple replaces a profile by its identifier, K-9 recognises an account by its UUID; else they would pile up.
    """
    home = uuid.uuid5(uuid.NAMESPACE_DNS, club.domain)
    return uuid.uuid5(home, f"{part}:{protocol}:{mailbox.address}")


def file_name(club: Club, protocol: str, mailbox: Mailbox, ending: str) -> str:
    """Give a file name that says what is inside, for example `kfsb-imap-webmaster.k9s`."""
    parts = (club.short_name, protocol, mailbox.address.partition("@")[0])
    words = (re.sub(r"[^a-z0-9]+", "-", fold(part)).strip("-") for part in parts)
    return "-".join(word for word in words if word) + f".{ending}"
