"""Checks the club's own values: a name of a server that is none would stand in every answer and on every button for copying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.intent import DIRECTIONS
from assistant.knowledge.hosts import host_meant, host_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.club import Club, Settings
    from assistant.knowledge.yaml_reader import DataPath, Document

_CLUB, _SETTINGS = "club.yaml", "settings.yaml"
_DOMAIN = "{club.domain}"
_NUMBERS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){2,5}")
_BEFORE_AT = re.compile(r"[^\s@\"„“”«»,;]{1,64}")
"""What stands in front of the `@`: a placeholder for members, or an example."""


def check_values(club: Club | None, settings: Settings | None, documents: Mapping[str, Document]) -> list[Mistake]:
    """Find servers, domains and mail addresses that are none, and addresses of another domain than the club's.

    Args:
        club: None where its file is broken.
        settings: As they are written, with references to the club; None where the file is broken.
        documents: Both files, among others.
    """
    found: list[Mistake] = []
    if club is not None:
        found += _host(documents[_CLUB], ("domain",), club.domain)
    if settings is not None:
        document = documents[_SETTINGS]
        for path, host in _servers(settings):
            found += _host(document, path, host)
        for name in ("address", "username"):
            for language, written in getattr(settings.account, name).root.items():
                if name == "address" or "@" in written:
                    found += _address(document, ("account", name, language), written, club)
    return found


def _servers(settings: Settings) -> Iterator[tuple[DataPath, str]]:
    yield ("mail_server",), settings.mail_server
    for key, protocol in settings.protocols.items():
        for direction in DIRECTIONS:
            if server := getattr(protocol, direction).server:
                yield ("protocols", key, direction, "server"), server


def _host(document: Document, path: DataPath, written: str) -> Iterator[Mistake]:
    if not _is_host(written):
        meant = host_meant(written)
        remedy = f"Write `{meant}`." if meant else "Write it like this: `mail.club.example`."
        what = f"`{written}` is not a name of a server or domain." if written else f"`{path[-1]}` is empty."
        if _NUMBERS.fullmatch(written):
            what, remedy = f"`{written}` is no IP address.", "It has four numbers from 0 to 255; better write the server's name."
        yield document.mistake(path, what, remedy, written)


def _is_host(written: str) -> bool:
    try:
        return host_name(written) == written
    except ValueError:
        return False


def _address(document: Document, path: DataPath, written: str, club: Club | None) -> Iterator[Mistake]:
    before, _, domain = written.rpartition("@")
    is_of_club = domain == _DOMAIN or (club is not None and domain == club.domain)
    if not _BEFORE_AT.fullmatch(before) or not (is_of_club or _is_host(domain)):
        yield document.mistake(path, f"`{written}` is not a mail address.", "Write it like this: `name@{club.domain}`.", written)
    elif not is_of_club and club is not None:
        what = f"`{domain}` is another domain than that of club.yaml, `{club.domain}`."
        yield document.mistake(path, what, f"Write `{before}@{_DOMAIN}`, or mend `domain` in club.yaml.", domain)
