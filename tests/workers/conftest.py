from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import asyncpg
import pytest

from tests.workers import nginx
from tests.workers.cluster import Cluster

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.postgres import Postgres

_names = itertools.count()


@pytest.fixture
async def database_url(postgres_server: Postgres) -> str:
    """A new data base in the tests' PostgreSQL."""
    name = f"workers{next(_names)}"
    connection = await asyncpg.connect(postgres_server.url)
    try:
        await connection.execute(f"CREATE DATABASE {name}")
    finally:
        await connection.close()
    return postgres_server.url.replace("/postgres?", f"/{name}?")


@pytest.fixture
def behind_nginx() -> bool:
    """Put nginx in front of the workers."""
    if nginx.why_not():
        pytest.skip(nginx.why_not())
    return True


@pytest.fixture
async def two(database_url: str) -> AsyncIterator[Cluster]:
    """Two workers over one PostgreSQL; each test says which of them gets what."""
    async with Cluster.start(2, database_url) as started:
        yield started


@pytest.fixture
async def balanced(database_url: str, behind_nginx: bool) -> AsyncIterator[Cluster]:
    """Two workers behind nginx over one PostgreSQL."""
    async with Cluster.start(2, database_url, behind_nginx=behind_nginx, METRICS="yes") as started:
        yield started
