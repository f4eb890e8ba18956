"""Several values asked for in one message, as a list: each of them is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.understanding.list_marks import without_list_marks
from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "asked",
    [
        "For IMAP: 1. server for receiving, 2. port for receiving, 3. server for sending, 4. port for sending",
        "IMAP bitte: a) Posteingangsserver b) Port Eingang c) Postausgangsserver d) Port Ausgang",
        "I need for imap\n- incoming server\n- incoming port\n- outgoing server\n- outgoing port",
    ],
)
def test_a_list_of_all_values_is_answered_whole(assistant: Assistant, asked: str) -> None:
    answer = said(assistant, asked)
    assert "993" in answer
    assert "587" in answer


def test_two_of_a_list_are_answered_both(assistant: Assistant) -> None:
    answer = said(assistant, "POP3 bitte:\n1. Posteingangsserver\n2. Port dazu")
    assert "Posteingangsserver" in answer
    assert "110" in answer


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("1. server 2. port", " server + port"),
        ("am 2. Mai um 1. Uhr", "am 2. Mai um 1. Uhr"),
        ("1. Wie heißt er? 2. Welcher Port?", " Wie heißt er?  Welcher Port?"),
        ("pop3: 993", "pop3: 993"),
    ],
)
def test_only_what_counts_on_from_the_first_is_a_list(message: str, read: str) -> None:
    assert without_list_marks(message) == read


def test_how_an_answer_is_to_sound_changes_nothing(assistant: Assistant) -> None:
    plain = said(assistant, "What is POP3?")
    assert said(assistant, "Explain POP3 to me like I failed my computer course") == plain
    assert said(assistant, "Keep it short, what is POP3?") == plain
    settings = said(assistant, "all settings for imap")
    assert said(assistant, "keep it plain, all settings for imap") == settings


def test_values_of_the_other_side_are_told_though_it_has_no_name(assistant: Assistant) -> None:
    assert "587" in said(assistant, "IMAP: Server, Port und Sicherheit, nicht vom Eingang, sondern vom anderen")
