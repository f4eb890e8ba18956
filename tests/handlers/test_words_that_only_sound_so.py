"""Words amid a sentence that elsewhere are a command or name a guide: 'kommt zurück', 'kein Gmail', 'moment, Telefon'."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

IPHONE = "/setup iphone imap"
MOVE = {"de": "umzug auf imap | ok | weiter | ", "en": "moving from pop to imap | ok | next | "}


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "die testmail kommt zurück", "Mails kommen zurück"),
        ("de", "mei mail ist zurückgekommen", "Mails kommen zurück"),
        ("en", "the test mail came back", "emails come back"),
    ],
)
async def test_an_email_that_comes_back_turns_no_page(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, at(3, IPHONE, language) + said, language)


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "wo schalte ich das ein in thunderbird", "auf dem Server belassen"),
        ("de", "i hob an thunderbird", "auf dem Server belassen"),
        ("de", "Outlook... nein Thunderbird", "In Thunderbird:"),
        ("en", "where do I switch that on in Thunderbird", "Leave messages on server"),
        ("en", "I use Outlook", "In Outlook (classic):"),
    ],
)
async def test_a_program_amid_the_move_begins_no_other_guide(member: Chat, language: str, said: str, heard: str) -> None:
    page = await talk(member, MOVE[language] + said, language)
    assert heard in page
    assert {"de": "Umzug auf IMAP · IMAP · Schritt 2", "en": "Move to IMAP · IMAP · Step 2"}[language] in page


async def test_at_its_first_step_neither(member: Chat) -> None:
    assert "Umzug auf IMAP · IMAP · Schritt 1" in await talk(member, "umzug auf imap | ok | Outlook... nein Thunderbird")


@pytest.mark.parametrize(("language", "said"), [("de", "ich hab ein iphone"), ("de", "i hob a iPad"), ("en", "I have an iphone")])
async def test_a_device_the_guide_is_for_opens_no_other_program(member: Chat, language: str, said: str) -> None:
    name = {"de": "Outlook-App (Handy) · IMAP", "en": "Outlook app (phone) · IMAP"}
    assert name[language] in await talk(member, at(2, "/setup outlook-app imap", language) + said, language)


@pytest.mark.parametrize(
    ("language", "before", "said", "name"),
    [
        ("de", "mail einrichten", "koa gmail, so a email app", "Gmail-App (Android)"),
        ("de", "mail einrichten | handy | android", "kein gmail, eine andere app", "Gmail-App (Android)\n"),
        ("de", "mail einrichten", "ned thunderbird", "Das ist Thunderbird"),
        ("en", "set up my mail", "not gmail, another app", "Gmail app (Android)"),
        ("en", "set up my mail", "no outlook please", "Outlook (classic)"),
    ],
)
async def test_a_program_that_is_turned_down_is_not_opened(
    member: Chat, language: str, before: str, said: str, name: str
) -> None:
    assert name not in await talk(member, f"{before} | {said}", language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "moment, telefon"),
        ("de", "wart gschwind, es läutet"),
        ("en", "hang on, phone"),
        ("en", "one sec, someone at the door"),
    ],
)
async def test_who_is_called_away_is_waited_for(member: Chat, language: str, said: str) -> None:
    assert {"de": "ich warte", "en": "I will wait"}[language] in await talk(member, at(4, IPHONE, language) + said, language)


async def test_the_guides_own_name_is_no_address(member: Chat) -> None:
    heard = await talk(member, "/setup outlook pop3 | klassisch")
    assert "klassisch@" not in heard
    assert "dazu passt diese Anleitung" in heard


async def test_a_server_called_after_a_way_is_no_way(member: Chat) -> None:
    heard = await talk(member, at(6, "/setup gmail imap") + "da steht scho was: pop.gmail.com")
    assert "Trag stattdessen ein" in heard


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "mail einrichten | windows | da steht nur Mail", "Windows Mail"),
        ("de", "mail einrichten | windows | oben links steht Datei", "Outlook (klassisch)"),
        ("en", "set up my mail | windows | it's called Mail", "Windows Mail"),
    ],
)
async def test_a_program_is_told_by_what_stands_on_it(member: Chat, language: str, said: str, heard: str) -> None:
    assert (await talk(member, said, language)).startswith(heard)
