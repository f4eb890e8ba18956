"""Whether somebody can read a password on the way is answered with the encryption, and by Microsoft with what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("before", "asked", "told"),
    [
        ("Port für POP3 Eingang", "kann jemand mein Passwort lesen", "Ja, POP3 ist hier unverschlüsselt."),
        ("Port für POP3 Eingang", "so my password is readable?", "Yes, POP3 is unencrypted here."),
        ("alle Einstellungen für IMAP", "kann da wer mein Passwort sehen?", "Nein, IMAP ist hier verschlüsselt."),
        ("Port für POP3 Eingang", "ist das sicher?", "Nein, POP3 ist hier nicht verschlüsselt."),
        ("port for imap incoming", "is that dangerous", "No, IMAP is encrypted here."),
        ("Port IMAP Ausgang", "isch des sicher", "Ja, IMAP ist hier verschlüsselt."),
    ],
)
def test_of_the_protocol_spoken_of(assistant: Assistant, before: str, asked: str, told: str) -> None:
    assert said(assistant, before, asked).startswith(told)


def test_each_question_has_its_own_answer(assistant: Assistant) -> None:
    turns = ["Port für POP3 Eingang", "ist das sicher?", "warum nicht", "ist das gefährlich"]
    told = [said(assistant, *turns[: number + 1]).splitlines()[0] for number in range(len(turns))]
    assert len(set(told)) == len(turns)


def test_who_is_only_asked_if_sure_says_it_again(assistant: Assistant) -> None:
    confirmed = said(assistant, "Port für POP3 Eingang", "bist du sicher?")
    assert confirmed.startswith("Ja, das stimmt.")
    assert "Port 110" in confirmed


@pytest.mark.parametrize(
    "asked", ["sieht microsoft mein passwort", "liest Microsoft bei Outlook mit?", "does microsoft read my mails"]
)
def test_the_new_outlook_fetches_by_microsoft(assistant: Assistant, asked: str) -> None:
    assert [intent.topic for intent in assistant.ask(asked).intents] == ["new_outlook_reads"]


@pytest.mark.parametrize("asked", ["I'm on a Mac with Outlook", "Outlook für Mac einrichten", "outlook on my macbook, how?"])
def test_outlook_on_a_mac_has_the_general_guide(assistant: Assistant, asked: str) -> None:
    assert [(intent.topic, intent.program) for intent in assistant.ask(asked).intents] == [("setup", "other")]


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("hello, I am new in the club and don't speak German well", "en"),
        ("I hardly speak German, which port do I need?", "en"),
        ("can you answer in english, i don't speak german", "en"),
        ("ich spreche kein Englisch, welcher Port?", "de"),
        ("which port? auf deutsch bitte", "de"),
    ],
)
def test_a_language_that_is_denied_is_not_asked_for(assistant: Assistant, asked: str, language: str) -> None:
    assert assistant.ask(asked, client_language="en").language == language
