from __future__ import annotations

import re

import pytest

from handlers.keyboard import Button
from handlers.pieces import pieces, units
from handlers.render import MAX_TEXT, Shown, shown, to_html

ROWS = ((Button("Menü", "1mde."),),)


def test_what_fits_stays_one_message() -> None:
    one = shown(["a" * MAX_TEXT])
    assert pieces(one) == [one]


def test_a_long_text_is_cut_between_paragraphs_and_the_buttons_come_last() -> None:
    text = shown(["**Erstens** " + "a" * 3000, "Zweitens `993` " + "b" * 1000, "Drittens " + "c" * 3000])
    made = pieces(Shown(text.html, text.plain, ROWS))
    assert [piece.plain[:8] for piece in made] == ["Erstens ", "Drittens"]
    assert [piece.rows for piece in made] == [(), ROWS]
    assert "<b>Erstens</b>" in made[0].html
    assert "<code>993</code>" in made[0].html
    assert "\n\n".join(piece.plain for piece in made) == text.plain


@pytest.mark.parametrize(
    "text",
    [
        "wort " * 2000, "zeile\n" * 2000, "x" * 10_000, "😀" * 5000, "<&>" * 3000, "**fett** `<b>` " * 900, "\n" * 5000,
        "x" + " " * 5000,
    ],
)  # fmt: skip
def test_nothing_is_lost_and_every_piece_fits(text: str) -> None:
    long = shown([text, "Ende"])
    made = pieces(long)
    assert all(0 < units(piece.plain) <= MAX_TEXT for piece in made)
    assert re.sub(r"\s", "", "".join(piece.plain for piece in made)) == re.sub(r"\s", "", long.plain)
    for piece in made:
        assert not re.search(r"<(?!/?(b|code)>)", piece.html)


def test_where_a_paragraph_is_cut_each_piece_begins_with_a_word() -> None:
    assert {piece.plain[:4] for piece in pieces(shown(["wort " * 2000]))} == {"wort"}


def test_the_length_counts_as_telegram_counts() -> None:
    assert units("ä😀") == 3
    assert to_html("a\n\nb").count("\n\n") == 1
