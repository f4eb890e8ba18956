"""Takes out of a text what could tell who wrote it: addresses and numbers. What is left can be kept to learn from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.knowledge.models.content import Content

_LONGEST = 200
_ADDRESS, _ELSEWHERE, _NUMBER = "…@…", "…", "#"
_DIGITS = re.compile(r"\d+")
_NUMBERS_IN_A_ROW = re.compile(r"#(?:[\s/.,:+()-]{0,3}#)+")
_HOST = re.compile(r"[^\W_][\w-]*(?:\.[^\W_][\w-]*)*\.[^\W\d_]{2,24}")
_AROUND = ".,;:!?\"'„“”‚‘’«»()[]{}<>"
_AT = frozenset({"(at)", "[at]", "{at}", "(ät)", "[ät]", "(@)", "[@]", "@"})


def masked(text: str, known: Collection[str] = (), at_words: Collection[str] = ()) -> str:
    """Mask a text.

    Args:
        text: What somebody wrote; its first 200 characters are kept.
        known: Names with digits in them that everybody writes, folded: `pop3`.
        at_words: Words for the @ that mean nothing else, folded: `klammeraffe`.

    Returns:
        The text in one line, with `…@…` for a mail address, `…` for a web address or the name of a server, `#` for a number.
    """
    words = text.split()[:_LONGEST]
    at_signs = {index for index, word in enumerate(words) if word.lower() in _AT or fold(word) in at_words}
    beside = {near for index in at_signs for near in (index - 1, index + 1)}
    done: list[str] = []
    for index, word in enumerate(words):
        if index in at_signs:
            done.append(_ADDRESS)
        elif index not in beside:
            done.append(_word(word, known))
    return _NUMBERS_IN_A_ROW.sub(_NUMBER, " ".join(done)[:_LONGEST])


def _word(word: str, known: Collection[str]) -> str:
    core = word.strip(_AROUND)
    before, _, after = word.partition(core) if core else (word, "", "")
    if "@" in core or any(f"{sign}" in core.lower() for sign in ("(at)", "[at]")):
        return f"{before}{_ADDRESS}{after}"
    if "://" in core or core.lower().startswith("www.") or _HOST.fullmatch(core.partition("/")[0]):
        return f"{before}{_ELSEWHERE}{after}"
    if fold(core) in known:
        return word
    return _DIGITS.sub(_NUMBER, word)


def known_names(content: Content) -> frozenset[str]:
    """Give the names with digits that the content itself has words for: protocols and programs."""
    vocabulary = content.vocabulary
    phrases = [*vocabulary.subject.root.values(), *(guide.words for guide in content.guides.values())]
    words = {word for one in phrases for phrase in one.all() for word in fold(phrase).split()}
    return frozenset(word for word in words if not word.isdigit() and any(letter.isdigit() for letter in word))
