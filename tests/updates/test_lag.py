from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from updates.lag import watch_lag

if TYPE_CHECKING:
    import pytest


async def test_a_loop_that_is_held_up_is_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    watching = asyncio.create_task(watch_lag(every=0.001))
    await asyncio.sleep(0)
    for _ in range(2):
        time.sleep(0.3)  # noqa: ASYNC251 - this is what must not happen
        await asyncio.sleep(0.01)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    assert len(caplog.messages) == 1
    assert "held up" in caplog.text
