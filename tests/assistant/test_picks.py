"""What is picked in words that stand on no button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.met import forget_words
from assistant.picks import Picks

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

LABELS = ["IMAP (empfohlen)", "POP3", "Outlook (neu)", "Outlook-App (Handy)", "↩ Anderes Programm"]


@pytest.fixture(scope="module")
def picks(content: Content) -> Picks:
    return Picks(content)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("imap", "imap"), ("nee doch lieber IMAP!", "imap"), ("let's go with imap", "imap"), ("ich nehme POP 3", "pop3")],
)
def test_a_way_that_is_wanted(picks: Picks, text: str, wanted: str) -> None:
    assert picks.protocol(text) == wanted


@pytest.mark.parametrize("text", ["kein imap", "imap?", "was ist imap", "imap oder pop3", "port imap", "", "ja", "imap " * 40])
def test_what_says_more_is_no_pick(picks: Picks, text: str) -> None:
    assert not picks.protocol(text)


def test_what_was_read_is_forgotten_with_all_words(picks: Picks) -> None:
    assert not picks.protocol("Ottilie Quastenberg, Ottilienstraße 7")
    forget_words()
    assert "Quastenberg" not in str(vars(picks))


@pytest.mark.parametrize(
    ("text", "place"), [("das erste", 0), ("Nummer 2", 1), ("the third one, please", 2), ("1.", 0), ("erst", None)]
)
def test_a_place(picks: Picks, text: str, place: int | None) -> None:
    assert picks.place(text) == place


@pytest.mark.parametrize(
    ("text", "place"), [("das neue", 2), ("neu", 2), ("die app", 3), ("outlook", None), ("das", None), ("", None)]
)
def test_a_part_of_a_label(picks: Picks, text: str, place: int | None) -> None:
    assert picks.label(text, LABELS) == place


@pytest.mark.parametrize(
    ("text", "device", "program"),
    [
        ("windows", "windows", ""),
        ("Mein Mac", "mac", ""),
        ("neues Outlook", "", "outlook-new"),
        ("hallo", "", ""),
        ("windows mail", "", "windows-mail"),
    ],
)
def test_a_device_or_a_program(picks: Picks, text: str, device: str, program: str) -> None:
    assert (picks.device(text), picks.program(text)) == (device, program)
