"""Opens the store that DATABASE_URL names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.resilient import ResilientStore
from store.sqlite import SqliteStore

if TYPE_CHECKING:
    from store.interface import Store

DEFAULT_URL = "sqlite:///data/bot.db"


def open_store(url: str = DEFAULT_URL) -> ResilientStore:
    """Open a store; nothing is connected before it is used.

    Args:
        url: `sqlite:///path` (three slashes and a path relative to the working folder, four for an absolute one),
            `postgres://…` or `postgresql://…`.

    Raises:
        ValueError: with one sentence that says what is wrong with the URL.
    """
    store: Store
    if url.startswith("sqlite:///") and url != "sqlite:///":
        store = SqliteStore(url.removeprefix("sqlite:///"))
    elif url.startswith(("postgres://", "postgresql://")):
        from store.postgres import PostgresStore  # noqa: PLC0415 - 11 MB that only several workers need

        store = PostgresStore(url)
    else:
        raise ValueError("DATABASE_URL must begin with sqlite:///, postgres:// or postgresql://.")
    return ResilientStore(store)
