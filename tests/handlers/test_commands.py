"""Commands in every spelling, deep links, and what only looks like a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.command_text import read_command
from handlers.deep_links import guide_link, private_link, read_start

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from tests.handlers.offline import Chat


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
        ("/answers", "Gruppe"),
        ("/foo", "Diesen Befehl kenne ich nicht"),
    ],
)
async def test_every_command_in_private(chat: Chat, command: str, expected: str) -> None:
    assert expected in await chat.say(command)


async def test_what_only_looks_like_a_command_is_a_question(chat: Chat) -> None:
    assert "993" in await chat.say("/ports/für/imap?")
    assert await chat.say("/wasweißich")


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
