from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio

from tests.telegram import Telegram

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def _running() -> AsyncIterator[Telegram]:
    async with Telegram.start() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def telegram(_running: Telegram) -> AsyncIterator[Telegram]:
    """Bot and server, shared by the tests of a file that leave the process alone; no fault is left over."""
    _running.server.faults.clear()
    yield _running
    _running.server.faults.clear()
