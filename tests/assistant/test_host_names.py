"""A name of a server in a message is one word; two sentences without a blank between them are two."""

from __future__ import annotations

import pytest

from assistant.understanding.text import words_of


@pytest.mark.parametrize("end", ["de", "com", "club", "bayern", "example"])
def test_a_clubs_host_name_stays_whole_whatever_its_end(end: str) -> None:
    assert words_of(f"Imap.seerose.{end} oder was?") == (f"imap.seerose.{end}", "oder", "was")
    assert words_of(f"endet auf seerose.{end}") == ("endet", "auf", f"seerose.{end}")


@pytest.mark.parametrize("said", ["nimm imap.ist das gut", "nimm imap. ist das gut"])
def test_a_blank_that_was_left_out_makes_no_host(said: str) -> None:
    assert words_of(said) == ("nimm", "imap", "ist", "das", "gut")
