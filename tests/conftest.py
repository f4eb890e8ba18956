from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Postgres]:
    """A PostgreSQL of the tests' own."""
    if postgres.why_not():
        pytest.skip(postgres.why_not())
    with postgres.running() as server:
        yield server
