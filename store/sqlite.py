"""The store in a file, by Python's own sqlite3: write-ahead log, one thread."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from store.interface import MOST_FOUND, SEEN_LASTS, TIME_LIMIT, ConflictError, Row, StoreAwayError, next_version
from store.sqlite_file import is_broken, open_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_T = TypeVar("_T")
_ADD = """
INSERT INTO counters (key, amount, ends) VALUES (:key, :amount, :ends)
ON CONFLICT (key) DO UPDATE SET amount = iif(ends > :now, amount, 0) + :amount, ends = iif(ends > :now, ends, :ends)
RETURNING amount
"""


@dataclass(frozen=True)
class _Job:
    """Something for the thread to do."""

    work: Callable[[sqlite3.Connection], Any]
    done: asyncio.Future[Any]


class SqliteStore:
    """A store in one file; several processes of one machine may share it (not over a network drive)."""

    def __init__(self, path: str, clock: Callable[[], float] = time.time, time_limit: float = TIME_LIMIT) -> None:
        """Open the file, which is made when first used.

        Args:
            path: The file, or `:memory:`.
            clock: Seconds since the epoch.
            time_limit: Seconds to wait for another process that is writing; all calls that wait do so together.
        """
        self._path = path
        self._clock = clock
        self._time_limit = time_limit
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._connection: sqlite3.Connection | None = None
        self._is_suspect = False
        """Whether a call found the file damaged."""
        self._is_closed = False
        self._waiting: list[_Job] = []
        self._idle = asyncio.Event()
        """Whether the thread has nothing to do."""
        self._idle.set()

    async def get(self, key: str) -> Row | None:
        """See `Store.get`."""
        return (await self.get_many([key])).get(key)

    async def get_many(self, keys: Collection[str]) -> dict[str, Row]:
        """See `Store.get_many`."""
        query = "SELECT key, value, version, ends FROM rows WHERE key IN (SELECT value FROM json_each(?)) AND ends>?"
        found = await self._run(lambda db: db.execute(query, (json.dumps(list(keys)), self._clock())).fetchall())
        return {key: Row(value, version, ends) for key, value, version, ends in found}

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """See `Store.put`."""

        def write(db: sqlite3.Connection) -> int:
            # IMMEDIATE takes the write lock before reading: what was read cannot change until it is written.
            db.execute("BEGIN IMMEDIATE")
            try:
                now = self._clock()
                found = db.execute("SELECT version, ends FROM rows WHERE key=?", (key,)).fetchone()
                live = found[0] if found and found[1] > now else 0
                if expected is not None and expected != live:
                    raise ConflictError(key)  # noqa: TRY301 - rolled back like every other fault
                version = next_version(found[0] if found else 0, now)
                db.execute("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)", (key, value, version, now + lasts))
                db.execute("COMMIT")
            except BaseException:
                db.rollback()
                raise
            return version

        return await self._run(write)

    async def delete(self, key: str) -> None:
        """See `Store.delete`."""

        def remove(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM rows WHERE key=?", (key,))
            db.execute("DELETE FROM counters WHERE key=?", (key,))

        await self._run(remove)

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        """See `Store.add`."""

        def count(db: sqlite3.Connection) -> int:
            now = self._clock()
            values = {"key": key, "amount": amount, "ends": now + lasts, "now": now}
            return int(db.execute(_ADD, values).fetchall()[0][0])

        return await self._run(count)

    async def count(self, key: str) -> int:
        """See `Store.count`."""
        query = "SELECT amount FROM counters WHERE key=? AND ends>?"
        found = await self._run(lambda db: db.execute(query, (key, self._clock())).fetchone())
        return int(found[0]) if found else 0

    async def find_rows(self, prefix: str) -> dict[str, Row]:
        """See `Store.find_rows`."""
        found = await self._find("SELECT key, value, version FROM rows", prefix)
        return {key: Row(value, version) for key, value, version in found}

    async def find_counters(self, prefix: str) -> dict[str, int]:
        """See `Store.find_counters`."""
        return dict(await self._find("SELECT key, amount FROM counters", prefix))

    async def _find(self, query: str, prefix: str) -> list[Any]:
        query = f"{query} WHERE substr(key, 1, length(:prefix))=:prefix AND ends>:now ORDER BY key DESC LIMIT {MOST_FOUND}"
        values = {"prefix": prefix, "now": self._clock()}
        return await self._run(lambda db: db.execute(query, values).fetchall()[::-1])

    async def seen_among(self, update_ids: Collection[int]) -> set[int]:
        """See `Store.seen_among`."""
        query = "SELECT update_id FROM seen WHERE update_id IN (SELECT value FROM json_each(?)) AND ends>?"
        found = await self._run(lambda db: db.execute(query, (json.dumps(list(update_ids)), self._clock())).fetchall())
        return {update_id for (update_id,) in found}

    async def mark_seen(self, update_id: int) -> None:
        """See `Store.mark_seen`."""
        row = (update_id, self._clock() + SEEN_LASTS)
        await self._run(lambda db: db.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", row))

    async def purge(self) -> None:
        """See `Store.purge`."""

        def remove(db: sqlite3.Connection) -> None:
            now = (self._clock(),)
            for statement in (
                "DELETE FROM rows WHERE ends<=?",
                "DELETE FROM counters WHERE ends<=?",
                "DELETE FROM seen WHERE ends<=?",
            ):
                db.execute(statement, now)

        await self._run(remove)

    async def ping(self) -> None:
        """See `Store.ping`."""
        await self._run(lambda db: db.execute("SELECT 1 FROM rows LIMIT 1").fetchone())

    async def close(self) -> None:
        """See `Store.close`."""
        if self._is_closed:
            return
        self._is_closed = True
        await self._idle.wait()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._let_go)
        self._thread.shutdown()

    async def _run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        if self._is_closed:
            raise StoreAwayError("closed")
        job = _Job(work, asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        if self._idle.is_set():
            self._hand_over(self._time_limit)
        result: _T = await job.done
        return result

    def _hand_over(self, patience: float) -> None:
        """Hand what waits to the thread, all at once: going there and back costs more than the work itself."""
        jobs, self._waiting = self._waiting, []
        if jobs:
            self._idle.clear()
            self._thread.submit(self._do_all, jobs, patience, asyncio.get_running_loop())
        else:
            self._idle.set()

    def _do_all(self, jobs: list[_Job], patience: float, loop: asyncio.AbstractEventLoop) -> None:
        ended: list[tuple[Any, Exception | None]] = []
        for job in jobs:
            result, error = self._do(job, patience)
            if isinstance(error, StoreAwayError):
                patience = 0.0  # the others have waited as long
            ended.append((result, error))
        if not patience:
            self._let_go()
        loop.call_soon_threadsafe(self._give_back, jobs, ended)

    def _give_back(self, jobs: list[_Job], ended: list[tuple[Any, Exception | None]]) -> None:
        is_away = False
        for job, (result, error) in zip(jobs, ended, strict=True):
            if job.done.done():
                continue  # whoever asked has gone
            if error is None:
                job.done.set_result(result)
            else:
                job.done.set_exception(error)
                is_away = is_away or isinstance(error, StoreAwayError)
        self._hand_over(0.0 if is_away else self._time_limit)

    def _do(self, job: _Job, patience: float) -> tuple[Any, Exception | None]:
        try:
            if self._connection is None:
                self._connection = open_file(self._path, patience, is_suspect=self._is_suspect)
                self._is_suspect = False
            return job.work(self._connection), None
        except (sqlite3.Error, OSError) as error:
            # Opened anew next time: the disk may have been full or the file replaced.
            self._let_go()
            self._is_suspect = self._is_suspect or is_broken(error)
            away = StoreAwayError(f"{type(error).__name__}: {error}")
            away.__cause__ = error
            return None, away
        except Exception as error:  # noqa: BLE001 - such as a conflict: it belongs to whoever asked
            return None, error

    def _let_go(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            connection.close()
