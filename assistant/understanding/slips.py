"""Mends slips: what is mistyped, written as it sounds, or lacks its first letter or its vowels is read as the known word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.spelling import Spelling
from assistant.understanding.sounding import SOUNDING_FROM, sound

if TYPE_CHECKING:
    from collections.abc import Collection

    from assistant.understanding.compounds import Compounds
    from assistant.understanding.variants import Variants

_FORM_FROM = 5
"""Letters of a form of a word, as dialects write it, that is known by its sound: 'haaßd', which is 'hääschd' elsewhere."""
_TAIL_FROM = 6
"""Letters of a word that is known without its first one: 'erver', 'oosteingang'."""
_CONSONANTS_FROM = 4
"""Letters of a word that is known without its vowels: 'srvr', not 'pst'."""
_VOWELS = re.compile(r"(?<!^)[aeiouy]")


class Slips:
    """Knows what mistyped words stand for. Its memory of words looked at is bounded."""

    def __init__(
        self,
        words: Collection[str],
        meaning: Collection[str],
        telling: Collection[str],
        naming: Collection[str],
        only_exact: Collection[str],
        compounds: Compounds,
        variants: Variants,
    ) -> None:
        """Build it.

        Args:
            words: All known words; none of them is a slip.
            meaning: Those that mean something by themselves, and so are known by their sound as well.
            telling: Those of them that fill a slot. Of two words that are as near, a slip is one of these.
            naming: Those of these that name no topic, but a value, a protocol, a direction or a program; they are known without
                their first letter, and without their vowels, too.
            only_exact: Words that nothing is a slip of.
            compounds: What is made of known words is no slip of another one.
            variants: Forms of words; what sounds like one of them is read as its word, too.
        """
        self._spelling = Spelling(words, only_exact, telling)
        self._telling = telling
        self._compounds = compounds
        last_wins = sorted(meaning, key=lambda word: (word in telling, word))
        self._sounding = {sound(word): word for word in last_wins if len(word) >= SOUNDING_FROM}
        """What sounds like a known word."""
        self._sounding_like_form = {sound(form): variants.word(form) for form in variants.forms() if len(form) >= _FORM_FROM}
        self._by_tail = {word[1:]: word for word in sorted(naming) if len(word) >= _TAIL_FROM}
        """By all letters but the first."""
        shortest_wins = sorted(filter(str.isalpha, naming), key=lambda word: (-len(word), word))
        self._by_consonants = {short: word for word in shortest_wins if len(short := _VOWELS.sub("", word)) >= _CONSONANTS_FROM}
        """By the first letter and all later ones but vowels: 'usrnm'."""

    @property
    def words(self) -> dict[str, None]:
        """The known words, as keys."""
        return self._spelling.words

    def mended(self, word: str) -> str:
        """Give the known word that a word is or is a slip of, else the word itself."""
        owner = word.removesuffix("'s")
        if owner in self._spelling.words:
            return owner  # "the server's name"
        heard = sound(word) if len(word) >= _FORM_FROM else ""
        known = self._spelling.known(word)
        if (form := self._sounding_like_form.get(heard)) and (known == word or sound(known) != heard):
            return form
        if known == word:
            alike = self._sounding.get(heard) if len(word) >= SOUNDING_FROM else None
            found = alike or self._by_tail.get(word) or self._by_tail.get(word[1:]) or self._by_consonants.get(word)
            return found or word
        if known in self._telling:
            return word if self._compounds.is_whole(word) else known  # a 'Mailport' is no mistyped 'Mailhost'
        if word in self._by_tail:
            return self._by_tail[word]  # 'erver' is rather 'server' than 'ever'
        return word if self._compounds.parts_of(word) else known  # a 'Posteingangsport' is no mistyped 'Posteingangskorb'
