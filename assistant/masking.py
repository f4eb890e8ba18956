"""Takes out of a text what could tell who wrote it: addresses and numbers. What is left can be kept to learn from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.address import AT_SIGNS, SpelledSigns, in_plain_signs
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
_AT = re.compile("|".join(map(re.escape, AT_SIGNS)), re.IGNORECASE)
_GLUE = frozenset(".-_")
_NO_SIGNS = SpelledSigns(frozenset(), frozenset(), {})


def masked(text: str, known: Collection[str] = (), signs: SpelledSigns = _NO_SIGNS) -> str:
    """Mask a text.

    Args:
        text: What somebody wrote; its first 200 characters are kept.
        known: Names with digits in them that everybody writes, folded: `pop3`.
        signs: How members spell out those of an address.

    Returns:
        The text in one line, with `…@…` for a mail address, `…` for a web address or the name of a server, `#` for a number.
    """
    words = _AT.sub("@", in_plain_signs(text)).split()[:_LONGEST]
    glue = [word if word in _GLUE else signs.glue.get(fold(word), "") for word in words]
    places: set[int] = set()
    beside: set[int] = set()
    for index in range(len(words)):
        before, after = _sides(words, glue, index, signs)
        if before or after:
            places.add(index)
            beside.update(_run(glue, index, -1) if before else (), _run(glue, index, 1) if after else ())
    done: list[str] = []
    for index, word in enumerate(words):
        if index in places:
            done.append(_ADDRESS)
        elif index not in beside:
            done.append(_word(word, known))
    return _NUMBERS_IN_A_ROW.sub(_NUMBER, " ".join(done)[:_LONGEST])


def _sides(words: list[str], glue: list[str], index: int, signs: SpelledSigns) -> tuple[bool, bool]:
    """Tell whether a part of an address stands apart before a word, and after it: of 'anna @gmx.de' only before."""
    core = words[index].strip(_AROUND)
    if "@" in core:
        return core == "@" or (core.startswith("@") and "." in core), core.endswith("@")
    folded = fold(core)
    is_at = folded in signs.only_at or (folded in signs.at_words and _is_host_after(words, glue, index))
    return is_at, is_at


def _is_host_after(words: list[str], glue: list[str], index: int) -> bool:
    """Whether a server is named after a word: 'at gmx.de', 'at gmx punkt de', but not 'at home'."""
    named = ""
    for place in _run(glue, index, 1):
        named += glue[place] or words[place].strip(_AROUND)
        if _HOST.fullmatch(named):
            return True
    return False


def _run(glue: list[str], index: int, step: int) -> range:
    """Give the places of the word beside one, and of those that signs glue to it: 'anna punkt huber', 'gmx - mail . de'."""
    last = index + step
    if not 0 <= last < len(glue):
        return range(0)
    while 0 <= last + 2 * step < len(glue) and glue[last + step]:
        last += 2 * step
    return range(index + step, last + step, step)


def _word(word: str, known: Collection[str]) -> str:
    core = word.strip(_AROUND)
    before, _, after = word.partition(core) if core else (word, "", "")
    if "@" in core:
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
