"""Tells the language of a message by its small words and the content's words of that language."""

from __future__ import annotations

from collections import defaultdict
from sys import intern
from typing import TYPE_CHECKING

from assistant.understanding.text import MAX_CHARACTERS, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assistant.knowledge.models.content import Content
    from assistant.knowledge.models.guides import Guide
    from assistant.understanding.variants import Variants

_EXPECTED = 0.2
_LEAST, _AHEAD = 0.4, 0.2
"""The score of a language that is told, and by how much it is ahead of the others."""
_LEAST_SHARE = 0.35
"""The least that the words of another language than the expected one must tell on average, those that nobody knows among them.

Of the content's own questions 99 of 100 tell .4 and more; of 37 in 24 further languages one does, in a Dutch much like German.
"""
_OWN_WORDS, _MAIL_WORDS = 1.0, 0.6
"""A language's small words tell it for certain; mail words travel: 'wie ist der outgoing port'."""
_MARKS_OF_NONE = ("¿", "¡")
"""What is written in Spanish only: its accents alone look French."""
_AT_THE_END = 12
"""Words at the end of a message in which an answer in a language is asked for; in a story 'in German' tells of other things."""
_BEFORE_IT = 2
"""Words before a language in which a 'no' denies it: 'don't really speak German'."""
_TELLING = frozenset({"question", "meaning", "why", "which", "function_words"})

_Weights = dict[str, dict[str, float]]
"""Word → language → how much the word is one of it."""


