"""Of a long message the sentences worth reading: whoever writes a letter asks in one sentence of it, anywhere."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from assistant.folding import fold, fold_quickly
from assistant.understanding.text import MAX_CHARACTERS, asks, parts

LONG = 180
"""Characters from which a message is shortened; hardly a question alone is as long."""
_HEAD, _TAIL = 1000, 500
"""Characters that are looked at; longer letters are rare, and to look at all of them would take a fifth of all the work."""
_MOST_SENTENCES = 100
"""That are looked at."""
_KEPT, _KEPT_OF_CUT_OFF = 6, 4
"""Sentences; fewer of a message that is longer than what is read at all."""
_RUN_ON, _STEP = 40, 10
"""Words of a sentence from which only a part of it is kept, as many; and by how many words one such part is further than another.
Who dictates ends no sentence."""
_LONGEST = 400
"""Characters of a sentence that are kept."""
ASKING = 2
"""What the form of a question tells, in words: what is asked stands there, whatever a story before it is full of."""
_TELLS, _NUMBER = itemgetter(0), itemgetter(1)
_ONLY_WORDS = bytes(code if chr(code).isalnum() or chr(code) == "\n" else ord(" ") for code in range(128)).ljust(256)
"""Makes blanks of all that belongs to no word."""


class Shortened(NamedTuple):
    """What is left of a long message."""

    sentences: list[str]
    """Those in which most is told, folded and in their order."""
    words: set[str]
    """All words that were looked at."""


def shortened(message: str, telling: frozenset[str]) -> Shortened:
    """Shorten a long message.

    Args:
        message: A text longer than `LONG`. Of a very long one only the beginning and the end are looked at.
        telling: Folded words that say something to us: a quick first look.
    """
    looked_at = message if len(message) <= _HEAD + _TAIL else f"{message[:_HEAD]}\n{message[-_TAIL:]}"
    sentences = parts(fold_quickly(looked_at).replace("…", "..."), _MOST_SENTENCES)[:_MOST_SENTENCES]
    # All at once and as bytes, which takes a third of the time of looking for words in each.
    plain = "\n".join(sentences).encode("ascii", "replace").translate(_ONLY_WORDS).decode("ascii")
    found: list[tuple[int, int, str]] = []
    our_words_in = telling.intersection
    for number, (sentence, line) in enumerate(zip(sentences, plain.split("\n"), strict=True)):
        words = line.split()
        if not words:
            continue
        is_asked = "?" in sentence and asks(sentence)
        tells, kept = len(our_words_in(words)), sentence
        if len(words) > _RUN_ON:
            kept, tells = _best_of(words, telling)
            kept += "?" * is_asked
        if is_asked and not tells and found:  # 'Sie wollen zwei Nummern von mir. Welche sind das?'
            before, place, text = found[-1]
            found[-1] = before - ASKING, place, text
        found.append((-tells - ASKING * is_asked, number, kept))
    if not found:  # no plain letters at all: wide ones, for example
        return Shortened(parts(fold(message[:MAX_CHARACTERS])), set())
    most = _KEPT if len(message) <= MAX_CHARACTERS else _KEPT_OF_CUT_OFF
    best = sorted(sorted(found)[:most], key=_NUMBER)
    text = "\n".join([kept.strip()[-_LONGEST:] for _, _, kept in best])[:MAX_CHARACTERS]
    return Shortened(fold(text).split("\n"), set(plain.split()))


def _best_of(words: list[str], telling: frozenset[str]) -> tuple[str, int]:
    """Give the part of a run-on sentence in which most is told, and how much."""
    spans = [words[at : at + _RUN_ON] for at in range(0, len(words) - _RUN_ON + _STEP, _STEP)]
    tells, best = max([(len(telling.intersection(span)), span) for span in spans], key=_TELLS)
    return " ".join(best), tells
