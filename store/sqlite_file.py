"""Opens the SQLite file: makes its folder and tables, brings older ones up to date, sets a broken file aside."""

from __future__ import annotations

import logging
import sqlite3
import time
from pathlib import Path

_LOG = logging.getLogger(__name__)
_MIGRATIONS = (
    """
    CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, ends REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS seen (update_id INTEGER PRIMARY KEY, ends REAL NOT NULL);
    CREATE INDEX IF NOT EXISTS rows_ends ON rows (ends);
    CREATE INDEX IF NOT EXISTS seen_ends ON seen (ends);
    """,
    """
    CREATE TABLE counters (key TEXT PRIMARY KEY, amount INTEGER NOT NULL, ends REAL NOT NULL);
    CREATE INDEX counters_ends ON counters (ends);
    """,
)
"""Each brings the tables one version further; only ever add to the end, and only what older copies of the bot can live with."""
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class _BrokenError(sqlite3.DatabaseError):
    """A check found the file damaged."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def is_broken(error: Exception) -> bool:
    """Whether an error says that the file is damaged, or no data base."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN


def open_file(path: str, busy: float, *, is_suspect: bool = False) -> sqlite3.Connection:
    """Open a file, or make it.

    Args:
        path: The file, or `:memory:`.
        busy: Seconds to wait for another process that is writing.
        is_suspect: Whether to look through all of it; opening alone reads little more than its first page.

    Raises:
        OSError: its folder cannot be made.
        sqlite3.Error: it cannot be opened.
    """
    if path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    try:
        return _opened(path, busy, is_suspect=is_suspect)
    except sqlite3.DatabaseError as error:
        if not is_broken(error):
            raise
    # What the store holds is good to have and no more: better begin anew than need a person to repair it.
    aside = Path(f"{path}.broken-{time.strftime('%Y%m%d-%H%M%S')}")
    Path(path).rename(aside)
    for rest in ("-wal", "-shm"):
        Path(path + rest).unlink(missing_ok=True)
    _LOG.error("The store's file was broken; it lies aside as %s, and a new one is begun.", aside.name)
    return _opened(path, busy)


def _opened(path: str, busy: float, *, is_suspect: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=busy, isolation_level=None, check_same_thread=False)
    try:
        _write_ahead(connection, time.monotonic() + busy)
        # With the write-ahead log nothing is lost when the process is killed, at most the last writes in a power cut.
        connection.execute("PRAGMA synchronous=NORMAL")
        if is_suspect and connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise _BrokenError(path)  # noqa: TRY301 - closed like after every other fault
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection, deadline: float) -> None:
    """Switch to the write-ahead log; SQLite does not wait by itself where several processes do so at once."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date; of many that start at once, one does it while the others wait."""
    if _version(connection) >= len(_MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, migration in enumerate(_MIGRATIONS[_version(connection) :], _version(connection) + 1):
            # Not `executescript`, which would end the transaction first.
            for statement in filter(str.strip, migration.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
