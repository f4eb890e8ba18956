"""Draws small bar charts as PNG pictures."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import ImageDraw as Drawing
    from PIL.ImageFont import FreeTypeFont
    from PIL.ImageFont import ImageFont as BitmapFont

_WIDTH, _HEIGHT = 960, 540
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 30, 110, 60
_INK, _FAINT, _PAPER = "#1f2933", "#d8dee4", "#ffffff"
_COLOURS = ("#1f5fa8", "#58a6a0", "#d1772e")
"""Different in brightness too, so that they can be told apart without seeing colours."""
_SPELLED = str.maketrans({"ß": "ss", "–": "-", "“": '"', "”": '"', "„": '"'})
_DIAERESIS = "\N{COMBINING DIAERESIS}"
_TITLE, _TEXT = 30, 22
_LINES = 4


@dataclass(frozen=True)
class Series:
    """Bars of one kind."""

    name: str
    values: tuple[int, ...]
    """One for each group."""


def bar_chart(title: str, groups: Sequence[str], series: Sequence[Series]) -> bytes:
    """Draw groups of bars, each with its number.

    Args:
        title: Stands above.
        groups: What stands below each group, at most a dozen.
        series: At most three; each gives one bar to a group.

    Returns:
        A PNG of 960 × 540 pixels.
    """
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - half a second and 15 MB that only a chart needs

    picture = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    draw = ImageDraw.Draw(picture)
    large, small = ImageFont.load_default(_TITLE), ImageFont.load_default(_TEXT)
    _write(draw, (_LEFT, 18), title, large)
    at = float(_LEFT)
    for one, colour in zip(series, _COLOURS, strict=False):
        draw.rectangle((at, 66, at + 18, 84), colour)
        at += 26 + _write(draw, (at + 26, 62), one.name, small) + 32
    top = _rounded_up(max((value for one in series for value in one.values), default=0))
    height = _HEIGHT - _TOP - _BOTTOM
    for line in range(_LINES + 1):
        y = _HEIGHT - _BOTTOM - height * line / _LINES
        draw.line((_LEFT, y, _WIDTH - _RIGHT, y), _FAINT, 2)
        draw.text((_LEFT - 12, y), str(top * line // _LINES), _INK, small, anchor="rm")
    room = (_WIDTH - _LEFT - _RIGHT) / max(1, len(groups))
    bar = min(60.0, room * 0.8 / max(1, len(series)))
    for index, group in enumerate(groups):
        middle = _LEFT + room * (index + 0.5)
        draw.text((middle, _HEIGHT - _BOTTOM + 12), group, _INK, small, anchor="ma")
        for place, (one, colour) in enumerate(zip(series, _COLOURS, strict=False)):
            left = middle + (place - len(series) / 2) * bar
            y = _HEIGHT - _BOTTOM - height * one.values[index] / top
            draw.rectangle((left + 2, y, left + bar - 2, _HEIGHT - _BOTTOM), colour)
            draw.text((left + bar / 2, y - 4), str(one.values[index]), _INK, small, anchor="mb")
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def _write(draw: Drawing.ImageDraw, at: tuple[float, float], text: str, font: FreeTypeFont | BitmapFont) -> float:
    """Write with the letters that Pillow's own font has, and set the dots of umlauts above them; give the width in pixels."""
    written = ""
    for sign in unicodedata.normalize("NFKD", text.translate(_SPELLED)):
        if sign == _DIAERESIS and written:
            left, top, right, bottom = draw.textbbox((0, 0), written[-1], font)
            middle = at[0] + draw.textlength(written, font) - draw.textlength(written[-1], font) + (left + right) / 2
            size = (bottom - top) / 11
            y = at[1] + top - 2.5 * size
            for x in (middle - 2 * size, middle + 2 * size):
                draw.ellipse((x - size, y - size, x + size, y + size), _INK)
        elif sign.isascii():
            written += sign
    draw.text(at, written, _INK, font)
    return draw.textlength(written, font)


def _rounded_up(value: int) -> int:
    """Give the next number that parts into four whole steps: 4, 8, 20, 40, 80, 200 and so on."""
    step = 1
    while True:
        for factor in (4, 8, 20):
            if value <= factor * step:
                return factor * step
        step *= 10
