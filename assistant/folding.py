"""Makes spellings that mean the same look the same: for matching only, never for what is shown."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ı": "i", "ł": "l"})
_UMLAUT = {"a": "ae", "o": "oe", "u": "ue"}
_DIAERESIS = "\u0308"
_UNSEEN = {"Cf", "Mn", "Me", "Cc"}


def fold(text: str) -> str:
    """Fold case, width, accents and German letters: `Verschlüsselung` → `verschluesselung`.

    Linear in the length of the text. Combining marks, invisible characters and direction marks are dropped; blanks of every
    kind become one kind of blank, line ends stay.
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    if text.isascii():
        return text
    folded: list[str] = []
    for character in unicodedata.normalize("NFD", text):
        if character == _DIAERESIS and folded and folded[-1] in _UMLAUT:
            folded[-1] = _UMLAUT[folded[-1]]
        elif character.isspace():
            folded.append("\n" if character in "\n\u2028\u2029\x85" else " ")
        elif unicodedata.category(character) not in _UNSEEN:
            folded.append(character)
    return "".join(folded)
