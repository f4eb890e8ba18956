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

_LONGEST_TEXT = 4096
_LOOK_AROUND = 160
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTERS = re.compile(r"[a-z]*")
_AROUND = "\"'„“”‚‘’«»`()[]{}<>*_ \t\r\n"
_END = ".,;!?…"
_SIGNS = (":=", "=>", "->", ":", "=", "→")
_DASHES = ("–", "—", "-")
_MOST_BETWEEN = 6
_COMPOUND_FROM = 6
_SENTENCE_FROM = 3
"""So many words after a plain word make a sentence of it: 'Passwort: Server meldet einen Fehler'."""
_SPECIAL = frozenset("!#$%&*+=?@^~|\\§€<>{}[];")
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


class _Link(Enum):
    NONE = auto()
    WEAK = auto()
    STRONG = auto()


class PasswordGuard:
    """Looks at messages with the words of the content. Immutable; keeps nothing of what it reads."""

    def __init__(self, words: PasswordWords) -> None:
        self._words = words

    def gives_away(self, text: str, *, asked_for: bool = False, expects_words: bool = False) -> bool:
        """Tell whether a message seems to give a password away.

        Args:
            text: The message; its first 4,096 characters count.
            asked_for: The member was just told to type a password somewhere, so that a lone token may be one.
            expects_words: The member was just told to type something else, so that a lone token which mixes digits
                with capitals, small letters or signs is one: 'Sommer2024!'.
        """
        text = text[:_LONGEST_TEXT]
        if any(self._is_announced(text, match) for match in _WORD.finditer(text)):
            return True
        is_bare = (asked_for and self._is_bare(text)) or (expects_words and self._is_mixed(text))
        return self._stands_beside_address(text) or is_bare

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

    def _is_noun(self, word: str) -> bool:
        last = fold(word).replace("’", "'").removesuffix("'s").rpartition("-")[2]
        return last in self._nouns or last.endswith(self._compounds)

    def _is_announced(self, text: str, match: re.Match[str]) -> bool:
        if not self._is_noun(match.group()):
            return False
        link, rest = self._link(text[match.end() : match.end() + _LOOK_AROUND])
        if rest and self._is_given(link, rest):
            return True
        before = text[max(0, match.start() - _LOOK_AROUND) : match.start()].split()
        if len(before) < 3 or fold(before[-1]) not in self._mine or fold(before[-2]) not in self._links:
            return False
        return self._is_random(before[-3])

    def _link(self, rest: str) -> tuple[_Link, str]:
        """Tell how the noun is tied to what follows, and give what follows; empty where a clause ends."""
        for _ in range(_MOST_BETWEEN):
            rest = rest.lstrip(_AROUND)
            sign = next((sign for sign in (*_SIGNS, *_DASHES) if rest.startswith(sign)), "")
            if sign:
                return _Link.STRONG if sign in _SIGNS else _Link.WEAK, rest[len(sign) :].lstrip(_AROUND)
            match = _WORD.match(rest)
            if match is None:
                return _Link.NONE, rest if rest[:1] not in _END else ""
            run = rest.split(maxsplit=1)[0]
            folded = fold(match.group())
            link = self._links.get(folded)
            if link is not None:
                rest = rest[match.end() :].lstrip(_AROUND)
                sign = next((sign for sign in _SIGNS if rest.startswith(sign)), "")
                return (_Link.STRONG if sign else link), rest[len(sign) :].lstrip(_AROUND)
            if "@" in run and "." in run:
                rest = rest[len(run.rstrip(":=")) :]
            elif folded in self._between:
                rest = rest[match.end() :]
            else:
                return _Link.NONE, rest
        return _Link.NONE, ""

    def _is_given(self, link: _Link, rest: str) -> bool:
        """Whether what follows the noun is a password rather than the rest of an ordinary sentence."""
        run, *others = rest.split()
        if link is not _Link.NONE and others and fold(run) in self._fillers:
            run, *others = others
        core = _core(run)
        if not core or self._is_harmless(core):
            return False
        if self._is_random(run):
            return True
        if link is _Link.NONE or len(core) < _SHORTEST_PLAIN or run.endswith("?"):
            return False
        if not others or run[-1] in _END or fold(_core(others[0])) in self._joins:
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

    def _stands_beside_address(self, text: str) -> bool:
        runs = text.replace("/", " ").replace(":", " ").split()[: _SENTENCE_FROM + 2]
        if len(runs) > _SENTENCE_FROM + 1 or not any("@" in run[1:] and "." in run for run in runs):
            return False
        return any(self._is_random(run) and not _core(run).lstrip("+").isdigit() for run in runs)

    def _is_bare(self, text: str) -> bool:
        runs = text.split()
        if len(runs) == 1:
            return self._is_random(runs[0])
        return len(runs) <= _SENTENCE_FROM and any(self._is_random(run) and _classes(run) >= 3 for run in runs)

    def _is_mixed(self, text: str) -> bool:
        runs = text.split()
        is_mixed = len(runs) == 1 and _classes(runs[0]) >= 3 and any(letter.isdigit() for letter in runs[0])
        return is_mixed and self._is_random(runs[0]) and not _is_numbered_name(runs[0])

    def _is_random(self, run: str) -> bool:
        """Whether something without blanks looks like a made-up password: digits and letters mixed, and so on."""
        core = _core(run)
        head = _LETTERS.match(fold(core))
        is_known = head is not None and head.group() in self._known
        if not _SHORTEST <= len(core) <= _LONGEST or is_known or _is_technical(core):
            return False
        letters = sum(letter.isalpha() for letter in core)
        digits = sum(letter.isdigit() for letter in core)
        if not letters:
            return digits >= _SHORTEST and core.lstrip("+").isdigit()
        if digits:
            leading = len(core) - len(core.lstrip("0123456789"))
            return not (leading == digits <= 3 and core[leading:].islower() and core[leading:].isalpha())
        if any(letter in _SPECIAL for letter in core[1:]):
            return True
        rises = sum(a.islower() and b.isupper() for a, b in pairwise(core))
        return rises >= 2 and len(core) >= 8


def _folded(phrases: Phrases) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases.all())


def _core(run: str) -> str:
    return run.strip(_AROUND).rstrip(_END).strip(_AROUND)


def _is_numbered_name(run: str) -> bool:
    """Whether it is a word with one or two digits after it, as a keyboard capitalises it: 'Maier2'."""
    name = run.rstrip("0123456789")
    return name.isalpha() and name[1:].islower() and len(run) - len(name) <= 2


def _classes(run: str) -> int:
    core = run.strip(_AROUND)
    return sum(
        (
            any(letter.islower() for letter in core),
            any(letter.isupper() for letter in core),
            any(letter.isdigit() for letter in core),
            any(letter in _SPECIAL for letter in core[1:]),
        )
    )


def _is_technical(core: str) -> bool:
    """Whether it is an address, a host name, a link, a command or an error code such as `0x800CCC0E`."""
    lowered = core.lower()
    if lowered.startswith(("/", "0x", "http", "www.", "mailto:")):
        return True
    local, at, domain = lowered.partition("@")
    labels = (domain if at else local).split(".")
    ending = labels[-1]
    is_host = len(labels) > 1 and ending.isalpha() and 2 <= len(ending) <= 6
    return is_host and all(label.replace("-", "").isalnum() for label in labels)
