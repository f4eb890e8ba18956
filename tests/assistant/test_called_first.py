"""A call or a greeting before a question changes nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("called", "asks"),
    [
        ("yo", "what's the smtp port"),
        ("hey bot", "what's the incoming server"),
        ("oi mate", "which encryption for pop?"),
        ("good morning all,", "what goes in the user name box"),
        ("ey du", "was ist der Port für IMAP"),
        ("Servus miteinander,", "was brauch ich für POP?"),
        ("du,", "wie heißt der Postausgangsserver"),
    ],
)
def test_a_call_changes_no_answer(assistant: Assistant, called: str, asks: str) -> None:
    assert said(assistant, f"{called} {asks}") == said(assistant, asks)


@pytest.mark.parametrize("says", ["hey", "Hallo zusammen", "good morning", "yo mate"])
def test_a_greeting_alone_is_greeted(assistant: Assistant, says: str) -> None:
    assert said(assistant, says).startswith(("Hallo!", "Hello!"))


@pytest.mark.parametrize(
    "says", ["hey Leute, der Bus fährt um acht", "Servus, die Liste kommt per Mail", "yo, who brings the cake"]
)
def test_who_calls_others_is_left_alone(assistant: Assistant, says: str) -> None:
    assert assistant.ask(says, addressed=False).answer is None


@pytest.mark.parametrize("says", ["all imap", "all pop", "alle imap"])
def test_all_of_a_protocol_calls_nobody(assistant: Assistant, says: str) -> None:
    assert [intent.aspect for intent in assistant.ask(says).intents] == ["settings"]


def test_all_behind_a_greeting_are_called(assistant: Assistant) -> None:
    assert [intent.aspect for intent in assistant.ask("hi all imap port?").intents] == ["port"]
