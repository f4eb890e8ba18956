"""Words written in haste are read as the ones they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.talking import said

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("hasty", "meant"),
    [
        ("srvr?", "server?"),
        ("usrnm?", "username?"),
        ("srvr fr snding", "server for sending"),
        ("bntzrnm?", "benutzername?"),
        ("vrschlsslng bei imap", "verschlüsselung bei imap"),
    ],
)
def test_a_word_may_lack_its_vowels(assistant: Assistant, hasty: str, meant: str) -> None:
    assert assistant.ask(hasty).intents == assistant.ask(meant).intents


@pytest.mark.parametrize("says", ["DJK Sportfest", "mfg Hns", "kfz brgr"])
def test_an_abbreviation_is_no_word_without_its_vowels(assistant: Assistant, says: str) -> None:
    assert not assistant.ask(says).answered


@pytest.mark.parametrize("written", ["hääßd", "häscht", "heeßd", "haaßt"])
def test_a_word_of_a_dialect_is_known_by_its_sound(assistant: Assistant, written: str) -> None:
    assert said(assistant, f"Wie {written} dann de Server zum Nausschigge?").startswith("Postausgangsserver")


def test_a_form_with_a_long_vowel_is_the_same_form(assistant: Assistant) -> None:
    assert said(assistant, "Hod POP aa an Noochdeil?").startswith("Nachteil von POP3")
