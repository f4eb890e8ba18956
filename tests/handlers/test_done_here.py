"""Who tells to have done a step by naming what it shows: the next one follows, and nothing is looked up or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

IPHONE, OUTLOOK_APP, MAC = "/setup iphone imap", "/setup outlook-app imap", "/setup apple-mail imap"


@pytest.mark.parametrize(
    ("language", "number", "start", "said"),
    [
        ("de", 7, IPHONE, "sichern gedrückt"),
        ("de", 7, IPHONE, "hab jetzt auf Sichern getippt"),
        ("de", 7, IPHONE, "is gsichert"),
        ("de", 4, THUNDERBIRD, "Karte IMAP ist angeklickt"),
        ("de", 4, THUNDERBIRD, "d'Karte IMAP hob i gnumma"),
        ("de", 3, "/setup thunderbird-android imap", "manuell gedrückt"),
        ("de", 4, "/setup gmail imap", "Privat (IMAP)"),
        ("de", 4, "/setup samsung imap", "IMAP-Konto"),
        ("de", 5, OUTLOOK, "hab's gändert"),
        ("en", 3, "/setup gmail imap", "manual setup tapped"),
        ("en", 5, OUTLOOK_APP, "advanced settings on"),
        ("en", 7, IPHONE, "saved"),
        ("en", 4, THUNDERBIRD, "I clicked the IMAP card"),
    ],
)
async def test_the_next_step_follows(member: Chat, language: str, number: int, start: str, said: str) -> None:
    assert f"{STEP[language]} {number + 1} " in await talk(member, at(number, start, language) + said, language)


@pytest.mark.parametrize(
    ("language", "number", "start", "said"),
    [
        ("de", 3, "/setup em-client imap", "Menü, Konten, gefunden"),
        ("de", 5, THUNDERBIRD, "ah rechts oben"),
        ("en", 6, MAC, "found it under server settings"),
    ],
)
async def test_what_is_only_found_is_still_to_be_filled_in(
    member: Chat, language: str, number: int, start: str, said: str
) -> None:
    heard = await talk(member, at(number, start, language) + said, language)
    assert heard.startswith("👍")
    assert f"{STEP[language]} {number} " in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "hab alles eingetragen"),
        ("de", "alles ausgfüllt"),
        ("de", "so, gespeichert"),
        ("en", "saved"),
        ("en", "everything filled in"),
    ],
)
async def test_filled_in_fields_are_not_all_of_it(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 6 " in await talk(member, at(5, IPHONE, language) + said, language)


@pytest.mark.parametrize(("language", "said"), [("de", "alles fertig"), ("de", "das wars"), ("en", "all done")])
async def test_who_tells_that_all_is_done_comes_to_the_end(member: Chat, language: str, said: str) -> None:
    end = {"de": "letzte Seite", "en": "last page"}
    assert end[language] in await talk(member, at(5, IPHONE, language) + said, language)


async def test_the_other_way_is_no_step_done(member: Chat) -> None:
    heard = await talk(member, at(4, "/setup outlook-app pop3") + "IMAP angetippt")
    assert "Diese Anleitung ist für POP3" in heard


@pytest.mark.parametrize("said", ["sichern nicht gefunden", "hab ich auf sichern gedrückt?", "falsch getippt"])
async def test_what_is_denied_asked_or_wrong_is_no_step_done(member: Chat, said: str) -> None:
    assert "Schritt 8 " not in await talk(member, at(7, IPHONE) + said)


async def test_changed_and_it_works(member: Chat) -> None:
    assert "Great" in await talk(member, at(6, MAC, "en") + "changed, works", "en")
