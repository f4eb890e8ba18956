"""Commands in every spelling, deep links, and what only looks like a command."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from handlers.command_text import read_command
from handlers.deep_links import guide_link, private_link, read_start
from handlers.groups.settings import Choice, Mode
from handlers.learning.unanswered import Unanswered
from tests.handlers.offline import GROUP, Chat
from tests.handlers.small_content import GUIDE, small_content

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.knowledge.models.content import Content


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/ports", ("ports", "", "")),
        ("/PORTS", ("ports", "", "")),
        ("/ports@ClubMailBot", ("ports", "", "")),
        ("/ports@clubmailbot imap", ("ports", "imap", "")),
        ("/hilfe", ("help", "", "de")),
        ("/einrichten iphone", ("setup", "iphone", "de")),
        ("  /setup\nthunderbird  imap ", ("setup", "thunderbird  imap", "")),
        ("/nothing", ("", "", "")),
    ],
)
def test_commands_are_read(content: Content, typed: str, expected: tuple[str, str, str]) -> None:
    given = read_command(typed, "ClubMailBot", content)
    assert given is not None
    assert (given.command, given.rest, given.language) == expected


@pytest.mark.parametrize("typed", ["/ports@OtherBot", "/", "/usr/bin/python", "ports", "/pörts"])
def test_other_bots_commands_and_paths_are_none_of_ours(content: Content, typed: str) -> None:
    assert read_command(typed, "ClubMailBot", content) is None


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("/start", "Mail-Helfer"),
        ("/hilfe", "So helfe ich"),
        ("/ports", "993"),
        ("/ports pop", "110"),
        ("/server", "c9.webspace-verkauf.de"),
        ("/einstellungen", "IMAP"),
        ("/imap", "993"),
        ("/pop", "110"),
        ("/pop3", "110"),
        ("/vergleich", "POP3"),
        ("/setup", "Welches Programm"),
        ("/abbrechen", "keine Anleitung"),
        ("/problem", "Was klappt nicht"),
        ("/probleme", "Was klappt nicht"),
        ("/answers", "Gruppe"),
        ("/foo", "Diesen Befehl kenne ich nicht"),
    ],
)
async def test_every_command_in_private(chat: Chat, command: str, expected: str) -> None:
    assert expected in await chat.say(command)


@pytest.mark.parametrize(("language", "told"), [("de", "Nummern"), ("en", "numbers"), ("fr", "numéros")])
async def test_that_rows_hold_the_numbers_of_messages_is_told(chat: Chat, language: str, told: str) -> None:
    await chat.say("Welcher Port für IMAP?", message_id=4711)
    assert any("4711" in str(row) for row in chat.store.rows.values())
    text = chat.services.word("privacy_text", language, kept="", webmaster="")
    [line] = [line for line in text.splitlines() if "14" in line]
    assert told in line


async def test_what_only_looks_like_a_command_is_a_question(chat: Chat) -> None:
    assert "993" in await chat.say("/ports/für/imap?")
    assert await chat.say("/wasweißich")


@pytest.mark.parametrize("command", ["/imap", "/trouble", "/setup", "/ports@ClubMailBot", "/nothing"])
@pytest.mark.parametrize("where", ["private", "group"])
async def test_a_password_behind_a_command_is_warned_of_and_not_kept(chat: Chat, command: str, where: str) -> None:
    replace(chat.services, unanswered=Unanswered(chat.store, b"secret", is_on=True)).install(chat.application)
    if where == "group":
        chat.chat = GROUP
        command = command.partition("@")[0] + "@ClubMailBot"
    assert "🔒" in await chat.say(f"{command} mein kennwort ist sonne")
    assert where == "group" or "🗑 Nachricht löschen" in chat.buttons()
    assert chat.screen.calls.count("sendMessage") == 1
    assert not any("sonne" in str(row) for row in chat.store.rows.values())


async def test_where_the_page_asks_for_the_password_a_bare_one_is_noticed_behind_a_command_too(tmp_path: Path) -> None:
    async with Chat(small_content(tmp_path, GUIDE.replace("account.username", "account.password"))) as chat:
        await chat.say("/setup thunderbird imap")
        assert "🔒" not in await chat.say("/imap Sommer!2024xy")
        await chat.say("/setup thunderbird imap")
        for _ in range(2):
            await chat.press("Weiter" if "Weiter" in str(chat.buttons()) else "Ohne")
        assert "🔒" in await chat.say("/imap Sommer!2024xy")


async def test_in_a_group_the_passwords_of_other_bots_commands_are_none_of_its_business(chat: Chat) -> None:
    chat.chat = GROUP
    assert not await chat.say("/login mein kennwort ist sonne")
    await chat.services.groups.choose(-100, Choice(Mode.OFF))
    assert not await chat.say("/imap mein kennwort ist sonne")


async def test_the_language_follows_the_spelling_then_the_client(chat: Chat) -> None:
    chat.language = "en"
    assert "How I can help" in await chat.say("/help")
    assert "So helfe ich" in await chat.say("/hilfe")
    chat.language = "it"
    assert "So helfe ich" in await chat.say("/help")


async def test_start_greets_in_three_lines_with_the_menu_as_buttons(chat: Chat) -> None:
    greeting = await chat.say("/start")
    assert len(greeting.split("\n")) == 3
    assert len(chat.buttons()) >= 6
    for label in list(chat.buttons()):
        assert await chat.press(label, max(chat.screen.messages))
        await chat.say("/start")


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ("guide_thunderbird_imap_de", "Schritt 1 von 3"),
        ("guide_thunderbird_pop3_en", "Step 1 of 4"),
        ("guide_thunderbird_de", "Wie sollen"),
        ("guide_en", "Which program"),
        ("guide_imap", "Welches Programm"),
        ("guide_toaster_imap_de", "Welches Programm"),
        ("menu_en", "Hello"),
        ("x" * 64, "Hallo"),
        ("guide_iphone_pop3_de", "Ich führe dich Schritt für Schritt, mit IMAP"),
    ],
)
async def test_deep_links(chat: Chat, payload: str, expected: str) -> None:
    assert expected in await chat.say(f"/start {payload}")


def test_links_lead_back_to_where_they_point(content: Content) -> None:
    link = guide_link("ClubMailBot", "thunderbird", "imap", "de")
    assert link == "https://t.me/ClubMailBot?start=guide_thunderbird_imap_de"
    start = read_start(link.partition("=")[2], content)
    assert (start.kind, start.program, start.protocol, start.language) == ("guide", "thunderbird", "imap", "de")
    assert guide_link("ClubMailBot", "a" * 70, "", "de").endswith("guide_de")
    assert private_link("ClubMailBot", "en").endswith("menu_en")


async def test_after_forget_no_word_of_a_members_own_is_left_in_memory(member: Chat) -> None:
    def remembered() -> set[str]:
        tables = [thing for thing in gc.get_objects() if isinstance(thing, dict)]
        keys = {key.lower() for table in tables for key in list(table) if isinstance(key, str)}
        return {key for key in keys if any(own in key for own in ("quasten" + "berg", "ottilien" + "strasse", "quiri" + "nius"))}

    await member.say("/setup thunderbird imap")
    await member.say("erna.quastenberg@kolping-schoenau.de")
    await member.say("wie richte ich quastenberg auf dem iphone ein")
    await member.say("wohne in der Ottilienstrasse und heisse Quirinius, welcher port für imap?")
    assert remembered(), "until then"
    await member.say("/forget")
    member.screen.given.clear()
    member.screen.messages.clear()
    gc.collect()
    assert not remembered()
