"""The store in a file, by Python's own sqlite3: write-ahead log, one thread."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from store.interface import SEEN_LASTS, ConflictError, Row, StoreAwayError

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_TABLES = """
CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, ends REAL NOT NULL);
CREATE TABLE IF NOT EXISTS seen (update_id INTEGER PRIMARY KEY, ends REAL NOT NULL);
CREATE INDEX IF NOT EXISTS rows_ends ON rows (ends);
CREATE INDEX IF NOT EXISTS seen_ends ON seen (ends);
"""
_BUSY = 5.0
"""Seconds to wait for another process that is writing."""


class SqliteStore:
    """A store in one file; several processes of one machine may share it (not over a network drive)."""

    def __init__(self, path: str, clock: Callable[[], float] = time.time) -> None:
        """Open the file, which is made when first used.

        Args:
            path: The file, or `:memory:`.
            clock: Seconds since the epoch.
        """
        self._path = path
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._connection: sqlite3.Connection | None = None

    async def get(self, key: str) -> Row | None:
        """See `Store.get`."""
        found = await self._run(
            lambda db: db.execute("SELECT value, version FROM rows WHERE key=? AND ends>?", (key, self._clock())).fetchone()
        )
        return Row(*found) if found else None

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """See `Store.put`."""

        def write(db: sqlite3.Connection) -> int:
            now = self._clock()
            db.execute("BEGIN IMMEDIATE")
            try:
                found = db.execute("SELECT version, ends FROM rows WHERE key=?", (key,)).fetchone()
                live = found[0] if found and found[1] > now else 0
                if expected is not None and expected != live:
                    raise ConflictError(key)  # noqa: TRY301 - rolled back like every other fault
                version: int = (found[0] if found else 0) + 1
                db.execute("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)", (key, value, version, now + lasts))
                db.execute("COMMIT")
            except BaseException:
                db.execute("ROLLBACK")
                raise
            return version

        return await self._run(write)

    async def delete(self, key: str) -> None:
        """See `Store.delete`."""
        await self._run(lambda db: db.execute("DELETE FROM rows WHERE key=?", (key,)))

    async def seen(self, update_id: int) -> bool:
        """See `Store.seen`."""
        query = "SELECT 1 FROM seen WHERE update_id=? AND ends>?"
        return bool(await self._run(lambda db: db.execute(query, (update_id, self._clock())).fetchone()))

    async def mark_seen(self, update_id: int) -> None:
        """See `Store.mark_seen`."""
        row = (update_id, self._clock() + SEEN_LASTS)
        await self._run(lambda db: db.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", row))

    async def purge(self) -> None:
        """See `Store.purge`."""

        def remove(db: sqlite3.Connection) -> None:
            for table in ("rows", "seen"):
                db.execute(f"DELETE FROM {table} WHERE ends<=?", (self._clock(),))  # noqa: S608 - two names of our own

        await self._run(remove)

    async def ping(self) -> None:
        """See `Store.ping`."""
        await self._run(lambda db: db.execute("SELECT 1").fetchone())

    async def close(self) -> None:
        """See `Store.close`."""

        def close() -> None:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

        await asyncio.get_running_loop().run_in_executor(self._thread, close)
        self._thread.shutdown()

    async def _run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        def run() -> _T:
            try:
                return work(self._opened())
            except sqlite3.Error as error:
                raise StoreAwayError(f"{type(error).__name__}: {error}") from error

        return await asyncio.get_running_loop().run_in_executor(self._thread, run)

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            if self._path != ":memory:":
                try:
                    Path(self._path).parent.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    raise StoreAwayError(f"the folder of {self._path} cannot be made: {error.strerror}") from error
            connection = sqlite3.connect(self._path, timeout=_BUSY, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.executescript(_TABLES)
            self._connection = connection
        return self._connection
