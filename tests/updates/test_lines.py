from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from telegram import InlineQuery, Update, User

from updates import lines

if TYPE_CHECKING:
    import pytest


def test_a_line_tells_id_kind_topics_and_milliseconds(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    lines.note("nowhere")  # outside of an update: ignored
    topics = lines.begin()
    for topic in ("/setup", "thunderbird.imap.0", "/setup"):
        lines.note(topic)
    update = Update(7, inline_query=InlineQuery("1", User(5, "Anna", is_bot=False), "geheim", ""))
    lines.log(update, topics, 0.0123)
    lines.log(Update(8), [], 0)
    assert caplog.messages == ["update 7 inline_query /setup thunderbird.imap.0 12 ms", "update 8 other - 0 ms"]


async def test_updates_side_by_side_do_not_mix() -> None:
    async def one(topic: str) -> list[str]:
        topics = lines.begin()
        await asyncio.sleep(0)
        lines.note(topic)
        return topics

    assert list(await asyncio.gather(one("a"), one("b"))) == [["a"], ["b"]]
