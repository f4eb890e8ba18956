"""Amid a trouble something else is asked or told: what then tells how it went leads on there, and a way is only taken note of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

NOTED = {"de": "Gut zu wissen!", "en": "Good to know!"}


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("de", "Senden klappt nicht | >Eine Meldung zum Passwort | pop", "Das Passwort wird abgelehnt"),
        ("de", "Hilfe bei Problemen | ich kann nichts verschicken | imap", "Senden klappt nicht"),
        ("de", "Mails kommen nicht rein | mit pop3", "Es kommen keine Mails an"),
        ("en", "sending does not work | imap", "Sending does not work"),
    ],
)
async def test_a_way_that_is_named_leaves_no_trouble(member: Chat, language: str, said: str, stays: str) -> None:
    heard = await talk(member, said, language)
    assert heard.startswith(NOTED[language])
    assert stays in heard


async def test_what_a_way_is_may_still_be_asked(member: Chat) -> None:
    assert "Verfahren" in await talk(member, "Senden klappt nicht | was ist pop?")


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "senden geht nicht | welcher Server ist das? | klappt trotzdem nicht", "Senden klappt nicht"),
        ("de", "senden geht nicht | >Etwas anderes | welche Verschlüsselung? | hab ich so drin", "Senden klappt nicht"),
        ("de", "senden geht nicht | welcher Port? | und welcher Server? | hab ich jetzt so", "Senden klappt nicht"),
        ("de", "senden geht nicht | welcher Port? | hab ich so drin | klappt trotzdem nicht", "Senden klappt nicht"),
        ("de", "senden geht nicht | welcher Port? | geändert, läuft", "dann läuft dein Postfach"),
        (
            "en",
            "sending does not work | which port? | and which encryption? | changed it, works",
            "your mailbox is up and running",
        ),
    ],
)
async def test_how_it_went_leads_back_to_the_trouble(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)


@pytest.mark.parametrize("said", ["passwort? | wird nicht genommen", "was ist mein Passwort? | es wird nicht angenommen"])
async def test_what_fails_with_the_password_is_its_trouble(member: Chat, said: str) -> None:
    assert "Das Passwort wird abgelehnt" in await talk(member, said)


async def test_what_fails_after_anything_else_is_asked_for(member: Chat) -> None:
    assert "Hilfe bei Problemen" in await talk(member, "port? | geht nicht")
