"""What only points at the last answer is about that, whatever it sounds like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_ON_THE_PHONE = "Kann ich mit POP am Tablet und am Laptop lesen?"


@pytest.mark.parametrize("asked", ["geht das", "klappt das denn?", "ist das überhaupt möglich", "kann man das so machen"])
def test_whether_it_is_possible_is_asked_of_what_was_said(assistant: Assistant, asked: str) -> None:
    assert said(assistant, _ON_THE_PHONE, asked) == said(assistant, _ON_THE_PHONE)
    assert not assistant.ask(asked).answered


def test_what_it_is_possible_with_is_asked_anew(assistant: Assistant) -> None:
    assert said(assistant, _ON_THE_PHONE, "geht das auch im Ausland").startswith("Ja, das geht überall")
    assert said(assistant, "can I make folders with POP?", "is that possible with IMAP").startswith("With IMAP you can")


@pytest.mark.parametrize("asked", ["was heißt das", "was soll das denn heißen?", "wie meinst du das", "wofür?"])
def test_what_it_means_is_asked_of_what_was_said(assistant: Assistant, asked: str) -> None:
    for told in ("SMTP?", "Benutzername?", "Was kommt bei Beschreibung rein?"):
        assert said(assistant, told, asked) == said(assistant, told)
    assert said(assistant, "Kontotyp?", asked).startswith("POP3 holt deine Mails")


def test_what_a_word_means_is_told_where_it_is_named(assistant: Assistant) -> None:
    assert said(assistant, "SMTP?", "was heißt IMAP").startswith("IMAP („Internet")
    assert said(assistant, "SMTP?", "wie heißt der Server").startswith("Der Server heißt")


@pytest.mark.parametrize("asked", ["und e-mail?", "und bei E-Mail", "and the email?"])
def test_email_beside_other_fields_is_the_one_of_the_address(assistant: Assistant, asked: str) -> None:
    assert "@kolping-schoenau.de" in said(assistant, "Was kommt bei Ihr Name rein?", asked)
    assert not assistant.ask(asked).answered


def test_an_email_that_something_is_told_of_is_no_field(assistant: Assistant) -> None:
    assert said(assistant, "Benutzername?", "und diese E-Mail ist verdächtig").startswith("Klick auf nichts")
