"""What one sentence says for certain: its slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from assistant.intent import OPPOSITE
from assistant.understanding.once import once
from assistant.understanding.turned_down import are_denied
from assistant.understanding.unmarked import UNMARKED

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.text import Sentence

JOINING = {"und", "un", "and", "sowie", "plus", "u", "auch", "also", "et"}
_LISTING = JOINING | {"on", "einen", "eine", "one", "oder", "or", "ou", "als", "than", "zu", "to", "vom", "from"}
_TWO = frozenset({"zwei", "zwoi", "zwo", "two", "deux"})
_WITH_DIRECTION = ("port", "server", "encryption")
_PORT_DIGITS, _YEARS = (3, 4), ("19", "20")
_OF_ONE = frozenset({"advantages", "disadvantages"})
"""Topics of one protocol even where the other is named beside it: 'Vorzüge von IMAP gegenüber POP'."""
_TILL_CHOSEN = 2
"""Words of 'POP3 hab ich angeklickt' between the protocol and what was done."""
_TO_SET = frozenset({"einstellen", "eingestellt", "einzustellen", "einrichten", "set", "set up"})
_JOINED_BY = 3
"""Words between 'rein' and 'raus' that belong together."""
_NEAR = 3
"""Words between a protocol and what turns it down."""
_CLEARLY_NEARER = 3
"""Words by which a value stands nearer to one direction than to the other to belong to it alone."""
_TERSE = 4
"""Words of 'imap server vom verein', which asks for its name without a word more."""
_ASKING_A_VALUE = ("asks_value", "which", "maybe_name", "maybe_address", "maybe_port", "how_to", "wrong", "say_again")
_LEADING = frozenset({"und", "and", "u", "un", "aber", "but", "also", "so", "et"})
"""Words before a question: 'und wie heißt der Server'."""
_NONE: dict[str, tuple[Hit, ...]] = {}
HOST_BEGINNINGS = ("imap.", "pop.", "pop3.", "smtp.", "mail.", "posteingang.", "postausgang.", "c9.", "mx.", "server.", "host.")


@dataclass
class Slots:
    """The slots of a sentence, with the words that filled them. Never changed; to freeze it would make it three times as slow."""

    sentence: Sentence
    hits: tuple[Hit, ...]
    by_kind: dict[str, dict[str, tuple[Hit, ...]]] = field(repr=False)
    cues: dict[str, tuple[Hit, ...]] = field(repr=False)
    """Small signs; by far the most often looked at."""

    def of(self, kind: str) -> dict[str, tuple[Hit, ...]]:
        """Give the values of a kind, each with its hits."""
        return self.by_kind.get(kind, _NONE)

    def cue(self, name: str) -> bool:
        """Tell whether a small sign is there."""
        return name in self.cues

    @once
    def subject(self) -> str:
        """`imap`, `pop3`, `both` or empty. Of both, one that is turned down beside a value does not count."""
        named = self.of("subject")
        about_one = self.of("aspect") or self.of("topic").keys() & _OF_ONE or self.cue("maybe_settings") or self.cue("maybe_port")
        if len(named) > 1 and about_one:
            kept = {name: hits for name, hits in named.items() if not all(map(self._is_turned_down, hits))}
            named = kept or named
            chosen = {name: hits for name, hits in named.items() if any(map(self._is_chosen, hits))}
            named = chosen or named
        return _one_or_both(named)

    def _is_turned_down(self, hit: Hit) -> bool:
        """Tell whether a protocol is named only to say no to it: 'statt POP', 'mit IMAP will ich nix am Hut haben'."""
        cues = self.cues
        if any(no.end == hit.start for no in cues.get("rejects_next", ())):
            return True
        others = [other.start for hits in self.of("subject").values() for other in hits if other.start > hit.start]
        until = min(others, default=len(self.sentence.words))
        return any(0 <= no.start - hit.end <= _NEAR and no.start < until for no in cues.get("rejects_before", ()))

    def _is_chosen(self, hit: Hit) -> bool:
        """Tell whether a protocol is the one decided on: 'erst POP, dann aber doch IMAP', 'it was pop, imap it is now'."""
        cues = self.cues
        before = any(0 <= hit.start - sign.end <= 1 for sign in cues.get("chosen_next", ()))
        return before or any(0 <= sign.start - hit.end <= _TILL_CHOSEN for sign in cues.get("chosen_before", ()))

    @once
    def direction(self) -> str:
        """`incoming`, `outgoing`, `both` or empty. Small words such as 'rein' count only where nothing else tells."""
        told = _one_or_both(self.of("direction"))
        if told == "both":
            return _beside_value(self)
        maybe = [name for name in ("incoming", "outgoing") if self.cue(f"maybe_{name}") or self._ends_with(f"terse_{name}")]
        named = [told] if told else maybe
        return "both" if len(named) > 1 or any(map(self._joins, named)) else "".join(named)

    def _joins(self, direction: str) -> bool:
        """Tell whether a small word for the other direction stands beside it: 'rein und naus', 'einmal rein und einmal raus'."""
        words, cues = self.sentence.words, self.cues
        named = self.of("direction").get(direction) or cues.get(f"maybe_{direction}") or cues.get(f"terse_{direction}", ())
        pairs = product(named, cues.get(f"terse_{OPPOSITE[direction]}", ()))
        gaps = [words[min(one.end, other.end) : max(one.start, other.start)] for one, other in pairs]
        return any(0 < len(gap) <= _JOINED_BY and not JOINING.isdisjoint(gap) for gap in gaps)

    def _ends_with(self, cue: str) -> bool:
        """Tell whether a small word stands where it can only be a direction: 'port imap in', 'in?', not 'was muss da rein'."""
        if not self.cue(cue) or self.cue("copula") or self.cue("which"):
            return False
        words = self.sentence.words
        told = [hit for kind in ("subject", "aspect") for hits in self.of(kind).values() for hit in hits]
        after, before = {hit.end for hit in told}, {hit.start for hit in told}
        for hit in self.cues.get(cue, ()):
            if hit.end == len(words) and (hit.start in {0, *after} or words[hit.start - 1] in JOINING):
                return True
            if hit.start in after and hit.end in before:
                return True
        return False

    @property
    def program(self) -> str:
        """The program that was named first, or empty; one that does not work only where no other is named."""
        programs = self.of("program")
        if len(programs) > 1:
            programs = {name: hits for name, hits in programs.items() if not self._fails(hits[0])} or programs
        return min(programs, key=lambda name: programs[name][0].start) if programs else ""

    def _fails(self, hit: Hit) -> bool:
        """'Outlook spinnt, wie geht es mit Thunderbird?'."""
        return any(0 <= wrong.start - hit.end <= 1 for name in ("wrong", "breaks") for wrong in self.cues.get(name, ()))

    @property
    def names_port(self) -> bool:
        """Whether a number is named that is a port of mail servers."""
        return bool(self.of("number"))

    @property
    def number_direction(self) -> str:
        """The direction that the ports named are for, if it is one."""
        directions = self.of("number")
        return next(iter(directions)) if len(directions) == 1 and not self.cue("both") else ""

    @property
    def asks_about_number(self) -> bool:
        """Whether a number that is no usual port stands where one belongs: 'beim Eingang steht 933, richtig?'."""
        return bool(self.direction) and self.cue("confirm") and any(map(looks_like_port, self.sentence.words))

    @property
    def asks_for_a_switch(self) -> bool:
        """Whether it is asked if something can be switched, and not for an account: 'kann man das einstellen?'."""
        verbs = self.of("topic").get("setup", ())
        about_an_account = self.cue("device") or self.cue("mail") or self.program or self.subject
        return bool(verbs) and all(hit.words in _TO_SET for hit in verbs) and self.cue("can_be_set") and not about_an_account

    @property
    def asks_for_all_ports(self) -> bool:
        """Whether it asks for 'the ports': those of both directions, whatever is told beside it."""
        return any(hit.words.endswith("ports") for hit in self.of("aspect").get("port", ()))

    @property
    def names_something(self) -> bool:
        """Whether a word of it stands for something to ask for."""
        return any(self.of(kind) for kind in ("subject", "direction", "aspect", "topic", "program"))

    @property
    def devices(self) -> set[str]:
        """The words for devices."""
        return {hit.words for hit in self.cues.get("device", ())}

    @property
    def only_tells(self) -> bool:
        """Whether it only tells how something went: 'Hab ich gemacht, danke.'."""
        return self.cue("statement") and not self.is_question and not self.names_something

    @once
    def names_host(self) -> bool:
        """Whether something is named that looks like a mail server: 'imap.verein.de'."""
        return any(map(_is_host, self.sentence.words))

    @property
    def marked(self) -> str:
        """The sentence as the classifier reads it: with a mark for each meaning found, so that synonyms look alike."""
        marks = {_mark(hit.kind, hit.value) for hit in self.hits if hit.value not in UNMARKED}
        if self.names_host:
            marks.add("qn_host")
        return " ".join((self.sentence.text, *sorted(marks)))

    @once
    def asks_directly(self) -> bool:
        """Whether it ends with a question mark or begins as a question: 'welcher Port …', 'und wie …'."""
        first = int(self.sentence.words[0] in _LEADING)
        begins = any(hit.start in {0, first} for name in ("question", "which", "why") for hit in self.cues.get(name, ()))
        return self.sentence.asks or begins

    @property
    def is_question(self) -> bool:
        """Whether it looks like a question or a request."""
        return self.sentence.asks or self.cue("question") or self.cue("meaning") or self.cue("why")


def read_slots(sentence: Sentence, hits: tuple[Hit, ...]) -> Slots:
    """Sort the hits of a sentence into slots."""
    slots = _sorted(sentence, hits)
    if _talks_of_server(slots):
        return _sorted(sentence, tuple([hit for hit in hits if (hit.kind, hit.value) != ("aspect", "server")]))
    return slots


def _sorted(sentence: Sentence, hits: tuple[Hit, ...]) -> Slots:
    by_kind: dict[str, dict[str, tuple[Hit, ...]]] = {}
    for hit in hits:
        values = by_kind.setdefault(hit.kind, {})
        values[hit.value] = (*values.get(hit.value, ()), hit)
    return Slots(sentence, hits, by_kind, by_kind.get("cue", _NONE))


@cache
def _mark(kind: str, value: str) -> str:
    """Give the mark of a meaning: `qa_port`, for whichever number of a port `qn_port`."""
    return "qn_port" if kind == "number" else f"q{kind[0]}_{value.replace('_', '')}"


def looks_like_port(word: str) -> bool:
    """Tell whether a word may be meant as a port: three or four digits that are no year."""
    return word.isdigit() and len(word) in _PORT_DIGITS and not word.startswith(_YEARS)


def _talks_of_server(slots: Slots) -> bool:
    """Tell whether a sentence only talks of the server: 'belastet IMAP den Server mehr?' has no word that asks for a value."""
    hits = slots.of("aspect").get("server")
    if not hits or len(slots.sentence.words) <= _TERSE or len(slots.of("aspect")) > 1 or slots.direction or slots.names_host:
        return False
    if slots.cue("meaning") and not slots.subject:
        return False  # 'was genau ist so ein Mailserver?'
    plain = {(hit.start, hit.end) for hit in slots.cues.get("plain_server", ())}
    return all((hit.start, hit.end) in plain for hit in hits) and not any(map(slots.cue, _ASKING_A_VALUE))


def _is_host(word: str) -> bool:
    """Tell whether a word looks like the name of a mail server; what begins like a page of the web does not."""
    if "." not in word or "@" in word or word.startswith("www."):
        return False
    return word.startswith(HOST_BEGINNINGS) or (word.count(".") > 1 and word.rpartition(".")[2].isalpha())


def _one_or_both(values: dict[str, tuple[Hit, ...]]) -> str:
    if not values:
        return ""
    return next(iter(values)) if len(values) == 1 else "both"


def _beside_value(slots: Slots) -> str:
    """Give the direction of a value when both are named: 'Empfang geht, beim Ausgang fehlt der Port' asks for one."""
    if slots.of("aspect") and slots.cue("denies"):
        kept = [name for name, hits in slots.of("direction").items() if not are_denied(slots, hits)]
        if len(kept) == 1:
            return kept[0]  # 'Port vom Ausgang, nicht vom Eingang'
    if corrected := _corrected(slots):
        return corrected
    values = [hit for name in _WITH_DIRECTION for hit in slots.of("aspect").get(name, ())]
    named = sorted((hit for hits in slots.of("direction").values() for hit in hits), key=lambda hit: hit.start)
    if slots.cue("both") or slots.cue("alike") or _TWO.intersection(slots.sentence.words):
        return "both"
    if len(values) != 1 or len(named) != 2 or named[0].start == named[1].start:
        return "both"
    if _LISTING.intersection(slots.sentence.words[named[0].end : named[1].start]):
        return "both"
    near, far = sorted(named, key=lambda hit: abs(hit.start - values[0].start))
    is_clear = abs(far.start - values[0].start) - abs(near.start - values[0].start) >= _CLEARLY_NEARER
    return near.value if is_clear else "both"


def _corrected(slots: Slots) -> str:
    """Give the direction after a correction: 'Port für den Eingang, ach Quatsch, fürs Senden'."""
    directions = [(hit.start, name) for name, hits in slots.of("direction").items() for hit in hits]
    (first, _), (last, name) = min(directions), max(directions)
    turns = [hit.start for cue in ("correction", "has_it", "knows_next") for hit in slots.cues.get(cue, ())]
    return name if any(first < turn < last for turn in turns) else ""


def listed_together(slots: Slots, aspect_hits: tuple[Hit, ...]) -> bool:
    """Tell whether an aspect stands in a list with another ('Server und Port'), not just as a place ('Port vom Server')."""
    words = slots.sentence.words
    others = [hit for name, hits in slots.of("aspect").items() for hit in hits if hit not in aspect_hits and name != "settings"]
    for hit in aspect_hits:
        for other in others:
            low, high = min(hit.end, other.end), max(hit.start, other.start)
            if low <= high and JOINING.intersection(words[low:high]):
                return True
    return False
