"""A message as bounded sentences of folded words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.folding import fold

MAX_CHARACTERS = 900
"""Read of a message: enough for any real question; what lies between its beginning and its end is skipped."""
MAX_SENTENCES = 10
MAX_WORDS = 120
_TAIL = 300
_MAX_WORD = 40
_ABBREVIATIONS = ("[Nn]r", "bzw", "evtl", "ggf", "etc", "usw", "[Nn]o", "vs", r"e\.g", r"z\.B")
_NOT_ABBREVIATED = "".join(rf"(?<!{word}\..)" for word in _ABBREVIATIONS)
_SENTENCE_END = re.compile(rf"\s(?:(?<=[.!?…;].){_NOT_ABBREVIATED}\s*|(?<=\n)\n*|[–—-]\s)", re.DOTALL)
"""Blanks after a sentence's end, ends of lines, dashes between blanks; looked for at blanks only, which is quick."""
_JOINING_SIGNS = frozenset("+&")
_ANY_WORD = re.compile(r"[^\W_]")
_WORD = re.compile(r"[a-z0-9_@]+(?:[.'][a-z0-9_@-]+)*")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a message."""

    text: str
    """As the member wrote it."""
    words: tuple[str, ...]
    """Folded words; hyphenated words are parted, host names and numbers stay whole."""
    asks: bool
    """Whether it ends with a question mark."""


def sentences(message: str) -> tuple[Sentence, ...]:
    """Part a message into sentences, in linear time.

    Args:
        message: Any text. Of very long ones only the beginning and the end are read.

    Returns:
        At most `MAX_SENTENCES` sentences with `MAX_WORDS` words in all; none for a text without letters or digits.
    """
    message = _squeezed(message)
    found: list[Sentence] = []
    words_left = MAX_WORDS
    for part in _SENTENCE_END.split(message):
        words = words_of(part)[:words_left] if _ANY_WORD.search(part) else ()
        if not words or any(words == known.words for known in found):
            continue  # what is said twice is read once
        words_left -= len(words)
        found.append(Sentence(part.strip(), words, part.rstrip(" \"'“”)").endswith("?")))
        if len(found) == MAX_SENTENCES or words_left <= 0:
            break
    return tuple(found)


def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words of a short text."""
    folded = fold(text).replace("e-mail", "email").replace("-", " ").replace("/", " ").replace("’", "'")
    for sign in _JOINING_SIGNS.intersection(folded):
        folded = folded.replace(sign, " u ")
    return tuple([word[:_MAX_WORD] for word in _WORD.findall(folded)])


def _squeezed(message: str) -> str:
    if len(message) > MAX_CHARACTERS:
        # Runs of blanks must not hide a question behind them.
        message = "\n".join([" ".join(line.split()) for line in message.split("\n")])
    if len(message) > MAX_CHARACTERS:
        message = f"{message[: MAX_CHARACTERS - _TAIL]}\n{message[-_TAIL:]}"
    return message
