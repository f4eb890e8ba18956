"""Notices when a message gives a password away, so that the bot warns and neither matches nor logs it.

It notices a password that is announced ('mein Passwort ist …', 'pw: …'), one beside an address, and, where a
password was to be typed somewhere, a message that looks like a random one. Ordinary questions must pass. The words
that decide are content (`passwords.yaml`). Linear in the length of the text: what is read after a word is bounded.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cached_property
from itertools import pairwise

from assistant.folding import fold
from assistant.knowledge.models.base import Model, Phrases
from assistant.password_looks import (
    AROUND,
    END,
    SPECIAL,
    core_of,
    has_sign_and_digit,
    is_numbered_name,
    is_technical,
    kinds_of_letters,
)

_LONGEST_TEXT = 4096
_LOOK_AROUND = 160
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTERS = re.compile(r"[a-z]*")
_SIGNS = (":=", "=>", "->", ":", "=", "→")
_DASHES = ("–", "—", "-")
_MOST_BETWEEN = 6
_COMPOUND_FROM = 6
_PART_FROM = 4
_SENTENCE_FROM = 3
"""So many words after a plain word make a sentence of it: 'Passwort: Server meldet einen Fehler'."""
_SHORTEST_PLAIN, _SHORTEST, _LONGEST = 3, 6, 64


class PasswordWords(Model):
    """The words of `passwords.yaml`; all languages count at once."""

    nouns: Phrases
    """Words for a password, also as the end of a compound."""
    says: Phrases
    """After these comes the password: 'lautet'."""
    may_say: Phrases
    """After these comes a password or something harmless: 'ist'."""
    between: Phrases
    """What may stand between the noun and 'ist'."""
    fillers: Phrases
    """What may stand between 'ist' and the password: 'jetzt'."""
    joins: Phrases
    """How the sentence goes on after the password: 'und'."""
    mine: Phrases
    """What stands before the noun when the password came first: '… ist mein Passwort'."""
    harmless: Phrases
    """What follows 'Passwort ist' without being a password."""
    known: Phrases
    """Beginnings of words that look random and are none: 'iPhone15'."""
    own: Phrases
    """What tells that it is one's own password or that of a mailbox: others are told in groups on purpose."""


class _Link(Enum):
    NONE = auto()
    WEAK = auto()
    STRONG = auto()


