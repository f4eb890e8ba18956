"""Two things that are asked at once are both answered, each once, and what goes with the last answer is of its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("says", "named"),
    [
        ("Wie ist die Endung der Adresse und welches Passwort brauche ich?", ["@kolping-schoenau.de", "Passwort"]),
        ("welche endung hot die adress und was is des passwort", ["@kolping-schoenau.de", "Passwort"]),
        ("what is the ending of the address and which password do I use?", ["@kolping-schoenau.de", "password"]),
        ("which is better, pop3 or imap, and what is the outgoing port of the better one?", ["Use IMAP", "587"]),
        ("Was ist besser, POP oder IMAP, und wie ist der Eingangsport vom besseren?", ["Nimm IMAP", "993"]),
    ],
)
def test_both_are_answered(assistant: Assistant, says: str, named: list[str]) -> None:
    told = said(assistant, says)
    assert all(word in told for word in named)
    assert "110" not in told


@pytest.mark.parametrize(
    "says",
    [
        "Port für POP, Eingang? Und ist da SSL an oder aus?",
        "pop3 incoming port? and with ssl or without?",
        "port pop ausgang? und mit ssl oder ohne?",
    ],
)
def test_the_encryption_is_told_once(assistant: Assistant, says: str) -> None:
    told = said(assistant, says)
    assert told.count("⚠️") == 1
    assert len(told) < 600


@pytest.mark.parametrize(
    ("turns", "port"),
    [
        (["Wie heißt der Postausgangsserver?", "Danke sehr. Und die zugehörige Portnummer? Ich habe POP3."], "Port 25"),
        (["Posteingangsserver?", "Alles klar. Und der passende Port dazu? Ich nutze IMAP."], "Port 993"),
        (["what is the outgoing server?", "Thanks a lot. And the matching port, please? I am using IMAP."], "Port 587"),
    ],
)
def test_what_goes_with_the_last_answer_is_of_its_side(assistant: Assistant, turns: list[str], port: str) -> None:
    assert said(assistant, *turns).startswith(port)
