"""What members only tell asks for nothing, whatever it sounds like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "says",
    [
        "so, IMAP ist angeklickt",
        "IMAP läuft jetzt, ich bin froh",
        "ich mag nimmer",
        "vergiss es, ich rufe lieber an",
        "hab ich nicht gelesen, nochmal bitte",
    ],
)
def test_what_is_only_told_is_not_answered_as_a_question(assistant: Assistant, says: str) -> None:
    assert not assistant.ask(says).answered


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("Server und Passwort sind drin, jetzt fehlt mir noch der Port", "port"),
        ("I did the server and password and now i'm stuck at port, imap incoming", "port"),
    ],
)
def test_of_several_values_only_the_one_left_open_is_told(assistant: Assistant, says: str, asked: str) -> None:
    assert [intent.aspect for intent in assistant.ask(says).intents] == [asked]
