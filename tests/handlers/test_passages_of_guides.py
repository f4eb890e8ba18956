"""Who cannot find a thing that another step of the guide names is told what the guide says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "program", "step", "said", "told"),
    [
        ("en", "outlook", 4, "I don't have a File menu", "At the very start it says about this:\n\n"),
        ("en", "outlook-new", 4, "where do I find the gear", "Step 2 says about this:\n\n"),
        ("de", "outlook neu", 4, "ich sehe kein Zahnrad", "Dazu steht in Schritt 2:\n\n"),
        ("de", "iphone", 5, "das ist optional steht da", "Dazu steht in Schritt 6:\n\n"),
        ("fr", "iphone", 5, "je ne trouve pas la roue dentée", "L'étape 2 dit à ce sujet\xa0:\n\n"),
    ],
)
async def test_a_thing_that_another_step_names_is_told_of(
    member: Chat, language: str, program: str, step: int, said: str, told: str
) -> None:
    heard = await talk(member, at(step, f"/setup {program} imap", language) + said, language)
    assert heard.startswith(told)
    assert f"IMAP · {STEP[language]} {step} " in heard, "and they stay where they are"


async def test_without_it_there_is_another_way(member: Chat) -> None:
    assert "hast du das neue Outlook" in await talk(member, at(4, OUTLOOK) + "da steht kein Datei")
    assert "„Ansicht“" in await talk(member, at(4, "/setup outlook neu imap") + "wo ist das zahnrad?")


async def test_what_this_step_names_is_helped_with_here(member: Chat) -> None:
    heard = await talk(member, at(2, "/setup apple-mail imap") + "es steht nichts von anderer mail account da")
    assert heard.startswith("Heißt etwas bei dir anders")
    assert "IMAP · Schritt 2 " in heard


async def test_a_bare_cry_for_help_names_nothing(member: Chat) -> None:
    assert "Dazu steht" not in await talk(member, at(4, OUTLOOK) + "ich komme nicht weiter")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "da steht Warnung unsicherer Server"),
        ("de", "jetzt kommt die meldung unsicherer mailserver, warnung"),
        ("de", "soll ich die Risiken bestätigen"),
        ("de", "darf ich die risiken bestätigen?"),
        ("en", "it says warning insecure server"),
    ],
)
async def test_a_message_that_a_step_quotes_is_told_wherever_it_comes(member: Chat, language: str, said: str) -> None:
    on = {"de": "weiter", "en": "next"}[language]
    heard = await talk(member, f"/setup thunderbird pop3 | {on} | {on} | {on} | {on} | {said}", language)
    assert heard.startswith({"de": "Dazu steht in Schritt 8:", "en": "Step 8 says about this:"}[language])
    assert {"de": "Die Warnung hat recht", "en": "The warning is right"}[language] in heard
    assert {"de": "POP3 · Schritt 5 ", "en": "POP3 · Step 5 "}[language] in heard


@pytest.mark.parametrize(
    "said", ["was heißt verbindungssicherheit", "soll ich ssl auswählen", "es kommt eine zertifikatswarnung"]
)
async def test_what_no_step_quotes_is_answered_as_ever(member: Chat, said: str) -> None:
    assert "Die Warnung hat recht" not in await talk(
        member, f"/setup thunderbird pop3 | weiter | weiter | weiter | weiter | {said}"
    )
