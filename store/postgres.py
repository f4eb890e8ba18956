"""The store in PostgreSQL, by asyncpg, shared by several workers."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import asyncpg

from store.interface import MOST_FOUND, SEEN_LASTS, TIME_LIMIT, ConflictError, Row, StoreAwayError, next_version

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_MIGRATIONS = (
    """
    CREATE TABLE IF NOT EXISTS rows (
        key TEXT PRIMARY KEY, value TEXT NOT NULL, version BIGINT NOT NULL, ends DOUBLE PRECISION NOT NULL);
    CREATE TABLE IF NOT EXISTS seen (update_id BIGINT PRIMARY KEY, ends DOUBLE PRECISION NOT NULL);
    CREATE INDEX IF NOT EXISTS rows_ends ON rows (ends);
    CREATE INDEX IF NOT EXISTS seen_ends ON seen (ends);
    """,
    """
    CREATE TABLE counters (key TEXT PRIMARY KEY, amount BIGINT NOT NULL, ends DOUBLE PRECISION NOT NULL);
    CREATE INDEX counters_ends ON counters (ends);
    """,
)
"""Each brings the tables one version further; only ever add to the end, and only what older copies of the bot can live with."""
_LOCK = 7_203_110_993
"""Number of the advisory lock under which one worker brings the tables up to date while the others wait."""
_PUT = """
INSERT INTO rows AS r (key, value, version, ends) VALUES ($1, $2, $6, $3)
ON CONFLICT (key) DO UPDATE SET value = $2, version = greatest(r.version + 1, $6), ends = $3
WHERE $4::bigint IS NULL OR CASE WHEN r.ends > $5 THEN r.version ELSE 0 END = $4
RETURNING version
"""
_PUT_OVER = """
UPDATE rows SET value = $2, version = greatest(version + 1, $6), ends = $3
WHERE key = $1 AND version = $4 AND ends > $5 RETURNING version
"""
_ADD = """
INSERT INTO counters AS c (key, amount, ends) VALUES ($1, $2, $3)
ON CONFLICT (key) DO UPDATE SET
    amount = CASE WHEN c.ends > $4 THEN c.amount ELSE 0 END + $2, ends = CASE WHEN c.ends > $4 THEN c.ends ELSE $3 END
RETURNING amount
"""
_CLOSING = 1.0
"""Seconds that the connections have to end in good order."""
_POOL = 5
"""Connections a worker; small plans allow about twenty in all."""
_AWAY = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""The last comes where a call takes a connection in the very moment in which PostgreSQL ends it."""


