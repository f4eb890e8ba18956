"""How long an open choice keeps the floor: what was asked first is not asked again once something else was talked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

AGAIN = {"de": "Welches davon?", "en": "Which of them?"}


async def test_right_after_the_question_a_stray_word_gets_it_once_more(member: Chat) -> None:
    assert (await talk(member, "/trouble | digga")).startswith(AGAIN["de"])


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("de", "/trouble | welcher port für imap? | digga"),
        ("de", "/trouble | was ist ein port | ok und jetz"),
        ("de", "/trouble | welcher port? | wie heißt der server | was ist imap | fertig"),
        ("de", "einrichten | was ist der unterschied zwischen pop und imap | hmm lol"),
        ("en", "/trouble | which port for imap? | dude"),
    ],
)
async def test_once_something_else_was_answered_it_is_not_asked_again(member: Chat, language: str, says: str) -> None:
    heard = await talk(member, says, language)
    assert heard
    assert "Welches davon?" not in heard
    assert "Which" not in heard.split("\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "ich kann keine mails senden | >Postausgang | was ist ein port | ja", "fehlt beim Postausgang die Anmeldung"),
        ("de", "/trouble | welcher port? | wie heißt der server | ich kann nichts senden", "Was passiert, wenn du"),
        ("en", "i cannot send | it stays in the outbox | what is a port | no, something else", "For outgoing mail enter"),
    ],
)
async def test_who_names_a_button_is_heard_all_the_same(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, says, language)


async def test_later_a_bare_yes_or_number_is_no_answer_to_it(member: Chat) -> None:
    asked = "ich kann keine mails senden | >Postausgang | was ist ein port | was ist imap"
    assert "Anmeldung" not in await talk(member, f"{asked} | ja")
    assert "Anmeldung" not in await talk(member, f"{asked} | das erste")


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "windows mail einrichten | warum nicht", "gibt es nicht mehr"),
        ("de", "windows mail einrichten | was soll ich stattdessen nehmen", "Nimm stattdessen"),
        (
            "de",
            "ich will imap einrichten | das mail programm von windows | warum nicht | ok das zweite",
            "Das ist Outlook aus dem",
        ),
        ("en", "set up windows mail | what should i use instead", "Use one of these programs"),
    ],
)
async def test_where_a_program_is_no_more_why_and_what_instead_is_said_there(
    member: Chat, language: str, says: str, hears: str
) -> None:
    assert hears in await talk(member, says, language)


async def test_which_one_leads_to_its_programs(member: Chat) -> None:
    assert "Mails lesen auf: Windows-PC" in await talk(member, "ich weiß nicht welches programm | laptop | windows")
    assert "POP3 · Schritt 1" in await talk(member, "pop3 einrichten | pc | >Mac | >Apple Mail")
