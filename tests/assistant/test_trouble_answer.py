"""The answer to a plain question about a trouble: what helps most often, then the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.intent import Intent
from assistant.trouble import START_TREE

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_SHORT = 600


@pytest.mark.parametrize(
    ("says", "helps"),
    [
        ("quota exceeded, how do i fix that", "delete the biggest emails"),
        ("Senden klappt nicht, bleibt alles im Postausgang", "587"),
        ("warnung zum zertifikat", "c9.webspace-verkauf.de"),
        ("er lehnt mein Passwort immer ab", "Benutzernamen"),
    ],
)
def test_it_says_what_helps_most_often_before_the_button(assistant: Assistant, says: str, helps: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert helps in answer.plain
    assert answer.actions


@pytest.mark.parametrize(
    ("says", "trouble"),
    [
        ("gar nichts geht mehr", "start"),
        ("mein Enkel hat das eingerichtet und jetzt geht auf einmal nix mehr", "start"),
        ("etwas geht nicht", "start"),
        ("nichts geht mehr raus", "send"),
        ("nichts geht mehr rein", "receive"),
        ("im Hotel-WLAN geht nichts", "network"),
        ("beim Senden kommt: Server nicht gefunden", "send"),
    ],
)
def test_the_most_common_cry_for_help_is_understood(assistant: Assistant, says: str, trouble: str) -> None:
    reply = assistant.ask(says, client_language="de")
    assert reply.answered
    assert reply.intents[0].topic == f"trouble:{trouble}"


@pytest.mark.parametrize(
    ("shown", "trouble"),
    [
        ("The target principal name is incorrect", "certificate"),
        ("Cannot connect using SSL", "certificate"),
        ("Möchtest du den Account ohne SSL einrichten?", "certificate"),
        ("Do you want to try setting up the account without SSL?", "certificate"),
        ("Soll ich auf „Risiko akzeptieren und fortfahren“ drücken?", "certificate"),
        ("accept risk and continue", "certificate"),
        ("SEC_ERROR_UNKNOWN_ISSUER", "certificate"),
        ("Warnung: Unsicherer Mail-Server erkannt.", "insecure"),
        ("Warning: Insecure mail server detected.", "insecure"),
        ("Ich verstehe die Risiken.", "insecure"),
        ("connection refused", "receive"),
        ("Server nicht gefunden", "receive"),
        ("server could not be found", "receive"),
        ("The connection to server c9.webspace-verkauf.de timed out.", "receive"),
        ("Can't open connection to server", "receive"),
        ("Netzwerkfehler", "receive"),
        ("Die Nachricht konnte nicht gesendet werden", "send"),
        ("relay access denied", "send"),
        ("AUTHENTICATIONFAILED", "password"),
        ("Account-Name oder Passwort kann nicht überprüft werden", "password"),
        ("550 5.1.1 user unknown", "spam"),
        ("delivery failed", "spam"),
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_programs_show_leads_to_its_trouble(assistant: Assistant, shown: str, trouble: str, language: str) -> None:
    reply = assistant.ask(shown, client_language=language)
    assert reply.answered
    assert [intent.topic for intent in reply.intents] == [f"trouble:{trouble}"]


def test_who_is_asked_to_accept_a_risk_is_told_not_to(assistant: Assistant) -> None:
    answer = assistant.ask("soll ich Risiko akzeptieren drücken?").answer
    assert answer is not None
    assert "Bestätige die Warnung nicht" in answer.plain


@pytest.mark.parametrize("says", ["mein postfach ist voll", "Das Postfach ist voll", "my mailbox is full", "my inbox is full"])
def test_that_the_mailbox_is_full_is_a_trouble(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says).intents[0].topic == "trouble:full"


@pytest.mark.parametrize(
    ("asks", "topic"),
    [
        ("wird mein postfach irgendwann voll?", "storage"),
        ("warum ist mein postfach voll?", "storage"),
        ("ist das postfach voll?", "storage"),
        ("how full may it get", "sizes"),
        ("postfach voll was mach ich da", "making_room"),
    ],
)
def test_what_is_asked_about_a_full_mailbox_is_answered(assistant: Assistant, asks: str, topic: str) -> None:
    assert assistant.ask(asks).intents[0].topic == topic


def test_every_trouble_has_first_aid_that_is_short(assistant: Assistant) -> None:
    troubles = assistant.content.trouble.keys() - {START_TREE}
    answers = [
        assistant.answer(Intent(topic=f"trouble:{name}"), language) for name in troubles for language in ("de", "en", "fr")
    ]
    assert all(answer and len(answer.lines) == 3 and len(answer.plain) < _SHORT for answer in answers)
