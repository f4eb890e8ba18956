"""Understands what is typed in a guide instead of pressing a button: 'weiter', 'ups vertippt', 'fertig!! 🎉'.

Each intent has example phrases in the content. A phrase counts by how much of it stands in the message and by
how telling its words are; all phrases of an intent add up. So short answers and whole sentences are both
understood, typos included.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import dropwhile
from sys import intern
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.folding import fold
from assistant.topics import TopicClassifier, likeness
from assistant.understanding.learned import variants
from assistant.understanding.text import RUN_ON
from assistant.understanding.variants import Variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from assistant.knowledge.models.content import Content

_WORD = re.compile(
    r"[a-z0-9]+(?:'[a-z]+)?|[?]{1,2}|[\u2190-\u21ff\u23e9-\u23fa\u25a0-\u27bf\u2b05-\u2b07\U0001f190-\U0001f19a\U0001f300-\U0001faff]"
)
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
"""The colour of a hand, which some put behind its sign."""
_PICTURES = "\u2190"
"""The first of the signs that are no letters."""
_AS_J = re.compile(r"(?<![aeiou])j(?=[a-z])")
"""A 'g' as Cologne, the Palatinate and Berlin say it: 'jeschafft', 'losjehn', 'injetragen'."""
_BETWEEN = re.compile(r"[,.;:!\n]+")
_SENTENCES = re.compile(r"[,.;:!?\n]+|\s[-–—]\s")
_LAST_PART = re.compile(r"\s*[,;\n]+\s*(?:und |and )?|\s+(?:und|and|un|ond)\s+", re.IGNORECASE)
"""What parts a message into what was done and what came of it."""
_MAX_WORDS = 40
_TYPO_FROM, _TWO_TYPOS_FROM = 4, 9
_MOST_LETTERS_OF_A_NAME = 4
"""One letter more or less makes another name of so short a word."""
_TYPO_WORTH = 0.8
SURE, EXACT = 0.5, 1.0
"""From this score on words need not be shown to the assistant first, and are a phrase word for word."""
_ADDED = 0.25
"""What further phrases of the same intent add, compared to the best one."""
_FIRST_HALF = 0.6
"""How much of a phrase must stand in the message to count at all."""
_OPINION = 1.5
"""Weight of the classifier beside the phrases; it knows similar words, they know the exact ones."""
_DOUBT = 0.3
_LEAST = 0.3
_MAX_TEXT = 256
_FAILS = "fails"
_TOLD_BY_SOUND = frozenset({"help", _FAILS})
"""What may be meant by words that only sound like some of the content: 'hilfeee'. Nothing is lost when it was not, but 'Max
Mustermann' must not end a guide because somebody's 'Mann' is waiting."""
_TO_THE_LETTER = frozenset({"set_up"})
"""What is meant by these words alone: 'set up' goes on here, 'set up my phone' is for the assistant."""
_BACK, _DONE, _WORKS, _REPEAT = "back", "done", "works", "repeat"
_TOLD_AT_FIRST = 0.9
"""How sure it is what a message begins with, where more is said after a comma."""
_BEFORE_SUCCESS = frozenset({"next", "done", "works"})
"""What may be told before success for it to be one."""
_AFTER_A_YES = frozenset({"next", "back", "repeat", "help"})
"""What is meant as well with a yes ahead: it turns a page, or keeps it."""
_WITH_COURTESY = frozenset({"start", "next", "back", "cancel", "repeat"})
"""What is asked of the guide, and not told of what came of it."""
_OF_CONTENT = ("next", _DONE, _WORKS)
"""What a sign beside words may mean whatever they say: '👍', '✅'."""
_CONTRARY = {"works": _FAILS, "done": _FAILS}
"""What words mean beside one that turns them: 'geht nicht', 'works only half'."""


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


def _words(text: str) -> tuple[str, ...]:
    plain = fold(text[:1000]).replace("’", "'")
    if "'" in plain:
        plain = RUN_ON.sub("", plain)  # 'wos moanst'n damit'
    if not plain.isascii():
        plain = _SKIN.sub("", plain)
    return tuple(_WORD.findall(plain))[:_MAX_WORDS]


def _is_slip_of(word: str, known: str) -> bool:
    """Whether a word has one letter less or more than a known one, or two of them swapped; another letter makes another word."""
    if len(word) == len(known):
        return sorted(word) == sorted(known) and OSA.distance(word, known, score_cutoff=1) <= 1
    return abs(len(word) - len(known)) == 1 and OSA.distance(word, known, score_cutoff=1) <= 1


def _place(phrase: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    """Give the place at which a phrase begins in a message."""
    starts = range(len(words)) if phrase[0] in words else ()
    return next((start for start in starts if words[start : start + len(phrase)] == phrase), None)


def _single(phrases: Iterable[str]) -> frozenset[str]:
    """Give the phrases of one word."""
    return frozenset(words[0] for phrase in phrases if len(words := _words(phrase)) == 1 and words[0].isalpha())


def _without(phrases: Iterable[tuple[str, ...]], words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave phrases out of a message."""
    for phrase in phrases:
        place = _place(phrase, words)
        if place is not None:
            words = words[:place] + words[place + len(phrase) :]
    return words


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
        self._variants = forms or Variants(variants(content))
        self._phrases: dict[tuple[str, ...], str] = {}
        for intent, phrases in content.vocabulary.typed.root.items():
            for phrase in phrases.all():
                if words := _words(phrase):
                    self._phrases.setdefault(tuple(map(intern, words)), intent)
        self._alone = {words[0]: intent for words, intent in self._phrases.items() if len(words) == 1}
        """Phrases of one word."""
        self._standard = self._standard_forms()
        typed = content.vocabulary.typed.root
        self._classifier = TopicClassifier.train({name: phrases.all() for name, phrases in typed.items()}, cache)
        self._weights = self._weigh(self._phrases)
        self._long = [word for word in self._weights if len(word) >= _TYPO_FROM]
        by_word = defaultdict(list)
        for words in self._phrases:
            for word in dict.fromkeys(words):
                by_word[word].append(words)
        self._by_word: Mapping[str, tuple[tuple[str, ...], ...]] = {word: tuple(found) for word, found in by_word.items()}
        self._sounds = _single(word for kind in ("sigh", "ahead") for word in content.vocabulary.choice.phrases(kind))
        agrees = (word for kind in ("yes", "fine") for word in content.vocabulary.choice.phrases(kind))
        self._ahead = self._sounds | _single(agrees)
        self._polite = _single(content.vocabulary.choice.phrases("polite"))
        contrary = content.vocabulary.contrary.root
        self._turns, self._keeps, self._unheard = (
            [words for phrase in (contrary[kind].all() if kind in contrary else ()) if (words := _words(phrase))]
            for kind in ("turns", "keeps", "unheard")
        )

    def _standard_forms(self) -> dict[tuple[str, ...], str]:
        """Give the phrases that hold forms of words, as dialects write them, with each form as the word it stands for."""
        read = ((self._variants.standard(words), intent) for words, intent in self._phrases.items())
        standard: dict[tuple[str, ...], str] = {}
        for words, intent in read:
            if words not in self._phrases:
                standard.setdefault(words, intent)
        return standard

    @staticmethod
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

    def understand(self, text: str) -> Typed | None:
        """Tell what a message means in a guide; None where nothing of it is known."""
        words = _words(text)
        if not words:
            return None
        exactly = self._exactly(words) or self._slipped(words) or self._behind_sounds(words) or self._politely(words)
        if exactly is not None:
            return exactly
        if not any(word[0].isalpha() for word in words):
            return None
        kept = self._without_kept(words)
        if kept and kept != words:
            return self.understand(" ".join(kept))
        told_apart = self._told_at_last(text) or self._says_again(text)
        if told_apart is not None:
            return told_apart
        meant = self._meant(words)
        scores = self._scores(words, meant)
        names = len(words) == 1 and words[0] in self._weights  # 'Server', of which 'server not found' tells something
        by_words, told = set(scores), set(scores) - {_FAILS} if names else {*scores, *_TOLD_BY_SOUND}
        self._add_opinion(text, scores)
        if self._is_denied(words):
            for intent, contrary in _CONTRARY.items():
                if intent in scores:
                    scores[contrary] = scores.get(contrary, 0.0) + scores.pop(intent)
                    told.add(contrary)
        (intent, best), (_, second) = sorted(scores.items(), key=lambda item: -item[1])[:2]
        certainty = best / (best + second + _DOUBT)
        is_told = best >= _LEAST and intent in told and intent not in _TO_THE_LETTER
        standard = self._variants.standard(words) if not is_told or intent not in by_words else words
        read = self.understand(" ".join(standard)) if standard != words else None  # 'naa i mog nimma' as 'naa ich mag nimmer'
        return read or (Typed(intent, round(min(0.99, certainty), 3)) if is_told else None)

    def _add_opinion(self, text: str, scores: dict[str, float]) -> None:
        for intent, opinion in self._classifier.rank(text[:_MAX_TEXT]):
            scores[intent] = scores.get(intent, 0.0) + _OPINION * likeness(opinion)

    def _told_at_last(self, text: str) -> Typed | None:
        """Tell what a message ends with, after what was done for it or who did not listen.

        'Hab alles drin und es geht', 'Oma hat nicht aufgepasst, nochmal bitte'.
        """
        first, _, last = _LAST_PART.sub("\n", text[:_MAX_TEXT].rstrip(" .!")).rpartition("\n")
        meant = self.exactly(last) if first else None
        if meant is None or self.is_denied(first):
            return None
        if self._says_unheard(first):
            return Typed(meant.intent, _TOLD_AT_FIRST)
        before = self.understand(first) if meant.intent == _WORKS else None
        if before is None or before.intent not in _BEFORE_SUCCESS:
            return None
        return Typed(_DONE if before.intent == _DONE else _WORKS, _TOLD_AT_FIRST)

    def _says_again(self, text: str) -> Typed | None:
        """Tell whether one asks for a step again and says what for: 'wie bitte? ich höre schlecht'."""
        first, *others = filter(str.strip, _SENTENCES.split(text[:_MAX_TEXT]))
        if not others or not self.says_exactly(first, _REPEAT):
            return None
        is_all = all(self._says_unheard(other) or self.says_exactly(other, _REPEAT) for other in others)
        return Typed(_REPEAT, _TOLD_AT_FIRST) if is_all else None

    def _says_unheard(self, text: str) -> bool:
        read = self._variants.standard(_words(text))
        return any(_place(phrase, read) is not None for phrase in self._unheard)

    def exactly(self, text: str) -> Typed | None:
        """Tell what a message means that is one of the phrases, word for word; None for any other."""
        return self._exactly(_words(text))

    def says_exactly(self, text: str, *intents: str) -> bool:
        """Tell whether a message is a phrase for one of these, word for word."""
        meant = self.exactly(text)
        return meant is not None and meant.intent in intents

    def holds(self, text: str, intent: str) -> bool:
        """Tell whether a whole phrase for this stands in a message, word for word: 'abbrechen', in 'kann ich abbrechen?'."""
        words = _words(text)
        return any(meant == intent and _place(phrase, words) is not None for phrase, meant in self._phrases.items())

    def exactly_in_parts(self, text: str) -> list[Typed]:
        """Tell what the parts between commas mean that are phrases, word for word: 'es klappt, danke'."""
        return [meant for part in _BETWEEN.split(text[:_MAX_TEXT]) if (meant := self.exactly(part)) is not None]

    def goes_back(self, text: str) -> Typed | None:
        """Tell whether a message begins with words for going back, and then says what for: 'muss zurück, da war ein Fehler'."""
        first, *others = _BETWEEN.split(text[:_MAX_TEXT])
        meant = self.exactly(first) if others else None
        return Typed(_BACK, _TOLD_AT_FIRST) if meant is not None and meant.intent == _BACK else None

    def _exactly(self, words: tuple[str, ...]) -> Typed | None:
        said = tuple(word for word in words if word[0] != "?" and word < _PICTURES)
        intent = self._phrases.get(words) or self._phrases.get(said) or self._in_standard(self._variants.standard(said))
        if intent is None and any("j" in word for word in said):
            intent = self._in_standard(self._variants.standard(self._with_g(said)))
        if intent is None or (said and self._is_belied(intent, words)):
            return None
        return Typed(intent, 1.0)

    def _is_belied(self, intent: str, words: tuple[str, ...]) -> bool:
        """Tell whether a sign beside the words means something else: 'geht 👎'."""
        signs = {self._alone[word] for word in words if word >= _PICTURES and word in self._alone}
        return not signs <= {intent, *_OF_CONTENT}

    def _in_standard(self, words: tuple[str, ...]) -> str | None:
        return self._phrases.get(words) or self._standard.get(words)  # 'wos host gsogt' as 'was hast gesagt'

    def _with_g(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Give words with a 'g' for each 'j' of those that are none otherwise: 'jeschafft', 'losjehn'."""
        known = self._variants.word
        return tuple(word if word in self._weights or known(word) else _AS_J.sub("g", word) for word in words)

    def is_all_known(self, text: str) -> bool:
        """Tell whether every word of a message stands in phrases, typos allowed: 'das nächste Treffen' names something else."""
        return all(self._known(word) for word in _words(text) if word[0] != "?")

    def uses(self, word: str) -> bool:
        """Tell whether a word, folded, stands in a phrase: then it names no thing of a program."""
        return word in self._weights

    def _slipped(self, words: tuple[str, ...]) -> Typed | None:
        """Tell what a word means that has a letter too few, too many or swapped, of a phrase of one word: 'weitr', 'wieter'."""
        word = words[0]
        is_word = word in self._weights or (self._is_word is not None and self._is_word(word))
        if len(words) > 1 or len(word) < _TYPO_FROM or is_word:
            return None
        near = {
            intent
            for phrase, intent in self._alone.items()
            if len(phrase) > _TYPO_FROM and phrase[0] == word[0] and _is_slip_of(word, phrase)
        }
        return Typed(near.pop(), _TOLD_AT_FIRST) if len(near) == 1 else None

    def _behind_sounds(self, words: tuple[str, ...]) -> Typed | None:
        """Tell what a phrase means that only has sounds ahead of it, 'ups zu schnell', or a yes to turn a page: 'gut, weiter'."""
        if words[0] not in self._ahead:
            return None
        meant = self._exactly(tuple(dropwhile(self._ahead.__contains__, words)))
        if meant is None or (words[0] not in self._sounds and meant.intent not in _AFTER_A_YES):
            return None  # 'ja halt' ends nothing
        return Typed(meant.intent, _TOLD_AT_FIRST)

    def _politely(self, words: tuple[str, ...]) -> Typed | None:
        """Tell what a phrase means that words of courtesy stand in: 'bitte einen Schritt mal zurück'."""
        read = self._variants.standard(words)
        bare = tuple(word for word in read if word not in self._polite)
        meant = self._exactly(bare) if bare and len(bare) < len(read) else None
        return Typed(meant.intent, _TOLD_AT_FIRST) if meant is not None and meant.intent in _WITH_COURTESY else None

    def is_slip(self, word: str) -> bool:
        """Tell whether a word of no phrase is a whole phrase in haste: with its letters swapped, or a letter too few or too many.

        'Beck', 'hilde' and 'kevin' are names, while 'bakc' and 'zurük' are slips.
        """
        plain = fold(word)
        is_haste = word.islower() and len(plain) > _MOST_LETTERS_OF_A_NAME
        letters = sorted(plain)
        return any(sorted(phrase) == letters or (is_haste and _is_slip_of(plain, phrase)) for phrase in self._alone)

    def is_good_all_the_same(self, text: str) -> bool:
        """Tell whether words only sound as if something failed: 'keine Probleme, alles geht'."""
        words = _words(text)
        kept = self._without_kept(words)
        return kept != words and not self._is_denied(kept)

    def is_denied(self, text: str) -> bool:
        """Tell whether words say that something is not so, or only by half: 'ja, aber nur eine'."""
        return self._is_denied(self._without_kept(_words(text)))

    def _is_denied(self, words: tuple[str, ...]) -> bool:
        read = self._variants.standard(words)  # 'nei, gaht nöd'
        if not any(_place(phrase, words) is not None or _place(phrase, read) is not None for phrase in self._turns):
            return False
        heard = _without(self._unheard, read)  # 'Oma hat nicht zugehört' tells of nothing that fails
        return heard == read or self._is_denied(heard)

    def _without_kept(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Leave 'kein Problem' and the like out."""
        return _without(self._keeps, words)

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
        if len(word) < _TYPO_FROM:
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
                found[self._phrases[phrase]].append(there * share**2)
        length = math.sqrt(len(words))
        return {intent: self._sum(worths) / length for intent, worths in found.items()}

    @staticmethod
    def _sum(worths: Iterable[float]) -> float:
        best, *others = sorted(worths, reverse=True)
        return best + _ADDED * sum(others[:3])
