"""Of a long message the sentences worth reading: whoever writes a letter asks in one sentence of it, anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.folding import fold, fold_quickly
from assistant.understanding.text import MAX_CHARACTERS, asks, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 180
"""Characters from which a message is shortened; hardly a question alone is as long."""
_HEAD, _TAIL = 1000, 500
"""Characters that are looked at; longer letters are rare, and to look at all of them would take a fifth of all the work."""
_MOST_SENTENCES = 100
"""That are looked at."""
_KEPT, _KEPT_OF_CUT_OFF = 5, 2
"""Sentences; fewer of a message that is longer than what is read at all."""
_RUN_ON, _STEP = 40, 10
"""Words of a sentence from which only a part of it is kept, as many; and by how many words one such part is further than another.
Who dictates ends no sentence."""
_LONGEST = 400
"""Characters of a sentence that are kept."""
_ASKING = 20
"""What a question is worth, in words: what is asked stands there, whatever a story before it is full of."""
_ONLY_WORDS = bytes(code if chr(code).isalnum() or chr(code) == "\n" else ord(" ") for code in range(128)).ljust(256)
"""Makes blanks of all that belongs to no word."""


class Shortened(NamedTuple):
    """What is left of a long message."""

    sentences: list[str]
    """Those in which most is told, folded and in their order."""
    words: set[str]
    """Those of ours that were looked at."""


def worth(told: Sequence[int], asked: Sequence[bool]) -> list[int]:
    """Give what each sentence of a message is worth to be read.

    Args:
        told: How many words of each say something to us.
        asked: Whether each is a question.

    Returns:
        More for what asks, and as much for what was told before a question that names nothing: 'Sie wollen zwei Nummern von mir.
        Ich hab keine. Welche sind das?'
    """
    worths = list(told)
    context = -1
    for number, is_asked in enumerate(asked):
        if told[number]:
            context = number
        if is_asked:
            if context not in {number, -1}:
                worths[context] += _ASKING
                worths[number] = worths[context] + 1
            worths[number] += _ASKING
    return worths


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
    lines = zip(sentences, plain.split("\n"), strict=True)
    parted = [(sentence, words) for sentence, line in lines if (words := line.split())]
    kept = [sentence for sentence, _ in parted]
    found = [telling.intersection(words) for _, words in parted]
    told = list(map(len, found))
    asked = ["?" in sentence and asks(sentence) for sentence in kept]
    for number, words in [(number, words) for number, (_, words) in enumerate(parted) if len(words) > _RUN_ON]:
        kept[number], told[number] = _best_of(words, telling, asks=asked[number])
    if not kept:  # no plain letters at all: wide ones, for example
        return Shortened(parts(fold(message[:MAX_CHARACTERS])), set())
    worths = worth(told, asked)
    most = _KEPT if len(message) <= MAX_CHARACTERS else _KEPT_OF_CUT_OFF
    best = sorted(sorted(range(len(kept)), key=worths.__getitem__, reverse=True)[:most])
    text = "\n".join([kept[number].strip()[-_LONGEST:] for number in best])[:MAX_CHARACTERS]
    return Shortened(fold(text).split("\n"), set().union(*found))


def _best_of(words: list[str], telling: frozenset[str], *, asks: bool) -> tuple[str, int]:
    """Give the part of a run-on sentence in which most is told, and how much."""
    steps = [telling.intersection(words[at : at + _STEP]) for at in range(0, len(words), _STEP)]
    last = max(1, len(steps) - _RUN_ON // _STEP + 1)
    tells, first = max([(len(set().union(*steps[at : at + _RUN_ON // _STEP])), -at) for at in range(last)])
    begins = -first * _STEP
    return " ".join(words[begins : begins + _RUN_ON]) + "?" * asks, tells
