"""The webmaster saves a file while the bot runs: members get the new value, or the old one and the maintainer a message.

Loading takes as long as a start, so it is waited for as long.
"""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.telegram import ROOT, START_WAIT, Member, Reply, Telegram

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

ASKED = "welcher port für imap eingang?"
FIRST_PERSON = 7001
"""The user id the tests' Telegram gives to whoever comes first."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(ROOT / "content", copy)
    return copy


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[Telegram, Member]]:
    """The bot on a copy of the content, and its maintainer."""
    async with Telegram.start(CONTENT_DIR=str(folder), MAINTAINERS=f"{FIRST_PERSON}") as telegram:
        webmaster = telegram.private("Webmaster")
        assert webmaster.user_id == FIRST_PERSON
        await webmaster.asks("/start")
        webmaster.listen()
        yield telegram, webmaster


def save(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


async def asks_until(member: Member, text: str, expected: str) -> Reply:
    """Ask again and again, as somebody does who waits for a change."""
    async with asyncio.timeout(START_WAIT):
        while expected not in (reply := await member.asks(text)).text:  # noqa: ASYNC110 - bounded by the time-out
            await asyncio.sleep(0.1)
    return reply


async def test_a_saved_port_is_in_the_next_answers(folder: Path) -> None:
    async with running(folder) as (telegram, _):
        anna = telegram.private("Anna")
        assert "993" in (await anna.asks(ASKED)).codes
        save(folder / "settings.yaml", "port: 993", "port: 1993")
        await asks_until(anna, ASKED, "1993")
        assert not telegram.refused()


async def test_a_mistake_changes_nothing_and_the_maintainer_is_told_once_and_once_when_it_is_mended(folder: Path) -> None:
    async with running(folder) as (telegram, webmaster):
        anna = telegram.private("Anna")
        save(folder / "settings.yaml", "port: 993", "prot: 993")
        told = await webmaster.hears(START_WAIT)
        assert "Fehler" in told.text
        assert "settings.yaml, Zeile 11" in told.text
        assert "Meintest du port?" in told.text
        assert told.codes[-1].startswith("incoming: {prot: 993")
        assert any("settings.yaml:11" in line for line in telegram.log)
        assert "993" in (await anna.asks(ASKED)).codes
        # The same mistake in a file saved again is no news; that it is mended is.
        save(folder / "settings.yaml", "# Alle", "#  Alle")
        said = len(webmaster.chat.messages)
        assert "settings.yaml" in (await webmaster.asks("/reload")).text
        assert len(webmaster.chat.messages) == said + 2, "the command and what it answers"
        save(folder / "settings.yaml", "prot: 993", "port: 2993")
        assert "wieder in Ordnung" in (await webmaster.hears(START_WAIT)).text
        assert "2993" in (await anna.asks(ASKED)).codes


async def test_a_restart_with_a_mistake_goes_on_with_what_was_good_last(folder: Path) -> None:
    """After a power cut nobody is there to mend it."""
    cache = str(folder.parent / "cache")
    async with Telegram.start(CONTENT_DIR=str(folder), MAINTAINERS=f"{FIRST_PERSON}", CACHE_DIRECTORY=cache) as telegram:
        webmaster = telegram.private("Webmaster")
        await webmaster.asks("/start")
        await telegram.stop_bot()
        save(folder / "settings.yaml", "port: 993", "prot: 993")
        webmaster.listen()
        await telegram.start_bot()
        assert "settings.yaml, Zeile 11" in (await webmaster.hears(START_WAIT)).text
        assert "993" in (await webmaster.asks(ASKED)).codes
        webmaster.listen()
        save(folder / "settings.yaml", "prot: 993", "port: 2993")
        assert "wieder in Ordnung" in (await webmaster.hears(START_WAIT)).text
        assert "2993" in (await webmaster.asks(ASKED)).codes


async def test_a_file_saved_in_two_halves_is_answered_whole_and_nobody_is_alarmed(folder: Path) -> None:
    async with running(folder) as (telegram, webmaster):
        anna, file = telegram.private("Anna"), folder / "settings.yaml"
        whole = file.read_text("utf-8").replace("port: 993", "port: 3993")
        file.write_text(whole[: len(whole) // 2], "utf-8")
        assert "993" in (await anna.asks(ASKED)).codes
        file.write_text(whole, "utf-8")
        await asks_until(anna, ASKED, "3993")
        assert len(webmaster.chat.messages) == 2, "nothing but /start and its answer"


async def test_a_changed_command_is_in_telegrams_menu(folder: Path) -> None:
    async with running(folder) as (telegram, _):
        save(folder / "commands.yaml", "Die Ports auf einen Blick", "Alle Ports")
        await telegram.until(lambda: "Alle Ports" in str(telegram.server.world.commands) or None, "the new command menu")


async def test_reload_is_for_maintainers_only(folder: Path) -> None:
    async with running(folder) as (telegram, webmaster):
        assert "nichts Neues" in (await webmaster.asks("/reload")).text
        anna = telegram.private("Anna")
        assert (await anna.asks("/reload")).text == (await anna.asks("/gibtesnicht")).text
