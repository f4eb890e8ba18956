"""The same is asked for once more, or a protocol is named that a program's guide has not: what was said is not dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("first", "then", "begins"),
    [
        ("ports for imap", "now the same for pop3 please", "Ports for POP3: 110"),
        ("ports for imap", "i need same for pop3", "Ports for POP3: 110"),
        ("ports for imap", "could you give me the same for pop3?", "Ports for POP3: 110"),
        ("Ports für IMAP", "kannst du mir dasselbe für POP3 geben?", "Ports für POP3: 110"),
        ("IMAP Port Eingang?", "bitte auch für den Ausgang", "Port 587"),
        ("IMAP Port Eingang?", "I want same for outgoing", "Port 587"),
    ],
)
def test_who_asks_to_be_given_the_same_hears_no_no(assistant: Assistant, first: str, then: str, begins: str) -> None:
    assert said(assistant, first, then).startswith(begins)


@pytest.mark.parametrize(
    ("first", "then", "begins"),
    [
        ("ports for imap", "same for pop?", "No"),
        ("ports for imap", "is it the same for pop please", "No"),
        ("Ports für IMAP", "brauch ich das gleiche bei POP?", "Nein"),
        ("IMAP Port Eingang?", "gilt das auch für den Ausgang?", "Nein"),
    ],
)
def test_who_asks_whether_it_is_the_same_still_hears_no(assistant: Assistant, first: str, then: str, begins: str) -> None:
    assert said(assistant, first, then).startswith(begins)


def test_a_guide_for_the_other_protocol_only_says_so(assistant: Assistant) -> None:
    told = said(assistant, "POP3 im neuen Outlook einrichten")
    assert "Outlook (neu), mit IMAP" in told
    assert "Für POP3 habe ich bei diesem Programm keine Anleitung" in told
    assert "keine Anleitung" not in said(assistant, "neues Outlook einrichten")
    assert "keine Anleitung" not in said(assistant, "POP3 in Thunderbird einrichten")


def test_no_guide_is_promised_for_a_program_that_has_ended(assistant: Assistant) -> None:
    told = said(assistant, "configure pop3 in windows mail")
    assert told.startswith("The Windows app “Mail” has come to its end.")
    assert "with POP3." in told
    assert "with IMAP (recommended) or POP3." in said(assistant, "configure windows mail")
