"""How rare groups of letters are in writing, whatever it is about: ' th' and 'ing' tell little, 'xbm' tells much.

A handful of phrases cannot tell which of their letters are common everywhere. `letters.txt` can: it holds how rarely one of 28
signs (a to z, the border of a word, any other) follows two others. Its figures are natural logarithms, rounded to one digit, of
shares in the word lists of twelve languages, mixed about as the web's pages are: of 84 parts English has 52, German and Spanish 6
each, French 5, Portuguese 4, Italian 3, Dutch and Polish 2 each, Czech, Finnish, Hungarian and Swedish 1 each (the small lists of
wordfreq 3.1.1 by Robyn Speer, CC BY-SA 4.0). A line is for one sign: how rarely a word has it with each other sign after it, then
for each of these pairs how rarely each sign follows.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNS = "abcdefghijklmnopqrstuvwxyz "
_COUNT = len(_SIGNS) + 1


def rareness() -> Callable[[str], int]:
    """Read the figures and give a function that tells how rare a group of two letters or more is.

    It gives about -ln of how often an average word has the group: from 2 for the commonest to some 30. The figures go with it.
    """
    lines = Path(__file__).with_name("letters.txt").read_text(encoding="ascii").split("\n")
    first = [list(map(int, line[:_COUNT])) for line in lines]
    then = [[list(map(int, figures)) for figures in line.split(" ")[1:]] for line in lines]
    place = {sign: number for number, sign in enumerate(_SIGNS)}

    def of(group: str) -> int:
        signs = [place.get(letter, _COUNT - 1) for letter in group]
        follows = zip(signs, signs[1:], signs[2:], strict=False)
        return first[signs[0]][signs[1]] + sum([then[before][at][next_one] for before, at, next_one in follows])

    return of
