"""The first contact with Telegram."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest
from telegram.error import InvalidToken, NetworkError, TelegramError

from handlers import application
from handlers.application import connect
from updates.errors import ConfigurationError

if TYPE_CHECKING:
    from handlers.services import App


class Starting:
    """An application whose start fails in these ways, one after the other, and then works."""

    def __init__(self, *failures: TelegramError) -> None:
        self.failures = list(failures)

    async def initialize(self) -> None:
        if self.failures:
            raise self.failures.pop(0)


async def connected(*failures: TelegramError) -> bool:
    return await connect(cast("App", Starting(*failures)), asyncio.Event())


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many failures in a row each wait stands for; none takes any time."""
    waited: list[int] = []

    def no_time(failures: int) -> float:
        waited.append(failures)
        return 0.0

    monkeypatch.setattr(application, "backoff", no_time)
    return waited


async def test_a_token_that_is_refused_again_and_again_is_wrong(waits: list[int]) -> None:
    with pytest.raises(ConfigurationError):
        await connected(*[InvalidToken()] * 5)
    assert waits == [1, 2, 3, 4]


async def test_refusals_with_other_failures_between_them_are_a_server_that_is_being_started() -> None:
    assert await connected(*[InvalidToken(), NetworkError("gone")] * 6)
