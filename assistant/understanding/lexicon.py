"""Finds the content's words in a message: exactly, with a typo, or inside a compound.

Typos are measured by optimal string alignment (a swap counts once): one from four letters on, two from eight. Candidates come
from an index of deletions (the idea of SymSpell: two words within one edit share a form with one letter deleted), so that a
message costs the same however many words the content has.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TYPO_FROM = 4
_TWO_TYPOS_FROM = 8
_MAX_TYPO_WORD = 24
_COMPOUND_FROM = 7
_COMPOUND_PART = 3
_COMPOUND_COVER = 0.72
"""Share of a compound's letters that known words must explain: 'eingangsport' (11 of 12) yes, 'transport' (4 of 9) no."""
_MAX_PHRASE = 5
_ASKED = frozenset({"aspect", "topic"})
"""What a question asks for; everything else only tells more about it."""


@dataclass(frozen=True, order=True)
class Hit:
    """A word of the content found in a sentence."""

    start: int
    """Index of its first word in the sentence."""
    end: int
    """Index after its last word."""
    kind: str
    """`subject`, `direction`, `aspect`, `topic`, `program` or `cue`."""
    value: str
    words: str
    """What the member wrote."""
    exact: bool = True
    """False when it was found with a typo or inside a compound."""


Meaning = tuple[str, str]
"""Kind and value, such as `("aspect", "port")`."""


class Lexicon:
    """The words of the content, ready to be found. Immutable after it was built."""

    def __init__(self, entries: Iterable[tuple[Meaning, str]], common: Iterable[str]) -> None:
        """Build it.

        Args:
            entries: Meanings and the words or short phrases for them.
            common: Everyday words that must never be taken for a typo of one of ours ('Post' is no 'Port').
        """
        self._phrases: dict[tuple[str, ...], set[Meaning]] = defaultdict(set)
        for meaning, phrase in entries:
            words = words_of(phrase)
            if 0 < len(words) <= _MAX_PHRASE:
                self._phrases[words].add(meaning)
        self._single = {words[0]: meanings for words, meanings in self._phrases.items() if len(words) == 1}
        self._common = {word for phrase in common for word in words_of(phrase)}
        self._openings = {words[0] for words in self._phrases if len(words) > 1}
        self._deletions: dict[str, list[str]] = defaultdict(list)
        typo_words = {word for words in self._phrases for word in words if len(words) == 1}
        for word in typo_words:
            if _TYPO_FROM <= len(word) <= _MAX_TYPO_WORD and not word.isdigit():
                for form in _deletions(word, _edits(word)):
                    self._deletions[form].append(word)
        parts = {
            word
            for word, meanings in self._single.items()
            if any(kind != "cue" or value.startswith("maybe") for kind, value in meanings)
        }
        self._parts = sorted((word for word in parts if len(word) >= _COMPOUND_PART and word.isalnum()), key=len, reverse=True)
        self._known_spelling: dict[str, str] = {}

    def find(self, words: tuple[str, ...]) -> tuple[Hit, ...]:
        """Find all hits in a sentence; what a phrase asks for wins over what single words inside it would ask for."""
        hits: list[Hit] = []
        taken = [False] * len(words)
        spelled = tuple(self._spelling(word) for word in words)
        for length in range(_MAX_PHRASE, 1, -1):
            for start in range(len(words) - length + 1):
                if spelled[start] not in self._openings:
                    continue
                meanings = self._phrases.get(spelled[start : start + length])
                if meanings is None:
                    continue
                written = " ".join(words[start : start + length])
                hits += [Hit(start, start + length, kind, value, written) for kind, value in meanings]
                if any(kind in _ASKED for kind, _ in meanings):
                    taken[start : start + length] = [True] * length
        for index, word in enumerate(words):
            found = self._in_word(index, word, spelled[index])
            hits += [hit for hit in found if not (taken[index] and hit.kind in _ASKED)]
        return tuple(sorted(set(hits)))

    def _in_word(self, index: int, word: str, spelled: str) -> Iterator[Hit]:
        if spelled in self._single:
            for kind, value in self._single[spelled]:
                yield Hit(index, index + 1, kind, value, word, exact=spelled == word)
        elif word not in self._common:
            parts = self._compound(word)
            for part in parts:
                for kind, value in self._single[part]:
                    if kind not in _ASKED or part is parts[-1]:  # the last part is the head: 'Serverport' is a port
                        yield Hit(index, index + 1, kind, value, word, exact=False)

    def _spelling(self, word: str) -> str:
        """Give the known word that is meant: the word itself, else the nearest within the allowed edits."""
        if word in self._single or word in self._openings or word in self._common:
            return word
        if not _TYPO_FROM <= len(word) <= _MAX_TYPO_WORD or word.isdigit() or "." in word or "@" in word:
            return word
        if word not in self._known_spelling:
            if len(self._known_spelling) > 5000:
                self._known_spelling.clear()
            self._known_spelling[word] = self._nearest(word)
        return self._known_spelling[word]

    def _nearest(self, word: str) -> str:
        best, best_distance = word, 3
        for form in _deletions(word, _edits(word)):
            for known in self._deletions.get(form, ()):
                allowed = min(_edits(word), _edits(known))
                distance = OSA.distance(word, known, score_cutoff=allowed)
                if distance > allowed or (distance, known) >= (best_distance, best):
                    continue
                if word[0] != known[0] and sorted(word[:2]) != sorted(known[:2]):
                    continue  # people seldom mistype the first letter: 'Wetter' is not 'better'
                best, best_distance = known, distance
        return best

    def _compound(self, word: str) -> list[str]:
        """Give the known words a compound is made of, in their order; none if too much of it stays unexplained."""
        if not _COMPOUND_FROM <= len(word) <= 2 * _MAX_TYPO_WORD or not word.isalnum():
            return []
        rest, found = word, []
        for part in self._parts:
            at = rest.find(part)
            if at >= 0:
                found.append((word.find(part), part))
                rest = rest[:at] + " " * len(part) + rest[at + len(part) :]
        covered = sum(len(part) for _, part in found)
        if covered < _COMPOUND_COVER * len(word):
            return []
        return [part for _, part in sorted(found)]


def _edits(word: str) -> int:
    if len(word) < _TYPO_FROM:
        return 0
    return 2 if len(word) >= _TWO_TYPOS_FROM else 1


def _deletions(word: str, edits: int) -> set[str]:
    forms = {word}
    edge = {word}
    for _ in range(edits):
        edge = {form[:index] + form[index + 1 :] for form in edge for index in range(len(form))}
        forms |= edge
    return forms
