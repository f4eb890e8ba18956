"""What others say of a value: the answer never sounds as if it were said of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("Is 993 correct for fetching with IMAP, the shop insists on 143", "Yes, port 993 is right."),
        ("Ist 110 richtig für POP? Mein Bruder behauptet 995", "Ja, Port 110 ist richtig."),
        ("my brother says 110 is wrong for pop, are you sure?", "Yes, port 110 is right."),
        ("Der Händler meint, 993 stimmt nicht. Was gilt bei IMAP?", "Port 993 ist richtig."),
        ("Mama sagt 587, Papa sagt 465 beim Ausgang mit IMAP. Wer hat recht?", "Port 587"),
        ("my son says 143 for IMAP, is he right?", "No, the instructions say otherwise."),
    ],
)
def test_of_what_others_say_the_right_port_is_named(assistant: Assistant, asked: str, begins: str) -> None:
    assert said(assistant, asked).startswith(begins)


def test_who_asks_if_the_bot_is_sure_hears_yes(assistant: Assistant) -> None:
    assert said(assistant, "Which port for sending with IMAP?", "my phone says 465, are you sure?").startswith(
        "Yes, that is what the instructions say"
    )
    assert said(assistant, "Welcher Port zum Senden mit IMAP?", "sicher? da steht 465").startswith(
        "Ja, so steht es in der Anleitung"
    )
    assert said(assistant, "Wie heißt der Server?", "bist du sicher? hier steht imap.verein.de").startswith(
        "Ja, so steht es in der Anleitung"
    )
    assert not said(assistant, "Ist 993 sicher?").startswith("Ja, so steht es in der Anleitung")


def test_who_may_switch_the_protocol_hears_that_they_can_themselves(assistant: Assistant) -> None:
    assert said(assistant, "Must somebody switch me to IMAP?").startswith("You can do that yourself")
    assert said(assistant, "Kann ich selbst auf IMAP umstellen?").startswith("Das kannst du selbst machen")


def test_what_is_only_supposed_is_no_question(assistant: Assistant) -> None:
    asked = "The outgoing server shows mail.example.com. I guess I change that. To what?"
    assert said(assistant, asked).startswith("Enter instead what the instructions say")
