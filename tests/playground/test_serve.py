"""The bot as the playground keeps it running."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING

import pytest

from playground.serve import serve
from tests.telegram import WAIT

if TYPE_CHECKING:
    from pathlib import Path


class SettingsError(Exception):
    """Nobody needs to start the bot again."""


async def test_who_hears_of_the_bots_end_can_end_the_playground(tmp_path: Path) -> None:
    found = tmp_path / "found.json"
    bot = [
        sys.executable,
        "-c",
        "import json, os, sys; json.dump(dict(os.environ), open(sys.argv[1], 'w')); sys.exit(78)",
        str(found),
    ]
    codes: list[int] = []

    async def ended(code: int) -> None:
        codes.append(code)
        if len(codes) > 1:
            raise SettingsError

    async with asyncio.timeout(WAIT):
        with pytest.raises(SettingsError):
            await serve(bot, {"DATABASE_URL": "sqlite:////of/members.db", "LOG_LEVEL": "INFO"}, port=0, ended=ended)
    assert codes == [78, 78]
    environment = json.loads(found.read_text())
    assert environment["LOG_LEVEL"] == "INFO"
    assert environment["BOT_API_URL"].startswith("http://127.0.0.1:")
    assert "members" not in environment["DATABASE_URL"], "what is tried out is not counted among what members asked"
