"""Messages and codes that programs and servers show, typed as they are: each leads to its place, in the chat's own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.choices import Choices
from assistant.guides import TypedWords
from assistant.trouble import page
from tests.handlers.talks import talk

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from tests.handlers.offline import Chat

LOGIN = {"de": "fehlt beim Postausgang die Anmeldung", "en": "the login for outgoing mail is missing"}


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("de", "senden geht nicht | 0x800CCC78"),
        ("de", "senden geht nicht | fehler 0x800ccc79"),
        ("en", "cannot send | 0x800ccc79"),
        ("de", "0x800ccc78"),
        ("de", "relay access denied"),
        ("de", "ich bekomme relay access denied"),
        ("de", "senden geht nicht | relay access denied"),
        ("de", "senden geht nicht | 550 5.7.1 relaying denied"),
        ("de", "550 relay not permitted"),
        ("de", "530 authentication required"),
        ("en", "554 5.7.1 relay access denied"),
    ],
)
async def test_who_is_refused_without_login_hears_how_to_log_in(member: Chat, language: str, says: str) -> None:
    assert LOGIN[language] in await talk(member, says, language)


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "senden geht nicht | 0x800ccc7d", "Steht dort Port 587"),
        ("de", "553 sender not allowed", "Vielleicht passt die Absenderadresse nicht"),
        ("de", "Absenderadresse abgelehnt steht da", "Vielleicht passt die Absenderadresse nicht"),
        ("de", "454 TLS not available", "Steht dort Port 587"),
        ("de", "ECONNREFUSED", "irgendeine Internetseite"),
        ("en", "host not found", "Does any web page open"),
        ("de", "c9.webspace-verkauf.de zertifikat abgelaufen", "Bestätige die Warnung nicht"),
        ("en", "it says certificate expired", "Do not confirm the warning"),
        ("de", "outlook sagt: Es konnte keine verschlüsselte Verbindung hergestellt werden", "irgendeine Internetseite"),
        ("de", "535 authentication failed", "Das Passwort wird abgelehnt"),
        ("de", "das passwort stimmt nicht", "Was trifft zu?"),
        ("de", "550 user unknown", "gibt es die Empfängeradresse so nicht"),
        ("de", "554 blocked", "bei einem Empfänger abgelehnt"),
        ("de", "meine mail kam zurück | 554 blocked", "bei einem Empfänger abgelehnt"),
        ("en", "it says Zertifikat ungültig", "Do not confirm the warning"),
    ],
)
async def test_a_message_as_it_is_shown_leads_to_its_place(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, says, language)


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "es kommen keine mails an | nicht erreichbar", "irgendeine Internetseite"),
        ("de", "es kommen keine mails an | nicht vertrauenswürdig", "Bestätige die Warnung nicht"),
        ("en", "i don't receive emails | no connection", "Does any web page open"),
        ("en", "i don't receive emails | not responding", "Does any web page open"),
        ("en", "i don't receive emails | >Yes, no connection | no message", "Can you send emails?"),
        ("en", "i don't receive emails | >Yes, no connection | no", "the problem is the internet"),
    ],
)
async def test_a_no_within_a_message_is_no_answer(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, says, language)


NO_CONNECTION = {
    "de": "es kommen keine mails an | >Ja, keine Verbindung | ",
    "en": "i don't receive emails | >Yes, no connection | ",
}


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "Fehler 0x80042109", "Steht dort Port 587"),
        ("de", "Fehler: Authentifizierung fehlgeschlagen", "Das Passwort wird abgelehnt"),
        ("de", "fehler, relaying denied", LOGIN["de"]),
        ("de", "Fehler 0x800CCC19", "irgendeine Internetseite"),
        ("en", "error 0x80042109", "Does it say port 587"),
        ("en", "authentication failed", "The password is refused"),
        ("en", "error: certificate expired", "Do not confirm the warning"),
        ("de", "nein, Server nicht gefunden", "Dann liegt es am Internet"),
        ("en", "it fails", "the problem is the internet"),
    ],
)
async def test_a_message_is_no_answer_to_another_question(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, NO_CONNECTION[language] + says, language)


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "Zeitüberschreitung beim Verbinden", "irgendeine Internetseite"),
        ("de", "es steht zeitüberschreitung da", "irgendeine Internetseite"),
        ("de", "es kommen keine mails an | nein | timeout", "irgendeine Internetseite"),
        ("de", "nur daheim kommt eine zeitüberschreitung", "Geht nur daheim oder nur unterwegs"),
        ("en", "it says connection timed out", "Does any web page open"),
        ("en", "the request timed out", "Does any web page open"),
        ("en", "connection timed out when sending", "Does it say port 587"),
        ("en", "it only times out at home, timeout", "Only works at home"),
    ],
)
async def test_a_timeout_is_first_asked_about_the_internet(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, says, language)


INSECURE = {
    "de": "Mit POP3 kommt diese Warnung",
    "en": "With POP3 this warning appears",
    "fr": "Avec POP3, cet avertissement",
}


@pytest.mark.parametrize(
    ("language", "says", "first"),
    [
        ("de", "thunderbird meldet einen unsicheren Mailserver", ""),
        ("de", "Warnung zum Zertifikat | da heißt es unsicherer Server", ""),
        ("de", "es kommen keine mails an | Warnung: Unsicherer Mail-Server erkannt.", ""),
        ("de", "muss ich die Risiken akzeptieren?", "Mit IMAP nicht"),
        ("de", "unsicherer Server steht da | darf ich das bestätigen", "Mit IMAP nicht"),
        ("de", "unsicherer Server steht da | ich nutze IMAP", "Dann bestätige sie nicht"),
        ("en", "it warns of an insecure server", ""),
        ("en", "should i tick that I understand the risks?", "Not with IMAP"),
        ("fr", "il y a un avertissement : serveur non sécurisé", ""),
    ],
)
async def test_the_warning_of_an_account_without_encryption_depends_on_the_protocol(
    member: Chat, language: str, says: str, first: str
) -> None:
    heard = await talk(member, says, language)
    assert INSECURE[language] in heard
    assert first in heard


async def test_a_message_of_this_very_trouble_is_noted(member: Chat) -> None:
    heard = await talk(member, "warnung zum zertifikat | ja genau so | Fehler SEC_ERROR_UNKNOWN_ISSUER")
    assert "Gut zu wissen" in heard
    assert "Stimmen Datum und Uhrzeit" in heard


@pytest.mark.parametrize(
    ("language", "says", "hears"),
    [
        ("de", "senden geht nicht | Fehler 0x800CCC0F", "Steht dort Port 587"),
        ("de", "senden geht nicht | etwas anderes | da steht 0x800ccc0e", "Das heißt nur: Die Verbindung"),
        ("de", "senden geht nicht | etwas anderes | verbindung verweigert", "Steht dort Port 587"),
        ("de", "senden geht nicht | etwas anderes | zeitüberschreitung", "Steht dort Port 587"),
        ("de", "beim verschicken meldet outlook 0x800CCC0E", "Steht dort Port 587"),
        ("de", "senden geht nicht | Posteingangsserver nicht gefunden", "irgendeine Internetseite"),
        ("en", "i cannot send | error 0x800ccc0e", "Does it say port 587"),
        ("en", "i cannot send | something else | connection timed out", "That only means: the connection"),
        ("fr", "je ne peux pas envoyer de mails | autre chose | serveur introuvable", "Cela veut seulement dire"),
    ],
)
async def test_what_both_directions_report_stays_with_sending(member: Chat, language: str, says: str, hears: str) -> None:
    assert hears in await talk(member, says, language)


def test_each_of_the_other_words_alone_means_its_own_button(whole_content: Content) -> None:
    choices = Choices(whole_content.vocabulary.choice, TypedWords(whole_content))
    for tree in whole_content.trouble.values():
        for node in tree.nodes:
            ways = page(whole_content, tree.trouble, node, "de").ways
            labels, also = [way.label for way in ways], [way.also for way in ways]
            for place, way in enumerate(ways):
                meant = {phrase: choices.chosen(phrase, labels, also) for phrase in way.also}
                assert meant == dict.fromkeys(way.also, place), f"{tree.trouble}.{node}: {way.label}"
