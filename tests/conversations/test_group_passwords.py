"""Scenes in groups in which somebody says their password aloud, or speaks of one that everybody may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conversations.group_scene import Group

if TYPE_CHECKING:
    from tests.telegram import Telegram

SECRET = "Sommer!2024xy"


@pytest.mark.parametrize("wish", ["questions", "addressed"])
async def test_a_password_said_aloud_is_warned_of_although_nobody_asked(telegram: Telegram, wish: str) -> None:
    choir = Group(telegram, "Erna", "Bert", "Anna", admin="Anna", bot_reads_all=True)
    await choir.asks("Anna", f"/answers {wish}")
    warning = await choir.asks("Erna", f"Hallo zusammen, mein Passwort ist {SECRET} und es geht nicht")
    assert "alle mit" in warning.text
    assert "lange drauf tippen" in warning.text
    assert not warning.buttons
    assert "🔒" in (await choir.asks("Bert", f"webmaster@kolping-schoenau.de {SECRET}")).text
    assert not [line for line in telegram.log if SECRET in line]


async def test_it_is_deleted_where_the_bot_may_delete(telegram: Telegram) -> None:
    choir = Group(telegram, "Erna", "Bert", bot_is_admin=True, bot_may_delete=True)
    said = choir.says("Erna", f"mein mailpasswort: {SECRET}")
    warning = await choir.hears()
    assert said not in choir.chat.messages
    assert "gelöscht" in warning.text
    assert "ändere das Passwort" in warning.text
    said = choir.says("Bert", f"{choir.bot} mein Passwort ist {SECRET}, welcher Port für IMAP?")
    assert "stell sie einfach noch einmal" in (await choir.hears()).text
    assert said not in choir.chat.messages
    assert not telegram.refused()


async def test_a_password_comes_in_by_an_edit_or_by_somebody_who_calls_the_bot_to_help(telegram: Telegram) -> None:
    choir = Group(telegram, "Erna", "Bert", bot_is_admin=True, bot_may_delete=True)
    said = choir.says("Erna", "Ich komme nicht rein")
    await choir.silence()
    choir.edits(said, f"Ich komme nicht rein, mein Passwort ist {SECRET}")
    assert "gelöscht" in (await choir.hears()).text
    assert said not in choir.chat.messages
    quiet = Group(telegram, "Erna", "Bert")
    said = quiet.says("Erna", f"mein Passwort ist {SECRET}, was mache ich falsch?")  # not heard: privacy mode
    quiet.says("Bert", quiet.bot, reply_to=said)
    warning = await quiet.hears()
    assert warning.reply_to == said
    assert "alle mit" in warning.text


async def test_where_the_group_wants_no_word_of_it_none_is_said(telegram: Telegram) -> None:
    choir = Group(telegram, "Erna", "Anna", admin="Anna", bot_reads_all=True)
    await choir.asks("Anna", "/answers off")
    choir.says("Erna", f"mein Passwort ist {SECRET}")
    assert "gar nicht" in (await choir.asks("Anna", "/answers")).text


async def test_what_everybody_may_know_is_no_matter_of_its(telegram: Telegram) -> None:
    choir = Group(telegram, "Anna", "Bert", "Erna", bot_reads_all=True)
    for name, text in (
        ("Anna", "das wlan passwort steht am brett"),
        ("Bert", "Das WLAN-Passwort im Pfarrheim ist Kolping1850!"),
        ("Erna", "Zoom: https://zoom.us/j/81234567890 Passwort: kolping24"),
        ("Anna", "Mein Passwort ist mir schon wieder entfallen"),
        ("Bert", "anna.meier@gmx.de Sopran2"),
    ):
        choir.says(name, text)
    await choir.silence()
