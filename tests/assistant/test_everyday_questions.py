"""Questions of everyday that once were answered with what only sounded alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asks", "topic"),
    [
        ("kann der Vorstand meine Mails lesen", "who_reads"),
        ("who can read my mails", "who_reads"),
        ("sind meine Mails privat", "who_reads"),
        ("is this private", "privacy"),
        ("kann ich Mails am Handy löschen, ohne dass sie am PC weg sind", "deleting_on_one"),
        ("hab auf so nen Link geklickt", "phishing"),
        ("auf Phishing reingefallen und mein Passwort eingegeben", "new_password"),
        ("wie bekomme ich eine Vereinsadresse", "not_given"),
        ("geht das im Ausland", "anywhere"),
        ("Webmail?", "webmail"),
        ("sind die Mails nach dem Abholen mit POP noch im Webmail", "deleting"),
        ("web.de app einrichten", "provider_app"),
        ("switch to English", "about_bot"),
        ("die Mails sind auf dem Laptop, aber nicht auf dem Handy", "sync"),
        ("nur zuhause klappt es nicht", "trouble:network"),
        ("mails arrive twice", "trouble:duplicates"),
        ("wie oft werden Mails abgeholt", "trouble:late"),
        ("lotus notes", "setup"),
    ],
)
def test_each_has_an_answer_of_its_own(assistant: Assistant, asks: str, topic: str) -> None:
    reply = assistant.ask(asks, client_language="de")
    assert reply.answered
    assert reply.intents[0].topic == topic


def test_spanish_is_answered_in_the_members_language(assistant: Assistant) -> None:
    assert assistant.ask("¿qué puerto para imap?", client_language="de").language == "de"
