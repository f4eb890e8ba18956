"""The chart under /stats."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from assistant.chart import Series, bar_chart


def colours(picture: bytes, box: tuple[int, int, int, int]) -> set[object]:
    part = Image.open(io.BytesIO(picture)).convert("RGB").crop(box)
    return {colour for _, colour in part.getcolors(1_000_000) or []}


def test_a_picture_with_one_bar_for_each_value() -> None:
    picture = bar_chart("Fragen je Monat", ["2026-10", "2026-11"], [Series("gefragt", (3, 40)), Series("beantwortet", (2, 30))])
    assert Image.open(io.BytesIO(picture)).size == (960, 540)
    blue, green = (0x1F, 0x5F, 0xA8), (0x58, 0xA6, 0xA0)
    assert {blue, green} <= colours(picture, (70, 440, 480, 480))
    assert {blue, green} <= colours(picture, (500, 250, 930, 300)), "the higher bars reach far up"
    assert not {blue, green} & colours(picture, (70, 250, 480, 300))


@pytest.mark.parametrize("values", [(0,), (1,), (999_999,)])
def test_no_value_breaks_it(values: tuple[int, ...]) -> None:
    assert bar_chart("Größe – über alles", ["2026-11"], [Series("für Ähnliches", values)]).startswith(b"\x89PNG")


def test_nothing_to_draw_is_an_empty_chart() -> None:
    assert bar_chart("x", [], []).startswith(b"\x89PNG")