class PasswordGuard:
    """Looks at messages with the words of the content. Immutable; keeps nothing of what it reads."""

    def __init__(self, words: PasswordWords) -> None:
        self._words = words

    def gives_away(self, text: str, *, asked_for: bool = False, expects_words: bool = False, overheard: bool = False) -> bool:
        """Tell whether a message seems to give a password away.

        Args:
            text: The message; its first 4,096 characters count.
            asked_for: The member was just told to type a password somewhere, so that a lone token may be one.
            expects_words: The member was just told to type something else, so that a lone token which mixes digits
                with capitals, small letters or signs is one: 'Sommer2024!'.
            overheard: It was said to the members of a group, who tell each other passwords on purpose, that of the wireless
                network say: then only somebody's own password counts, and that of a mailbox.
        """
        text = text[:_LONGEST_TEXT]
        if any(self._is_announced(text, match, overheard=overheard) for match in _WORD.finditer(text)):
            return True
        is_bare = (asked_for and self._is_bare(text)) or (expects_words and self._is_mixed(text))
        return self._stands_beside_address(text, overheard=overheard) or is_bare

    def speaks_of_one(self, text: str) -> bool:
        """Tell whether a text speaks of passwords, such as the title of a trouble."""
        return any(self._is_noun(match.group()) for match in _WORD.finditer(text[:_LONGEST_TEXT]))

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return _folded(self._words.nouns)

    @cached_property
    def _compounds(self) -> tuple[str, ...]:
        return tuple(noun for noun in self._nouns if len(noun) >= _COMPOUND_FROM)

    @cached_property
    def _links(self) -> dict[str, _Link]:
        weak = dict.fromkeys(_folded(self._words.may_say), _Link.WEAK)
        return weak | dict.fromkeys(_folded(self._words.says), _Link.STRONG)

    @cached_property
    def _between(self) -> frozenset[str]:
        return _folded(self._words.between)

    @cached_property
    def _fillers(self) -> frozenset[str]:
        return _folded(self._words.fillers)

    @cached_property
    def _joins(self) -> frozenset[str]:
        return _folded(self._words.joins)

    @cached_property
    def _mine(self) -> frozenset[str]:
        return _folded(self._words.mine)

    @cached_property
    def _harmless(self) -> frozenset[str]:
        return _folded(self._words.harmless) | self._joins | self._known

    @cached_property
    def _known(self) -> frozenset[str]:
        return _folded(self._words.known)

    @cached_property
    def _own(self) -> frozenset[str]:
        return _folded(self._words.own)

    @cached_property
    def _own_parts(self) -> tuple[str, ...]:
        return tuple(word for word in self._own if len(word) >= _PART_FROM)

    def _is_noun(self, word: str) -> bool:
        last = _without_ending(word).rpartition("-")[2]
        return last in self._nouns or last.endswith(self._compounds)

    def _is_announced(self, text: str, match: re.Match[str], *, overheard: bool) -> bool:
        if not self._is_noun(match.group()):
            return False
        before = text[max(0, match.start() - _LOOK_AROUND) : match.start()].split()
        link, between, rest = self._link(text[match.end() : match.end() + _LOOK_AROUND])
        counts = not overheard or self._is_own(before, match.group(), between)
        if counts and rest and self._is_given(link, rest, overheard=overheard):
            return True
        announcing = self._own if overheard else self._mine
        if len(before) < 3 or fold(before[-1]) not in announcing or fold(before[-2]) not in self._links:
            return False
        return self._is_random(before[-3])

    def _is_own(self, before: list[str], noun: str, between: list[str]) -> bool:
        """Whether it is the writer's own password or a mailbox's: 'mein altes Passwort', 'Mailpasswort', 'Passwort für IMAP'."""
        noun = _without_ending(noun)
        if noun not in self._nouns:
            return noun.startswith(self._own_parts)
        if not self._own.isdisjoint(between) or any("@" in word for word in between):
            return True
        for word in (fold(core_of(run)) for run in before[:-_MOST_BETWEEN:-1]):
            if word in self._own or "@" in word:
                return True
            if word not in self._between:
                break
        return False

    def _link(self, rest: str) -> tuple[_Link, list[str], str]:
        """Tell how the noun is tied to what follows, and give what stands between and what follows; empty where a clause ends."""
        between: list[str] = []
        for _ in range(_MOST_BETWEEN):
            rest = rest.lstrip(AROUND)
            sign = next((sign for sign in (*_SIGNS, *_DASHES) if rest.startswith(sign)), "")
            if sign:
                return _Link.STRONG if sign in _SIGNS else _Link.WEAK, between, rest[len(sign) :].lstrip(AROUND)
            match = _WORD.match(rest)
            if match is None:
                return _Link.NONE, between, rest if rest[:1] not in END else ""
            run = rest.split(maxsplit=1)[0]
            folded = fold(match.group())
            link = self._links.get(folded)
            if link is not None:
                rest = rest[match.end() :].lstrip(AROUND)
                sign = next((sign for sign in _SIGNS if rest.startswith(sign)), "")
                return (_Link.STRONG if sign else link), between, rest[len(sign) :].lstrip(AROUND)
            if "@" in run and "." in run:
                between.append(run)
                rest = rest[len(run.rstrip(":=")) :]
            elif folded in self._between:
                between.append(folded)
                rest = rest[match.end() :]
            else:
                return _Link.NONE, between, rest
        return _Link.NONE, between, ""

    def _is_given(self, link: _Link, rest: str, *, overheard: bool) -> bool:
        """Whether what follows the noun is a password rather than the rest of an ordinary sentence."""
        run, *others = rest.split()
        if link is not _Link.NONE and others and fold(run) in self._fillers:
            run, *others = others
        core = core_of(run)
        if not core or self._is_harmless(core):
            return False
        if self._is_random(run):
            return True
        may_be_said_of_it = overheard and link is _Link.WEAK and not core.isdigit()  # 'mein Passwort ist peinlich'
        if link is _Link.NONE or may_be_said_of_it or len(core) < _SHORTEST_PLAIN or run.endswith("?"):
            return False
        if not others or run[-1] in END or fold(core_of(others[0])) in self._joins:
            return True
        if "?" in rest:
            return False
        return len(others) < _SENTENCE_FROM and (link is _Link.STRONG or core.isdigit())

    def _is_harmless(self, core: str) -> bool:
        if not any(letter.isalnum() for letter in core) or len(set(core.lower())) == 1:
            return True  # '***', 'xxxx'
        first = re.split(r"[/'’,.]", fold(core), maxsplit=1)[0]
        whole = fold(core)
        is_plain = whole.replace("/", "").replace("-", "").isalpha()
        return whole in self._harmless or self._is_noun(core) or (is_plain and first in self._harmless)

    def _stands_beside_address(self, text: str, *, overheard: bool) -> bool:
        runs = text.replace("/", " ").replace(":", " ").split()[: _SENTENCE_FROM + 2]
        address = next((run for run in runs if "@" in run[1:] and "." in run), None)
        if len(runs) > _SENTENCE_FROM + 1 or address is None:
            return False
        runs.remove(address)
        random = [run for run in runs if self._is_random(run) and not core_of(run).lstrip("+").isdigit()]
        return any(has_sign_and_digit(run) for run in random) if overheard else bool(random)  # 'anna@web.de Sopran2'

    def _is_bare(self, text: str) -> bool:
        runs = text.split()
        if len(runs) == 1:
            return self._is_random(runs[0])
        return len(runs) <= _SENTENCE_FROM and any(self._is_random(run) and kinds_of_letters(run) >= 3 for run in runs)

    def _is_mixed(self, text: str) -> bool:
        runs = text.split()
        is_mixed = len(runs) == 1 and kinds_of_letters(runs[0]) >= 3 and any(letter.isdigit() for letter in runs[0])
        return is_mixed and self._is_random(runs[0]) and not is_numbered_name(runs[0])

    def _is_random(self, run: str) -> bool:
        """Whether something without blanks looks like a made-up password: digits and letters mixed, and so on."""
        core = core_of(run)
        head = _LETTERS.match(fold(core))
        is_known = head is not None and head.group() in self._known
        if not _SHORTEST <= len(core) <= _LONGEST or is_known or is_technical(core):
            return False
        letters = sum(letter.isalpha() for letter in core)
        digits = sum(letter.isdigit() for letter in core)
        if not letters:
            return digits >= _SHORTEST and core.lstrip("+").isdigit()
        if digits:
            leading = len(core) - len(core.lstrip("0123456789"))
            return not (leading == digits <= 3 and core[leading:].islower() and core[leading:].isalpha())
        if any(letter in SPECIAL for letter in core[1:]):
            return True
        rises = sum(a.islower() and b.isupper() for a, b in pairwise(core))
        return rises >= 2 and len(core) >= 8


def _folded(phrases: Phrases) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases.all())


def _without_ending(word: str) -> str:
    return fold(word).replace("’", "'").removesuffix("'s")
