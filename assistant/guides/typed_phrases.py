"""The phrases of what is typed in a guide, found word for word or nearly so: 'weiter', 'weitr', 'ups, weiter bitte'."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import dropwhile
from sys import intern
from typing import TYPE_CHECKING

from assistant.folding import fold
from assistant.guides.typed_text import is_sign, is_slip_of, place_of, single_words, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from assistant.knowledge.models.content import Content
    from assistant.understanding.variants import Variants

SURE, EXACT = 0.5, 1.0
"""From this score on words need not be shown to the assistant first, and are a phrase word for word."""
NEARLY = 0.9
"""How sure it is what is a phrase but for a letter, sounds ahead, courtesy, or what is told beside it."""
TYPO_FROM = 4
"""Letters of a word that may be a slip of another."""
_MOST_LETTERS_OF_A_NAME = 4
"""One letter more or less makes another name of so short a word."""
_AS_J = re.compile(r"(?<![aeiou])j(?=[a-z])")
"""A 'g' as Cologne, the Palatinate and Berlin say it: 'jeschafft', 'losjehn', 'injetragen'."""
_AFTER_A_YES = frozenset({"next", "back", "repeat", "help"})
"""What is meant as well with a yes ahead: it turns a page, or keeps it."""
_WITH_COURTESY = frozenset({"start", "next", "back", "cancel", "repeat"})
"""What is asked of the guide, and not told of what came of it."""
_BESIDE_ANY = ("next", "done", "works")
"""What a sign beside words may mean whatever they say: '👍', '✅'."""


@dataclass(frozen=True)
class Typed:
    """What was meant."""

    intent: str
    """`set_up`, `start`, `next`, `back`, `cancel`, `help`, `repeat`, `done`, `works`, `fails`, `restart`, `finish`."""
    score: float
    """0 to 1."""

    @property
    def is_exact(self) -> bool:
        """Whether it is one of the phrases, word for word."""
        return self.score >= EXACT

    @property
    def is_sure(self) -> bool:
        """Whether to act on it without asking the assistant first."""
        return self.score >= SURE


class TypedPhrases:
    """The content's phrases (`typed`). Immutable after it was built."""

    def __init__(self, content: Content, forms: Variants, is_word: Callable[[str], bool] | None) -> None:
        """Make them ready; the arguments are those of `TypedWords`."""
        self._forms = forms
        self._is_word = is_word
        self.intents: dict[tuple[str, ...], str] = {}
        """By the words of a phrase."""
        for intent, phrases in content.vocabulary.typed.root.items():
            for phrase in phrases.all():
                if words := words_of(phrase):
                    self.intents.setdefault(tuple(map(intern, words)), intent)
        self.weights = _weigh(self.intents)
        """How telling each word is that stands in a phrase."""
        self._alone = {words[0]: intent for words, intent in self.intents.items() if len(words) == 1}
        """Phrases of one word."""
        self._standard = self._standard_forms()
        choice = content.vocabulary.choice
        self._sounds = single_words(word for kind in ("sigh", "ahead") for word in choice.phrases(kind))
        self._ahead = self._sounds | single_words(word for kind in ("yes", "fine") for word in choice.phrases(kind))
        self._polite = single_words(choice.phrases("polite"))

    def _standard_forms(self) -> dict[tuple[str, ...], str]:
        """Give the phrases that hold forms of words, as dialects write them, with each form as the word it stands for."""
        read = ((self._forms.standard(words), intent) for words, intent in self.intents.items())
        standard: dict[tuple[str, ...], str] = {}
        for words, intent in read:
            if words not in self.intents:
                standard.setdefault(words, intent)
        return standard

    def exactly(self, words: tuple[str, ...]) -> Typed | None:
        """Tell what words mean that are one of the phrases; forms of words count as the word."""
        said = tuple(word for word in words if word[0] != "?" and not is_sign(word))
        intent = self.intents.get(words) or self.intents.get(said) or self._in_standard(self._forms.standard(said))
        if intent is None and any("j" in word for word in said):
            intent = self._in_standard(self._forms.standard(self._with_g(said)))
        if intent is None or (said and self._is_belied(intent, words)):
            return None
        return Typed(intent, EXACT)

    def nearly(self, words: tuple[str, ...]) -> Typed | None:
        """Tell what words mean that are one of the phrases but for a letter, sounds or a yes ahead, or courtesy."""
        return self._slipped(words) or self._behind_sounds(words) or self._politely(words)

    def holds(self, words: tuple[str, ...], intent: str) -> bool:
        """Tell whether a whole phrase for this stands among words: 'abbrechen', in 'kann ich abbrechen?'."""
        return any(meant == intent and place_of(phrase, words) is not None for phrase, meant in self.intents.items())

    def is_slip(self, word: str) -> bool:
        """Tell whether a word of no phrase is a whole phrase in haste: with its letters swapped, or a letter too few or too many.

        'Beck', 'hilde' and 'kevin' are names, while 'bakc' and 'zurük' are slips.
        """
        plain = fold(word)
        is_haste = word.islower() and len(plain) > _MOST_LETTERS_OF_A_NAME
        letters = sorted(plain)
        return any(sorted(phrase) == letters or (is_haste and is_slip_of(plain, phrase)) for phrase in self._alone)

    def _is_belied(self, intent: str, words: tuple[str, ...]) -> bool:
        """Tell whether a sign beside the words means something else: 'geht 👎'."""
        signs = {self._alone[word] for word in words if is_sign(word) and word in self._alone}
        return not signs <= {intent, *_BESIDE_ANY}

    def _in_standard(self, words: tuple[str, ...]) -> str | None:
        return self.intents.get(words) or self._standard.get(words)  # 'wos host gsogt' as 'was hast gesagt'

    def _with_g(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Give words with a 'g' for each 'j' of those that are none otherwise: 'jeschafft', 'losjehn'."""
        known = self._forms.word
        return tuple(word if word in self.weights or known(word) else _AS_J.sub("g", word) for word in words)

    def _slipped(self, words: tuple[str, ...]) -> Typed | None:
        """Tell what a word means that has a letter too few, too many or swapped, of a phrase of one word: 'weitr', 'wieter'."""
        word = words[0]
        is_word = word in self.weights or (self._is_word is not None and self._is_word(word))
        if len(words) > 1 or len(word) < TYPO_FROM or is_word:
            return None
        near = {
            intent
            for phrase, intent in self._alone.items()
            if len(phrase) > TYPO_FROM and phrase[0] == word[0] and is_slip_of(word, phrase)
        }
        return Typed(near.pop(), NEARLY) if len(near) == 1 else None

    def _behind_sounds(self, words: tuple[str, ...]) -> Typed | None:
        """Tell what a phrase means that only has sounds ahead of it, 'ups zu schnell', or a yes to turn a page: 'gut, weiter'."""
        if words[0] not in self._ahead:
            return None
        meant = self.exactly(tuple(dropwhile(self._ahead.__contains__, words)))
        if meant is None or (words[0] not in self._sounds and meant.intent not in _AFTER_A_YES):
            return None  # 'ja halt' ends nothing
        return Typed(meant.intent, NEARLY)

    def _politely(self, words: tuple[str, ...]) -> Typed | None:
        """Tell what a phrase means that words of courtesy stand in: 'bitte einen Schritt mal zurück'."""
        read = self._forms.standard(words)
        bare = tuple(word for word in read if word not in self._polite)
        if len(bare) == len(read) or self._ahead.issuperset(bare):
            return None  # 'ja bitte' answers something
        meant = self.exactly(bare)
        return Typed(meant.intent, NEARLY) if meant is not None and meant.intent in _WITH_COURTESY else None


def _weigh(phrases: Mapping[tuple[str, ...], str]) -> dict[str, float]:
    """A word is telling when few intents use it, and among those when it stands alone for one."""
    intents: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words, intent in phrases.items():
        for word in set(words):
            intents[word][intent] += 1
    most = math.log(1 + len(set(phrases.values())))
    weights = {}
    for word, counts in intents.items():
        share = max(counts.values()) / sum(counts.values())
        weights[word] = (0.15 + math.log((1 + len(set(phrases.values()))) / len(counts)) / most) * share
    return weights
