"""Numbers as dictation writes them: 'neun neun drei', 'hundertzehn', 'five eighty seven'."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def _counted(names: str, start: int, step: int = 1) -> dict[str, int]:
    return {name: start + at * step for at, name in enumerate(names.split())}


_DIGITS = {
    **_counted("null eins zwei drei vier fuenf sechs sieben acht neun", 0),
    **_counted("zero one two three four five six seven eight nine", 0),
    "zwo": 2,
    "oh": 0,
}
FIGURES = {name: str(value) for name, value in _DIGITS.items()}
"""Words for one figure."""
_TEENS = {
    **_counted("zehn elf zwoelf dreizehn vierzehn fuenfzehn", 10),
    **_counted("ten eleven twelve thirteen fourteen fifteen", 10),
}
_TENS = {
    **_counted("zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig", 20, 10),
    **_counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
}
_BELOW_HUNDRED = {**_DIGITS, **_TEENS, **_TENS, **_counted("0 1 2 3 4 5 6 7 8 9", 0)}
_HUNDRED, _AND = frozenset({"hundred", "hundert"}), "and"
_FEWEST_FIGURES = 3
"""Figures in a row that are one number: '9 9 3'; two are 'Schritt 2, 3 Mails'."""
_POP, _ITS_NUMBER = "pop", 3
_ONE = 1
_DIGIT = "|".join(("ein", *_DIGITS))
_SMALL = "|".join((*_TEENS, *_DIGITS))
_TENFOLD = "|".join(_TENS)
_COMPOUND = re.compile(
    rf"(?:(?P<hundreds>{_DIGIT})?(?P<hundred>hundert)(?:und)?)?(?:(?:(?P<unit>{_DIGIT})und)?(?P<tens>{_TENFOLD})|(?P<small>{_SMALL}))?"
)
"""'Neunhundertdreiundneunzig' is one word."""
_IN_COMPOUNDS = "und"
"""Of 'hundert' as well: a quick first look."""
_IN_LONG_ONES = ("zig", "ssig", *_HUNDRED)
"""Of those that may be one by themselves: another quick look."""
_WORDS = _BELOW_HUNDRED.keys() | _HUNDRED


def with_figures(words: Sequence[str]) -> Sequence[str]:
    """Give folded words, each number that is spelled out as one word of figures.

    A single word such as 'drei' stays: it counts things, or is of 'Pop drei'.
    """
    text = " ".join(words)
    if not any(map(text.__contains__, _IN_LONG_ONES)) and (_WORDS.isdisjoint(words) or not _two_side_by_side(words)):
        return words
    read: list[str] = []
    run: list[str] = []
    for word in (*words, ""):
        if _goes_on(run, word) and not (read[-1:] == [_POP] and not run and _BELOW_HUNDRED.get(word) == _ITS_NUMBER):
            run.append(word)
        else:
            read += (*_figures(run), word)
            run = []
    return read[:-1]


def _two_side_by_side(words: Sequence[str]) -> bool:
    """Tell whether two words for numbers stand side by side: 'neun neun', not 'drei Mails und zwei Geräte'."""
    places = [at for at, word in enumerate(words) if word in _WORDS]
    return any(after - before == 1 for before, after in pairwise(places))


def _goes_on(run: list[str], word: str) -> bool:
    """Tell whether a word is one of a number: 'and' only in 'hundred and ten'."""
    if word == _AND:
        return bool(run) and run[-1] in _HUNDRED
    return _value(word) is not None


def _figures(run: list[str]) -> list[str]:
    """Give a row of spoken numbers as one number; as it is where it only counts."""
    if run and run[-1] == _AND:
        return [*_figures(run[:-1]), _AND]
    is_counting = len(run) == 1 and run[0] in _WORDS
    if is_counting or (len(run) < _FEWEST_FIGURES and any(map(str.isdigit, run))):
        return run
    parts: list[int] = []
    for word in run:
        value = _value(word)
        if value is None:
            continue  # 'and'
        if word in _HUNDRED and parts:
            parts[-1] *= value
        elif parts and _is_rest_of(parts[-1], value):
            parts[-1] += value
        else:
            parts.append(value)
    return ["".join(map(str, parts))] if parts else []


def _is_rest_of(number: int, value: int) -> bool:
    """'Hundred' and then 'ten', 'ninety' and then 'three'."""
    is_of_tens = number % 10 == 0 and number % 100 >= min(_TENS.values()) and 0 < value < 10
    return is_of_tens or (number > 0 and number % 100 == 0 and value < 100)


def _value(word: str) -> int | None:
    """Give the number that a word stands for, or None."""
    if (value := _BELOW_HUNDRED.get(word)) is not None:
        return value
    if word in _HUNDRED:
        return 100
    found = _COMPOUND.fullmatch(word) if _IN_COMPOUNDS in word else None
    if found is None:
        return None
    hundreds = 100 * _DIGITS.get(found["hundreds"], _ONE) if found["hundred"] else 0
    units = _DIGITS.get(found["unit"], _ONE) if found["unit"] else 0  # 'einundzwanzig'
    return hundreds + units + _BELOW_HUNDRED.get(found["tens"] or found["small"], 0)
