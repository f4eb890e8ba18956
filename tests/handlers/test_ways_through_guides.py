"""Ways through a guide that are told in words: to the end, steps back, the file, back where it was left, another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

LAST = {"de": "Das ist die letzte Seite", "en": "This is the last page", "fr": "dernière page"}
IPHONE = "/setup iphone imap"
TOLD = {"de": "In der Datei steht schon alles", "en": "The file already has everything"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "letzter Schritt"),
        ("de", "zum letzten Schritt bitte"),
        ("de", "spring ans Ende"),
        ("de", "bring mich ans Ende"),
        ("en", "skip to the end"),
        ("en", "go straight to the end"),
        ("en", "last step please"),
        ("fr", "à la dernière étape"),
    ],
)
async def test_to_the_end_and_back(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(3, THUNDERBIRD, language) + said, language)
    assert LAST[language] in heard
    back = {"de": "zurück", "en": "back", "fr": "retour"}[language]
    assert f"IMAP · {STEP[language]} 3 " in await talk(member, back, language)


@pytest.mark.parametrize(
    ("language", "said", "step"),
    [
        ("de", "zwei Schritte zurück", 3),
        ("de", "geh bitte 3 Schritte zurück", 2),
        ("de", "zwoi schritte zrugg", 3),
        ("de", "kannst du zwei Seiten zurück gehen?", 3),
        ("de", "zwei Schritte weiter", 7),
        ("de", "zurück zum letzten Schritt", 4),
        ("de", "zurück zum Anfang", 1),
        ("de", "9 Schritte zurück", 1),
        ("en", "go back two steps", 3),
        ("en", "two steps back please", 3),
        ("en", "skip 2 steps", 7),
        ("fr", "deux étapes en arrière", 3),
    ],
)
async def test_some_steps_at_once(member: Chat, language: str, said: str, step: int) -> None:
    assert f"IMAP · {STEP[language]} {step} " in await talk(member, at(5, THUNDERBIRD, language) + said, language)


@pytest.mark.parametrize("said", ["noch zwei schritte?", "die letzten zwei schritte hab ich nicht verstanden"])
async def test_steps_that_are_only_told_of_turn_no_page(member: Chat, said: str) -> None:
    assert "Schritt 5 " in await talk(member, at(5, THUNDERBIRD) + said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "fertige Datei"),
        ("de", "schick mir die Datei bitte"),
        ("de", "kannst du mir die datei geben?"),
        ("de", "i hätt liaber die datei"),
        ("de", "ich nehme doch die fertige Datei"),
        ("en", "ready-made file"),
        ("en", "give me the file"),
        ("en", "can i have the file please"),
    ],
)
async def test_the_file_is_sent_from_any_step(member: Chat, language: str, said: str) -> None:
    await talk(member, at(4, IPHONE, language) + said, language)
    assert member.screen.calls[-1] == "sendDocument"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "wie geht das mit der Datei"),
        ("de", "was ist das für eine datei?"),
        ("de", "wo krieg ich die datei her"),
        ("en", "how does that work with the file"),
        ("en", "what is in the file?"),
    ],
)
async def test_who_asks_about_the_file_hears_how_to_get_it(member: Chat, language: str, said: str) -> None:
    heard = await talk(member, at(4, IPHONE, language) + said, language)
    assert heard.startswith(TOLD[language])
    assert f"IMAP · {STEP[language]} 4 " in heard


async def test_where_there_is_no_file_that_is_said(member: Chat) -> None:
    heard = await talk(member, at(4, THUNDERBIRD) + "fertige Datei")
    assert heard.startswith("Eine fertige Datei habe ich für dieses Programm nicht")
    assert "Schritt 4 " in heard


@pytest.mark.parametrize("said", ["die datei geht nicht auf", "datei seh ich nicht"])
async def test_what_fails_with_a_file_sends_none(member: Chat, said: str) -> None:
    await talk(member, at(4, IPHONE) + said)
    assert "sendDocument" not in member.screen.calls


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "wo war ich"),
        ("de", "wo waren wir nochmal?"),
        ("de", "wo bin ich stehen geblieben"),
        ("de", "wo hab ich aufgehört"),
        ("en", "where was i"),
        ("en", "where did we leave off?"),
        ("fr", "j'en étais où ?"),
    ],
)
@pytest.mark.parametrize("between", [{}, {"de": "was ist imap? | ", "en": "what is imap? | ", "fr": "c'est quoi imap ? | "}])
async def test_who_left_goes_on_where_that_was(member: Chat, language: str, said: str, between: dict[str, str]) -> None:
    cancel = {"de": "abbrechen", "en": "cancel", "fr": "annuler"}[language]
    heard = await talk(member, at(3, THUNDERBIRD, language) + f"{between.get(language, '')}{cancel} | {said}", language)
    assert f"IMAP · {STEP[language]} 3 " in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ich nehm doch lieber thunderbird auf dem pc"),
        ("de", "richte thunderbird ein"),
        ("de", "hab kein samsung, sondern thunderbird"),
        ("en", "i'd rather use thunderbird on the pc"),
    ],
)
async def test_the_address_goes_along_to_another_program(member: Chat, language: str, said: str) -> None:
    on = {"de": "weiter", "en": "next"}[language]
    heard = await talk(member, f"/setup samsung imap | maria | {on} | {said} | {on} | {on}", language)
    assert "Thunderbird · IMAP" in heard
    assert "maria@" in heard


@pytest.mark.parametrize(
    ("language", "said", "program"),
    [
        ("de", "richte outlook ein das neue", "Outlook (neu)"),
        ("de", "richte outlook ein, die app", "Outlook-App (Handy)"),
        ("de", "richte outlook ein, das klassische", "Outlook (klassisch)"),
        ("de", "richte das neue konto in outlook ein", "Outlook (klassisch)"),
        ("de", "/setup | windows | glaub das is outlook, aber das neue", "Outlook (neu)"),
        ("de", "/setup | windows | is wohl Outlook, das neue", "Outlook (neu)"),
        ("en", "set up outlook, the new one", "Outlook (new)"),
    ],
)
async def test_which_of_several_may_be_told_last(member: Chat, language: str, said: str, program: str) -> None:
    assert (await talk(member, said, language)).startswith(program)
