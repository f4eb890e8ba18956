"""What is told amid trees and guides that names no button: it is an answer, and leads on where it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

WHAT = "ich kann nichts senden | Etwas anderes"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("zertifikat warnung | nein da steht mail.example.org", "Der falsche Servername"),
        ("zertifikat warnung | da steht imap.example.org", "Der falsche Servername"),
        ("zertifikat warnung | da steht c9.webspace-verkauf.de", "Stimmen Datum und Uhrzeit"),
        (f"{WHAT} | passwort stimmt", "Gut zu wissen!"),
        (f"{WHAT} | ja | passwort stimmt", "Benutzt du einen Mac?"),
        (f"{WHAT} | ja | hab ich alles probiert", "Benutzt du einen Mac?"),
        (f"{WHAT} | starttls steht drin", "Gut, STARTTLS stimmt."),
        ("passwort wird abgelehnt | benutzername stimmt", "Gut zu wissen!"),
        ("mein postfach ist voll | löschen hilft nicht", "Benutzt du IMAP oder POP3?"),
    ],
)
async def test_what_is_told_is_an_answer(member: Chat, said: str, told: str) -> None:
    assert told in await talk(member, said)


async def test_a_question_beside_is_answered(member: Chat) -> None:
    assert "Passwort" in (await talk(member, f"{WHAT} | stimmt das passwort?")).partition("\n")[0]


@pytest.mark.parametrize("said", ["Server prüfen", "📡 Server prüfen", "Check the servers"])
async def test_a_button_below_an_answer_is_named(member: Chat, said: str) -> None:
    assert "Live-Check" in await talk(member, f"gibts grad störungen? | {said}") or "live check" in member.text.lower()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Langsam, spät, nur manchmal", "Was trifft es am besten?"),
        ("Gar nichts geht mehr", "Öffnet sich auf demselben Gerät"),
        ("Etwas geht nicht", "Was klappt nicht?"),
        ("/menu", "Hallo!"),
    ],
)
async def test_a_label_of_the_menu_is_named(member: Chat, said: str, told: str) -> None:
    assert told in await member.say(said)


@pytest.mark.parametrize(("language", "said"), [("de", "klassisch"), ("de", "das klassische"), ("en", "classic")])
async def test_the_program_that_is_chosen_already_may_be_named(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, f"/setup outlook | {said}", language)
    assert heard.startswith({"de": "Gut, dazu passt", "en": "Good, this guide fits"}[language])


async def test_starting_over_keeps_the_address(member: Chat) -> None:
    heard = await talk(member, "/setup iphone imap | anna.maier@kolping-schoenau.de | weiter | nochmal von vorn")
    assert "Schritt 1 " in heard
    assert "Eingesetzt: anna.maier@kolping-schoenau.de" in heard


@pytest.mark.parametrize(("language", "said"), [("de", "wo bin ich"), ("de", "wo sind wir gerade"), ("en", "where am i?")])
async def test_where_one_is_comes_first(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert f"{STEP[language].lower()} 4 " in heard.partition("\n")[0].lower()


@pytest.mark.parametrize(("language", "said"), [("de", "hab ich nicht verstanden"), ("en", "i don't get it")])
async def test_who_does_not_understand_hears_something_else(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert heard.startswith({"de": "Macht nichts", "en": "Never mind"}[language])


async def test_the_third_help_is_another_one(member: Chat) -> None:
    heard = await talk(member, at(4, OUTLOOK) + "steht da nicht | hä? | ich komm nicht weiter")
    assert heard.startswith("Dann lass diesen Schritt")


async def test_another_program_is_set_up_in_the_same_way(member: Chat) -> None:
    assert "Thunderbird · IMAP · Schritt 1 " in await talk(member, at(3, OUTLOOK) + "doch lieber thunderbird")


@pytest.mark.parametrize("said", ["outlook neu pop3", "/setup outlook pop3 | das neue"])
async def test_who_asks_for_pop3_where_there_is_none_reads_that_first(member: Chat, said: str) -> None:
    assert (await talk(member, said)).startswith("Für POP3 habe ich")


@pytest.mark.parametrize(("language", "said"), [("de", "anderes mailprogramm einrichten"), ("en", "set up other mail program")])
async def test_another_program_is_the_general_guide_in_each_language(member: Chat, language: str, said: str) -> None:
    assert (await talk(member, said, language)).startswith({"de": "Anderes Mail", "en": "Other mail"}[language])


async def test_set_up_stays_at_the_step(member: Chat) -> None:
    assert "Step 4 of" in await talk(member, at(4, OUTLOOK) + "set up", "en")
    assert (await member.say("i want to set up my phone")).startswith("Setting up a mail program")


async def test_a_value_is_asked_on_from_place_to_place(member: Chat) -> None:
    assert "587" in await talk(member, "welcher port für imap? | und wo ist das? | und für senden")
    assert "POP3" not in member.text


@pytest.mark.parametrize("said", ["thunderbird port | und am handy", "welcher port für imap? | und auf dem tablet?"])
async def test_a_value_is_the_same_elsewhere(member: Chat, said: str) -> None:
    assert "993" in await talk(member, said)
    assert "In Outlook" in await member.say("und bei outlook")
