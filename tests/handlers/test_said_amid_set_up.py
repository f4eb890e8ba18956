"""Whole talks of lay people while something is set up: who was not listening, gives up, is done, or has mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import OUTLOOK, STEP, THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

IPHONE = "/setup iphone imap"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Mama hat nicht aufgepasst, nochmal von dem Schritt bitte"),
        ("de", "hob ned zughört"),
        ("de", "der Opa hat nicht hingehört, noch einmal"),
        ("en", "sorry, i wasn't listening"),
        ("en", "my wife didn't catch that, once more please"),
    ],
)
async def test_who_did_not_listen_sees_the_step_again(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 3 " in await talk(member, at(3, THUNDERBIRD, language) + said, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "i hobs neigschriem"),
        ("de", "han's iitreit"),
        ("de", "habs abgeschrieben"),
        ("de", "fertig, danke dir"),
        ("en", "done, thanks"),
        ("en", "copied it over"),
    ],
)
async def test_what_was_entered_leads_on(member: Chat, language: str, said: str) -> None:
    assert f"{STEP[language]} 4 " in await talk(member, at(3, THUNDERBIRD, language) + said, language)


@pytest.mark.parametrize("said", ["hab die Felder drin und es klappt", "Test ging durch", "steht jetzt drin und läuft"])
async def test_success_amid_a_guide_is_heard_and_leads_on(member: Chat, said: str) -> None:
    heard = await talk(member, at(3, THUNDERBIRD) + said)
    assert "Prima" in heard
    assert "Schritt 4 " in heard


@pytest.mark.parametrize(
    ("language", "way", "said", "hears"),
    [
        ("de", at(3, OUTLOOK), "jetz gib i auf", "Abgebrochen"),
        ("de", at(3, OUTLOOK), "mir reicht's, ich geb auf", "Abgebrochen"),
        ("de", at(3, OUTLOOK) + "klappt nicht | ", "ich gebe auf", "Abgebrochen"),
        ("en", at(3, OUTLOOK, "en"), "i'm giving up", "Cancelled"),
        ("de", at(3, OUTLOOK) + "klappt nicht | ", "ich frag lieber meinen Enkel", "Abgebrochen"),
        ("en", at(3, OUTLOOK, "en") + "it fails | ", "I'll ask my son", "Cancelled"),
    ],
)
async def test_who_gives_up_has_cancelled(member: Chat, language: str, way: str, said: str, hears: str) -> None:
    assert hears in await talk(member, way + said, language)


@pytest.mark.parametrize("said", ["na endlich gehts los", "jetz endlich los", "können wir endlich anfangen"])
async def test_who_cannot_wait_begins(member: Chat, said: str) -> None:
    assert "Schritt 2 " in await talk(member, f"{OUTLOOK} | {said}")


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "kann i da nix kaputt mocha?", "kaputt geht dabei nichts"),
        ("de", "kann ich da wirklich nichts kaputtmachen", "kaputt geht dabei nichts"),
        ("en", "can I break anything here", "you cannot break anything"),
        ("en", "I don't want to mess something up", "you cannot break anything"),
    ],
)
async def test_who_fears_to_break_something_is_calmed(member: Chat, language: str, said: str, hears: str) -> None:
    for way in ("/setup | ", at(2, THUNDERBIRD, language)):
        assert hears in await talk(member, way + said, language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "kann ich die Schritte meiner Schwester schicken", "Leite einfach meine Nachrichten weiter"),
        ("en", "can I send these steps to my neighbour?", "just forward my messages"),
        ("de", "was heißt denn Verbindungssicherheit", "So nennen manche Programme die Verschlüsselung"),
        ("en", "what does connection security mean", "That is what some programs call encryption"),
    ],
)
async def test_what_is_asked_where_the_address_may_be_given_is_answered(
    member: Chat, language: str, said: str, hears: str
) -> None:
    assert hears in await talk(member, f"{THUNDERBIRD} | {said}", language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "mein Passwort weiß ich nicht | nein, ich weiß keins", "Fehlt dir das Passwort"),
        ("de", "i hob nie oans kriagt", "Fehlt dir das Passwort"),
        ("en", "I was never given one", "If it is the password that you lack"),
    ],
)
async def test_who_has_no_password_hears_whom_to_ask(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, at(4, IPHONE, language) + said, language)


@pytest.mark.parametrize("way", [f"{IPHONE} | ", at(3, IPHONE), "/setup iphone | "])
async def test_whose_phone_is_in_english_may_have_those_names(member: Chat, way: str) -> None:
    assert "Schreib auf Englisch" in await talk(member, way + "bei mir ist alles auf Englisch")


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "einrichten | hab mich vertippt", "Macht nichts, gewählt ist noch nichts"),
        ("en", "/setup | oops, mistyped", "Which program"),
        ("de", "einrichten | das letzte", "Auf welchem Gerät"),
        ("en", "/trouble | the last one", "tell me again in your own words"),
        ("de", "/trouble | das letzte", "noch einmal in deinen Worten"),
    ],
)
async def test_a_list_is_understood_as_it_stands(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


async def test_a_sound_ahead_changes_nothing(member: Chat) -> None:
    """Not even after a question was answered, which words without a meaning would lean on."""
    assert "Schritt 2 " in await talk(member, at(3, IPHONE) + "welcher Port? | ups, zu schnell")
    assert "Schritt 1 " in await talk(member, "mist vertippt")


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "nein, kommt nix an", "Es kommen keine Mails an"),
        ("de", "nein, nur das Senden klappt nicht", "Senden klappt nicht"),
        ("en", "no, nothing arrives", "Emails do not arrive"),
        ("de", "nein", "Was klappt nicht?"),
    ],
)
async def test_what_fails_at_the_end_is_not_asked_again(member: Chat, language: str, said: str, hears: str) -> None:
    end = {"de": "alle Werte", "en": "all values"}[language]
    assert hears in await talk(member, f"{THUNDERBIRD} | {end} | {said}", language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "/trouble | klappt nicht", "Öffnet sich auf demselben Gerät irgendeine Internetseite?"),
        ("en", "/trouble | it doesn't work", "Does any web page open on the same device?"),
        ("de", "senden geht nicht | klappt nicht", "Was passiert, wenn du eine Mail abschickst?"),
        ("de", "/trouble | nein", "Was klappt nicht?"),
    ],
)
async def test_a_bare_failure_is_looked_into(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, said, language)


@pytest.mark.parametrize(
    ("language", "said", "hears"),
    [
        ("de", "ich kenn mich da nicht aus, bin nicht so technisch", "Keine Sorge"),
        ("en", "I'm not good with computers, sorry", "Do not worry"),
        ("de", "ist das gleiche wie oben?", "Benutzername und Passwort sind bei beiden gleich"),
        ("en", "same as before?", "User name and password are the same for both"),
        ("de", "hob ois", "Schritt 7 "),
        ("de", "okee", "Schritt 7 "),
        ("de", "welcher Port? | nei", "Schritt 6 "),
        ("de", "hab Kaffee gemacht, bin zruck", "Schritt 6 "),
        ("de", "seh ich nicht | immer noch nicht", "Kommst du gar nicht durch"),
        ("de", "alles durch", "Das ist die letzte Seite"),
        ("en", "uh, wait", "I will wait"),
        ("en", "is that 995 or 993? | it shows something about my bank", "write its exact words to me"),
        ("de", "seh ich nicht | jetzt hab ich's", "Hast du diesen Schritt gemacht"),
        ("de", "des wird ma z'vui", "Abgebrochen"),
        ("de", "hab kein @ auf der Tastatur", "Schritt 6 "),
    ],
)
async def test_small_words_amid_a_guide_keep_to_it(member: Chat, language: str, said: str, hears: str) -> None:
    assert hears in await talk(member, at(6, IPHONE, language) + said, language)


async def test_who_does_not_know_in_dialect_is_led_on(member: Chat) -> None:
    assert "Öffnet sich auf demselben Gerät" in await talk(member, "es kommen keine Mails an | weiß ned")


async def test_the_mail_that_came_after_all_ends_the_trouble(member: Chat) -> None:
    way = "es kommen keine Mails an | nein | nein | geht nicht | "
    assert (await talk(member, way + "doch, jetzt ist sie da")).startswith("🎉")


async def test_a_mail_that_is_not_there_after_the_end_is_a_trouble(member: Chat) -> None:
    """And not the way of fetching emails that was asked about on the way."""
    said = f"{THUNDERBIRD} | what is imap? | all values | it works | the mail isn't there"
    assert "Emails do not arrive" in await talk(member, said, "en")
