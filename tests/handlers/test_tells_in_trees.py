"""What members tell amid a trouble is about that trouble: it answers, or the question stays. Only another trouble leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

NOTED = {"de": "Gut zu wissen!", "en": "Good to know!", "fr": "Bon à savoir"}
SOLVED = "🎉"
HELPED = {"de": "Klappt es jetzt?", "en": "Does it work now?"}


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "meine mails kommen nicht an | server antwortet nicht", "irgendeine Internetseite"),
        ("de", "meine mails kommen nicht an | mein server ist nicht erreichbar", "irgendeine Internetseite"),
        ("de", "alles ist doppelt | nur einmal eingerichtet", "Seit wann ist alles doppelt?"),
        ("en", "everything is there twice | it is only set up once", "Since when"),
        ("de", "meine mails sind alle weg | imap überall", "wohl nur nicht zu sehen"),
        ("de", "zertifikatswarnung | c9.webspace-verkauf.de", "Stimmen Datum und Uhrzeit"),
        ("de", "zertifikatswarnung | imap.kolping-schoenau.de", "Der falsche Servername"),
        ("de", "zertifikatswarnung | >Ja | uhr stimmt", "Wo kommt die Warnung?"),
        ("de", "zertifikatswarnung | >Ja | uhrzeit stimmt nicht", "auf „automatisch“"),
        ("en", "certificate warning | >Yes | the time is right", "Where does the warning appear?"),
        ("de", "zertifikatswarnung | >Ja | kaspersky", "Manche Virenschutzprogramme"),
        ("de", "outlook ist furchtbar langsam | nur am pc | 10000 mails", "Ein voller Posteingang"),
        ("de", "ich kann nichts senden | >Postausgang | weiß nicht wo das ist", "Die Stelle heißt in jedem Programm"),
        ("de", "meine mails kommen nicht an | im webmail sind sie", "Gut, dann kommen sie an"),
    ],
)
async def test_what_is_told_answers_the_question(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "postfach voll | imap", "So räumst du auf"),
        ("de", "/trouble | internet geht", "Gut, dann weiter"),
        ("en", "/trouble | >Slow | >Only at home | only sending", "block port 25"),
    ],
)
async def test_the_answer_to_the_next_question_may_be_told_before_it_is_asked(
    member: Chat, language: str, said: str, hears: str
) -> None:
    assert hears in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "stays"),
    [
        ("de", "meine mails kommen nicht an | andere kriegen sie", "eine Fehlermeldung?"),
        ("de", "ich kann nichts senden | hab ich heute neu eingerichtet", "Was passiert, wenn"),
        ("de", "meine mails sind alle weg | bei meiner frau sind sie noch", "mit POP3 ab?"),
        ("de", "ich kann nichts senden | >Postausgang | starttls auch", "Steht dort Port"),
        ("en", "my emails have vanished | my wife still has them", "with POP3?"),
    ],
)
async def test_what_names_no_button_is_noted_and_the_question_stays(member: Chat, language: str, said: str, stays: str) -> None:
    heard = await talk(member, said, language)
    assert heard.startswith(NOTED[language])
    assert stays in heard


@pytest.mark.parametrize(
    ("said", "hears"),
    [
        ("ich will wissen wie der server heißt", "Der Server heißt"),
        ("port imap", "Ports für IMAP"),
        ("vorteile von imap", "Vorteile von IMAP"),
        ("ich hab mein handy verloren", "auf dem Server"),
        ("mein postfach ist voll", "Speicherplatz"),
        ("thunderbird ist neu eingerichtet", "Thunderbird"),
    ],
)
async def test_a_question_and_another_trouble_leave_it(member: Chat, said: str, hears: str) -> None:
    heard = await talk(member, f"meine mails kommen nicht an | {said}")
    assert hears in heard
    assert "eine Fehlermeldung?" not in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "mein postfach ist voll | wäre das mit pop auch passiert"),
        ("en", "my mailbox is full | would that happen with pop too"),
    ],
)
async def test_a_question_without_its_mark_is_one(member: Chat, language: str, said: str) -> None:
    assert NOTED[language] not in await talk(member, said, language)


async def test_what_leans_on_an_answer_is_about_that(member: Chat) -> None:
    assert "587" in await talk(member, "meine mails kommen nicht an | welcher port? | nur ausgang")


async def test_which_of_two_accounts_may_go_is_answered_with_care(member: Chat) -> None:
    heard = await talk(member, "alles ist doppelt | >Ja | welches soll ich löschen")
    assert heard.startswith("Lösch noch keines")
    assert "Welche Art haben sie?" in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "meine mails kommen nicht an | hat sich erledigt"),
        ("de", "meine mails kommen nicht an | ach jetzt gehts ja"),
        ("de", "meine mails kommen nicht an | mails sind jetzt da"),
        ("de", "passwort wird abgelehnt | erledigt, war die feststelltaste"),
        ("de", "passwort wird abgelehnt | doch jetzt gehts"),
        ("de", "ich kann nichts senden | >Postausgang | doch geht"),
        ("de", "ich kann nichts senden | >Postausgang | >Nein | doch geht"),
        ("de", "ich kann nichts senden | >Postausgang | >Wo sehe | klappt"),
        ("en", "my mails don't arrive | never mind, works now"),
        ("en", "i cannot send | >stays | oh now it does"),
        ("en", "i cannot send | >stays | fixed"),
        ("en", "i cannot send | >stays | >Where | works"),
    ],
)
async def test_that_it_is_over_is_heard_wherever_it_is_told(member: Chat, language: str, said: str) -> None:
    assert SOLVED in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "ich kann nichts senden | >Postausgang | >Nein | war die feststelltaste"),
        ("en", "i cannot send | >stays | >No | fixed"),
        ("en", "i cannot send, relaying denied | it was off"),
        ("en", "my mails don't arrive | ah it was the flight mode"),
    ],
)
async def test_who_has_found_what_it_was_is_asked_whether_it_works(member: Chat, language: str, said: str) -> None:
    assert HELPED[language] in await talk(member, said, language)


@pytest.mark.parametrize("said", ["jetzt geht wieder nix", "nichts erledigt", "die meldung ist wieder da", "geht doch nicht"])
async def test_what_only_sounds_like_it_ends_nothing(member: Chat, said: str) -> None:
    assert "eine Fehlermeldung?" in await talk(member, f"meine mails kommen nicht an | {said}")


@pytest.mark.parametrize(
    ("said", "hears"),
    [
        ("meine mails kommen nicht an | >Ja, keine | geht", "ein Wert beim Posteingang"),
        ("meine mails kommen nicht an | >Nein, es | klappt", "noch ein anderes Gerät"),
    ],
)
async def test_that_what_was_asked_about_works_is_an_answer(member: Chat, said: str, hears: str) -> None:
    assert hears in await talk(member, said)
