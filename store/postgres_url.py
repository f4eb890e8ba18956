"""What may stand in a PostgreSQL URL: what asyncpg takes, and what only other programs know and is left out."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_EXAMPLE = "postgres://user:password@server:5432/database is right."
_CHOICES = {
    "sslmode": ("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
    "target_session_attrs": ("any", "primary", "standby", "read-write", "read-only", "prefer-standby"),
}
"""Parameter → what it may say."""
_TAKEN = frozenset(
    (
        *_CHOICES,
        *("host", "port", "user", "password", "passfile", "service", "database", "dbname", "krbsrvname", "gsslib"),
        *("sslcert", "sslkey", "sslpassword", "sslrootcert", "sslcrl", "sslnegotiation"),
        *("ssl_min_protocol_version", "ssl_max_protocol_version"),
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
    for name, value in given.items():
        if name not in _TAKEN | _LEFT_OUT:
            remedy = "What the server is to set goes into options=-c%20name%3Dvalue."
            return f"DATABASE_URL has a parameter that the bot does not know: take {name} out. {remedy}"
        if name in _CHOICES and value not in _CHOICES[name]:
            allowed = ", ".join(_CHOICES[name])
            return f"DATABASE_URL has a {name} that PostgreSQL does not know; it must be one of {allowed}."
    return ""


def for_asyncpg(url: str) -> str:
    """Give a PostgreSQL URL without what asyncpg would hand on to the server, which would refuse it."""
    kept = [(name, value) for name, value in _parameters(url) if name not in _LEFT_OUT]
    base = url.partition("#")[0].partition("?")[0]
    return f"{base}?{urlencode(kept)}" if kept else base


def _parameters(url: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(url).query)
