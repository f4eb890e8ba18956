"""After what programs do with mails it is asked whether that can be set otherwise: of that, and not of a new set-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_DELETES = "Löscht POP3 die Mails am Server?"


@pytest.mark.parametrize(
    "asked",
    [
        "geht das auch anders?",
        "kann man das anders einstellen",
        "wie schalt ich das aus?",
        "lässt sich das unterbinden?",
        "des mog i ned, ko ma des obstelln?",
    ],
)
def test_that_pop_deletes_can_be_set_otherwise(assistant: Assistant, asked: str) -> None:
    assert "Mit POP3 bleiben Mails auf dem Server, wenn du das in deinem Mailprogramm so einstellst." in said(
        assistant, _DELETES, asked
    )


def test_what_else_programs_do_can_be_set_otherwise(assistant: Assistant) -> None:
    assert said(assistant, "Wird mein Postfach mit IMAP voll?", "kann man das vermeiden?").startswith("Lösche Mails")
    assert "lokal speichert" in said(assistant, "Brauch ich bei IMAP immer Internet?", "lässt sich das umstellen?")
    assert "immer auf dem Server" in said(assistant, "Bleiben die Mails bei IMAP am Server?", "kann ich das abstellen?")
    assert "can" in said(assistant, "are sent mails kept on the server?", "can it be turned off?")


def test_what_pop_does_not_synchronise_is_changed_with_imap(assistant: Assistant) -> None:
    assert said(assistant, "Sind mit POP am Handy und am PC dieselben Mails?", "kann man das ändern?").startswith(
        "Du kannst zu IMAP wechseln"
    )


def test_who_names_something_asks_for_that(assistant: Assistant) -> None:
    assert said(assistant, _DELETES, "und kann ich den Port ändern?").startswith("Port")
    assert said(assistant, _DELETES, "anders als bei IMAP?").startswith("POP3 holt deine Mails")


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("can pop leave my mails on the server?", "how do I switch it on?"),
        ("which encryption for sending with IMAP?", "where do I turn it on"),
        ("does the server for sending want authentication?", "where is the switch"),
    ],
)
def test_where_a_switch_is_that_was_just_told_of(assistant: Assistant, told: str, asked: str) -> None:
    assert said(assistant, told, asked).startswith("You find the switch in your mail program")


def test_why_both_sides_differ(assistant: Assistant) -> None:
    assert said(assistant, "Verschlüsselung bei IMAP?", "wieso sind die verschieden?").startswith("STARTTLS")
    assert said(assistant, "ports for imap?", "why are those different?").startswith("Incoming is where")


def test_only_one_side_of_all_settings(assistant: Assistant) -> None:
    assert "993" not in said(assistant, "only the outgoing details, IMAP")
    assert "587" not in said(assistant, "nur die Einstellungen vom Posteingang mit IMAP")
