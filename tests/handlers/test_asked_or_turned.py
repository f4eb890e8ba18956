"""What only sounds like a turn of the page: a question, a thing in dialect; and what is one, whatever is said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "brauch ich ein google konto"),
        ("de", "muss man ein eigenes Konto bei Google haben"),
        ("de", "kann ich das Konto auch später löschen"),
        ("en", "do I need a Google account"),
        ("de", "do komm i it draus"),
        ("de", "da steig ich nicht durch"),
        ("de", "chumm da nid drus"),
    ],
)
async def test_who_asks_or_is_lost_stays_on_the_page(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 3 " in await talk(member, at(3, "/setup gmail imap") + said, language)


@pytest.mark.parametrize("said", ["kann man das abkürzen", "geht das auch schneller?"])
async def test_who_asks_for_the_end_comes_there(member: Chat, said: str) -> None:
    assert "Alle Werte auf einen Blick" in await talk(member, at(3, "/setup gmail imap") + said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Ich muss nochmal zurück, in der Adresse ist ein Fehler"),
        ("de", "geh bitte zurück, ich glaub das Passwort war verkehrt"),
        ("en", "I need to go back, there was a mistake in the server name"),
        ("en", "let me go back, the user name is not right"),
    ],
)
async def test_who_wants_back_says_what_for(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 4 " in await talk(member, at(5, OUTLOOK) + said, language)


async def test_a_question_after_it_is_answered(member: Chat) -> None:
    assert "Port 993" in await talk(member, at(5, OUTLOOK) + "zurück, wie war der Port?")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Meldung: dieses Konto existiert schon"),
        ("de", "er schreibt, die Adresse wird bereits verwendet"),
        ("en", "it says this account already exists"),
        ("fr", "ce compte existe déjà"),
    ],
)
async def test_an_account_that_is_there_already_is_no_step_done(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, THUNDERBIRD) + said, language)
    assert "POP3" in heard, "emails may be there alone"
    assert f"{STEP[language]} 4 " in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "IMAP-Account konnte nicht überprüft werden"),
        ("de", "der imap server antwortet ned"),
        ("de", "IMAP klappt nicht"),
        ("de", "kann nicht mit IMAP verbunden werden"),
        ("en", "the imap account could not be verified"),
    ],
)
async def test_a_message_that_names_the_way_does_not_lack_it(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, OUTLOOK) + said, language)
    assert "Diese Anleitung ist für" not in heard
    assert "This guide is for" not in heard
    assert f"{STEP[language]} " not in heard, "it is looked into"


@pytest.mark.parametrize("said", ["es gibt kein IMAP", "ich seh da IMAP nicht", "IMAP nicht verfügbar"])
async def test_who_lacks_the_way_is_told_what_to_do(member: Chat, said: str) -> None:
    assert "Diese Anleitung ist für IMAP" in await talk(member, at(4, OUTLOOK) + said)
