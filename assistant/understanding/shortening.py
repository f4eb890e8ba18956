"""Of a long message the sentences worth reading: whoever writes a letter asks in one sentence of it, anywhere."""

from __future__ import annotations

import re
from itertools import islice
from operator import itemgetter

from assistant.folding import fold, fold_quickly
from assistant.understanding.text import MAX_CHARACTERS, asks, parts

LONG = 180
"""Characters from which a message is shortened; hardly a question alone is as long."""
_HEAD, _TAIL = 1000, 500
"""Characters that are looked at; longer letters are rare, and to look at all of them would take a fifth of all the work."""
_MOST_SENTENCES = 150
"""That are looked at."""
_KEPT = 6
"""Sentences."""
_RUN_ON, _STEP = 40, 10
"""Words of a sentence from which only a part of it is kept, as many; and by how many words one such part is further than another.
Who dictates ends no sentence."""
_LONGEST = 400
"""Characters of a sentence that are kept."""
ASKING = 2
"""What the form of a question tells, in words: what is asked stands there, whatever a story before it is full of."""
_TELLS, _NUMBER = itemgetter(0), itemgetter(1)
_WORD = re.compile(r"[a-z0-9]+")


def telling_parts(message: str, telling: frozenset[str]) -> list[str]:
    """Give the sentences of a long message in which most is told, folded and in their order.

    Args:
        message: A text longer than `LONG`. Of a very long one only the beginning and the end are looked at.
        telling: Folded words that say something to us: a quick first look.
    """
    looked_at = message if len(message) <= _HEAD + _TAIL else f"{message[:_HEAD]}\n{message[-_TAIL:]}"
    found: list[tuple[int, int, str]] = []
    words_in, our_words_in = _WORD.findall, telling.intersection
    for number, part in enumerate(islice(parts(fold_quickly(looked_at).replace("…", "...")), _MOST_SENTENCES)):
        words = words_in(part)
        if not words:
            continue
        is_asked = "?" in part and asks(part)
        tells, kept = len(our_words_in(words)), part
        if len(words) > _RUN_ON:
            kept, tells = _best_of(words, telling)
            kept += "?" * is_asked
        found.append((-tells - ASKING * is_asked, number, kept))
    if not found:  # no plain letters at all: wide ones, for example
        return list(parts(fold(message[:MAX_CHARACTERS])))
    best = sorted(sorted(found)[:_KEPT], key=_NUMBER)
    return fold("\n".join([part.strip()[-_LONGEST:] for _, _, part in best])[:MAX_CHARACTERS]).split("\n")


def _best_of(words: list[str], telling: frozenset[str]) -> tuple[str, int]:
    """Give the part of a run-on sentence in which most is told, and how much."""
    spans = [words[at : at + _RUN_ON] for at in range(0, len(words) - _RUN_ON + _STEP, _STEP)]
    tells, best = max([(len(telling.intersection(span)), span) for span in spans], key=_TELLS)
    return " ".join(best), tells
