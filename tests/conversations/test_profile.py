"""What Telegram shows about the bot, and what it costs to keep that up to date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from playground.faults import flood
from playground.methods.commands import menu
from playground.methods.profile import profile_text
from tests.telegram import Telegram

if TYPE_CHECKING:
    from playground.state import Chat

LAST = "webhook: none"
"""What the log says once the profile is done."""


async def introduced(telegram: Telegram) -> None:
    """Wait until the bot has introduced itself."""
    await telegram.until(lambda: LAST in "".join(telegram.log) or None, "the report in the log")


def settings(telegram: Telegram) -> list[str]:
    """Give the calls that changed the profile."""
    return [call.method for call in telegram.server.journal if call.method.lower().startswith(("setmy", "deletemy"))]


def names(telegram: Telegram, chat: Chat, user_id: int, language: str) -> set[str]:
    return {command["command"] for command in menu(telegram.server.world, chat, user_id, language)}


async def test_menus_by_place_person_and_language(telegram: Telegram) -> None:
    await introduced(telegram)
    people = telegram.group("Chor", "Anna", "Bert", admin="Anna")
    group, anna, bert = people["Anna"].chat, people["Anna"].user_id, people["Bert"].user_id
    private = telegram.private("Cilli")
    german, english = (names(telegram, private.chat, private.user_id, language) for language in ("de", "en"))
    assert {"einrichten", "einstellungen", "probleme", "hilfe", "datenschutz"} <= german
    assert {"setup", "settings", "trouble", "help", "privacy"} <= english
    assert names(telegram, private.chat, private.user_id, "it") == german, "whoever speaks neither gets the club's first"
    assert {"answers", "antworten"}.isdisjoint(german | english)
    in_group = names(telegram, group, bert, "de")
    assert {"ports", "server", "einrichten"} <= in_group
    assert not {"answers", "antworten", "probleme", "abbrechen"} & in_group
    assert names(telegram, group, anna, "de") == in_group | {"antworten"}


async def test_the_menu_of_whoever_runs_the_bot_is_in_their_language_too() -> None:
    async with Telegram.start(MAINTAINERS="7001") as telegram:
        webmaster = telegram.private("Webmaster")
        await again(telegram)
        german, english = (names(telegram, webmaster.chat, webmaster.user_id, language) for language in ("de", "en"))
        assert {"reload", "gaps", "stats", "einrichten"} <= german
        assert {"reload", "gaps", "stats", "setup"} <= english


@pytest.mark.parametrize(
    ("kind", "german", "english"),
    [
        ("name", "Mail-Helfer KfSB", "Mail helper KfSB"),
        ("short_description", "Schritt", "step"),
        ("description", "Passwort", "password"),
    ],
)
async def test_name_and_descriptions_in_both_languages(telegram: Telegram, kind: str, german: str, english: str) -> None:
    await introduced(telegram)
    assert german in profile_text(telegram.server.world, kind, "de")
    assert english in profile_text(telegram.server.world, kind, "en")
    assert german in profile_text(telegram.server.world, kind, "it")


async def test_only_what_differs_is_set(telegram: Telegram) -> None:
    await introduced(telegram)
    assert settings(telegram)
    telegram.server.journal.clear()
    await again(telegram)
    assert settings(telegram) == []
    telegram.server.world.texts["short_description", "en"] = "Somebody typed this at @BotFather"
    await again(telegram)
    assert settings(telegram) == ["setMyShortDescription"]
    assert "step" in profile_text(telegram.server.world, "short_description", "en")


async def again(telegram: Telegram) -> None:
    """Start the bot once more."""
    await telegram.stop_bot()
    telegram.log.clear()
    await telegram.start_bot()
    await introduced(telegram)


async def test_a_refusal_keeps_nobody_waiting() -> None:
    async with Telegram.start(wait_for_bot=False) as telegram:
        telegram.server.faults.always("setMyName", flood(80_000))
        anna = telegram.private("Anna")
        assert "993" in (await anna.asks("/imap")).text
        await introduced(telegram)
        assert "part of the profile could not be set" in "".join(telegram.log)
        assert profile_text(telegram.server.world, "description", "en")


@pytest.mark.parametrize(
    ("language", "stored", "forget"), [("de", "höchstens einen Tag", "/vergessen"), ("en", "for a day at most", "/forget")]
)
async def test_privacy_is_told_truthfully_and_in_the_group_too(
    telegram: Telegram, language: str, stored: str, forget: str
) -> None:
    anna = telegram.private("Anna", language)
    told = await anna.asks("/privacy")
    assert stored in told.text
    assert forget in told.text
    people = telegram.group("Chor", "Bert")
    bert = people["Bert"]
    assert "höchstens einen Tag" in (await bert.asks("/privacy")).text
    assert "FAQ" not in (await bert.asks("/developer_info")).text
    assert "weg" in (await bert.asks("/forget")).text
    rows = b"".join(file.read_bytes() for file in telegram.folder.iterdir())
    for secret in (str(anna.user_id), str(bert.user_id), str(bert.chat.id), "Anna", "Chor"):
        # Not within another number: the end of a time may look like an id.
        assert not re.search(rb"(?<![\d.])%s(?!\d)" % re.escape(secret.encode()), rows), "the store names nobody"
