"""Setting up a mail program through the real stack: the bot's process, HTTP, a strict Bot API server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.telegram import Telegram

_MOST_PAGES = 20


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("protocol", ["IMAP", "POP3"])
async def test_from_start_to_a_working_mailbox_by_buttons_alone(telegram: Telegram, language: str, protocol: str) -> None:
    german = language == "de"
    anna = telegram.private("Anna", language)
    page = await anna.asks("/start")
    page = await anna.presses(page, "einrichten" if german else "set up")
    page = await anna.presses(page, "Thunderbird")
    page = await anna.presses(page, protocol)
    copied = []
    for _ in range(_MOST_PAGES):
        copied += page.copies
        labels = [button.label for row in page.buttons for button in row]
        if any("klappt" in label or "works" in label for label in labels):
            break
        page = await anna.presses(page, "▶")
    assert "c9.webspace-verkauf.de" in copied
    assert {"993", "587"} <= set(copied) if protocol == "IMAP" else {"110", "25"} <= set(copied)
    page = await anna.presses(page, "es klappt" if german else "it works")
    assert "🎉" in page.text


@pytest.mark.parametrize(("language", "on", "end"), [("de", "weiter", "Alle Werte"), ("en", "next", "All values")])
async def test_to_the_end_by_typing_alone(telegram: Telegram, language: str, on: str, end: str) -> None:
    anna = telegram.private("Anna", language)
    page = await anna.asks("richte thunderbird mit imap ein" if language == "de" else "set up thunderbird with imap")
    for _ in range(_MOST_PAGES):
        if end in page.text:
            break
        anna.listen()
        anna.says(on)
        page = await anna.hears()
    assert end in page.text


async def test_killed_at_every_step_and_pressed_on(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    page = await anna.asks("/setup iphone imap")
    for _ in range(_MOST_PAGES):
        if "Alle Werte" in page.text:
            break
        await telegram.kill_bot()
        await telegram.start_bot()
        page = await anna.presses(page, "▶")
    await telegram.kill_bot()
    await telegram.start_bot()
    page = await anna.presses(page, "klappt nicht")
    assert page.buttons


async def test_an_address_is_filled_in_and_never_reaches_the_store(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    await anna.asks("/setup iphone imap")
    page = await anna.asks("anna.muster@kolping-schoenau.de")
    seen = page.text
    for _ in range(_MOST_PAGES):
        if "Alle Werte" in page.text:
            break
        page = await anna.presses(page, "▶")
        seen += page.text
    assert seen.count("anna.muster@kolping-schoenau.de") >= 2
    stored = b"".join(file.read_bytes() for file in telegram.folder.iterdir() if file.is_file())
    assert b"muster" not in stored
    assert not [line for line in telegram.log if "muster" in line]


async def test_a_question_in_the_middle_and_going_on_after_a_break(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    await anna.asks("/setup thunderbird imap")
    page = await anna.asks("weiter")
    assert "Schritt 2" in page.text
    answer = await anna.asks("was heißt nochmal starttls?")
    assert "STARTTLS" in answer.text
    assert "Schritt 2" in (await anna.hears()).text
    await telegram.kill_bot()
    await telegram.start_bot()
    page = await anna.asks("/setup")
    assert "Schritt 2" in page.text
    page = await anna.presses(page, "Weitermachen")
    assert "Schritt 2" in page.text


@pytest.mark.parametrize("data", ["", "x", "1gde.s.thunderbird.i.3.zzzz.", "1tde.nothing.-", "9mde.", "1mde." + "x" * 80])
async def test_forged_buttons_get_a_toast_and_no_harm(telegram: Telegram, data: str) -> None:
    anna = telegram.private("Anna")
    page = await anna.asks("/start")
    press = anna.presses_data(page.message_id, data)
    assert await anna.toast(press)
    assert "993" in (await anna.asks("port imap eingang")).text
