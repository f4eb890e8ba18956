"""Reads forms of words, as dialects and haste write them, as the words they stand for: 'wia hoaßt' as 'wie heißt'."""

from __future__ import annotations

from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING

from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, KeysView, Mapping

    from assistant.understanding.text import Sentence

_TWO = 2


class Variants:
    """Knows which forms are read as which words. Immutable."""

    def __init__(self, forms: Mapping[tuple[str, ...], tuple[str, ...]]) -> None:
        """Build it.

        Args:
            forms: A form, or two words one of which depends on the other, and the as many words it is read as.

        Raises:
            ValueError: a form has not as many words as what it stands for, one or two.
        """
        if any(len(form) != len(words) or len(form) > _TWO for form, words in forms.items()):
            raise ValueError("a form must have as many words as what it stands for, one or two")
        self._words = {intern(form[0]): intern(words[0]) for form, words in forms.items() if len(form) < _TWO}
        self._pairs = {form: words for form, words in forms.items() if len(form) == _TWO}
        self._in_pairs = frozenset().union(*self._pairs)

    def forms_of(self, words: Iterable[str]) -> set[str]:
        """Give the forms that are read as one of some words."""
        wanted = set(words)
        return {form for form, word in self._words.items() if word in wanted}

    def word(self, form: str) -> str:
        """Give the word that a form alone is read as; empty for what is no form."""
        return self._words.get(form, "")

    def forms(self) -> KeysView[str]:
        """Give all forms of one word."""
        return self._words.keys()

    def standard(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Give words with each form as the word it stands for."""
        in_pairs = not self._in_pairs.isdisjoint(words)
        if not in_pairs and self._words.keys().isdisjoint(words):
            return words
        read = [self._words.get(word, word) for word in words]
        for at, pair in enumerate(pairwise(words) if in_pairs else ()):
            if pair in self._pairs:
                read[at : at + _TWO] = self._pairs[pair]
        return tuple(read)

    def standard_of(self, phrase: str) -> tuple[str, ...]:
        """Give the words of a short text with each form as the word it stands for."""
        return self.standard(words_of(phrase))

    def read(self, sentence: Sentence) -> Sentence:
        """Give a sentence with each form as the word it stands for; as it was written, it stays beside."""
        words = self.standard(sentence.words)
        return sentence if words is sentence.words else sentence._replace(text=" ".join(words), words=words)
