from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.telegram import Telegram

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_TROUBLE_IN_LOG = re.compile(r"ERROR|Traceback")


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """Bot and server; no call may have been refused and no error logged."""
    async with Telegram.start() as started:
        yield started
        assert not started.refused()
        assert not _TROUBLE_IN_LOG.search("".join(started.log)), "".join(started.log)
