"""How a word sounds to those who write as they speak: 'Bostfach' and 'Postfach', 'Benutzanama' and 'Benutzername'."""

from __future__ import annotations

import re

SOUNDING_FROM = 6
"""Letters of a word that can be told by its sound; shorter ones sound like too much else."""
_VOWELS_FROM = 8
"""The same for its vowels."""
_CONSONANTS = str.maketrans("ptk", "bdg")
_DOUBLE = re.compile(r"(.)\1+")
_LONG_UMLAUT = re.compile(r"([aou]e)\1+")
"""'hääßd', folded; in words such as 'neue' no such letters stand twice."""


def sound(word: str) -> str:
    """Give a word's sound: Saxons and Franconians soften p, t and k, Bavarians and Swabians say -a for -er and -e.

    Args:
        word: A folded word.
    """
    word = _LONG_UMLAUT.sub(r"\1", word)
    spoken = word.replace("sch", "s").translate(_CONSONANTS)
    if len(word) >= _VOWELS_FROM:
        spoken = spoken.replace("er", "a").replace("e", "a")
    return _DOUBLE.sub(r"\1", spoken)
