"""What may stand in a PostgreSQL URL: what asyncpg takes, and what only other programs know and is left out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_EXAMPLE = "postgres://user:password@server:5432/database is right."
_ROOT = "sslrootcert"
_HINT = "; for the authorities that Debian trusts it is sslrootcert=/etc/ssl/certs/ca-certificates.crt"
_CHOICES = {
    "sslmode": ("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
    "sslnegotiation": ("postgres", "direct"),
    "ssl_min_protocol_version": ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"),
    "ssl_max_protocol_version": ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"),
    "target_session_attrs": ("any", "primary", "standby", "read-write", "read-only", "prefer-standby"),
}
"""Parameter → what it may say."""
_FILES = (_ROOT, "sslcert", "sslkey", "sslcrl")
"""Parameters that name files; unlike libpq, asyncpg knows no `sslrootcert=system`."""
_TAKEN = frozenset(
    (
        *_CHOICES,
        *_FILES,
        *("host", "port", "user", "password", "passfile", "service", "database", "dbname", "krbsrvname", "gsslib"),
        "sslpassword",
        # asyncpg hands it on to the server, as it does with whatever it does not know.
        "options",
    )
)
"""What asyncpg takes (`_parse_connect_dsn_and_args`)."""
_LEFT_OUT = frozenset(
    (
        # Of libpq's own: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
        *("application_name", "fallback_application_name", "channel_binding", "client_encoding", "connect_timeout"),
        *("gssencmode", "keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval"),
        *("load_balance_hosts", "sslcompression", "sslsni", "tcp_user_timeout"),
        # For Prisma, node-postgres and their like, in what hosting services hand out.
        *("connection_limit", "pgbouncer", "pool_timeout", "supa", "uselibpqcompat"),
    )
)
"""What changes nothing here: no call waits longer than `TIME_LIMIT`, texts are UTF-8, poolers are reckoned with, and the bot
names itself. Only `channel_binding=require` promised more than asyncpg can do; docs/deploy.md says what does as much."""


def mistake_in_postgres(url: str) -> str:
    """Tell what is wrong with a PostgreSQL URL in one sentence without its secrets; empty: nothing.

    PostgreSQL refuses each connection with a setting it does not know, and says so to nobody but the log: that is told at once.
    """
    try:
        parts = urlsplit(url)
        given = dict(_parameters(url))
        # Reading the ports checks them, also where the host alone would do.
        has_host = bool(parts.port or parts.hostname or given.get("host"))
        [int(port) for port in given.get("port", "1").split(",")]
    except ValueError:
        told = "DATABASE_URL has a port that is no number, or a host that cannot be read."
        return f"{told} In a password, `/` is written as %2F, `?` as %3F, `#` as %23 and `%` as %25."
    if not has_host:
        return f"DATABASE_URL names no server: {_EXAMPLE}"
    if not unquote(parts.path).strip("/"):
        return f"DATABASE_URL names no database: {_EXAMPLE}"
    return next((told for told in map(_mistake_in, given, given.values()) if told), "") or _mistake_in_trust(given)


def _mistake_in(name: str, value: str) -> str:
    """Tell what is wrong with one parameter."""
    if name not in _TAKEN | _LEFT_OUT:
        remedy = "What the server is to set goes into options=-c%20name%3Dvalue."
        return f"DATABASE_URL has a parameter that the bot does not know: take {name} out. {remedy}"
    if name in _CHOICES and value not in _CHOICES[name]:
        return f"DATABASE_URL has a {name} that PostgreSQL does not know; it must be one of {', '.join(_CHOICES[name])}."
    if name in _FILES and not os.access(value, os.R_OK):
        return f"DATABASE_URL names in {name} no file that the bot may read{_HINT if name == _ROOT else ''}."
    return ""


def _mistake_in_trust(given: Mapping[str, str]) -> str:
    """Tell where the server is to be known by its certificate, and nothing says whom to trust with that."""
    if not given.get("sslmode", "").startswith("verify"):
        return ""
    usual = os.path.expanduser("~/.postgresql/root.crt")  # noqa: PTH111 - Path's own fails where there is no home
    root = given.get(_ROOT) or os.environ.get("PGSSLROOTCERT") or usual
    return "" if os.access(root, os.R_OK) else f"DATABASE_URL has an sslmode that needs {_ROOT}=…{_HINT}."


def for_asyncpg(url: str) -> str:
    """Give a PostgreSQL URL without what asyncpg would hand on to the server, which would refuse it."""
    kept = [(name, value) for name, value in _parameters(url) if name not in _LEFT_OUT]
    base = url.partition("#")[0].partition("?")[0]
    return f"{base}?{urlencode(kept)}" if kept else base


def _parameters(url: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(url).query)
