"""Which side is asked for: that of the clause which asks, whatever another one tells of the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asks", "side"),
    [
        ("POP3 ist drin, Empfang klappt. Auf welchem Port wird gesendet?", "outgoing"),
        ("Senden klappt bei mir mit IMAP. Auf welchem Port werden die Mails geholt?", "incoming"),
        ("IMAP läuft beim Empfang, über welchen Port wird verschickt?", "outgoing"),
        ("which port for outgoing mail with imap, my phone can receive but not send", "outgoing"),
        ("my laptop can send but not receive, which incoming port with pop3", "incoming"),
        ("Welcher Port ist es beim Mailversand?", "outgoing"),
        ("Welche Ports haben Eingang und Ausgang, und wie heißt der Server?", "both"),
        ("Ist der Ausgangsserver derselbe wie der vom Eingang?", "both"),
    ],
)
def test_the_clause_that_asks_names_the_side(assistant: Assistant, asks: str, side: str) -> None:
    assert assistant.ask(asks).intents[0].direction == side


@pytest.mark.parametrize(
    ("field", "aspect"),
    [
        ("Mailport?", "port"),
        ("die Mailports bitte", "port"),
        ("Mailkennwort?", "password"),
        ("Mailbenutzer?", "username"),
        ("Mailtyp?", "account_type"),
        ("E-Mail-Verschlüsselung?", "encryption"),
    ],
)
def test_a_field_behind_mail_is_that_field(assistant: Assistant, field: str, aspect: str) -> None:
    assert assistant.ask(field).intents[0].aspect == aspect


def test_how_it_is_best_done_asks_how(assistant: Assistant) -> None:
    reply = assistant.ask("Ich hab POP3 und will umstellen auf IMAP, wie geht man da am besten vor?")
    assert reply.intents[0].topic == "switching"
    assert assistant.ask("Was ist am besten, IMAP oder POP?").intents[0].topic == "recommendation"


def test_of_two_account_types_the_better_one_is_told_with_its_reason(assistant: Assistant) -> None:
    assert assistant.ask("Kontotyp POP3 oder IMAP, welchen soll ich nehmen?").intents[0].topic == "recommendation"
    assert assistant.ask("Kontotyp IMAP, POP oder Exchange, was nehm ich?").intents[0].aspect == "account_type"
