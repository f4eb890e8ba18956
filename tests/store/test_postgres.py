"""What only PostgreSQL has: few connections, encryption, tables of older and newer copies."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import re
from typing import TYPE_CHECKING

import asyncpg
import pytest
from asyncpg import connect_utils

from store import postgres_url
from store.interface import Row, StoreAwayError
from store.postgres import _MIGRATIONS, PostgresStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.postgres import Postgres

HOUR = 3600.0
_names = itertools.count()


@pytest.fixture
async def url(postgres_server: Postgres) -> str:
    """A data base without tables."""
    name = f"fresh{next(_names)}"
    connection = await asyncpg.connect(postgres_server.url)
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return postgres_server.url.replace("/postgres?", f"/{name}?")


@pytest.fixture
async def outside(url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection that looks at it from outside."""
    connection = await asyncpg.connect(url)
    yield connection
    await connection.close()


async def test_five_connections_are_enough_for_any_number_of_calls(url: str, outside: asyncpg.Connection) -> None:
    store = PostgresStore(url)
    await asyncio.gather(*(store.add("n", lasts=HOUR) for _ in range(200)))
    assert await store.count("n") == 200
    query = "SELECT count(*) FROM pg_stat_activity WHERE application_name='club-mail-bot' AND datname=current_database()"
    assert 1 <= await outside.fetchval(query) <= 5
    await store.close()


async def test_older_tables_are_brought_up_to_date_by_many_at_once(url: str, outside: asyncpg.Connection) -> None:
    await outside.execute(_MIGRATIONS[0])
    await outside.execute("INSERT INTO rows VALUES ('a', 'x', 3, 9e9)")
    await outside.execute("CREATE TABLE schema_version (number INTEGER NOT NULL)")
    await outside.execute("INSERT INTO schema_version VALUES (1)")
    stores = [PostgresStore(url) for _ in range(6)]
    assert await asyncio.gather(*(store.get("a") for store in stores)) == [Row("x", 3)] * 6
    assert sorted(await asyncio.gather(*(store.add("n", lasts=HOUR) for store in stores))) == [1, 2, 3, 4, 5, 6]
    assert [tuple(row) for row in await outside.fetch("SELECT * FROM schema_version")] == [(len(_MIGRATIONS),)]
    for store in stores:
        await store.close()


async def test_a_newer_copys_tables_are_left_as_they_are(url: str, outside: asyncpg.Connection) -> None:
    """While workers are updated one after the other, older ones work on newer tables."""
    store = PostgresStore(url)
    await store.put("a", "x", lasts=HOUR)
    await store.close()
    await outside.execute("UPDATE schema_version SET number = number + 5")
    older = PostgresStore(url)
    assert await older.get("a") is not None
    await older.close()
    assert await outside.fetchval("SELECT number FROM schema_version") == len(_MIGRATIONS) + 5


def test_the_parameters_that_are_taken_are_the_drivers_own() -> None:
    source = inspect.getsource(connect_utils._parse_connect_dsn_and_args)
    handed_on = {"options"}
    assert postgres_url._TAKEN - handed_on == set(re.findall(r"'(\w+)' in query", source))


class Pool:
    """A pool in an unhappy moment."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.is_terminated = False

    async def fetchval(self, _query: str) -> None:
        if self.error is not None:
            raise self.error

    async def close(self) -> None:
        await asyncio.Event().wait()

    def terminate(self) -> None:
        self.is_terminated = True


@pytest.mark.parametrize(
    "error",
    [
        asyncpg.InternalClientError("cannot switch to state 11; another operation (2) is in progress"),
        asyncpg.InterfaceError("connection is closed"),
        asyncpg.ConnectionDoesNotExistError("connection was closed in the middle of operation"),
        ConnectionResetError(),
    ],
)
async def test_whatever_a_connection_that_ends_raises_is_a_store_away(error: Exception) -> None:
    store = PostgresStore("postgres://bot@127.0.0.1:1/x")
    store._pool = Pool(error)
    with pytest.raises(StoreAwayError, match=type(error).__name__):
        await store.ping()


async def test_connections_that_will_not_end_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.postgres._CLOSING", 0.01)
    pool = Pool()
    store = PostgresStore("postgres://bot@127.0.0.1:1/x")
    store._pool = pool
    await store.close()
    assert pool.is_terminated
    with pytest.raises(StoreAwayError, match="closed"):
        await store.ping()


async def test_where_encryption_is_required_there_is_none_without(url: str) -> None:
    store = PostgresStore(url.replace("sslmode=disable", "sslmode=require"))
    with pytest.raises(StoreAwayError):
        await store.ping()
    await store.close()


async def test_a_wrong_password_or_data_base_is_a_store_away_that_tells_no_secret(url: str) -> None:
    store = PostgresStore(url.replace("/fresh", "/nowhere").replace("bot@", "bot:hush@"))
    with pytest.raises(StoreAwayError) as caught:
        await store.ping()
    assert "hush" not in str(caught.value)
    assert "nowhere" not in str(caught.value)
    await store.close()
