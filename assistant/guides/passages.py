"""Finds where a guide speaks of what somebody cannot find: a button, a field or a list that another step names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from assistant.notes import is_hint
from assistant.phrases import plain, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.guides.pages import Walk

INTRO = -1
"""The number of what is said before the first page."""
_QUOTED = re.compile(r"[„“«»”]\s*([^„“«»”]+?)\s*[“”»]|\(([^()]+)\)|(\w+) →|→ (\w+)")
"""What a program writes stands in quotation marks or brackets, or is a stop on the way: 'das Zahnrad → „Konten“'."""
_SHORTEST = 4
"""Letters of a word that names something."""


class Passage(NamedTuple):
    """What a guide says of something."""

    number: int
    """The page, or `INTRO`."""
    paragraphs: tuple[str, ...]


def passage_about(walk: Walk, here: int, text: str, is_common: Callable[[str], bool]) -> Passage | None:
    """Give what the guide says of a thing that somebody names; None where they name none of it.

    Args:
        walk: The way through the guide.
        here: The page they are at: of two that say as much, the nearer one is given.
        text: What they wrote.
        is_common: Whether a word says nothing by itself.
    """
    paragraphs = [(number, paragraph) for number, paragraph in _paragraphs(walk) if number < walk.last]
    named = {word for _, paragraph in paragraphs for phrase in _phrases(paragraph) for word in words_of(phrase)}
    said = {word for word in words_of(text) if len(word) >= _SHORTEST and word in named and not is_common(word)}
    found = [(number, paragraph, len(said.intersection(plain(paragraph).split()))) for number, paragraph in paragraphs]
    most = max((count for _, _, count in found), default=0)
    if not most:
        return None
    best = [(number, paragraph) for number, paragraph, count in found if count == most]
    # A hint tells what to do without the thing.
    first, _ = min(best, key=lambda one: (one[0] != here, not is_hint(one[1]), abs(one[0] - here)))
    return Passage(first, tuple(walk.filled(paragraph) for number, paragraph in best if number == first))


def passage_quoting(walk: Walk, is_it: Callable[[str], bool]) -> Passage | None:
    """Give all that the first step says that quotes it in one paragraph; None where none does.

    Args:
        walk: The way through the guide.
        is_it: Tells it from the words that a paragraph quotes, in one text.
    """
    told = [(number, paragraph) for number, paragraph in _paragraphs(walk) if number < walk.last]
    first = next((number for number, paragraph in told if is_it(" ".join(_phrases(paragraph)))), None)
    if first is None:
        return None
    return Passage(first, tuple(walk.filled(paragraph) for number, paragraph in told if number == first))


def names_on(walk: Walk, number: int) -> list[str]:
    """Give what a step calls things as the program does: its fields, and what it quotes."""
    step = walk.steps[number]
    quoted = _phrases(walk.filled(step.text.get(walk.language))) if step.text else []
    return [*(entry.label.get(walk.language) for entry in walk.entries(number)), *quoted]


def own_words(walk: Walk, number: int) -> frozenset[str]:
    """Give the words that a step says in its title, its text and its fields, folded."""
    step, language = walk.steps[number], walk.language
    texts = [text.get(language) for text in (step.title, step.text) if text is not None]
    for entry in walk.entries(number):
        texts += [text.get(language) for text in (entry.label, entry.also, entry.shown) if text is not None]
        texts.append(walk.values.get(entry.value, ""))
    return frozenset(word for text in texts for word in plain(walk.filled(text)).split())


def words_in(walk: Walk) -> frozenset[str]:
    """Give all the words that a guide says itself, folded."""
    pages = (walk.page(number).answer.paragraphs for number in range(walk.last + 1))
    said = (*(paragraph for paragraphs in pages for paragraph in paragraphs), *(told for _, told in _paragraphs(walk)))
    return frozenset(word for paragraph in said for word in plain(paragraph).split())


def _paragraphs(walk: Walk) -> Iterator[tuple[int, str]]:
    texts = [(INTRO, walk.guide.intro), *((number, step.text) for number, step in enumerate(walk.steps))]
    for number, text in texts:
        for paragraph in text.get(walk.language).split("\n\n") if text else ():
            yield number, paragraph


def _phrases(paragraph: str) -> list[str]:
    return ["".join(found) for found in _QUOTED.findall(paragraph)]
