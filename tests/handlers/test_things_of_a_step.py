"""What a step shows and somebody does not know or find: its fields, what it quotes, and the way of fetching emails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

IPHONE, POP3 = "/setup iphone imap", "/setup thunderbird pop3"
OTHER_WAY = {"de": "Diese Anleitung ist für IMAP", "en": "This guide is for IMAP"}


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("de", "was ist das?", "Das bedeuten die Felder:"),
        ("de", "was ist das für ein feld", "• Port: Eine Nummer"),
        ("de", "verbindungssicherheit was ist das", "• Verbindungssicherheit: Ob"),
        ("de", "wofür ist der benutzername", "• Benutzername: Damit"),
        ("en", "what's this?", "This is what the fields mean:"),
        ("en", "what is connection security", "• Connection security: Whether"),
    ],
)
async def test_a_field_is_explained(member: Chat, language: str, said: str, meant: str) -> None:
    heard = await talk(member, at(5, THUNDERBIRD, language) + said, language)
    assert meant in heard
    assert f"{STEP[language]} 5 " in heard


async def test_who_still_asks_is_helped_another_way(member: Chat) -> None:
    heard = await talk(member, at(5, THUNDERBIRD) + "was ist das? | was ist das?")
    assert "Das bedeuten die Felder" not in heard
    assert "Dann anders" in heard


async def test_one_field_that_is_named_is_explained_alone(member: Chat) -> None:
    heard = await talk(member, at(5, THUNDERBIRD) + "wozu ist der benutzername")
    assert heard.startswith("• Benutzername:")


@pytest.mark.parametrize(
    ("said", "heard"), [("was ist ein port", "Zimmernummer"), ("was ist das problem", "Heißt etwas bei dir anders")]
)
async def test_what_is_no_field_is_answered_as_ever(member: Chat, said: str, heard: str) -> None:
    assert heard in await talk(member, at(5, THUNDERBIRD) + said)


async def test_a_step_without_fields_helps_as_ever(member: Chat) -> None:
    assert "Heißt etwas bei dir anders" in await talk(member, at(2, THUNDERBIRD) + "was ist das?")


@pytest.mark.parametrize(
    ("language", "number", "said", "name"),
    [
        ("de", 3, "andere seh ich nicht", "„Andere“ steht so"),
        ("de", 3, "wo ist account hinzufügen?", "„Account hinzufügen“ steht so"),
        ("de", 5, "hostname fehlt", "„Hostname“ steht so"),
        ("de", 4, "beschreibung gibts nicht", "„Beschreibung“ steht so"),
        ("en", 5, "no host name here", "“Host Name” is what your program calls it"),
    ],
)
async def test_what_is_not_found_is_looked_for_by_its_name(
    member: Chat, language: str, number: int, said: str, name: str
) -> None:
    heard = await talk(member, at(number, IPHONE, language) + said, language)
    assert name in heard
    assert f"{STEP[language]} {number} " in heard


async def test_who_lacks_a_password_is_not_told_where_its_field_is(member: Chat) -> None:
    assert "steht so in deinem Programm" not in await talk(member, at(4, IPHONE) + "ich hab kein passwort")


@pytest.mark.parametrize("said", ["beschreibung?", "beschreibung was ist das", "was ist mit beschreibung"])
async def test_the_description_is_free(member: Chat, said: str) -> None:
    assert "was du willst" in await talk(member, at(4, IPHONE) + said)


async def test_a_word_that_two_languages_share_keeps_the_language(member: Chat) -> None:
    assert "whatever you like" in await talk(member, at(4, IPHONE, "en") + "description?", "en")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "bei mir steht da POP"),
        ("de", "IMAP steht da gar nicht"),
        ("de", "ich seh nur pop3"),
        ("de", "imap fehlt"),
        ("en", "mine says POP"),
        ("en", "no imap here"),
        ("en", "there's only pop"),
    ],
)
async def test_who_reads_the_other_way_is_told_which_one_this_is(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, THUNDERBIRD, language) + said, language)
    assert OTHER_WAY[language] in heard
    assert f"{STEP[language]} 4 " in heard


async def test_and_can_go_that_way(member: Chat) -> None:
    assert "Thunderbird · POP3" in await talk(member, at(4, THUNDERBIRD) + "da gibts nur pop3 | lieber POP3")


async def test_amid_pop3_it_is_the_other_way_round(member: Chat) -> None:
    assert "Diese Anleitung ist für POP3" in await talk(member, at(4, POP3) + "da steht imap")


async def test_a_guide_that_knows_one_way_offers_no_other(member: Chat) -> None:
    heard = await talk(member, at(3, "/setup outlook-new imap", "en") + "it says pop", "en")
    assert "there is no other way here" in heard
    assert "rather POP3" not in heard


@pytest.mark.parametrize("said", ["was hab ich jetzt, imap oder pop", "ist das jetzt imap oder pop?", "ich hab kein pop"])
async def test_who_asks_which_way_it_is_hears_it(member: Chat, said: str) -> None:
    assert "Du richtest gerade IMAP ein" in await talk(member, at(4, THUNDERBIRD) + said)


@pytest.mark.parametrize(
    ("said", "heard"), [("was ist imap", "Internet Message Access Protocol"), ("bei pop steht port 110", "110")]
)
async def test_what_else_names_a_way_is_a_question_as_ever(member: Chat, said: str, heard: str) -> None:
    assert heard in await talk(member, at(4, THUNDERBIRD) + said)
