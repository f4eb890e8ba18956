"""Words written in haste are read as the ones they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
