"""Makes spellings that mean the same look the same: for matching only, never for what is shown."""

from __future__ import annotations

import re
import unicodedata

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
_DIAERESIS = "\u0308"
_OF_TWO_CHARACTERS = {unicodedata.normalize("NFD", umlaut): spelled_out for umlaut, spelled_out in _UMLAUTS.items()}
"""As some write them: the letter, and then its dots."""
_SPELLED_OUT = {**_UMLAUTS, "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ı": "i", "ł": "l"}
_PHRASE, _ITS_FIRST_WORD = 0xFDFA, "\u0635\u0644\u0649"
"""One character for four words; no other one becomes nearly as many."""
_LINE_ENDS = "\n\u2028\u2029\x85"
_UNSEEN = {"Cf", "Mn", "Me", "Cc"}
_PLAIN_NO_MORE = re.compile(r"[^\n -~]+(?:[\n -~]{1,8}[^\n -~]+)*")
"""What is not plain ASCII, and the little between: not much of most texts."""
_REMEMBERED = 5000


class _Characters(dict[int, str]):
    """What each character becomes; filled as characters are met, bounded."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        plain = unicodedata.normalize("NFKC", chr(code)).casefold()
        folded = self[code] = "".join(map(_folded, plain)) if code != _PHRASE else _ITS_FIRST_WORD
        return folded


def _folded(character: str) -> str:
    if character.isspace():
        return "\n" if character in _LINE_ENDS else " "
    if character in _SPELLED_OUT:
        return _SPELLED_OUT[character]
    first, *rest = list(unicodedata.normalize("NFD", character))
    if unicodedata.category(first) in _UNSEEN:
        return ""
    if _DIAERESIS in rest:  # a diaeresis under further marks
        return _UMLAUTS.get(unicodedata.normalize("NFC", first + _DIAERESIS), first)
    return first + "".join(mark for mark in rest if unicodedata.category(mark) not in _UNSEEN)


_CHARACTERS = _Characters()
for _code in range(0x80, 0x700):  # Latin, Greek, Cyrillic, Hebrew, Arabic: so that the first texts are as quick as the later ones
    _CHARACTERS[_code]


def fold_quickly(text: str) -> str:
    """Fold case and German letters only, as they are usually written; for a first look."""
    if text.isascii():
        return text.lower()
    text = text.casefold()
    for umlaut, spelled_out in _UMLAUTS.items():
        text = text.replace(umlaut, spelled_out)
    return text


def fold(text: str) -> str:
    """Fold case, width, accents and German letters: `Verschlüsselung` → `verschluesselung`.

    Linear in the length of the text. Combining marks, invisible characters and direction marks are dropped; blanks of every
    kind become one kind of blank, line ends stay. Of characters that stand for whole phrases only a part is kept, so that
    a text hardly grows.
    """
    text = fold_quickly(text)  # all that is not plain in most German texts
    if _DIAERESIS in text:
        for umlaut, spelled_out in _OF_TWO_CHARACTERS.items():
            text = text.replace(umlaut, spelled_out)
    return text if text.isascii() else _PLAIN_NO_MORE.sub(lambda found: found[0].translate(_CHARACTERS), text)
