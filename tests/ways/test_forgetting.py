"""Words of members' own do not stay."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from assistant.met import Met
from ways import forgetting
from ways.forgetting import keep_forgetting_words

if TYPE_CHECKING:
    import pytest


async def test_they_are_forgotten_every_now_and_then_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "_LASTS", 0)
    words: Met[int] = Met()
    every_hour = asyncio.create_task(keep_forgetting_words())
    async with asyncio.timeout(30):
        for _ in range(2):
            words.keep("quastenberg", 7)
            while words:  # noqa: ASYNC110 - that is what is waited for
                await asyncio.sleep(0)
    every_hour.cancel()
    await asyncio.gather(every_hour, return_exceptions=True)
