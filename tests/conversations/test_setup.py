"""Setting up a mail program through the real stack: the bot's process, HTTP, a strict Bot API server."""

from __future__ import annotations

import pytest

from tests.telegram import Member, Reply, Telegram

_MOST_PAGES = 20


async def hears_of(member: Member, text: str) -> Reply:
    """Wait for a message with a text; others in between are let pass, such as the old page losing its buttons."""
    while text not in (heard := await member.hears()).text:
        pass
    return heard


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
    for number in range(2, _MOST_PAGES):
        if f" {number - 1} " in page.text and page.text.count("▱") == 0:
            break
        anna.says(on)
        page = await hears_of(anna, f"{'Schritt' if language == 'de' else 'Step'} {number} ")
    anna.says(on)
    assert await hears_of(anna, end)


async def test_killed_at_every_step_and_pressed_on() -> None:
    # A press that was handled but not yet confirmed comes again, so refused repetitions are right here.
    async with Telegram.start() as telegram:
        anna = telegram.private("Anna")
        page = await anna.asks("/setup iphone imap")
        number = 1
        while "Alle Werte" not in page.text:
            await telegram.kill_bot()
            await telegram.start_bot()
            number += 1
            anna.presses_data(page.message_id, page.button("▶").data)
            page = await hears_of(anna, f"Schritt {number} " if "▱" in page.text else "Alle Werte")
        await telegram.kill_bot()
        await telegram.start_bot()
        anna.presses_data(page.message_id, page.button("klappt nicht").data)
        assert (await hears_of(anna, "?")).buttons


async def test_an_address_is_filled_in_and_never_reaches_the_store(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    await anna.asks("/setup iphone imap")
    anna.says("anna.muster@kolping-schoenau.de")
    page = await hears_of(anna, "Schritt 2 ")
    seen, number = page.text, 2
    while "Alle Werte" not in page.text:
        number += 1
        anna.presses_data(page.message_id, page.button("▶").data)
        page = await hears_of(anna, f"Schritt {number} " if "▱" in page.text else "Alle Werte")
        seen += page.text
    assert seen.count("anna.muster@kolping-schoenau.de") >= 2
    stored = b"".join(file.read_bytes() for file in telegram.folder.iterdir() if file.is_file())
    assert b"muster" not in stored
    assert not [line for line in telegram.log if "muster" in line]


async def test_a_question_in_the_middle_and_going_on_after_a_break() -> None:
    # As above: what was in hand when the bot was killed comes again.
    async with Telegram.start() as telegram:
        anna = telegram.private("Anna")
        await anna.asks("/setup thunderbird imap")
        anna.says("weiter")
        await hears_of(anna, "Schritt 2 ")
        anna.says("was heißt nochmal starttls?")
        assert await hears_of(anna, "STARTTLS")
        assert await hears_of(anna, "Schritt 2 ")
        await telegram.kill_bot()
        await telegram.start_bot()
        anna.says("/setup")
        page = await hears_of(anna, "Du warst bei Thunderbird (IMAP), Schritt 2 ")
        page = await anna.presses(page, "Weitermachen")
        assert "Schritt 2" in page.text


@pytest.mark.parametrize("data", ["", "x", "1gde.s.thunderbird.i.3.zzzz.", "1tde.nothing.-", "9mde.", "1mde." + "x" * 80])
async def test_forged_buttons_get_a_toast_and_no_harm(telegram: Telegram, data: str) -> None:
    anna = telegram.private("Anna")
    page = await anna.asks("/start")
    press = anna.presses_data(page.message_id, data)
    assert await anna.toast(press)
    anna.says("port imap eingang")
    while "993" not in (await anna.hears()).text:
        pass


async def test_left_gone_on_and_failing_in_words(telegram: Telegram) -> None:
    """Whatever is said when, no call is refused: the fixture sees to that."""
    anna = telegram.private("Anna")
    await anna.asks("/setup thunderbird imap")
    for says, hears in (
        ("weiter", "Schritt 2 "),
        ("abbrechen", "Abgebrochen"),
        ("abbrechen", "keine Anleitung"),
        ("/setup", "Weitermachen?"),
        ("ja", "Schritt 2 "),
        ("geht nicht", "Was klappt nicht?"),
        ("senden", "abschickst?"),
        ("zurück", "Schritt 2 "),
        ("abbrechen", "Abgebrochen"),
        ("weiter", "Schritt 2 "),
        ("alle werte", "Alle Werte"),
        ("es klappt", "🎉"),
    ):
        anna.says(says)
        await hears_of(anna, hears)
