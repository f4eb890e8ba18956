"""Who asks if they may ask is told so; what is asked beside it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize("asked", ["Dürfte ich Sie etwas fragen?", "hab mal ne frage", "kurze Frage", "can I ask you something?"])
def test_one_may_ask(assistant: Assistant, asked: str) -> None:
    assert said(assistant, asked).startswith(("Ja, frag nur!", "Yes, just ask!"))


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("kurze Frage, wo sind meine gesendeten Mails", "sent_mail"),
        ("ich hätte eine Frage, bei mir kommt nichts an", "trouble:receive"),
        ("darf ich fragen, warum POP schlecht ist?", "disadvantages"),
        ("quick question, who makes the backup?", "backup"),
    ],
)
def test_what_is_asked_beside_it_is_answered(assistant: Assistant, asked: str, topic: str) -> None:
    assert [intent.topic for intent in assistant.ask(asked).intents] == [topic]


def test_it_leaves_open_what_was_talked_about(assistant: Assistant) -> None:
    turns = ("Welcher Port für IMAP?", "eine Frage hab ich noch", "und für POP?")
    assert said(assistant, *turns).startswith("Ports für POP3")
