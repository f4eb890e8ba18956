"""A warning about a certificate names the server: that its name is right is no reason to confirm the warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_SERVER = "c9.webspace-verkauf.de"


@pytest.mark.parametrize(
    "asks",
    [
        f"In der Zertifikatswarnung steht {_SERVER}, das passt doch. Darf ich bestätigen?",
        f"unbekannter Aussteller bei {_SERVER}, ok drücken oder lassen?",
        "soll ich dem Zertifikat von imap.web.de trauen?",
        f"Can I trust the certificate, it says {_SERVER}?",
        f"{_SERVER} is not trusted, proceed or not?",
        f"Le certificat de {_SERVER} : je peux l'accepter ?",
        "Das Zertifikat ist abgelaufen. Ist das schlimm?",
        "I always click yes on the certificate warning. Is that bad?",
    ],
)
def test_no_warning_is_confirmed_because_of_the_name_in_it(assistant: Assistant, asks: str) -> None:
    reply = assistant.ask(asks)
    assert reply.answer is not None
    assert reply.intents[0].topic == "trouble:certificate"
    assert not reply.answer.plain.startswith(("Ja", "Yes", "Oui"))


@pytest.mark.parametrize(
    "asks",
    [
        f"Zertifikatswarnung. Welcher Server ist richtig? Bei mir steht {_SERVER}",
        f"Das Zertifikat passt nicht. Ist {_SERVER} der richtige Server?",
        f"ist {_SERVER} richtig?",
    ],
)
def test_the_name_is_told_where_it_is_asked_for(assistant: Assistant, asks: str) -> None:
    assert assistant.ask(asks).intents[0].aspect == "server"


@pytest.mark.parametrize(
    ("asks", "topic"),
    [
        ("Die Mails kommen alle doppelt. Ist das schlimm?", "trouble:duplicates"),
        ("Ich hab auf einen Link in der Mail gedrückt. Ist das gefährlich?", "phishing"),
        ("Ich hab noch POP. Is des schlimm?", "recommendation"),
        ("I still use POP. Is that bad?", "recommendation"),
        ("Ich hab am Handy IMAP und am Laptop POP. Ist das ein Problem?", "devices"),
    ],
)
def test_whether_it_is_bad_is_asked_of_what_was_told(assistant: Assistant, asks: str, topic: str) -> None:
    assert assistant.ask(asks).intents[0].topic == topic


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("Nachteile von POP?", "POP3 geht auch, aber IMAP ist in den meisten Fällen die bessere Wahl."),
        ("ich hab pop am pc und imap am handy", "Mit POP3 werden die Geräte nicht abgeglichen."),
        ("kann jemand mein pop passwort mitlesen?", "nicht verschlüsselt"),
    ],
)
def test_whether_it_is_bad_is_asked_of_the_last_answer(assistant: Assistant, says: str, told: str) -> None:
    assert told in said(assistant, says, "ist das schlimm?")
