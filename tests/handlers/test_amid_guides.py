"""What is typed amid a guide and turns no page: an address or not, another way, a missing label, a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

FIRST = "/setup | >Thunderbird | >IMAP | "
SAMSUNG = "/setup samsung imap | weiter | weiter | "


@pytest.mark.parametrize("typed", ["ios18", "s21", "mueller2", "Beck", "beck", "Reich", "hilfeee"])
async def test_what_only_looks_like_an_address_is_asked_about(member: Chat, typed: str) -> None:
    said = await talk(member, FIRST + typed)
    assert f"Ist {typed.lower()}@kolping-schoenau.de deine Adresse?" in said
    assert "Schritt 1 " in said
    assert f"✓ Eingesetzt: {typed.lower()}@" in await talk(member, "ja")


@pytest.mark.parametrize("typed", ["pop3", "imap4", "k9", "imap", "587"])
async def test_a_word_of_the_bots_is_no_address(member: Chat, typed: str) -> None:
    assert f"{typed}@" not in await talk(member, FIRST + typed)


@pytest.mark.parametrize("typed", ["back", "zurück", "Zurück", "bakc", "zurük"])
async def test_back_and_its_slips_still_turn_the_page(member: Chat, typed: str) -> None:
    assert "Das ist schon der erste Schritt" in await talk(member, FIRST + typed)


@pytest.mark.parametrize("typed", ["maier", "anna.maier2", "Anna.Maier"])
async def test_what_is_one_is_filled_in_at_once(member: Chat, typed: str) -> None:
    assert f"✓ Eingesetzt: {typed.lower()}@kolping-schoenau.de" in await talk(member, FIRST + typed)


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", FIRST + "pop3", "POP3 · Schritt 1 "),
        ("de", FIRST + "lieber POP", "POP3 · Schritt 1 "),
        ("de", FIRST + "weiter | weiter | ich nehme doch pop3", "POP3 · Schritt 1 "),
        ("de", "/setup thunderbird pop3 | weiter | nee doch lieber imap", "IMAP · Schritt 1 "),
        ("en", "/setup thunderbird pop3 | next | let's go with imap instead", "IMAP · Step 1 "),
        ("fr", "/setup thunderbird pop3 | suivant | finalement plutôt imap", "IMAP · Étape 1 "),
    ],
)
async def test_the_way_of_fetching_may_be_changed_in_words(member: Chat, language: str, said: str, heard: str) -> None:
    assert heard in await talk(member, said, language)


async def test_the_address_is_kept_on_the_other_way(member: Chat) -> None:
    assert "maier@kolping-schoenau.de" in await talk(member, FIRST + "maier | doch lieber pop3")


@pytest.mark.parametrize(
    "said", ["weiter | weiter | pop3", "weiter | doch imap", "weiter | warum nicht pop3?", "weiter | kein pop3"]
)
async def test_what_is_no_change_of_mind_stays_on_its_way(member: Chat, said: str) -> None:
    assert "Thunderbird · IMAP · Schritt" in await talk(member, FIRST + said)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("de", "es gibt keine manuelle einrichtung"),
        ("de", "wo ist manuelle einrichtung"),
        ("de", "ich finde manuelle einrichtung nicht"),
        ("de", "there is no manual setup"),
        ("de", "no add account button"),
    ],
)
async def test_a_label_that_is_not_there_keeps_the_place(member: Chat, language: str, typed: str) -> None:
    said = await talk(member, SAMSUNG + typed, language)
    assert "bei dir anders, nimm" in said or "schließ die Tastatur" in said
    assert "Schritt 3 von 8" in said
    assert "Schritt 4 von 8" in await talk(member, "weiter")


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("wie richte ich thunderbird ein", "Das ist Thunderbird"),
        ("ich will mein handy einrichten", "Welches Programm"),
        ("anderes programm einrichten", "Anderes Mailprogramm"),
    ],
)
async def test_another_program_may_still_be_asked_for(member: Chat, typed: str, heard: str) -> None:
    assert heard in await talk(member, SAMSUNG + typed)


@pytest.mark.parametrize("asked", ["benutzername", "smtp benutzername?", "alle einstellungen", "what is my user name?"])
async def test_a_question_is_answered_with_the_members_own_address(member: Chat, asked: str) -> None:
    said = await talk(member, FIRST + f"anna.schmidt | {asked}")
    assert "anna.schmidt@kolping-schoenau.de" in said
    assert "Deine-E-Mailadresse" not in said
    assert "Your-email-address" not in said


async def test_without_an_address_the_example_stands_for_it(member: Chat) -> None:
    assert "Deine-E-Mailadresse@kolping-schoenau.de" in await talk(member, FIRST + "weiter | benutzername")


async def test_who_moves_to_imap_tests_before_the_old_account_goes(member: Chat) -> None:
    await talk(member, "/setup | >Umzug | >Los")
    pages = [await talk(member, "weiter") for _ in range(9)]
    tested = next(number for number, page in enumerate(pages) if "Testmail" in page)
    removed = next(number for number, page in enumerate(pages) if "altes Konto entfernen" in page)
    assert tested < removed
    assert "Alle Werte" in await talk(member, "weiter")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("weiter | weiter | was soll ich da jetzt eintragen", "Trag in jedes Feld ein"),
        ("weiter | weiter | was trage ich bei IMAP ein", "Trag in jedes Feld ein"),
        ("weiter | weiter | was muss da rein", "Trag in jedes Feld ein"),
        ("weiter | was gebe ich denn da ein", "Alle Einstellungen IMAP"),
        ("weiter | weiter | was trage ich beim Ausgang ein", "Postausgang mit IMAP"),
        ("weiter | weiter | und was würde ich bei POP eintragen", "Alle Einstellungen POP3"),
    ],
)
async def test_what_to_enter_is_told_with_the_values(member: Chat, said: str, heard: str) -> None:
    told = await talk(member, FIRST + said)
    assert heard in told
    assert "am ähnlichsten klingt" not in told
    assert "Thunderbird · IMAP · Schritt " in told
