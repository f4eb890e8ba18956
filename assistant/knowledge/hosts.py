"""Names of servers and domains: as people type them, and as they travel in the DNS."""

from __future__ import annotations

import ipaddress
import re

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL}){{1,8}}")
"""A host name of at least two labels (RFC 1123, section 2.1), lower case."""
_MAX_HOST = 253
_AROUND = " \t\u00a0\"'„“”‚‘’«»<>()[],;:.`"
"""What gets around a name that was copied from a text."""
_PORT = re.compile(r":[0-9]{0,5}$")


def host_name(text: str) -> str:
    """Give a host or domain as it travels in the DNS: lower case, umlauts as `xn--…`, no scheme, path or address before it.

    An address of the internet's fourth version is given as it is.

    Raises:
        ValueError: it is none.
    """
    host = text.strip().rpartition("://")[2].partition("/")[0].rpartition("@")[2].rstrip(".").lower()
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        raise ValueError(f"not a host name: {text}") from None
    if len(host) > _MAX_HOST or not _HOST.fullmatch(host):
        raise ValueError(f"not a host name: {text}")
    if host.rpartition(".")[2].isdigit():  # no top-level domain is a number (RFC 3696, section 2)
        ipaddress.IPv4Address(host)
    return host


def host_meant(text: str) -> str:
    """Give the host that somebody meant who wrote more than its name: quotes, an address of a web page, a port; '' where none."""
    bare = text.strip(_AROUND).rpartition("://")[2].partition("/")[0]
    try:
        return host_name(_PORT.sub("", bare).strip(_AROUND))
    except ValueError:
        return ""
