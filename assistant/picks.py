"""Finds what somebody picks in words that stand on no button: 'das zweite', 'doch lieber IMAP', 'Windows', 'Schritt 3'.

A pick is made of nothing but the words for one thing and of words that add nothing to it: what says more is a question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.guides.choosing import KINDS
from assistant.met import Met
from assistant.phrases import plain as _plain

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from assistant.knowledge.models.base import Phrases
    from assistant.knowledge.models.content import Content

_MOST_LETTERS = 100
_ORDINALS = ("first", "second", "third")
_COUNTS = ("two", "three", "four")
_TAILS = (2, 3)
_ENDING = 2
"""Letters that a word may have more than one on a label: 'neues', 'klassische'."""
_MOST_DIGITS, _MOST_DIGITS_OF_A_VERSION = 2, 4
"""Of a step's number; of a version's, as in 'Outlook 2016'."""


_OF_WORDS = frozenset(
    {
        "around",
        "beside_step",
        "turning",
        "asking_to",
        "beside_turning",
        "rejecting",
        "between_rejecting",
        "beside_language",
        "language",
        "lacking",
        "beside_device",
    }
)
"""Kinds of which only the single words count, or of which something else is made."""


class Surroundings(NamedTuple):
    """What somebody sets their mailbox up with and on; what was not told is empty."""

    program: str
    """The guide of that name."""
    device: str
    numbers: dict[str, int]
    """The numbers told, each by the word before it: 'iPhone 13 mit iOS 17'."""
    words: str
    """What was told, folded and without numbers."""
    is_version: bool
    """Whether nothing but a version was told: 'meine Version ist 128'."""


class Picks:
    """The words of the content for what may be picked. Immutable after it was built, but for the text that was read last."""

    def __init__(self, content: Content) -> None:
        picks, subjects = content.vocabulary.pick.root, content.vocabulary.subject.root
        self._around = _words_of(picks, "around")
        self._beside_step = _words_of(picks, "beside_step")
        self._turning = _words_of(picks, "turning")
        self._asking_to = _words_of(picks, "asking_to")
        self._beside_turning = _words_of(picks, "beside_turning")
        self._rejecting = _words_of(picks, "rejecting")
        self._between_rejecting = _words_of(picks, "between_rejecting")
        self._beside_language = _words_of(picks, "beside_language")
        self._lacking = _words_of(picks, "lacking")
        self._beside_device = _words_of(picks, "beside_device")
        self._versions = _words_of(picks, "version")
        languages = picks["language"].root if "language" in picks else {}
        self._languages = {_plain(phrase): language for language, phrases in languages.items() for phrase in phrases}
        self._of_languages = frozenset(word for phrase in self._languages for word in phrase.split())
        self._met: Met[tuple[str, str]] = Met()
        """Short texts, each of which is asked about several times, as they are and without what adds nothing."""
        self._kinds = {kind: frozenset(_all(phrases)) for kind, phrases in picks.items() if kind not in _OF_WORDS}
        self._devices = _by_words(content.vocabulary.device.root.items())
        self._devices |= {self._bare(words): device for words, device in self._devices.items()}
        self._protocols = _by_words((name, subjects[name]) for name in content.settings.protocols if name in subjects)
        named = [(guide.program, _plain(name)) for guide in content.guides.values() for name in guide.name.root.values()]
        named += [(guide.program, words) for guide in content.guides.values() for words in _all(guide.words)]
        self._programs: dict[str, str] = {}
        for program, words in named:
            self._programs.setdefault(words, program)

    def place(self, text: str) -> int | None:
        """Give the place of what is picked by its number, counted from 0: 'das zweite'."""
        return next((place for place, kind in enumerate(_ORDINALS) if self._is(text, kind)), None)

    def is_recommended(self, text: str) -> bool:
        """Tell whether somebody wants what is recommended."""
        return self._is(text, "recommended")

    def accepts(self, text: str) -> bool:
        """Tell whether somebody wants what was just offered: 'ja bitte', 'und wie geht das genau?'."""
        return len(text) < _MOST_LETTERS and _plain(text) in self._kinds.get("accepts", ())

    def device(self, text: str) -> str:
        """Give the device that is named, 'es ist ein Laptop', by its make where that tells more; empty where none is."""
        if device := self._found(text, self._devices):
            return device
        told = self._without_rejected(self._forms(text)[1].split())
        named = {self._devices.get(word, "") for word in told if word not in self._beside_device}
        makes, kinds = named - KINDS.keys(), named & KINDS.keys()
        if "" in named or len(makes) > 1 or len(kinds) > 1:
            return ""
        make, kind = "".join(makes), "".join(kinds)
        return kind if kind and make not in KINDS[kind] else make

    def devices_named(self, text: str) -> set[str]:
        """Give the devices that a sentence names and does not turn down: the phone, of 'ich mein am Handy, nicht am PC'."""
        words = self._without_rejected([word for word in _plain(text[:_MOST_LETTERS]).split() if word not in self._around])
        return {self._devices[word] for word in words if word in self._devices}

    def _without_rejected(self, words: list[str]) -> list[str]:
        """Leave out the devices right behind a no, with that: 'nicht Handy'."""
        rejected = {at for at in range(1, len(words)) if words[at] in self._devices and words[at - 1] in self._rejecting}
        return [word for at, word in enumerate(words) if at not in rejected and at + 1 not in rejected]

    def protocol(self, text: str) -> str:
        """Give the way of fetching emails that is wanted: 'nee doch lieber IMAP'; empty where none is."""
        return self._found(text, self._protocols)

    def turned_to(self, text: str) -> str:
        """Give the way of fetching emails that is turned to: 'nein, IMAP ist doch besser', 'can we do imap instead?'.

        Empty where none is, and where words only ask about one: 'ist IMAP besser?'.
        """
        wanted = self.protocol(text)
        words = _plain(text).split() if len(text) < _MOST_LETTERS else []
        named = [at for at, word in enumerate(words) if word in self._protocols]
        beside = [word for word in words if word not in self._protocols]
        if len(named) > 1:  # 'nicht POP3, sondern IMAP'
            named = [at for at in named if at == 0 or words[at - 1] not in self._rejecting]
            beside = [word for word in beside if word not in self._rejecting]
        if wanted or len(named) != 1 or self._turning.isdisjoint(beside):
            return wanted
        around = (self._around, self._turning, self._asking_to, self._beside_turning)
        if not all(_is_one(word, around) for word in beside):
            return ""
        starts = (self._asking_to,) if "?" in text else (*around[:3], self._rejecting, self._protocols)
        return self._protocols[words[named[0]]] if _is_one(words[0], starts) else ""

    def language(self, text: str) -> str:
        """Give the language that is asked for: 'english please', 'kannst du deutsch?'; empty where none is."""
        plain = self._forms(text)[0] or (_plain(text) if len(text) < _MOST_LETTERS else "")
        if self._of_languages.isdisjoint(plain.split()):
            return ""
        around = (self._around, self._beside_language)
        bare = " ".join(word for word in plain.split() if not _is_one(word, around))
        return self._languages.get(plain) or self._languages.get(bare, "")

    def step(self, text: str) -> int | None:
        """Give the number, counted from 1, of the step that somebody wants to see: 'zurück zu Schritt 2', 'the third step'."""
        words = _plain(text).split() if len(text) < _MOST_LETTERS and "?" not in text else []
        named = [word for word in words if word in self._kinds.get("step", ())]
        around = (self._around, self._beside_step)
        rest = [word for word in words if word not in named and not _is_one(word, around)]
        if not named or len(rest) != 1:
            return None
        if rest[0].isdigit() and len(rest[0]) <= _MOST_DIGITS:
            return int(rest[0])
        return next((number for number, kind in enumerate(_ORDINALS, 1) if rest[0] in self._kinds.get(kind, ())), None)

    def steps_on(self, text: str) -> int:
        """Give how many steps somebody wants to go on, or back with a minus: 'zwei Schritte zurück'; 0 for any other words."""
        words = _plain(text).split() if len(text) < _MOST_LETTERS else []
        ways = {"backwards": -1, "ahead": 1}
        named = {kind: [word for word in words if word in self._kinds.get(kind, ())] for kind in ("steps", *ways)}
        counts = [count for word in words if (count := self._count(word))]
        known = {word for found in named.values() for word in found}
        rest = [word for word in words if word not in known and not self._count(word)]
        turned = [sign for kind, sign in ways.items() if named[kind]]
        is_it = bool(named["steps"]) and len(counts) == 1 and bool(turned)
        return turned[0] * counts[0] if is_it and all(_is_one(word, (self._around, self._beside_step)) for word in rest) else 0

    def _count(self, word: str) -> int:
        """Give the number that a word is: 'zwei', '3'; 0 for another word."""
        if word.isdigit():
            return int(word) if len(word) <= _MOST_DIGITS else 0
        return next((number for number, kind in enumerate(_COUNTS, 2) if word in self._kinds.get(kind, ())), 0)

    def surroundings(self, text: str) -> Surroundings:
        """Give what is told of a program, its version or a device, if that is all: 'Thunderbird Version 115'."""
        words = _plain(text).split() if len(text) < _MOST_LETTERS and "?" not in text else []
        places = [at for at, word in enumerate(words) if word.isdigit() and len(word) <= _MOST_DIGITS_OF_A_VERSION]
        numbers = {words[at - 1] if at else "": int(words[at]) for at in places}
        bare = " ".join(word for word in words if not word.isdigit() and word not in self._versions)
        told = (text, bare) if bare else ()
        program, device = (next(filter(None, map(name, told)), "") for name in (self.program, self.device))
        rest = [word for word in bare.split() if word not in self._around]
        if not program and rest:  # 'iPhone mit iOS 17'
            each = {self._programs.get(word, "") for word in rest}
            program = each.pop() if len(each) == 1 else ""
        is_version = bool(numbers) and not rest and not self._kinds.get("version", frozenset()).isdisjoint(words)
        return Surroundings(program, device, numbers, bare, is_version)

    def says(self, text: str, kind: str) -> bool:
        """Tell whether words say nothing but what the phrases of a kind do: `resume`, `go_on`, `how_far`."""
        return self._is(text.replace("?", ""), kind)

    def program(self, text: str) -> str:
        """Give the program that is named to the letter, and wanted; empty where none is."""
        program = self._found(text, self._programs)
        return "" if program and self.rejects(text, program) else program

    def lacks(self, text: str) -> tuple[str, str]:
        """Give the program that somebody says they do not have, and the one they have instead: 'hab kein Outlook'.

        Both are empty where something else is said; the second one where it is not told: 'hab kein Outlook, sondern Gmail'.
        """
        words = self._forms(text)[0].split()
        denied = next(
            (at for at, word in enumerate(words) if word in self._rejecting or word in self._kinds.get("none", ())), None
        )
        if denied is None:
            return "", ""
        rest = [at for at, word in enumerate(words) if not _is_one(word, (self._around, self._lacking, self._turning))]
        whole = self._programs.get(" ".join(words[at] for at in rest), "")
        if whole or len(rest) != 2:
            return whole, ""
        lacked = next((at for at in rest if at > denied), rest[0])
        [has] = [at for at in rest if at != lacked]
        programs = self._programs.get(words[lacked], ""), self._programs.get(words[has], "")
        return programs if all(programs) else ("", "")

    def rejects(self, text: str, program: str) -> bool:
        """Tell whether a program is named only behind a no: 'kein Gmail, eine andere App', "I don't want Outlook"."""
        words = _plain(text[:_MOST_LETTERS]).split()
        denied = [at for at, word in enumerate(words) if word in self._rejecting or word in self._kinds.get("none", ())]
        if not denied:
            return False
        named = [at for at, word in enumerate(words) if self._programs.get(word) == program]
        return bool(named) and all(self._behind(words, at) in denied for at in named)

    def _behind(self, words: list[str], place: int) -> int:
        """Give the place of the word behind which one stands, past those that may stand between a no and what it is of."""
        at = place - 1
        while at > 0 and words[at] in self._between_rejecting:
            at -= 1
        return at

    def says_nothing_more(self, text: str) -> bool:
        """Tell whether a message is made of words that add nothing: 'ja gut, das mache ich'."""
        plain, bare = self._forms(text)
        return bool(plain) and not bare

    def telling(self, text: str) -> list[str]:
        """Give the words of a short message that asks nothing without those that add nothing: 'anni', of 'ja also nur anni'."""
        return self._forms(text)[1].split()

    def has(self, text: str, kind: str) -> bool:
        """Tell whether one of a kind's words stands in a text."""
        return not self._kinds.get(kind, frozenset()).isdisjoint(_plain(text[:_MOST_LETTERS]).split())

    def set_up(self, text: str) -> tuple[str, str]:
        """Give the program that is named, and the way of fetching emails beside it: 'em client pop3'; empty where none is."""
        if program := self.program(text):
            return program, ""
        for form in self._forms(text):
            named = {self._protocols[word] for word in form.split() if word in self._protocols}
            if not named:
                continue
            rest = [word for word in form.split() if word not in self._protocols]
            program = self._programs.get(" ".join(rest), "")
            if program and len(named) == 1:
                return program, "".join(named)
        return "", ""

    def label(self, text: str, labels: Sequence[str]) -> int | None:
        """Give the place of the one label that holds what was said: 'das neue' is 'Outlook (neu)'."""
        said = self._forms(text)[-1].split()
        names = [_plain(label).split() for label in labels]
        fitting = [
            place for place, name in enumerate(names) if said and all(any(_is_form(word, one) for one in name) for word in said)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def label_at_end(self, text: str, labels: Sequence[str]) -> int | None:
        """Give the place of the one label of which a sentence says at its end which it is: 'richte Outlook ein, das neue'."""
        words = _plain(text).split()
        tails = [words[-length:] for length in _TAILS if len(words) > length]
        named = (self.label(" ".join(tail), labels) for tail in tails if tail[0] in self._kinds.get("article", ()))
        return next((place for place in named if place is not None), None)

    def _is(self, text: str, kind: str) -> bool:
        return any(form in self._kinds.get(kind, ()) for form in self._forms(text))

    def _found(self, text: str, known: dict[str, str]) -> str:
        return next((known[form] for form in self._forms(text) if form in known), "")

    def _forms(self, text: str) -> tuple[str, str]:
        """Give the words as they are, and without those that add nothing; none of a question, or of more than a pick."""
        if len(text) >= _MOST_LETTERS or "?" in text:
            return "", ""
        if (forms := self._met.get(text)) is not None:
            return forms
        plain = _plain(text)
        return self._met.keep(text, (plain, self._bare(plain)))

    def _bare(self, plain: str) -> str:
        return " ".join(word for word in plain.split() if word not in self._around)


def _all(phrases: Phrases | None) -> list[str]:
    return [words for phrase in (phrases.all() if phrases else ()) if (words := _plain(phrase))]


def _is_one(word: str, kinds: Iterable[Container[str]]) -> bool:
    return any(word in kind for kind in kinds)


def _words_of(picks: Mapping[str, Phrases], kind: str) -> frozenset[str]:
    return frozenset(word for phrase in _all(picks.get(kind)) for word in phrase.split())


def _by_words(named: Iterable[tuple[str, Phrases]]) -> dict[str, str]:
    return {words: name for name, phrases in named for words in _all(phrases)}


def _is_form(word: str, known: str) -> bool:
    """Whether a word is one of a label, or a form of it with another ending: 'neues' and 'neu', 'alte' and 'altes'."""
    short, long = sorted((word, known), key=len)
    return word == known or (len(short) > _ENDING and long.startswith(short) and len(long) <= len(short) + _ENDING)
