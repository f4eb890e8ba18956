"""Questions put to all members of a group are answered, in whichever form; what one member is asked or told is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "asks",
    [
        "hello everyone, which outgoing server did you enter?",
        "did you use STARTTLS or SSL for the outgoing server?",
        "which port do you lot have for sending",
        "Was habt ihr bei Posteingangsserver drinstehen?",
        "Welche Verschlüsselung habt ihr beim Senden ausgewählt?",
        "Haben wir alle das gleiche Mail-Passwort? Oder jeder sein eigenes für die Mail?",
        "Habt ihr bei IMAP auch 993 im Eingang?",
    ],
)
def test_what_everybody_is_asked_is_answered(assistant: Assistant, asks: str) -> None:
    assert assistant.ask(asks, addressed=False).answer is not None


@pytest.mark.parametrize(
    "asks",
    [
        "what did you enter for the incoming mail server, Walter?",
        "Jim, did you put in the outgoing server?",
        "Welchen Port hast du beim Posteingang drin, Sepp?",
        "Beim Ausgang ist es doch 587, oder Gerd?",
        "What name did you all put on the form?",
        "Welchen Benutzernamen habt ihr bei Instagram?",
        "Habt ihr beide Protokolle vom letzten Treffen bekommen?",
    ],
)
def test_what_one_member_is_asked_or_what_is_of_no_mail_is_left_alone(assistant: Assistant, asks: str) -> None:
    assert assistant.ask(asks, addressed=False).answer is None


@pytest.mark.parametrize(
    "asks",
    [
        "ports??",
        "Schnelle Frage, Ports?",
        "STARTTLS oder SSL?",
        "benutzername = ganze adresse?",
        "Das Programm will einen Port. Ich hab ein Pixel. Hilfe?",
        "It asks for a security type. Which?",
        "POP3 Einstellungen komplett, danke",
        "imap server und port, merci",
        "Wie bekomme ich die Vereinsmail aufs Tablet?",
        "Mail am Handy einrichten",
        "Welche der beiden Kontoarten ist gescheiter?",
        "Which of the two methods is better for an old PC?",
        "mit pop am Tablet gelöscht, am Handy ist sie noch da, warum",
        "Benutzername hab ich meine ganze Mailadresse, ok?",
        "eingang 993 und ausgang 587 hab ich bei IMAP, stimmt das?",
        "Mein Postfach ist voll. Was nun?",
        "das Postfach ist voll, was soll ich jetzt machen",
        "SMTP-Server weiß den jemand?",
        "kennt jemand die Maileinstellungen?",
        "was für ein Port kommt bei SMTP hin",
        "was schreib ich bei Benutzername, die ganze Adresse oder nur vorne",
        "The app says login failed, what is my user name",
        "komm ich mit IMAP auch aus dem Urlaub in Spanien an meine Vereinsmail?",
        "Kannst du mir helfen, die Vereinsmail am Handy einzurichten?",
    ],
)
def test_few_words_are_enough_if_they_mean_nothing_else(assistant: Assistant, asks: str) -> None:
    assert assistant.ask(asks, addressed=False).answer is not None


@pytest.mark.parametrize(
    "says",
    [
        "Port?",
        "Server?",
        "465?",
        "Which port do the ships sail from?",
        "Welches Verfahren nehmen wir bei der Wahl, Handzeichen oder Zettel?",
        "Kann mir jemand beim Einrichten vom Beamer helfen?",
        "Mein Postfach ist voll mit Werbung, furchtbar",
        "mail's back 🎉 had a typo in the server name",
        "email is back, it was just the port",
        "STARTTLS und IMAP, danke",
        "IMAP Port geändert, danke",
        "der Mailserver war weg, keine Ahnung warum",
        "mail works again, I don't know why",
        "Am Port von Genua sind wir ausgestiegen",
        "SSL, wer war das noch?",
        "war der Mailserver bei euch gestern auch weg?",
        "Renate, kannst du mir am Samstag helfen, die Vereinsmail einzurichten?",
        "Mail am Handy eingerichtet, hurra",
    ],
)
def test_what_may_be_of_other_things_or_only_tells_is_left_alone(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says, addressed=False).answer is None
