"""The store in PostgreSQL, by asyncpg, shared by several workers."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import asyncpg

from store.interface import SEEN_LASTS, ConflictError, Row, StoreAwayError

if TYPE_CHECKING:
    from collections.abc import Callable

_TABLES = """
CREATE TABLE IF NOT EXISTS rows (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, version BIGINT NOT NULL, ends DOUBLE PRECISION NOT NULL);
CREATE TABLE IF NOT EXISTS seen (update_id BIGINT PRIMARY KEY, ends DOUBLE PRECISION NOT NULL);
CREATE INDEX IF NOT EXISTS rows_ends ON rows (ends);
CREATE INDEX IF NOT EXISTS seen_ends ON seen (ends);
"""
_LOCK = 7_203_110_993
"""Number of the advisory lock under which one worker makes the tables while the others wait."""
_PUT = """
INSERT INTO rows AS r (key, value, version, ends) VALUES ($1, $2, 1, $3)
ON CONFLICT (key) DO UPDATE SET value=$2, version=r.version+1, ends=$3
WHERE $4::bigint IS NULL OR CASE WHEN r.ends > $5 THEN r.version ELSE 0 END = $4
RETURNING version
"""
_POOL = 5
_TIMEOUT = 5.0


class PostgresStore:
    """A store in a PostgreSQL database; at most five connections a worker."""

    def __init__(self, url: str, clock: Callable[[], float] = time.time) -> None:
        """Connect when first used.

        Args:
            url: `postgres://…` or `postgresql://…`, `?sslmode=` included.
            clock: Seconds since the epoch.
        """
        self._url = url
        self._clock = clock
        self._pool: asyncpg.Pool | None = None
        self._opening = asyncio.Lock()

    async def get(self, key: str) -> Row | None:
        """See `Store.get`."""
        found = await self._do("fetchrow", "SELECT value, version FROM rows WHERE key=$1 AND ends>$2", key, self._clock())
        return Row(found["value"], found["version"]) if found else None

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        """See `Store.put`."""
        now = self._clock()
        if expected is not None and expected > 0:
            query = (
                "UPDATE rows SET value=$2, version=version+1, ends=$3 WHERE key=$1 AND version=$4 AND ends>$5 RETURNING version"
            )
        else:
            query = _PUT
        version = await self._do("fetchval", query, key, value, now + lasts, expected, now)
        if version is None:
            raise ConflictError(key)
        return int(version)

    async def delete(self, key: str) -> None:
        """See `Store.delete`."""
        await self._do("execute", "DELETE FROM rows WHERE key=$1", key)

    async def seen(self, update_id: int) -> bool:
        """See `Store.seen`."""
        return bool(await self._do("fetchval", "SELECT 1 FROM seen WHERE update_id=$1 AND ends>$2", update_id, self._clock()))

    async def mark_seen(self, update_id: int) -> None:
        """See `Store.mark_seen`."""
        query = "INSERT INTO seen VALUES ($1, $2) ON CONFLICT (update_id) DO UPDATE SET ends=$2"
        await self._do("execute", query, update_id, self._clock() + SEEN_LASTS)

    async def purge(self) -> None:
        """See `Store.purge`."""
        await self._do("execute", "DELETE FROM rows WHERE ends<=$1", self._clock())
        await self._do("execute", "DELETE FROM seen WHERE ends<=$1", self._clock())

    async def ping(self) -> None:
        """See `Store.ping`."""
        await self._do("fetchval", "SELECT 1")

    async def close(self) -> None:
        """See `Store.close`."""
        if self._pool is not None:
            pool, self._pool = self._pool, None
            try:
                await asyncio.wait_for(pool.close(), _TIMEOUT)
            except TimeoutError:
                pool.terminate()

    async def _do(self, how: str, query: str, *arguments: object) -> Any:
        try:
            pool = await self._opened()
            return await asyncio.wait_for(getattr(pool, how)(query, *arguments), _TIMEOUT)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise StoreAwayError(type(error).__name__) from error

    async def _opened(self) -> asyncpg.Pool:
        async with self._opening:
            if self._pool is None:
                pool = await asyncpg.create_pool(self._url, min_size=0, max_size=_POOL, timeout=_TIMEOUT)
                async with pool.acquire() as connection, connection.transaction():
                    await connection.execute("SELECT pg_advisory_xact_lock($1::bigint)", _LOCK)
                    await connection.execute(_TABLES)
                self._pool = pool
        return self._pool
