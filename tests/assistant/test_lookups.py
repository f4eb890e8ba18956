"""Answers from the settings table: the first line says it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "first_line"),
    [
        ("Welche Verschlüsselung?", "Verschlüsselung: IMAP SSL/TLS (Eingang) und STARTTLS (Ausgang), POP3 keine."),
        ("Which encryption?", "Encryption: IMAP SSL/TLS (incoming) and STARTTLS (outgoing), POP3 none."),
        ("Welche Verschlüsselung bei POP3?", "Verschlüsselung für POP3: keine zum Empfangen, keine zum Senden."),
        ("Welche Ports?", "Ports (Eingang / Ausgang): IMAP 993 / 587, POP3 110 / 25."),
    ],
)
def test_the_first_line_of_a_table_can_be_read_aloud(assistant: Assistant, says: str, first_line: str) -> None:
    answer = assistant.ask(says).answer
    assert answer is not None
    assert answer.plain.splitlines()[0] == first_line


def test_how_programs_word_none_stands_below(assistant: Assistant) -> None:
    answer = assistant.ask("Welche Verschlüsselung bei POP3?").answer
    assert answer is not None
    assert "• Posteingang: keine (SSL nicht ausgewählt) – Port 110" in answer.plain
    assert "• Postausgang: keine (Verbindungstyp: keinen) – Port 25" in answer.plain


def test_what_the_port_tells_of_the_encryption_is_not_said_twice(assistant: Assistant) -> None:
    answer = assistant.ask("welcher Port und welche Verschlüsselung beim Senden mit IMAP?").answer
    assert answer is not None
    assert answer.plain.count("STARTTLS") == 1


def test_of_two_buttons_that_look_alike_the_one_that_knows_the_program_stays(assistant: Assistant) -> None:
    answer = assistant.ask("Ist IMAP verschlüsselt? Und wie richte ich das in Gmail ein?").answer
    assert answer is not None
    assert [action.target for action in answer.actions if action.label == "Schritt für Schritt einrichten"] == ["gmail.imap"]
