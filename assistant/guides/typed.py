"""Understands what is typed in a guide instead of pressing a button: 'weiter', 'ups vertippt', 'fertig!! 🎉'.

Each intent has example phrases in the content. A phrase counts by how much of it stands in the message and by
how telling its words are; all phrases of an intent add up. So short answers and whole sentences are both
understood, typos included.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.guides.contrary import Contrary
from assistant.guides.typed_phrases import NEARLY, TYPO_FROM, Typed, TypedPhrases
from assistant.guides.typed_text import MAX_TEXT, single_words, words_of
from assistant.topics import TopicClassifier, likeness
from assistant.understanding.learned import variants
from assistant.understanding.variants import Variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from assistant.knowledge.models.content import Content

_BETWEEN = re.compile(r"[,.;:!\n]+")
_SENTENCES = re.compile(r"[,.;:!?\n]+|\s[-–—]\s")
_TWO_TYPOS_FROM = 9
_TYPO_WORTH = 0.8
_ADDED = 0.25
"""What further phrases of the same intent add, compared to the best one."""
_FIRST_HALF = 0.6
"""How much of a phrase must stand in the message to count at all."""
_OPINION = 1.5
"""Weight of the classifier beside the phrases; it knows similar words, they know the exact ones."""
_DOUBT = 0.3
_LEAST = 0.3
_FAILS = "fails"
_TOLD_BY_SOUND = frozenset({"help", _FAILS})
"""What may be meant by words that only sound like some of the content: 'hilfeee'. Nothing is lost when it was not, but 'Max
Mustermann' must not end a guide because somebody's 'Mann' is waiting."""
_TO_THE_LETTER = frozenset({"set_up"})
"""What is meant by these words alone: 'set up' goes on here, 'set up my phone' is for the assistant."""
_BACK, _DONE, _WORKS, _REPEAT = "back", "done", "works", "repeat"
_BEFORE_SUCCESS = frozenset({"next", "done", "works"})
"""What may be told before success for it to be one."""
_TURNED = {"works": _FAILS, "done": _FAILS}
"""What words mean beside one that turns them: 'geht nicht', 'works only half'."""


class TypedWords:
    """The phrases of the content, ready to be found. Immutable after it was built."""

    def __init__(
        self,
        content: Content,
        cache: Path | None = None,
        is_word: Callable[[str], bool] | None = None,
        forms: Variants | None = None,
    ) -> None:
        """Prepare.

        Args:
            content: With the phrases.
            cache: Where the classifier is kept.
            is_word: Whether a word is one of everyday language or of the content: then it is no slip of another one.
            forms: The content's forms of words, where they were made ready before.
        """
        self._is_word = is_word
        self._forms = forms or Variants(variants(content))
        self._phrases = TypedPhrases(content, self._forms, is_word)
        self._contrary = Contrary(content, self._forms)
        self._parting = self._parting_words(content)
        typed = content.vocabulary.typed.root
        self._classifier = TopicClassifier.train({name: phrases.all() for name, phrases in typed.items()}, cache)
        self._weights = self._phrases.weights
        self._long = [word for word in self._weights if len(word) >= TYPO_FROM]
        by_word = defaultdict(list)
        for words in self._phrases.intents:
            for word in dict.fromkeys(words):
                by_word[word].append(words)
        self._by_word: Mapping[str, tuple[tuple[str, ...], ...]] = {word: tuple(found) for word, found in by_word.items()}

    def _parting_words(self, content: Content) -> re.Pattern[str]:
        """Give what parts a message into what was done and what came of it: signs, and 'und' in all its forms."""
        joining = single_words(content.vocabulary.choice.phrases("joins"))
        joins = "|".join(sorted(joining | self._forms.forms_of(joining))) or "(?!)"
        return re.compile(rf"\s*[,;\n]+\s*(?:(?:{joins})\s)?|\s+(?:{joins})\s+", re.IGNORECASE)

    def understand(self, text: str) -> Typed | None:
        """Tell what a message means in a guide; None where nothing of it is known."""
        words = words_of(text)
        if not words:
            return None
        exactly = self._phrases.exactly(words) or self._phrases.nearly(words)
        if exactly is not None:
            return exactly
        if not any(word[0].isalpha() for word in words):
            return None
        kept = self._contrary.without_kept(words)
        if kept and kept != words:
            return self.understand(" ".join(kept))
        told_apart = self._told_at_last(text) or self._says_again(text)
        if told_apart is not None:
            return told_apart
        found, is_by_words = self._weighed(text, words)
        standard = words if is_by_words else self._forms.standard(words)
        read = self.understand(" ".join(standard)) if standard != words else None  # 'naa i mog nimma' as 'naa ich mag nimmer'
        return read or found

    def _weighed(self, text: str, words: tuple[str, ...]) -> tuple[Typed | None, bool]:
        """Weigh what a message may mean.

        Returns:
            What it means, None where nothing is told; and whether its words tell that, and not their likeness alone.
        """
        scores = self._scores(words, self._meant(words))
        names = len(words) == 1 and words[0] in self._weights  # 'Server', of which 'server not found' tells something
        by_words, told = set(scores), set(scores) - {_FAILS} if names else {*scores, *_TOLD_BY_SOUND}
        self._add_opinion(text, scores)
        if self._contrary.is_denied(words):
            for intent, contrary in _TURNED.items():
                if intent in scores:
                    scores[contrary] = scores.get(contrary, 0.0) + scores.pop(intent)
                    told.add(contrary)
        (intent, best), (_, second) = sorted(scores.items(), key=lambda item: -item[1])[:2]
        if best < _LEAST or intent not in told or intent in _TO_THE_LETTER:
            return None, False
        certainty = best / (best + second + _DOUBT)
        return Typed(intent, round(min(0.99, certainty), 3)), intent in by_words

    def _add_opinion(self, text: str, scores: dict[str, float]) -> None:
        for intent, opinion in self._classifier.rank(text[:MAX_TEXT]):
            scores[intent] = scores.get(intent, 0.0) + _OPINION * likeness(opinion)

    def _told_at_last(self, text: str) -> Typed | None:
        """Tell what a message ends with, after what was done for it or who did not listen.

        'Hab alles drin und es geht', 'Oma hat nicht aufgepasst, nochmal bitte'.
        """
        first, last = self.last_part(text)
        meant = self.exactly(last) if first else None
        if meant is None or self.is_denied(first):
            return None
        if self._contrary.says_unheard(first):
            return Typed(meant.intent, NEARLY)
        before = self.understand(first) if meant.intent == _WORKS else None
        if before is None or before.intent not in _BEFORE_SUCCESS:
            return None
        return Typed(_DONE if before.intent == _DONE else _WORKS, NEARLY)

    def _says_again(self, text: str) -> Typed | None:
        """Tell whether one asks for a step again and says what for: 'wie bitte? ich höre schlecht'."""
        first, *others = filter(str.strip, _SENTENCES.split(text[:MAX_TEXT]))
        if not others or not self.says_exactly(first, _REPEAT):
            return None
        is_all = all(self._contrary.says_unheard(other) or self.says_exactly(other, _REPEAT) for other in others)
        return Typed(_REPEAT, NEARLY) if is_all else None

    def exactly(self, text: str) -> Typed | None:
        """Tell what a message means that is one of the phrases, word for word; None for any other."""
        return self._phrases.exactly(words_of(text))

    def last_part(self, text: str) -> tuple[str, str]:
        """Give what a message begins with, and its last part: 'hab alles drin', 'es geht'; one part alone is the last."""
        first, _, last = self._parting.sub("\n", text[:MAX_TEXT].rstrip(" .!")).rpartition("\n")
        return first, last

    def says_exactly(self, text: str, *intents: str) -> bool:
        """Tell whether a message is a phrase for one of these, word for word."""
        meant = self.exactly(text)
        return meant is not None and meant.intent in intents

    def holds(self, text: str, intent: str) -> bool:
        """Tell whether a whole phrase for this stands in a message, word for word: 'abbrechen', in 'kann ich abbrechen?'."""
        return self._phrases.holds(words_of(text), intent)

    def exactly_in_parts(self, text: str) -> list[Typed]:
        """Tell what the parts between commas mean that are phrases, word for word: 'es klappt, danke'."""
        return [meant for part in _BETWEEN.split(text[:MAX_TEXT]) if (meant := self.exactly(part)) is not None]

    def goes_back(self, text: str) -> Typed | None:
        """Tell whether a message begins with words for going back, and then says what for: 'muss zurück, da war ein Fehler'."""
        first, *others = _BETWEEN.split(text[:MAX_TEXT])
        meant = self.exactly(first) if others else None
        return Typed(_BACK, NEARLY) if meant is not None and meant.intent == _BACK else None

    def is_all_known(self, text: str) -> bool:
        """Tell whether every word of a message stands in phrases, typos allowed: 'das nächste Treffen' names something else."""
        return all(self._known(word) for word in words_of(text) if word[0] != "?")

    def uses(self, word: str) -> bool:
        """Tell whether a word, folded, stands in a phrase: then it names no thing of a program."""
        return word in self._weights

    def is_slip(self, word: str) -> bool:
        """Tell whether a word of no phrase is a whole phrase in haste: see `TypedPhrases.is_slip`."""
        return self._phrases.is_slip(word)

    def is_good_all_the_same(self, text: str) -> bool:
        """Tell whether words only sound as if something failed: 'keine Probleme, alles geht'."""
        words = words_of(text)
        kept = self._contrary.without_kept(words)
        return kept != words and not self._contrary.is_denied(kept)

    def is_denied(self, text: str) -> bool:
        """Tell whether words say that something is not so, or only by half: 'ja, aber nur eine'."""
        return self._contrary.is_denied(self._contrary.without_kept(words_of(text)))

    def _meant(self, words: tuple[str, ...]) -> dict[str, float]:
        """The known words of a message, with 1 for an exact one and less for a typo."""
        meant: dict[str, float] = {}
        for word in words:
            for known in self._known(word):
                meant[known] = max(meant.get(known, 0.0), 1.0 if known == word else _TYPO_WORTH)
        return meant

    def _known(self, word: str) -> list[str]:
        """Give the word, if a phrase has it, else those of which it may be a typo."""
        if word in self._weights:
            return [word]
        if len(word) < TYPO_FROM:
            return []
        allowed = 1 if len(word) < _TWO_TYPOS_FROM else 2
        near = [one for one, *_ in process.extract(word, self._long, scorer=OSA.distance, score_cutoff=allowed, limit=None)]
        if near and self._is_word is not None and self._is_word(word):
            return [one for one in near if one.startswith(word) or word.startswith(one)]  # 'davon' is no slip of 'davor'
        return near

    def _scores(self, words: tuple[str, ...], meant: Mapping[str, float]) -> dict[str, float]:
        found: dict[str, list[float]] = defaultdict(list)
        for phrase in {phrase for word in meant for phrase in self._by_word[word]}:
            whole = sum(self._weights[word] for word in phrase)
            there = sum(self._weights[word] * meant.get(word, 0.0) for word in phrase)
            share = there / whole
            if share >= _FIRST_HALF:
                found[self._phrases.intents[phrase]].append(there * share**2)
        length = math.sqrt(len(words))
        return {intent: self._sum(worths) / length for intent, worths in found.items()}

    @staticmethod
    def _sum(worths: Iterable[float]) -> float:
        best, *others = sorted(worths, reverse=True)
        return best + _ADDED * sum(others[:3])
