"""Finds what somebody picks in words that stand on no button: 'das zweite', 'das empfohlene', 'doch lieber IMAP', 'Windows'.

A pick is made of nothing but the words for one thing and of words that add nothing to it: what says more is a question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.knowledge.models.base import Phrases
    from assistant.knowledge.models.content import Content

_WORD = re.compile(r"[a-z0-9]+")
_MOST_LETTERS = 100
_ORDINALS = ("first", "second", "third")
_ENDING = 2
"""Letters that a word may have more than one on a label: 'neues', 'klassische'."""


def _plain(text: str) -> str:
    """Give the words of a text, folded, with one blank between."""
    return " ".join(_WORD.findall(fold(text)))


class Picks:
    """The words of the content for what may be picked. Immutable after it was built."""

    def __init__(self, content: Content) -> None:
        picks, subjects = content.vocabulary.pick.root, content.vocabulary.subject.root
        self._around = frozenset(word for phrase in _all(picks.get("around")) for word in phrase.split())
        self._kinds = {kind: frozenset(_all(phrases)) for kind, phrases in picks.items() if kind != "around"}
        self._devices = _by_words(content.vocabulary.device.root.items())
        self._protocols = _by_words((name, subjects[name]) for name in content.settings.protocols if name in subjects)
        named = [(guide.program, _plain(name)) for guide in content.guides.values() for name in guide.name.root.values()]
        named += [(guide.program, words) for guide in content.guides.values() for words in _all(guide.words)]
        self._programs: dict[str, str] = {}
        for program, words in named:
            self._programs.setdefault(words, program)

    def place(self, text: str) -> int | None:
        """Give the place of what is picked by its number, counted from 0: 'das zweite'."""
        return next((place for place, kind in enumerate(_ORDINALS) if self._is(text, kind)), None)

    def is_recommended(self, text: str) -> bool:
        """Tell whether somebody wants what is recommended."""
        return self._is(text, "recommended")

    def accepts(self, text: str) -> bool:
        """Tell whether somebody wants what was just offered: 'ja bitte', 'und wie geht das genau?'."""
        return len(text) < _MOST_LETTERS and _plain(text) in self._kinds.get("accepts", ())

    def device(self, text: str) -> str:
        """Give the device that is named; empty where none is."""
        return self._found(text, self._devices)

    def protocol(self, text: str) -> str:
        """Give the way of fetching emails that is wanted: 'nee doch lieber IMAP'; empty where none is."""
        return self._found(text, self._protocols)

    def program(self, text: str) -> str:
        """Give the program that is named to the letter; empty where none is."""
        return self._found(text, self._programs)

    def label(self, text: str, labels: Sequence[str]) -> int | None:
        """Give the place of the one label that holds what was said: 'das neue' is 'Outlook (neu)'."""
        said = self._forms(text)[-1].split()
        names = [_plain(label).split() for label in labels]
        fitting = [
            place for place, name in enumerate(names) if said and all(any(_is_form(word, one) for one in name) for word in said)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _is(self, text: str, kind: str) -> bool:
        return any(form in self._kinds.get(kind, ()) for form in self._forms(text))

    def _found(self, text: str, known: dict[str, str]) -> str:
        return next((known[form] for form in self._forms(text) if form in known), "")

    def _forms(self, text: str) -> tuple[str, str]:
        """Give the words as they are, and without those that add nothing; none of a question, or of more than a pick."""
        if len(text) >= _MOST_LETTERS or "?" in text:
            return "", ""
        plain = _plain(text)
        return plain, " ".join(word for word in plain.split() if word not in self._around)


def _all(phrases: Phrases | None) -> list[str]:
    return [words for phrase in (phrases.all() if phrases else ()) if (words := _plain(phrase))]


def _by_words(named: Iterable[tuple[str, Phrases]]) -> dict[str, str]:
    return {words: name for name, phrases in named for words in _all(phrases)}


def _is_form(word: str, known: str) -> bool:
    """Whether a word is one of a label, or a form of it with another ending."""
    return word == known or (len(known) > _ENDING and word.startswith(known) and len(word) <= len(known) + _ENDING)
