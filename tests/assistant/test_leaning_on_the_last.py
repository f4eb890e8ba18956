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
