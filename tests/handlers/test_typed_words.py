"""Words typed in guides and trees, where a choice is open, and where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize("word", ["weiter", "zurück", "abbrechen", "nochmal", "von vorn"])
async def test_outside_a_guide_the_words_mean_nothing_else(chat: Chat, word: str) -> None:
    assert "keine Anleitung" in await chat.say(word)
    again = await chat.say(word)
    said = {"abbrechen": "keine Anleitung", "zurück": "keine Anleitung"}
    assert said.get(word, "Welches davon?") in again


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("anna@kolping-schönau.de", "Ich habe anna@kolping-schoenau.de eingesetzt"),
        ("Anna.Müller @ kolping-schoenau", "Ich habe anna.mueller@kolping-schoenau.de eingesetzt"),
        ("anna.meier@kolping-schoenau.d", "Ich habe anna.meier@kolping-schoenau.de eingesetzt"),
        ("Anna.Meier2@kolping-schoenau", "Ich habe anna.meier2@kolping-schoenau.de eingesetzt"),
        ("anna.meier@@kolping-schoenau,de", "Ich habe anna.meier@kolping-schoenau.de eingesetzt"),
        ("anna@gmx.de", "Diese gehört nicht dazu"),
        ("anna@gmx.d", "Diese gehört nicht dazu"),
        ("@@@", "Das sieht nicht nach einer Adresse aus"),
        ("kasse", "Eingesetzt: kasse@kolping-schoenau.de"),
    ],
)
async def test_what_is_said_to_an_address(chat: Chat, typed: str, said: str) -> None:
    await chat.say("/setup thunderbird imap")
    assert said in await chat.say(typed)


@pytest.mark.parametrize("word", ["port", "ssl", "imap"])
async def test_a_word_that_asks_something_is_no_address(chat: Chat, word: str) -> None:
    await chat.say("/setup thunderbird imap")
    assert "Schritt 1 von 3" in await chat.say(word)
    assert f"{word}@" not in chat.text


@pytest.mark.parametrize(
    ("slip", "said"), [("wieter", "Schritt 2 von 3"), ("zurük", "erste Schritt"), ("abbrehcen", "Abgebrochen")]
)
async def test_a_slip_of_a_word_for_the_guide_is_no_address(chat: Chat, slip: str, said: str) -> None:
    await chat.say("/setup thunderbird imap")
    assert said in await chat.say(slip)
    assert f"{slip}@" not in chat.text


async def test_a_choice_may_be_named_in_words(chat: Chat) -> None:
    await chat.say("/setup")
    assert "Auf welchem Gerät" in await chat.say("welches habe ich")
    assert "Windows-PC" in await chat.say("windows")
    assert "Wie sollen" in await chat.say("thunderbird")
    assert "Welches davon?" in await chat.say("nochmal")
    assert "POP3 · Schritt 1" in await chat.say("pop3")


async def test_what_is_recommended_needs_no_name(chat: Chat) -> None:
    await chat.say("/setup thunderbird")
    assert "IMAP · Schritt 1" in await chat.say("weiter")


async def test_going_on_may_be_said_in_words(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("weiter")
    await chat.say("abbrechen")
    assert "Du warst bei Thunderbird (IMAP), Schritt 2 von 3" in await chat.say("/setup")
    assert "Schritt 2 von 3" in await chat.say("ja, weiter")


async def test_a_tree_is_answered_in_words_and_ends_the_guide_well(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("alle werte")
    assert "Was klappt nicht" in await chat.say("geht nicht")
    assert "Kommt eine Meldung?" in await chat.say("senden")
    assert "Port 587" in await chat.say("jo")
    assert "🎉" in await chat.say("klappt jetzt")
    assert "keine Anleitung" in await chat.say("weiter"), "the guide has ended"


async def test_words_that_turn_pages_lead_from_a_tree_back_to_the_guide(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("weiter")
    assert "Was klappt nicht" in await chat.say("geht nicht")
    assert "Schritt 2 von 3" in await chat.say("nochmal")
    assert "Was klappt nicht" in await chat.say("das ist falsch")
    assert "Schritt 2 von 3" in await chat.say("weiter")


@pytest.mark.parametrize("name", ["Max Mustermann", "hans hans", "Peter Maier"])
async def test_a_name_where_the_address_is_asked_for_neither_ends_the_guide_nor_turns_the_page(chat: Chat, name: str) -> None:
    await chat.say("/setup thunderbird imap")
    assert "Schritt 1 von 3" in await chat.say(name)


async def test_signs_alone_turn_the_pages(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("weiter")
    last = await chat.say("➡️")
    assert "Schritt 3 von 3" in last
    assert await chat.say("🔁") == last
    assert "Schritt 2 von 3" in await chat.say("⬅️")
    assert "abgebrochen" in (await chat.say("🛑")).lower()


@pytest.mark.parametrize("text", ["ok", "Alles klar!", "passt", "ja", "👍", "👍🏽👍🏽", "fertig."])
async def test_an_ok_that_answers_nothing_is_taken_note_of(chat: Chat, text: str) -> None:
    await chat.say("welcher port für imap?")
    assert await chat.say(text) == "Gut! Wenn noch etwas ist, frag mich einfach."


@pytest.mark.parametrize("text", ["geht nicht", "klappt nicht!", "es geht nicht"])
async def test_a_bare_complaint_is_asked_what_does_not_work(chat: Chat, text: str) -> None:
    assert "Was klappt nicht" in await chat.say(text)


async def test_a_question_amid_a_tree_is_answered_and_the_tree_waits(chat: Chat) -> None:
    await chat.say("/problem")
    await chat.press("Senden")
    assert "993" in await chat.say("welcher port für imap im posteingang?")
    assert "Port 587" in await chat.say("ja")


async def test_who_does_not_know_the_program_is_asked_for_the_device(chat: Chat) -> None:
    assert "Auf welchem Gerät" in await chat.say("welches programm habe ich?")


async def test_a_tree_may_be_left(chat: Chat) -> None:
    await chat.say("/problem")
    assert "Abgebrochen" in await chat.say("abbrechen")
