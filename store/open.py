"""Opens the store that DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.postgres_url import for_asyncpg, mistake_in_postgres
from store.resilient import ResilientStore

if TYPE_CHECKING:
    from store.interface import Store

DEFAULT_URL = "sqlite:///data/bot.db"
_SQLITE, _IN_MEMORY = "sqlite:///", ":memory:"


def open_store(url: str = DEFAULT_URL) -> ResilientStore:
    """Open a store; nothing is connected before it is used.

    Args:
        url: `sqlite:///path` (three slashes and a path relative to the working folder, four for an absolute one, or `:memory:`),
            `postgres://…` or `postgresql://…`.

    Raises:
        ValueError: with one sentence that says what is wrong with the URL; it tells nothing of the URL's secrets.
    """
    mistake = mistake_in(url)
    if mistake:
        raise ValueError(mistake)
    store: Store
    if url.startswith(_SQLITE):
        from store.sqlite import SqliteStore  # noqa: PLC0415 - each engine is loaded only where it is used

        store = SqliteStore(url.removeprefix(_SQLITE))
    else:
        from store.postgres import PostgresStore  # noqa: PLC0415 - 11 MB that only several workers need

        store = PostgresStore(for_asyncpg(url))
    return ResilientStore(store)


def placed(url: str, folder: Path) -> str:
    """Give a DATABASE_URL whose file, if it is one, is found from everywhere: a relative path begins in a folder."""
    path = url.removeprefix(_SQLITE)
    is_relative = url.startswith(_SQLITE) and path != _IN_MEMORY and not Path(path).is_absolute()
    return f"{_SQLITE}{folder.absolute() / path}" if is_relative else url


def mistake_in(url: str) -> str:
    """Tell what is wrong with a DATABASE_URL in one sentence without its secrets; empty: nothing."""
    if url.startswith(_SQLITE):
        path = url.removeprefix(_SQLITE)
        is_wrong = not path or path.endswith("/") or "?" in path
        return f"DATABASE_URL must name a file after {_SQLITE}, such as {DEFAULT_URL}." if is_wrong else ""
    if not url.startswith(("postgres://", "postgresql://")):
        return f"DATABASE_URL must begin with {_SQLITE}, postgres:// or postgresql:// (default: {DEFAULT_URL})."
    return mistake_in_postgres(url)