class PostgresStore:
    """A store in a PostgreSQL database; at most five connections a worker."""

    def __init__(self, url: str, clock: Callable[[], float] = time.time, time_limit: float = TIME_LIMIT) -> None:
        """Connect when first used.

        Args:
            url: `postgres://…` or `postgresql://…`, only with parameters that asyncpg takes (`for_asyncpg`).
            clock: Seconds since the epoch.
            time_limit: Seconds a call may take, connecting included.
        """
        self._url = url
        self._clock = clock
        self._time_limit = time_limit
        self._pool: asyncpg.Pool | None = None
        self._opening = asyncio.Lock()
        self._is_closed = False

    async def get(self, key: str) -> Row | None:
        """See `Store.get`."""
        return (await self.get_many([key])).get(key)

    async def get_many(self, keys: Collection[str]) -> dict[str, Row]:
        """See `Store.get_many`."""
        query = "SELECT key, value, version, ends FROM rows WHERE key=ANY($1::text[]) AND ends>$2"
        found = await self._do("fetch", query, list(keys), self._clock())
        return {row["key"]: Row(row["value"], row["version"], row["ends"]) for row in found}

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """See `Store.put`."""
        now = self._clock()
        query = _PUT_OVER if expected else _PUT
        version = await self._do("fetchval", query, key, value, now + lasts, expected, now, next_version(0, now))
        if version is None:
            raise ConflictError(key)
        return int(version)

    async def delete(self, key: str) -> None:
        """See `Store.delete`."""
        await self._do("execute", "WITH gone AS (DELETE FROM counters WHERE key=$1) DELETE FROM rows WHERE key=$1", key)

    async def add(self, key: str, amount: int = 1, *, lasts: float) -> int:
        """See `Store.add`."""
        now = self._clock()
        return int(await self._do("fetchval", _ADD, key, amount, now + lasts, now))

    async def count(self, key: str) -> int:
        """See `Store.count`."""
        return int(await self._do("fetchval", "SELECT amount FROM counters WHERE key=$1 AND ends>$2", key, self._clock()) or 0)

    async def find_rows(self, prefix: str) -> dict[str, Row]:
        """See `Store.find_rows`."""
        found = await self._find("SELECT key, value, version FROM rows", prefix)
        return {row["key"]: Row(row["value"], row["version"]) for row in found}

    async def find_counters(self, prefix: str) -> dict[str, int]:
        """See `Store.find_counters`."""
        return {row["key"]: int(row["amount"]) for row in await self._find("SELECT key, amount FROM counters", prefix)}

    async def _find(self, query: str, prefix: str) -> list[Any]:
        # Ordered byte by byte, as the other stores do, whatever the database's own order is.
        query = f'{query} WHERE starts_with(key, $1) AND ends>$2 ORDER BY key COLLATE "C" DESC LIMIT {MOST_FOUND}'
        found: list[Any] = await self._do("fetch", query, prefix, self._clock())
        return found[::-1]

    async def seen_among(self, update_ids: Collection[int]) -> set[int]:
        """See `Store.seen_among`."""
        query = "SELECT update_id FROM seen WHERE update_id=ANY($1::bigint[]) AND ends>$2"
        return {row["update_id"] for row in await self._do("fetch", query, list(update_ids), self._clock())}

    async def mark_seen(self, update_id: int) -> None:
        """See `Store.mark_seen`."""
        query = "INSERT INTO seen VALUES ($1, $2) ON CONFLICT (update_id) DO UPDATE SET ends=$2"
        await self._do("execute", query, update_id, self._clock() + SEEN_LASTS)

    async def purge(self) -> None:
        """See `Store.purge`."""
        for statement in (
            "DELETE FROM rows WHERE ends<=$1",
            "DELETE FROM counters WHERE ends<=$1",
            "DELETE FROM seen WHERE ends<=$1",
        ):
            await self._do("execute", statement, self._clock())

    async def ping(self) -> None:
        """See `Store.ping`."""
        await self._do("fetchval", "SELECT 1")

    async def close(self) -> None:
        """See `Store.close`."""
        self._is_closed = True
        if self._pool is not None:
            pool, self._pool = self._pool, None
            try:
                await asyncio.wait_for(pool.close(), _CLOSING)
            except TimeoutError:
                pool.terminate()

    async def _do(self, how: str, query: str, *arguments: object) -> Any:
        if self._is_closed:
            raise StoreAwayError("closed")
        try:
            async with asyncio.timeout(self._time_limit):
                pool = await self._opened()
                return await getattr(pool, how)(query, *arguments)
        except asyncpg.DataError as error:
            raise ValueError(type(error).__name__) from error  # a text with U+0000, say: to try it again is no use
        except _AWAY as error:
            # Only the kind of error: its text may tell the data base's address and user.
            raise StoreAwayError(type(error).__name__) from error

    async def _opened(self) -> asyncpg.Pool:
        async with self._opening:
            if self._pool is None:
                pool = await asyncpg.create_pool(
                    self._url,
                    min_size=0,
                    max_size=_POOL,
                    timeout=self._time_limit,
                    # No named prepared statements: connection poolers between us and PostgreSQL do not keep them.
                    statement_cache_size=0,
                    # Nothing is ever set in a session that would have to be set back: one way to the data base less a call.
                    reset=_as_it_is,
                    server_settings={"application_name": "club-mail-bot"},
                )
                try:
                    await _migrate(pool)
                except BaseException:
                    pool.terminate()
                    raise
                self._pool = pool
        return self._pool


async def _as_it_is(_connection: object) -> None:
    """Leave a connection as it is."""


async def _migrate(pool: asyncpg.Pool) -> None:
    """Bring the tables up to date; of many that start at once, one does it while the others wait."""
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock($1::bigint)", _LOCK)
        await connection.execute("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL)")
        done = await connection.fetchval("SELECT number FROM schema_version") or 0
        for migration in _MIGRATIONS[done:]:
            await connection.execute(migration)
        if done < len(_MIGRATIONS):
            await connection.execute("DELETE FROM schema_version")
            await connection.execute("INSERT INTO schema_version VALUES ($1)", len(_MIGRATIONS))