class LanguageTeller:
    """Knows which words belong to which of the content's languages."""

    def __init__(self, content: Content, variants: Variants, strange: Callable[[tuple[str, ...]], int]) -> None:
        """Prepare it.

        Args:
            content: Whose languages it tells.
            variants: The other forms of words: 'odor' is 'oder'.
            strange: Counts the words that stand nowhere in the content.
        """
        self._strange = strange
        weights: _Weights = defaultdict(dict)
        letters: dict[str, list[str]] = defaultdict(list)
        cues = content.vocabulary.cue.root
        self.languages = content.languages
        self._partial = frozenset(content.club.partial_languages)
        self._asked_for = {
            language: tuple(f" {' '.join(words_of(phrase))} " for phrase in phrases)
            for language, phrases in cues["in_language"].root.items()
        }
        no = (words_of(phrase) for name in ("denies", "hardly") for phrase in content.vocabulary.cue.phrases(name))
        self._denials = {words[0] for words in no if len(words) == 1}
        self._shown_beside = {language: _shown_beside(content, language) for language in self._asked_for}
        self._beginnings = {word for phrases in self._asked_for.values() for phrase in phrases for word in phrase.split()[:1]}
        for language, phrases in cues["function_words"].root.items():
            _add(weights, language, phrases, _OWN_WORDS, alone=_OWN_WORDS)
            for letter in {letter for letter in "".join(phrases).lower() if letter.isalpha() and not letter.isascii()}:
                letters[letter].append(language)
        vocabulary = content.vocabulary
        for slots in (vocabulary.aspect, vocabulary.direction, vocabulary.topic, vocabulary.cue):
            for name, words in slots.root.items():
                if name not in {"common", "none", "in_language", "function_words"}:
                    for language, phrases in words.root.items():
                        tells = name in _TELLING or slots is vocabulary.topic  # 'imap pop difference?' is English
                        _add(weights, language, phrases, _MAIL_WORDS, alone=_OWN_WORDS if tells else _MAIL_WORDS)
        for language, phrases in cues["common"].root.items():
            if language not in self._partial:
                self._take_everyday(weights, phrases)
        for word in _named_in_all(content.guides.values()):
            weights.pop(word, None)  # 'eM Client' is no 'em' of a dialect
        self._telling = self._tell_apart({word: of_word for word, of_word in weights.items() if not word.isdigit()})
        self._variants = variants
        self._undecided = frozenset(form for form in variants.forms() if form in weights and form not in self._telling)
        """Forms that are words of several languages as well."""
        self._letters = {letter: languages[0] for letter, languages in letters.items() if len(languages) == 1}
        """What only one of the languages writes, such as 'ß' or 'ç'."""

    def _take_everyday(self, weights: _Weights, phrases: tuple[str, ...]) -> None:
        """Take everyday words of a whole language from those that are only partly there: 'main port' is no French."""
        for word in (word for phrase in phrases for word in words_of(phrase)):
            told = weights.get(word, {})
            if self._partial.issuperset(told) and all(weight <= _MAIL_WORDS for weight in told.values()):
                weights.pop(word, None)

    def _tell_apart(self, weights: _Weights) -> dict[str, tuple[tuple[str, float], ...]]:
        """Give what each word says for each language; a word of two languages says only their difference.

        A language that is only partly there takes nothing from a word that another has as well.
        """
        telling = {}
        same: dict[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]] = {}
        for word, of_word in weights.items():
            said = []
            for language, weight in of_word.items():
                yields = self._partial if weight <= _MAIL_WORDS and language not in self._partial else ()
                rivals = (other for name, other in of_word.items() if name != language and (name not in yields or other > weight))
                others = max(rivals, default=0.0)
                if weight > others:
                    said.append((language, weight - others))
            if said:
                telling[word] = same.setdefault(tuple(said), tuple(said))
        return telling

    def tell(self, text: str, words: tuple[str, ...], expected: str = "") -> str:
        """Give the language of a text, or an empty string where it has none.

        Args:
            text: As it was written.
            words: Its folded words, slips mended.
            expected: The language that the circumstances speak for where the text hardly tells.
        """
        if asked_for := self._asked_for_in(words[-_AT_THE_END:]):
            return asked_for
        is_plain = text.isascii()
        if not is_plain and any(mark in text for mark in _MARKS_OF_NONE):
            return ""
        by_words: dict[str, float] = dict.fromkeys(self.languages, 0.0)
        read = words if self._variants.forms().isdisjoint(words) else tuple(map(self._as_told, words))
        for word in read:
            for language, weight in self._telling.get(word, ()):
                by_words[language] += weight
        scores = by_words.copy()
        if not is_plain:
            written = text[:MAX_CHARACTERS].lower()
            for language in {language for letter, language in self._letters.items() if letter in written}:
                scores[language] += _OWN_WORDS
        if expected in scores:
            scores[expected] += _EXPECTED
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _AHEAD):
            return ""
        told = ranked[0][0]
        return told if told == expected or self._is_carried(words, read, by_words[told]) else ""

    def tell_by_slips(self, text: str, words: tuple[str, ...], mended: tuple[str, ...], expected: str = "") -> str:
        """Give the language of a text by what its words are slips of: 'cache' is no 'coche' where nothing speaks for French."""
        told = self.tell(text, mended, expected)
        if told in self._partial and told != expected:
            read = {name for word in words for name, _ in self._telling.get(word, ())}
            return told if told in read else ""
        return told

    def _asked_for_in(self, words: tuple[str, ...]) -> str:
        """Give the language in which words ask for an answer: '… in English, please'."""
        if self._beginnings.isdisjoint(words):
            return ""
        joined = f" {' '.join(words)} "
        for language, phrases in self._asked_for.items():
            if any(phrase in joined and not self._is_only_named(language, *joined.partition(phrase)[::2]) for phrase in phrases):
                return language
        return ""

    def _is_only_named(self, language: str, before: str, behind: str) -> bool:
        """'I don't speak German', 'mein Handy steht auf Englisch', 'alles auf Englisch gestellt' ask for none."""
        shown_before, shown_behind = self._shown_beside[language]
        is_shown = before.endswith(shown_before) or behind.startswith(shown_behind)
        return is_shown or not self._denials.isdisjoint(before.split()[-_BEFORE_IT:])

    def _is_carried(self, words: tuple[str, ...], read: tuple[str, ...], score: float) -> bool:
        """Whether the words carry a language: in one that nobody here knows a letter or a word or two look like another."""
        others = [word for word, as_told in zip(words, read, strict=True) if as_told not in self._telling]
        strange = self._strange(tuple([word for word in others if word.isalpha() and word not in self._undecided]))  # not 'pls'
        return score >= _LEAST_SHARE * (len(words) - len(others) + strange)

    def _as_told(self, word: str) -> str:
        """'odor' tells what 'oder' tells."""
        return word if word in self._telling or word in self._undecided else self._variants.word(word)


def _shown_beside(content: Content, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what tells before a language, and behind it, that it is what a device shows.

    In the language's own words it tells nothing: who says 'my phone is in English' is answered in English anyway.
    """
    words = content.vocabulary.cue.root.get("shown_in_language")
    others = [phrases for name, phrases in words.root.items() if name != language] if words else []
    shown = [" ".join(words_of(phrase)) for phrases in others for phrase in phrases]
    return tuple(f" {phrase}" for phrase in shown), tuple(f"{phrase} " for phrase in shown)


def _named_in_all(guides: Iterable[Guide]) -> set[str]:
    """Give the words that name a program in every language."""
    found = set()
    for guide in guides:
        of_languages = [
            {word for phrase in phrases for word in words_of(phrase) if len(word) > 1} for phrases in guide.words.root.values()
        ]
        found |= set.intersection(*of_languages) if of_languages else set()
    return found


def _add(weights: _Weights, language: str, phrases: tuple[str, ...], weight: float, *, alone: float) -> None:
    """Add the words of phrases; one that stands alone may tell more."""
    for phrase in phrases:
        words = words_of(phrase)
        for word in words:
            known = weights[intern(word)]
            known[language] = max(known.get(language, 0.0), alone if len(words) == 1 else weight)
