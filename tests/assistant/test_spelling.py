"""A mistyped word is read as the known one that is nearest."""

from __future__ import annotations

import pytest

from assistant.spelling import Spelling

KNOWN = ("server", "serviert", "port", "post", "mies", "verschlüsselung")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("server", "server"),
        ("srever", "server"),
        ("esrver", "server"),
        ("servver", "server"),
        ("verschlüselng", "verschlüsselung"),
        ("xerver", "xerver"),
        ("svr", "svr"),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_meant(written: str, meant: str) -> None:
    assert Spelling(KNOWN).known(written) == meant


def test_of_two_that_are_as_near_the_preferred_one_is_meant() -> None:
    assert Spelling(KNOWN).known("porst") == "port"
    assert Spelling(KNOWN, preferred={"post"}).known("porst") == "post"


def test_what_only_counts_exactly_is_no_slip_of_another_word() -> None:
    spelling = Spelling(KNOWN, only_exact={"mies"})
    assert spelling.known("mies") == "mies"
    assert spelling.known("mues") == "mues"
