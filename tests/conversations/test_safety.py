"""Passwords, privacy, and the files that set a program up, through the real stack."""

from __future__ import annotations

import plistlib

import pytest

from tests.conversations.test_setup import hears_of
from tests.telegram import Telegram

SECRET = "Sommer!2024xy"


@pytest.mark.parametrize(("language", "says"), [("de", f"mein passwort ist {SECRET}"), ("en", f"my password is {SECRET}")])
async def test_a_password_is_warned_of_and_deleted_on_request(telegram: Telegram, language: str, says: str) -> None:
    anna = telegram.private("Anna", language)
    message_id = anna.says(says)
    warning = await hears_of(anna, "🔒")
    assert warning.reply_to == message_id
    assert SECRET not in warning.text
    assert "🗑" in (await anna.presses(warning, "🗑")).text
    assert message_id not in anna.chat.messages
    assert not [line for line in telegram.log if SECRET in line]
    assert SECRET.encode() not in b"".join(file.read_bytes() for file in telegram.folder.iterdir())


@pytest.mark.parametrize("typed", ["erna.mueller@kolping-schoenau.d", "Erna.Mueller2@kolping-schoenau"])
async def test_an_address_with_a_letter_missing_is_mended_and_no_password(telegram: Telegram, typed: str) -> None:
    erna = telegram.private("Erna")
    await erna.asks("mein passwort wird abgelehnt")
    assert "🔒" not in (await erna.asks(typed)).text
    await erna.asks("/setup thunderbird imap")
    erna.says(typed)
    assert f"{typed.lower().partition('@')[0]}@kolping-schoenau.de" in (await hears_of(erna, "eingesetzt")).text


async def test_a_password_that_nothing_announces_is_not_kept_with_the_questions_asked_in_vain() -> None:
    async with Telegram.start(COLLECT_GAPS="1", MAINTAINERS="7001") as telegram:
        webmaster, anna = telegram.private("Webmaster"), telegram.private("Anna")
        await anna.asks("Geheim!Wort&Katze")
        await anna.asks("wann ist die nächste vorstandssitzung")
        gaps = (await webmaster.asks("/gaps")).text
        assert "vorstandssitzung" in gaps
        assert "Geheim" not in gaps


async def test_the_warning_comes_in_the_language_of_the_talk_before(telegram: Telegram) -> None:
    anna = telegram.private("Anna", "de")
    await anna.asks("which port for imap?")
    anna.says(f"my password is {SECRET}")
    assert "password" in (await hears_of(anna, "🔒")).text


async def test_a_profile_for_the_iphone_with_the_address_in_it(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    await anna.asks("/setup iphone imap")
    anna.says("anna@kolping-schoenau.de")
    page = await hears_of(anna, "Schritt 2 ")
    anna.presses_data(page.message_id, page.button("Datei").data)
    sent = await hears_of(anna, "Profil")
    assert sent.raw["document"]["file_name"].endswith(".mobileconfig")
    _, file = telegram.server.world.files[sent.raw["document"]["file_id"]]
    profile = plistlib.loads(file)
    assert profile["PayloadContent"][0]["EmailAddress"] == "anna@kolping-schoenau.de"


async def test_a_code_for_thunderbird_on_the_phone_once_the_address_is_known(telegram: Telegram) -> None:
    anna = telegram.private("Anna", "en")
    page = await anna.asks("/setup thunderbird-android imap")
    page = await anna.presses(page, "QR")
    assert "For “QR code” I need your address" in page.text
    anna.says("anna")
    page = await hears_of(anna, "Step 2 ")
    anna.presses_data(page.message_id, page.button("QR").data)
    sent = await hears_of(anna, "reads this code")
    assert sent.raw["photo"], "a picture, so that it can be scanned from the screen"
    anna.presses_data(page.message_id, page.button("file").data)
    sent = await hears_of(anna, "Import settings")
    _, file = telegram.server.world.files[sent.raw["document"]["file_id"]]
    assert b"<username>anna@kolping-schoenau.de</username>" in file
    assert b"password" not in file.lower().replace(b"password-", b"")


@pytest.mark.parametrize(
    ("command", "expected"),
    [("/privacy", "speichere"), ("/datenschutz", "vergesse"), ("/developer_info", "Kolping"), ("/forget", "weg")],
)
async def test_what_telegrams_terms_ask_for(telegram: Telegram, command: str, expected: str) -> None:
    answer = await telegram.private("Anna").asks(command)
    assert expected in answer.text


async def test_forget_empties_the_memory(telegram: Telegram) -> None:
    anna = telegram.private("Anna")
    await anna.asks("/setup thunderbird imap")
    await anna.asks("/forget")
    assert "Welches Programm" in (await anna.asks("/setup")).text


@pytest.mark.parametrize(
    ("language", "given_away", "asked", "told"),
    [
        ("de", "mein passwort ist Sommer2024!", "hoppla, wie lösch ich das wieder", "Tippe lange darauf"),
        ("de", "mein passwort ist Sommer2024!", "wia krieg i des weg", "Tippe lange darauf"),
        ("en", "my password is Summer2024!", "oh no, how do I get rid of that?", "press and hold it"),
        ("en", "my password is Summer2024!", "can you remove it", "press and hold it"),
    ],
)
async def test_who_is_warned_is_told_how_to_delete_it(
    telegram: Telegram, language: str, given_away: str, asked: str, told: str
) -> None:
    member = telegram.private("Anna", language)
    assert "🔒" in (await member.asks(given_away)).text
    assert told in (await member.asks(asked)).text
