"""Loading content anew, seen from inside: who keeps what, and who tells."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from telegram.ext import CallbackContext

from assistant.knowledge.load import load_content
from handlers.maintainers.reload import Reloader
from handlers.services import installed, services
from store.sqlite import SqliteStore
from tests.handlers.offline import Chat
from tests.handlers.small_content import small_content

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from handlers.services import Context


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small_content(tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = SqliteStore(str(tmp_path / "bot.db"))
    yield opened
    await opened.close()


@asynccontextmanager
async def worker(folder: Path, store: SqliteStore) -> AsyncIterator[tuple[Chat, Reloader]]:
    """A copy of the bot with a maintainer."""
    async with Chat(load_content(folder), cache=folder.parent.parent / "cache") as chat:
        parts = installed(chat.application.bot_data)
        replace(parts, maintainers=frozenset({700700700})).install(chat.application)
        yield chat, Reloader(chat.application, folder, store)


def save(folder: Path, old: str, new: str) -> None:
    file = folder / "settings.yaml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


async def test_an_update_keeps_the_content_it_began_with(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        begun: Context = CallbackContext(chat.application)
        before = services(begun)
        save(folder, "port: 993", "port: 1993")
        assert (await reloader.load()).is_new
        assert services(begun) is before
        assert "1993" in await chat.say("imap port eingang?")


async def test_what_was_remembered_stays(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        await chat.say("imap port eingang?")
        save(folder, "port: 587", "port: 1587")
        await reloader.load()
        assert "1587" in await chat.say("und ausgehend?")


async def test_of_two_workers_one_tells(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (one, first), worker(folder, store) as (other, second):
        for turn, (old, new) in enumerate([("port: 993", "prot: 993"), ("prot: 993", "port: 993")] * 2, start=1):
            save(folder, old, new)
            await first.load()
            await second.load()
            told = [message["text"] for chat in (one, other) for message in chat.screen.messages.values()]
            assert len(told) == turn
            assert ("Fehler" in told[-1]) == (new == "prot: 993")


async def test_saving_the_same_again_changes_nothing(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        save(folder, "port: 993", "port: 993")
        outcome = await reloader.load()
        assert not outcome.is_new
        assert not outcome.mistakes
        assert not chat.screen.messages


async def test_what_cannot_be_shown_is_a_mistake_too(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (_, reloader):
        file = folder / "words" / "menu.yaml"
        file.write_text(file.read_text("utf-8").replace("menu_ports:", "menu_portz:"), "utf-8")
        outcome = await reloader.load()
        assert outcome.mistakes
        assert not outcome.is_new
