"""Finds which button somebody means who writes instead of pressing: its words, its number, 'ja', 'geht nicht'."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from assistant.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.guides import TypedWords
    from assistant.knowledge.models.vocabulary import SlotWords

_WORD = re.compile(r"[a-z0-9]+")
_SIGN = re.compile(r"^\W+")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_PUNCTUATION = frozenset(".,!\ufe0f\u200d")
_MOST_WORDS, _MOST_WORDS_OF_AN_ANSWER = 12, 4
_MOST_BESIDE = 5
"""So many words may stand beside those that tell which button is meant: 'das ist bei mir leider nur im Hotel'."""
_LETTERS_FOR_A_TYPO = 5
_MOST_MORE = 4
"""So many words may stand beside those of a label: 'schick mir bitte die fertige Datei'."""
_ANSWERS = ("yes", "no", "fine", "unsure")
"""What answers a question; the other kinds of words are looked for on purpose only."""
_CONTENT = ("yes", "fine")
"""The answers of who wants no more."""
_SURE, _SURE_OF_LABEL = 0.75, 0.8
"""How certainly words and a label must mean the same: 'Etwas anderes' sounds a little like leaving, and is no 'abbrechen'."""


@dataclass(frozen=True)
class Told:
    """Which button is meant by other words than its own."""

    place: int
    """Its place among the buttons."""
    beside: frozenset[str]
    """Words that were said besides, folded."""


class Choices:
    """Knows the words for yes, no and not knowing, folded once: every message of a private chat is compared with them."""

    def __init__(self, answers: SlotWords, typed: TypedWords) -> None:
        """Prepare.

        Args:
            answers: Words for yes, no, not knowing and being content.
            typed: To compare what is meant: 'klappt immer noch nicht' and 'geht ned'.
        """
        self._typed = typed
        self._phrases = {kind: [_words(phrase) for phrase in phrases.all()] for kind, phrases in answers.root.items()}
        self._answers = [(kind, words) for kind in _ANSWERS for words in self._phrases.get(kind, ()) if words]
        content = [phrase for kind in _CONTENT if kind in answers.root for phrase in answers.root[kind].all()]
        self._content = frozenset(tuple(words) for phrase in content if (words := _words(phrase)))
        self._content_signs = frozenset(sign for phrase in content if not _words(phrase) for sign in _signs(phrase))

    def chosen(self, text: str, labels: Sequence[str]) -> int | None:
        """Give the place of the button that is meant; None when it is none of them, or more than one might be.

        Args:
            text: What was written.
            labels: What stands on the buttons.
        """
        said = _words(text)
        if not said or len(said) > _MOST_WORDS:
            return None
        if len(said) == 1 and said[0].isdigit() and len(said[0]) < 3:
            return int(said[0]) - 1 if 0 < int(said[0]) <= len(labels) else None
        names = [_words(label) for label in labels]
        bare = [_words(_BRACKETS.sub("", label)) for label in labels]
        answer = self._answer(said) if len(said) <= _MOST_WORDS_OF_AN_ANSWER and "?" not in text else ""
        intent = self._intent(text, _SURE) if "?" not in text else ""
        was_so = self.tells_before(text)
        tests: tuple[Callable[[int], bool], ...] = (
            lambda place: said in (names[place], bare[place]),
            lambda place: _stands_in(said, names[place]),
            lambda place: "?" not in text and len(bare[place]) > 1 and _stands_in(bare[place], said),
            lambda place: was_so and self.has(labels[place], "before"),
            lambda place: bool(answer) and self._answer(names[place]) == answer,
            lambda place: bool(intent) and self._intent(_SIGN.sub("", labels[place]), _SURE_OF_LABEL) == intent,
        )
        for test in tests:
            fitting = [place for place in range(len(labels)) if test(place)]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def told(self, text: str, also: Sequence[Sequence[str]]) -> Told | None:
        """Tell which button is meant by other words than its own; None when none is, or more than one might be.

        The button is meant of whose phrases the most words were said. What begins as a question asks, and what denies something
        that no phrase denies means something else: 'nicht am PC'.

        Args:
            text: What was written.
            also: The phrases for each button.
        """
        said = _words(text)
        if not said or len(said) > _MOST_WORDS or "?" in text or self._begins(said, "asks"):
            return None
        found = [frozenset(at for phrase in phrases for at in _places(_words(phrase), said)) for phrases in also]
        beside = [frozenset(word for at, word in enumerate(said) if at not in covered) for covered in found]
        possible = [place for place, covered in enumerate(found) if covered and not self._denies(beside[place])]
        most = max((len(found[place]) for place in possible), default=0)
        fitting = [place for place in possible if len(found[place]) == most]
        if len(fitting) != 1 or len(said) - most > _MOST_BESIDE:
            return None
        return Told(fitting[0], beside[fitting[0]])

    def tells_before(self, text: str) -> bool:
        """Whether a short message tells how something was before, which is no news of today: 'gestern ging es noch'."""
        said = _words(text)
        places = {at for phrase in self._phrases.get("before", ()) for at in _together(phrase, said)}
        beside = frozenset(word for at, word in enumerate(said) if at not in places)
        return bool(places) and "?" not in text and len(beside) <= _MOST_BESIDE and not self._denies(beside)

    def named(self, text: str, labels: Sequence[str]) -> int | None:
        """Give the place of the button whose whole label stands in a message; None when none does, or more than one.

        Unlike `chosen` it takes neither a part of a label nor what means the same: for where other words are expected as well.
        """
        said = _words(text)
        names = [_words(_BRACKETS.sub("", label)) for label in labels]
        fitting = [place for place, name in enumerate(names) if name and "?" not in text and _is_whole(name, said)]
        return fitting[0] if len(fitting) == 1 else None

    def answer(self, text: str) -> str:
        """Give the kind of answer that a short message begins with, `yes`, `no`, `fine` or `unsure`; empty where it is none."""
        said = _words(text)
        return self._answer(said) if len(said) <= _MOST_WORDS_OF_AN_ANSWER and "?" not in text else ""

    def says_yes(self, text: str) -> bool:
        """Whether a short message begins with a yes."""
        return self.answer(text) == "yes"

    def is_one_of(self, text: str, kind: str) -> bool:
        """Whether a message is nothing but one of the phrases of a kind."""
        said = _words(text)
        return bool(said) and said in self._phrases.get(kind, ())

    def has(self, text: str, kind: str) -> bool:
        """Whether one of the phrases of a kind stands in a message."""
        said = _words(text)
        return any(_together(phrase, said) for phrase in self._phrases.get(kind, ()))

    def is_made_of(self, text: str, kind: str) -> bool:
        """Whether a message is made of nothing but words of a kind's phrases, slips allowed; a picture speaks against it."""
        said = _words(text)
        known = {word for phrase in self._phrases.get(kind, ()) for word in phrase}
        pictures = {sign for sign in _signs(text) if unicodedata.category(sign) == "So"} - self._content_signs
        return bool(said) and not pictures and all(any(_is_nearly(word, one) for one in known) for word in said)

    def is_content(self, text: str) -> bool:
        """Whether a message is nothing but a 'yes', an 'ok', a 'passt' or a thumb up."""
        said = _words(text)
        if said:
            return tuple(said) in self._content
        signs = _signs(text)
        return bool(signs) and signs <= self._content_signs

    def _begins(self, said: list[str], kind: str) -> bool:
        return any(phrase and said[: len(phrase)] == phrase for phrase in self._phrases.get(kind, ()))

    def _denies(self, words: frozenset[str]) -> bool:
        return any(words.issuperset(phrase) for phrase in self._phrases.get("denied", ()))

    def _answer(self, words: list[str]) -> str:
        """Give the kind of answer the words begin with; the longest phrase wins: 'weiß nicht' is no 'nicht'."""
        found = ("", 0)
        for kind, phrase in self._answers:
            if len(phrase) > found[1] and words[: len(phrase)] == phrase:
                found = (kind, len(phrase))
        return found[0]

    def _intent(self, text: str, least: float) -> str:
        meant = self._typed.understand(text)
        if meant is None or meant.score < least:
            return ""
        return "" if self.has(text, "before") else meant.intent  # 'bis gestern hat alles funktioniert' is no 'it works now'


