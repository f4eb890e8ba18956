from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import asyncpg
import pytest
import pytest_asyncio

from tests.workers import nginx
from tests.workers.cluster import Cluster

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.postgres import Postgres

_names = itertools.count()


async def new_database(postgres_server: Postgres) -> str:
    """Make a data base in the tests' PostgreSQL and give its address."""
    name = f"workers{next(_names)}"
    connection = await asyncpg.connect(postgres_server.url)
    try:
        await connection.execute(f"CREATE DATABASE {name}")
    finally:
        await connection.close()
    return postgres_server.url.replace("/postgres?", f"/{name}?")


@pytest.fixture
async def database_url(postgres_server: Postgres) -> str:
    """A new data base in the tests' PostgreSQL."""
    return await new_database(postgres_server)


@pytest.fixture
def behind_nginx() -> bool:
    """Put nginx in front of the workers."""
    if nginx.why_not():
        pytest.skip(nginx.why_not())
    return True


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def _two_of_a_module(postgres_server: Postgres) -> AsyncIterator[Cluster]:
    async with Cluster.start(2, await new_database(postgres_server)) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def two(_two_of_a_module: Cluster) -> Cluster:
    """Two workers over one PostgreSQL, the same for all tests of a module; each test says which of them gets what."""
    if not _two_of_a_module.server.webhook.is_sending:
        await _two_of_a_module.register_again()
    _two_of_a_module.to(0)
    return _two_of_a_module


@pytest.fixture
async def balanced(database_url: str, behind_nginx: bool) -> AsyncIterator[Cluster]:
    """Two workers behind nginx over one PostgreSQL."""
    async with Cluster.start(2, database_url, behind_nginx=behind_nginx, METRICS="yes") as started:
        yield started
