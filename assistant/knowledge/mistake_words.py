"""Tells mistakes in the webmaster's language: the program's own sentences are English, their translations are content."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.models.base import Model, Text

if TYPE_CHECKING:
    from assistant.knowledge.mistakes import Mistake

_OWN = "en"
_SLOT = "{}"


class MistakeWords(Model):
    """The sentences of `mistakes.yaml`."""

    sentences: tuple[Text, ...] = ()
    """Each in English, as the program says it, and in other languages; `{}` stands for names and numbers, in the same order."""


class MistakeTeller:
    """Tells mistakes in one language."""

    def __init__(self, words: MistakeWords, language: str) -> None:
        known = [one.root for one in words.sentences if _OWN in one.root and language in one.root]
        # Sentences with more words of their own come first, so that `{}: {}` fits only what nothing else fits.
        known.sort(key=lambda one: -len(one[_OWN].replace(_SLOT, "")))
        self._sentences = [] if language == _OWN else [(_pattern(one[_OWN]), one[language]) for one in known]

    def told(self, mistake: Mistake) -> Mistake:
        """Give the mistake in the language; what is not known in it stays English."""
        return replace(mistake, what=self.sentence(mistake.what), remedy=self.sentence(mistake.remedy))

    def sentence(self, sentence: str) -> str:
        """Give one of the program's own sentences in the language; what is not known in it stays English."""
        for pattern, translation in self._sentences:
            found = pattern.fullmatch(sentence)
            if found is not None:
                pieces = translation.split(_SLOT)
                return "".join(piece + part for piece, part in zip(pieces, (*found.groups(), ""), strict=True))
        where, colon, rest = sentence.partition("): ")  # of a screen: 'imap, page 2 (de): 4000 characters.'
        return f"{where}{colon}{self.sentence(rest)}" if colon else sentence


def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(re.escape(part) for part in sentence.split(_SLOT)), re.DOTALL)