def _signs(text: str) -> set[str]:
    return {sign for sign in text[:200] if not sign.isspace() and sign not in _SKIN_TONES and sign not in _PUNCTUATION}


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text[:200]))


def _together(phrase: list[str], said: list[str]) -> range:
    """Give the places of a phrase in what was said; none where it does not stand there in one piece."""
    starts = (start for start in range(len(said)) if phrase and said[start : start + len(phrase)] == phrase)
    start = next(starts, None)
    return range(0) if start is None else range(start, start + len(phrase))


def _places(phrase: list[str], said: list[str]) -> list[int]:
    """Give the places of a phrase's words in what was said, in this order, slips allowed; none where one of them is missing."""
    places: list[int] = []
    for word in phrase:
        start = places[-1] + 1 if places else 0
        at = next((at for at in range(start, len(said)) if _is_nearly(said[at], word)), None)
        if at is None:
            return []
        places.append(at)
    return places


def _stands_in(said: list[str], name: list[str]) -> bool:
    """Whether all that was said stands in a label, together or apart, slips of the finger allowed."""
    whole = "".join(said)
    if len(whole) < 3:
        return False
    return whole in "".join(name) or all(any(_is_nearly(word, known) for known in name) for word in said)


def _is_whole(name: list[str], said: list[str]) -> bool:
    """Whether all words of a label stand in what was said, with little else; a label of one word must be all that was said."""
    if len(name) == 1:
        return len(said) == 1 and _is_nearly(said[0], name[0])
    return len(said) <= len(name) + _MOST_MORE and all(any(_is_nearly(word, part) for word in said) for part in name)


def _is_nearly(word: str, known: str) -> bool:
    return word == known or (len(word) >= _LETTERS_FOR_A_TYPO and OSA.distance(word, known, score_cutoff=1) <= 1)
