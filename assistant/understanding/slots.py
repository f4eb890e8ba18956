"""What one sentence says for certain: its slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from assistant.understanding.directions import direction_of
from assistant.understanding.marked import MARKED
from assistant.understanding.once import once
from assistant.understanding.protocols import protocol_of
from assistant.understanding.risks.left_behind import is_left_behind
from assistant.understanding.text import HOST_BEGINNINGS, HOST_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.small_words import SmallWords
    from assistant.understanding.text import Sentence

_PORT_DIGITS, _YEARS = (3, 4), ("19", "20")
_COUNTRY = 2
"""Letters of '.de'."""
ASKING_IF = ("copula", "is_so", "is_it", "whether")
"""Cues that begin a question which yes or no answers, where no question word stands before them."""
_TELLING_OF_MAILS = ("mail", "gone")
NONE: dict[str, tuple[Hit, ...]] = {}
"""The values of a kind that a sentence has nothing of."""


@dataclass
class Slots:
    """The slots of a sentence, with the words that filled them. Never changed; to freeze it would make it three times as slow."""

    sentence: Sentence
    hits: tuple[Hit, ...]
    small: SmallWords = field(repr=False)
    """Of the content."""
    by_kind: dict[str, dict[str, tuple[Hit, ...]]] = field(repr=False)
    cues: dict[str, tuple[Hit, ...]] = field(repr=False)
    """Small signs, each with its hits: `"why" in slots.cues`. They and the next are kept apart as they are looked at so often."""
    aspects: dict[str, tuple[Hit, ...]] = field(repr=False)
    topics: dict[str, tuple[Hit, ...]] = field(repr=False)
    subjects: dict[str, tuple[Hit, ...]] = field(repr=False)
    """The protocols named; `subject` is the one that is meant."""
    directions: dict[str, tuple[Hit, ...]] = field(repr=False)
    """Those named; `direction` is the one that is meant."""

    def of(self, kind: str) -> dict[str, tuple[Hit, ...]]:
        """Give the values of a kind, each with its hits."""
        return self.by_kind.get(kind, NONE)

    def has_any(self, names: Iterable[str]) -> bool:
        """Tell whether one of small signs is there."""
        return not self.cues.keys().isdisjoint(names)

    def has_all(self, names: Iterable[str]) -> bool:
        """Tell whether each of small signs is there."""
        return all(map(self.cues.__contains__, names))

    def hits_of(self, *names: str) -> list[Hit]:
        """Give the words found for small signs, in the order of these."""
        return [hit for name in names for hit in self.cues.get(name, ())]

    def places_of(self, *names: str) -> set[int]:
        """Give the places of all words that belong to small signs."""
        return {at for name in names for hit in self.cues.get(name, ()) for at in range(hit.start, hit.end)}

    def begins_with(self, *names: str) -> bool:
        """Tell whether the first word is one of small signs."""
        return any(hit.start == 0 for hit in self.hits_of(*names))

    def consists_of(self, *names: str) -> bool:
        """Tell whether each word belongs to one of small signs."""
        said = self.places_of(*names)
        return len(said) == len(self.sentence.words)

    @once
    def subject(self) -> str:
        """`imap`, `pop3`, `both` or empty. Of both, one that is turned down beside a value does not count."""
        return protocol_of(self)

    @once
    def direction(self) -> str:
        """`incoming`, `outgoing`, `both` or empty. Small words such as 'rein' count only where nothing else tells."""
        return direction_of(self)

    @once
    def program(self) -> str:
        """The program that was named first, or empty; one that does not work only where no other is named."""
        return next(iter(self.programs), "")

    @once
    def programs(self) -> list[str]:
        """All programs named, in their order, without those that do not work where another is named."""
        programs = self.of("program")
        if len(programs) < 2:
            return [*programs]
        programs = {name: hits for name, hits in programs.items() if not self._fails(hits[0])} or programs
        return sorted(programs, key=lambda name: (self._is_only_a_brand(programs[name]), programs[name][0].start))

    def places_of_programs(self) -> set[int]:
        """Give the places of all words that name a program."""
        return {at for hits in self.of("program").values() for hit in hits for at in range(hit.start, hit.end)}

    def _is_only_a_brand(self, hits: tuple[Hit, ...]) -> bool:
        """'Samsung, Gmail ist schon drauf': of a device the maker is told, and of the other the program."""
        brands = {(brand.start, brand.end) for brand in self.cues.get("brand", ())}
        return all((hit.start, hit.end) in brands for hit in hits)

    def _fails(self, hit: Hit) -> bool:
        """'Outlook spinnt, wie geht es mit Thunderbird?'."""
        return any(0 <= wrong.start - hit.end <= 1 for wrong in self.hits_of("wrong", "breaks"))

    @once
    def names_port(self) -> bool:
        """Whether a number is named that is a port of mail servers."""
        return bool(self.of("number"))

    @property
    def numbers(self) -> list[Hit]:
        """The numbers named that are ports of mail servers."""
        return [hit for hits in self.of("number").values() for hit in hits]

    @once
    def number_direction(self) -> str:
        """The direction that the ports named are for, if it is one."""
        directions = self.of("number")
        return next(iter(directions)) if len(directions) == 1 and "both" not in self.cues else ""

    @once
    def asks_if_port_fits(self) -> bool:
        """Whether it is asked of a port of one side if it is right: 'passt 993 bei IMAP?'."""
        if not self.number_direction:
            return False
        begins = {hit.end for hit in self.cues.get("copula", ()) if hit.start == 0}  # 'isch 110 recht'
        is_begun = any(hit.start in begins for hit in self.of("number")[self.number_direction])
        return is_begun or "confirm" in self.cues or "asks_fine" in self.cues

    @property
    def asks_about_number(self) -> bool:
        """Whether a number that is no usual port stands where one belongs: 'beim Eingang steht 933, richtig?'."""
        if "typed_in" in self.cues and self.direction and self.subject:
            return any(map(looks_like_port, self.sentence.words))  # 'I typed 933 for the IMAP inbox'
        if self.has_all(("stands_at", "wrong")) and self.direction and self.subject and "mail" not in self.cues:
            return any(map(looks_like_port, self.sentence.words))  # 'beim IMAP-Ausgang steht 578, geht nicht'
        if not self.has_any(("confirm", "asks_fine", "asks_wrong", "to_be_other")) or not (self.direction or self.subject):
            return False
        if self.direction:
            return any(map(looks_like_port, self.sentence.words))
        named = {at for hit in self.hits if hit.kind != "cue" for at in range(hit.start, hit.end)}  # the '365' of 'Office 365'
        return any(looks_like_port(word) and at not in named for at, word in enumerate(self.sentence.words))

    @property
    def asks_for_a_switch(self) -> bool:
        """Whether it is asked if something can be switched, and not for an account: 'kann man das einstellen?'."""
        verbs = self.topics.get("setup", ())
        about_an_account = "device" in self.cues or "mail" in self.cues or self.program or self.subject
        return (
            bool(verbs)
            and all(hit.words in self.small.setting_words for hit in verbs)
            and "can_be_set" in self.cues
            and not about_an_account
        )

    @property
    def asks_for_all_ports(self) -> bool:
        """Whether it asks for 'the ports': those of both directions, whatever is told beside it."""
        return any(hit.words.endswith("ports") for hit in self.aspects.get("port", ()))

    @property
    def is_at_server(self) -> bool:
        """Whether the server is named only as the place where something stands: 'beim IMAP-Server steht noch Keine'."""
        words, hits = self.sentence.words, self.aspects.get("server", ())
        return self.aspects.keys() == {"server"} and all(words[hit.start - 1] in self.small.for_words for hit in hits)

    @once
    def names_something(self) -> bool:
        """Whether a word of it stands for something to ask for."""
        return len(self.by_kind) > ("cue" in self.by_kind)

    @once
    def devices(self) -> set[str]:
        """The words for devices."""
        return {hit.words for hit in self.cues.get("device", ())}

    @once
    def is_device_left_behind(self) -> bool:
        """'Mein Tablet hab ich im Zug vergessen'."""
        return is_left_behind(self)

    @once
    def is_not_done_yet(self) -> bool:
        """Whether what is missing is a side, a device or a value that is not set up yet, and no mail: 'Ausgang fehlt noch'."""
        wrong = self.cues.get("wrong", ())
        if not wrong or self.has_any(_TELLING_OF_MAILS):
            return False
        said = self.hits_of("left_open", "requests")
        is_open = all(any(hit.start <= one.start < hit.end for hit in said) for one in wrong)
        return is_open and bool(self.direction or "device" in self.cues or self.aspects)

    @property
    def only_tells(self) -> bool:
        """Whether it only tells how something went: 'Hab ich gemacht, danke.'."""
        return "statement" in self.cues and not (self.is_question or self.names_something or "forgot" in self.cues)

    @once
    def names_host(self) -> bool:
        """Whether something is named that looks like a mail server: 'imap.verein.de'."""
        return any(map(is_host, self.sentence.words))

    @property
    def marked(self) -> str:
        """The sentence as the classifier reads it: with a mark for most meanings found, so that synonyms look alike."""
        marks = {_mark(hit.kind, hit.value) for hit in self.hits if hit.kind != "cue" or hit.value in MARKED}
        if self.names_host:
            marks.add("qn_host")
        return " ".join((self.sentence.text, *sorted(marks)))

    @once
    def asks_directly(self) -> bool:
        """Whether it ends with a question mark or begins as a question: 'welcher Port …', 'und wie …'."""
        small, word = self.small, self.sentence.words[0]
        first = int(word in small.joining_words or word in small.turning_words or word in small.leading_words)
        begins = any(hit.start in {0, first} for hit in self.hits_of("question", "which", "why"))
        return self.sentence.asks or begins

    @property
    def asks_to_tell_it_here(self) -> bool:
        """Whether it is asked if something may be told to the bot: 'darf ich es hier schreiben?'; 'schickst du mir …?' is not."""
        is_told = "offers_password" in self.cues or ("gives_it" in self.cues and "to_the_bot" in self.cues)
        is_asked = self.is_question or self.begins_with("offers_password")
        return is_told and is_asked and not (self.asks_openly or "where_is" in self.cues or "to_us" in self.cues)

    @once
    def asks_openly(self) -> bool:
        """Whether a question word opens it, so that neither yes nor no fits: 'what encrypted connection type …'."""
        opened = min((hit.start for hit in self.cues.get("asks_openly", ())), default=None)
        verbs = (hit.start for hit in self.hits_of(*ASKING_IF))
        return opened is not None and opened < min(verbs, default=len(self.sentence.words))

    @once
    def asks_why(self) -> bool:
        """Whether the reason is asked for, and not whether it is right so: 'da steht 993, soll das so?'."""
        hits = self.cues.get("why")
        if not hits:
            return False
        whether = self.places_of("asks_if_so")
        if fine := self.hits_of("confirm", "asks_fine"):  # 'ist das bei IMAP in Ordnung?'
            last = max(hit.start for hit in fine)
            whether |= {hit.start for hit in self.cues.get("copula", ()) if hit.start < last}
        return any(hit.start not in whether for hit in hits)

    @property
    def asks_which_is_theirs(self) -> bool:
        """Whether it is asked which protocol they have: 'woran sehe ich, ob …', not 'how do I switch if I have POP?'."""
        is_asked = "where_set" in self.cues or "asks_place" in self.cues or ("manner" in self.cues and len(self.subjects) != 1)
        told = self.places_of("which_is_mine")
        return bool(told) and is_asked and all(hit.start in told for hit in self.topics.get("switching", ()))

    @once
    def is_question(self) -> bool:
        """Whether it looks like a question or a request."""
        return self.sentence.asks or "question" in self.cues or "meaning" in self.cues or "why" in self.cues


@cache
def _mark(kind: str, value: str) -> str:
    """Give the mark of a meaning: `qa_port`, for whichever number of a port `qn_port`."""
    return "qn_port" if kind == "number" else f"q{kind[0]}_{value.replace('_', '')}"


def looks_like_port(word: str) -> bool:
    """Tell whether a word may be meant as a port: three or four digits that are no year."""
    return word.isdigit() and len(word) in _PORT_DIGITS and not word.startswith(_YEARS)


def is_host(word: str) -> bool:
    """Tell whether a word looks like the name of a mail server; what begins like a page of the web does not."""
    if "." not in word or "@" in word or word.startswith("www."):
        return False
    end = word.rpartition(".")[2]
    if len(end) > _COUNTRY and end not in HOST_ENDS:
        return False  # 'imap.incoming.port'
    return word.startswith(HOST_BEGINNINGS) or (word.count(".") > 1 and end.isalpha())


def listed_together(slots: Slots, aspect_hits: tuple[Hit, ...]) -> bool:
    """Tell whether an aspect stands in a list with another ('Server und Port'), not just as a place ('Port vom Server')."""
    words = slots.sentence.words
    others = [hit for name, hits in slots.aspects.items() for hit in hits if hit not in aspect_hits and name != "settings"]
    joining = slots.small.joining_words
    for hit in aspect_hits:
        if "too" in slots.cues and not slots.small.for_words.isdisjoint(words[max(0, hit.start - 2) : hit.start]):
            joining = joining.difference(one.words for one in slots.cues["too"])  # 'muss am Server auch ein Passwort rein?'
        for other in others:
            low, high = min(hit.end, other.end), max(hit.start, other.start)
            gap = words[low:high]
            joined = max((at for at, word in enumerate(gap) if word in joining), default=-1)
            # 'login and password for the server': the server is only where they belong
            is_place = hit.start >= high and not slots.small.for_words.isdisjoint(gap[joined + 1 :]) and joined + 1 < len(gap) - 1
            if joined >= 0 and not is_place:
                return True
    return False
