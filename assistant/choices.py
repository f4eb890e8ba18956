"""Finds which button somebody means who writes instead of pressing: its words, its number, 'ja', 'geht nicht'."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from assistant.phrases import is_nearly, is_whole, places_of, signs_of, stands_in, together, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from assistant.guides import TypedWords
    from assistant.knowledge.models.vocabulary import SlotWords

_SIGN = re.compile(r"^\W+")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_MOST_WORDS, _MOST_WORDS_OF_AN_ANSWER = 12, 4
_MOST_BESIDE = 5
"""So many words may stand beside those that tell which button is meant: 'das ist bei mir leider nur im Hotel'."""
_WIDEST = 6
"""Words from the first to the last of a phrase in a long message: 'bleiben seit gestern im Postausgang'."""
_ANSWERS = ("yes", "no", "fine", "unsure")
"""What answers a question; the other kinds of words are looked for on purpose only."""
_CONTENT = ("yes", "fine")
"""The answers of who wants no more."""
_LEAVES = ("back", "cancel")
"""What is never meant by a part of a label: 'zurück' is not 'Mail kam zurück'."""
_SURE, _SURE_OF_LABEL = 0.75, 0.8
"""How certainly words and a label must mean the same: 'Etwas anderes' sounds a little like leaving, and is no 'abbrechen'."""


def _signs_alone(phrases: Iterable[str]) -> frozenset[str]:
    """Give the signs of those phrases that have no words."""
    return frozenset(sign for phrase in phrases if not words_of(phrase) for sign in signs_of(phrase))


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
        # The same few words stand in most of the phrases.
        self._phrases = {
            kind: [list(map(intern, words_of(phrase))) for phrase in phrases.all()] for kind, phrases in answers.root.items()
        }
        self._answers = [(kind, words) for kind in _ANSWERS for words in self._phrases.get(kind, ()) if words]
        content = [phrase for kind in _CONTENT for phrase in answers.phrases(kind)]
        self._negations = frozenset(words[0] for words in self._phrases.get("denied", ()) if len(words) == 1)
        """'Nicht' is no slip of 'nichts'."""
        self._content = frozenset(tuple(words) for phrase in content if (words := words_of(phrase)))
        self._content_signs = _signs_alone(content)
        self._sounds = frozenset(words[0] for words in self._phrases.get("sigh", ()) if len(words) == 1)
        self._faces = _signs_alone(answers.phrases("sigh"))

    def chosen(self, text: str, labels: Sequence[str], also: Sequence[Sequence[str]] = ()) -> int | None:
        """Give the place of the button that is meant; None when it is none of them, or more than one might be.

        Other words for a button, which `told` looks for, are stronger than a 'no' or a failure that is heard in them: 'nicht
        erreichbar', 'no message'.

        Args:
            text: What was written.
            labels: What stands on the buttons.
            also: The other words for each button, or none at all; behind those, what else may be said that means none of them.
        """
        said = words_of(text)
        if not said or len(said) > _MOST_WORDS:
            return None
        if len(said) == 1 and said[0].isdigit() and len(said[0]) < 3 and 0 < int(said[0]) <= len(labels):
            return int(said[0]) - 1
        names = [words_of(label) for label in labels]
        bare = [words_of(_BRACKETS.sub("", label)) for label in labels]
        answer = self._answer(said) if len(said) <= _MOST_WORDS_OF_AN_ANSWER and "?" not in text else ""
        intent = self._intent(text, _SURE) if "?" not in text else ""

        def denies(name: list[str]) -> bool:  # 'früher ging es nie' is not 'Früher ging es'
            return self._denies(frozenset(said).difference(name))

        def is_bare(place: int) -> bool:  # 'was jetzt' goes on, and so does 'Ja', which is an answer
            return tuple(names[place]) in self._content

        def is_limited(place: int) -> bool:  # 'klappt nicht' is not 'Nur zu Hause klappt es nicht'
            return fails and self._begins(names[place], "only")

        was_so, leaves = self.tells_before(text), self._typed.says_exactly(text, *_LEAVES)
        fails = self._typed.says_exactly(text, "fails")
        by_words: tuple[Callable[[int], bool], ...] = (
            lambda place: said in (names[place], bare[place]),
            lambda place: place < len(also) and said in map(words_of, also[place]),
            lambda place: not leaves and not is_limited(place) and stands_in(said, names[place]),
            lambda place: "?" not in text and len(bare[place]) > 1 and stands_in(bare[place], said) and not denies(bare[place]),
        )
        by_meaning: tuple[Callable[[int], bool], ...] = (
            lambda place: self._repeats(said, names[place]) and "?" not in text,
            lambda place: was_so and self.has(labels[place], "before"),
            lambda place: bool(answer) and self._answer(names[place]) == answer,
            lambda place: bool(intent) and not is_bare(place) and self._intent(_bare(labels[place]), _SURE_OF_LABEL) == intent,
        )
        place = _only(by_words, len(labels))
        if place is not None or self._is_told(text, also[: len(labels)]) or self._is_told(text, also[len(labels) :]):
            return place
        return _only(by_meaning, len(labels))

    def _repeats(self, said: list[str], name: list[str]) -> bool:
        """Whether words begin with the same yes or no as a label and say more of it: 'no they are not there'."""
        is_same = bool(self._answer(said)) and self._answer(said) == self._answer(name)
        return is_same and len({*said[1:]} & {*name[1:]}) > 1

    def _is_told(self, text: str, also: Sequence[Sequence[str]]) -> bool:
        """Whether other words for a button were said, and beside them neither a yes nor a no: 'ja, aber nur am PC'."""
        told = self.told(text, also) if also else None
        return told is not None and not any(self._answer([word]) for word in told.beside)

    def told(self, text: str, also: Sequence[Sequence[str]]) -> Told | None:
        """Tell which button is meant by other words than its own; None when none is, or more than one might be.

        The button is meant of whose phrases the most words were said. What begins as a question asks, and what denies something
        that no phrase denies means something else, as does what was taken away: 'nicht am PC', 'am PC hab ich es gelöscht'.

        Args:
            text: What was written.
            also: The phrases for each button.
        """
        said = words_of(text)
        if not said or len(said) > _MOST_WORDS or "?" in text or self._begins(said, "asks"):
            return None
        found = self._found(said, also)
        beside = [frozenset(word for at, word in enumerate(said) if at not in covered) for covered in found]
        possible = [place for place, covered in enumerate(found) if covered and not self._says_otherwise(beside[place])]
        most = max((len(found[place]) for place in possible), default=0)
        fitting = [place for place in possible if len(found[place]) == most]
        if len(fitting) != 1 or len(said) - most > _MOST_BESIDE:
            return None
        return Told(fitting[0], beside[fitting[0]])

    def told_at_once(self, text: str, also: Sequence[Sequence[str]]) -> int | None:
        """Tell which button is meant by somebody who tells of a trouble before anything was asked; None when none is.

        That may be a long sentence, a question, and deny something: 'ich kann nichts senden, die Mails bleiben im Postausgang'.

        Args:
            text: What was written.
            also: The phrases for each button.
        """
        said = words_of(text)
        found = self._found(said, also, _WIDEST)
        most = max(map(len, found), default=0)
        fitting = [place for place, covered in enumerate(found) if most and len(covered) == most]
        if len(fitting) != 1:
            return None
        first = min(found[fitting[0]])
        return None if self._denies(frozenset(said[max(0, first - 1) : first])) else fitting[0]

    def asked_among(self, text: str, questions: Sequence[Sequence[str]]) -> int | None:
        """Tell which of several questions is asked, by the phrases for each; None when none is, or it is denied.

        Args:
            text: What was written.
            questions: The phrases for each question.
        """
        said = words_of(text)
        found = self._found(said, questions, _WIDEST)
        sizes = [0 if self._denies_amid(said, covered) else len(covered) for covered in found]
        most = max(sizes, default=0)
        return sizes.index(most) if most else None

    def tells_before(self, text: str) -> bool:
        """Whether a short message tells how something was before, which is no news of today: 'gestern ging es noch'."""
        said = words_of(text)
        places = {at for phrase in self._phrases.get("before", ()) for at in together(phrase, said)}
        beside = frozenset(word for at, word in enumerate(said) if at not in places)
        return bool(places) and "?" not in text and len(beside) <= _MOST_BESIDE and not self._denies(beside)

    def named(self, text: str, labels: Sequence[str]) -> int | None:
        """Give the place of the button whose whole label stands in a message; None when none does, or more than one.

        Unlike `chosen` it takes neither a part of a label nor what means the same: for where other words are expected as well.
        """
        said = words_of(text)
        names = [words_of(_BRACKETS.sub("", label)) for label in labels]
        fitting = [place for place, name in enumerate(names) if name and "?" not in text and is_whole(name, said)]
        return fitting[0] if len(fitting) == 1 else None

    def is_label(self, text: str, labels: Sequence[str]) -> bool:
        """Whether a message is one of these labels, or other words for a button, with or without what stands in brackets."""
        said = words_of(text)
        return bool(said) and any(said in (words_of(label), words_of(_BRACKETS.sub("", label))) for label in labels)

    def answer(self, text: str) -> str:
        """Give the kind of answer that a short message begins with, `yes`, `no`, `fine` or `unsure`; empty where it is none."""
        said = words_of(text)
        return self._answer(said) if len(said) <= _MOST_WORDS_OF_AN_ANSWER and "?" not in text else ""

    def begun(self, text: str, labels: Sequence[str]) -> int | None:
        """Give the place of the one button that begins with the same yes or no as a longer message: 'no they are not there'."""
        answer = self._answer(words_of(text)) if "?" not in text else ""
        fitting = [place for place, label in enumerate(labels) if answer and self._answer(words_of(label)) == answer]
        return fitting[0] if len(fitting) == 1 else None

    def without(self, text: str, kind: str) -> str:
        """Give the words of a message without those of a kind, folded."""
        left_out = {word for phrase in self._phrases.get(kind, ()) for word in phrase}
        return " ".join(word for word in words_of(text) if word not in left_out)

    def says_yes(self, text: str) -> bool:
        """Whether a short message begins with a yes."""
        return self.answer(text) == "yes"

    def is_one_of(self, text: str, kind: str) -> bool:
        """Whether a message is nothing but one of the phrases of a kind."""
        said = words_of(text)
        return bool(said) and said in self._phrases.get(kind, ())

    def has(self, text: str, kind: str) -> bool:
        """Whether one of the phrases of a kind stands in a message."""
        said = words_of(text)
        return any(together(phrase, said) for phrase in self._phrases.get(kind, ()))

    def is_made_of(self, text: str, kind: str) -> bool:
        """Whether a message is made of nothing but words of a kind's phrases, slips allowed; a picture speaks against it."""
        said = words_of(text)
        known = {word for phrase in self._phrases.get(kind, ()) for word in phrase}
        pictures = {sign for sign in signs_of(text) if unicodedata.category(sign) == "So"} - self._content_signs
        return bool(said) and not pictures and all(any(is_nearly(word, one) for one in known) for word in said)

    def is_content(self, text: str) -> bool:
        """Whether a message is nothing but a 'yes', an 'ok', a 'passt' or a thumb up."""
        said = words_of(text)
        if said:
            return tuple(said) in self._content
        signs = signs_of(text)
        return bool(signs) and signs <= self._content_signs

    def only_sighs(self, text: str) -> bool:
        """Whether a message is nothing but sounds or faces that ask for nothing: 'hm', 'puh puh', '🤔', '😂😂'."""
        said = words_of(text)
        if said:
            return said in self._phrases.get("sigh", ()) or all(word in self._sounds for word in said)
        signs = signs_of(text)
        return bool(signs) and signs <= self._faces

    def _found(self, said: list[str], also: Sequence[Sequence[str]], widest: int = 2 * _MOST_WORDS) -> list[frozenset[int]]:
        """Give for each button the places of the words that mean it, of phrases that stand together, or nearly so."""
        places = [[places_of(words_of(phrase), said, self._negations) for phrase in phrases] for phrases in also]
        return [
            frozenset(at for found in one if found and found[-1] - found[0] < max(widest, len(found)) for at in found)
            for one in places
        ]

    def begins(self, text: str, kind: str) -> bool:
        """Whether a message that asks nothing begins with one of the phrases of a kind."""
        said = words_of(text)
        return "?" not in text and len(said) <= _MOST_WORDS and self._begins(said, kind)

    def _begins(self, said: list[str], kind: str) -> bool:
        return any(phrase and said[: len(phrase)] == phrase for phrase in self._phrases.get(kind, ()))

    def _denies(self, words: frozenset[str]) -> bool:
        return any(words.issuperset(phrase) for phrase in self._phrases.get("denied", ()))

    def _says_otherwise(self, beside: frozenset[str]) -> bool:
        """Whether what is said beside a phrase denies it, or tells that it was taken away there."""
        return self._denies(beside) or any(beside.issuperset(phrase) for phrase in self._phrases.get("taken_off", ()))

    def _denies_amid(self, said: list[str], covered: frozenset[int]) -> bool:
        """Whether a 'not' stands among words without one, or right beside them: 'das Passwort stimmt nicht'."""
        if not covered or self._denies(frozenset(said[at] for at in covered)):
            return False
        around = range(max(0, min(covered) - 1), min(len(said), max(covered) + 2))
        return self._denies(frozenset(said[at] for at in around if at not in covered))

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


def _bare(label: str) -> str:
    return _SIGN.sub("", label)


def _only(tests: tuple[Callable[[int], bool], ...], places: int) -> int | None:
    """Give the one place that the first test finds that finds only one."""
    for test in tests:
        fitting = [place for place in range(places) if test(place)]
        if len(fitting) == 1:
            return fitting[0]
    return None
