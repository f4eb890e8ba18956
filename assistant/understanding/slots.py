"""What one sentence says for certain: its slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from assistant.understanding.directions import direction_of
from assistant.understanding.once import once
from assistant.understanding.protocols import protocol_of
from assistant.understanding.text import HOST_BEGINNINGS, HOST_ENDS
from assistant.understanding.turned_down import refused
from assistant.understanding.unmarked import UNMARKED

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.small_words import SmallWords
    from assistant.understanding.text import Sentence

_PORT_DIGITS, _YEARS = (3, 4), ("19", "20")
_COUNTRY = 2
"""Letters of '.de'."""
_TERSE = 4
"""Words of 'imap server vom verein', which asks for its name without a word more."""
_ASKING_A_VALUE = (
    "asks_value",
    "takes_back",
    "asks_place",
    "which",
    "maybe_name",
    "maybe_address",
    "maybe_port",
    "how_to",
    "wrong",
    "say_again",
    "another",
    "alike",
)
_ASKING_IF = ("copula", "is_so", "is_it", "whether")
"""Cues that begin a question which yes or no answers, where no question word stands before them."""
_CORRECTED = frozenset({"subject", "direction", "aspect", "program"})
_ASKED_FOR = frozenset({"aspect", "topic"})
_TELLING_OF_MAILS = ("mail", "gone")
_HINTS = ("maybe_name", "maybe_address", "maybe_port", "maybe_settings", "location")
"""Cues of what may be asked for."""
_NONE: dict[str, tuple[Hit, ...]] = {}


@dataclass
class Slots:
    """The slots of a sentence, with the words that filled them. Never changed; to freeze it would make it three times as slow."""

    sentence: Sentence
    hits: tuple[Hit, ...]
    small: SmallWords = field(repr=False)
    """Of the content."""
    by_kind: dict[str, dict[str, tuple[Hit, ...]]] = field(repr=False)
    cues: dict[str, tuple[Hit, ...]] = field(repr=False)
    """Small signs; by far the most often looked at."""

    def of(self, kind: str) -> dict[str, tuple[Hit, ...]]:
        """Give the values of a kind, each with its hits."""
        return self.by_kind.get(kind, _NONE)

    def cue(self, name: str) -> bool:
        """Tell whether a small sign is there."""
        return name in self.cues

    def begins_with(self, *names: str) -> bool:
        """Tell whether the first word is one of small signs."""
        return any(hit.start == 0 for name in names for hit in self.cues.get(name, ()))

    @once
    def subject(self) -> str:
        """`imap`, `pop3`, `both` or empty. Of both, one that is turned down beside a value does not count."""
        return protocol_of(self)

    @once
    def direction(self) -> str:
        """`incoming`, `outgoing`, `both` or empty. Small words such as 'rein' count only where nothing else tells."""
        return direction_of(self)

    @property
    def program(self) -> str:
        """The program that was named first, or empty; one that does not work only where no other is named."""
        return next(iter(self.programs), "")

    @property
    def programs(self) -> list[str]:
        """All programs named, in their order, without those that do not work where another is named."""
        programs = self.of("program")
        if len(programs) > 1:
            programs = {name: hits for name, hits in programs.items() if not self._fails(hits[0])} or programs
        return sorted(programs, key=lambda name: programs[name][0].start)

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
        return (
            bool(verbs)
            and all(hit.words in self.small.setting_words for hit in verbs)
            and self.cue("can_be_set")
            and not about_an_account
        )

    @property
    def asks_for_all_ports(self) -> bool:
        """Whether it asks for 'the ports': those of both directions, whatever is told beside it."""
        return any(hit.words.endswith("ports") for hit in self.of("aspect").get("port", ()))

    @property
    def is_at_server(self) -> bool:
        """Whether the server is named only as the place where something stands: 'beim IMAP-Server steht noch Keine'."""
        words, hits = self.sentence.words, self.of("aspect").get("server", ())
        return self.of("aspect").keys() == {"server"} and all(words[hit.start - 1] in self.small.for_words for hit in hits)

    @property
    def names_something(self) -> bool:
        """Whether a word of it stands for something to ask for."""
        return any(self.of(kind) for kind in ("subject", "direction", "aspect", "topic", "program", "number"))

    @property
    def devices(self) -> set[str]:
        """The words for devices."""
        return {hit.words for hit in self.cues.get("device", ())}

    @property
    def is_not_done_yet(self) -> bool:
        """Whether what is missing is a side, a device or a value that is not set up yet, and no mail: 'Ausgang fehlt noch'."""
        wrong = self.cues.get("wrong", ())
        if not wrong or not self.cues.keys().isdisjoint(_TELLING_OF_MAILS):
            return False
        said = [hit for name in ("left_open", "requests") for hit in self.cues.get(name, ())]
        is_open = all(any(hit.start <= one.start < hit.end for hit in said) for one in wrong)
        return is_open and bool(self.direction or self.cue("device") or self.of("aspect"))

    @property
    def only_tells(self) -> bool:
        """Whether it only tells how something went: 'Hab ich gemacht, danke.'."""
        return self.cue("statement") and not (self.is_question or self.names_something or self.cue("forgot"))

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
        small, word = self.small, self.sentence.words[0]
        first = int(word in small.joining_words or word in small.turning_words or word in small.leading_words)
        begins = any(hit.start in {0, first} for name in ("question", "which", "why") for hit in self.cues.get(name, ()))
        return self.sentence.asks or begins

    @property
    def asks_openly(self) -> bool:
        """Whether a question word opens it, so that neither yes nor no fits: 'what encrypted connection type …'."""
        opened = min((hit.start for hit in self.cues.get("asks_openly", ())), default=None)
        verbs = (hit.start for name in _ASKING_IF for hit in self.cues.get(name, ()))
        return opened is not None and opened < min(verbs, default=len(self.sentence.words))

    @property
    def asks_why(self) -> bool:
        """Whether the reason is asked for, and not whether it is right so: 'da steht 993, soll das so?'."""
        whether = {at for hit in self.cues.get("asks_if_so", ()) for at in range(hit.start, hit.end)}
        return any(hit.start not in whether for hit in self.cues.get("why", ()))

    @property
    def asks_whether_to_change(self) -> bool:
        """'Soll ich das ändern?', 'muss ich den Port umstellen?'."""
        return self.cue("whether") and self.cue("asks_place") and not self.asks_openly and not self.subject

    @property
    def is_question(self) -> bool:
        """Whether it looks like a question or a request."""
        return self.sentence.asks or self.cue("question") or self.cue("meaning") or self.cue("why")


def read_slots(sentence: Sentence, hits: tuple[Hit, ...], small: SmallWords) -> Slots:
    """Sort the hits of a sentence into slots."""
    slots = _sorted(sentence, hits, small)
    if slots.cue("takes_back"):
        hits = _not_taken_back(slots)
        slots = _sorted(sentence, hits, small)
    if not_wanted := _not_wanted(slots):
        hits = tuple([hit for hit in hits if hit not in not_wanted])
        slots = _sorted(sentence, hits, small)
    untold = _asked_to_be_sent(slots) | refused(slots)
    if _talks_of_server(slots):
        untold |= {hit for hit in hits if (hit.kind, hit.value) == ("aspect", "server")}
    return _sorted(sentence, tuple([hit for hit in hits if hit not in untold]), small) if untold else slots


def _not_taken_back(slots: Slots) -> tuple[Hit, ...]:
    """Give the hits less what is corrected in the same breath: 'welcher Port bei POP, äh nein, IMAP'."""
    taken_back = slots.cues["takes_back"][-1]
    since = taken_back.start
    no = {hit.end + gap for hit in slots.cues.get("rejects_next", ()) if hit.start >= taken_back.end for gap in (0, 1)}
    denied = {hit for hit in slots.hits if hit.kind in _CORRECTED and hit.start in no}  # 'POP. Nein, nicht IMAP'
    after = {hit.kind for hit in slots.hits if hit.start >= since and hit not in denied} & _CORRECTED
    left = [hit for hit in slots.hits if hit.start >= since or hit.kind not in after]
    kinds = {hit.kind for hit in left if hit not in denied}
    return tuple([hit for hit in left if hit not in denied or hit.kind not in kinds])


def _not_wanted(slots: Slots) -> set[Hit]:
    """Give what is named only to say that something else is meant: 'nicht den Port, sondern den Server'."""
    begins = min((hit.end for hit in slots.cues.get("denies", ())), default=0)
    meant_from = _meant_from(slots, begins) if begins else 0
    if not meant_from:
        return set()
    named = [hit for hit in slots.hits if hit.kind in _ASKED_FOR or hit.value in _HINTS]
    # 'nicht nur den Port, sondern auch den Server' wants both.
    is_only_one = slots.small.only_words.isdisjoint(slots.sentence.words[begins : begins + 1]) or "setup" in slots.of("topic")
    if not is_only_one or all(hit.start < meant_from for hit in named):
        return set()
    return {hit for hit in slots.hits if begins <= hit.start < meant_from and hit.kind in _CORRECTED | _ASKED_FOR}


def _meant_from(slots: Slots, begins: int) -> int:
    """Give where it is said what is meant, after what is not; 0 where that is not said."""
    small, words = slots.small, slots.sentence.words
    for at in range(begins, len(words)):
        if words[at] in small.contrasting_words:
            return at
    wanting = [at for at in range(max(0, begins - 2), len(words)) if words[at] in small.wanting_words]
    near = range(begins - 2, begins + 1)  # 'don't need the port, I need …', 'ich brauch nicht den Port, ich brauch …'
    return wanting[1] if len(wanting) > 1 and wanting[0] in near and wanting[1] > begins + 1 else 0


def _sorted(sentence: Sentence, hits: tuple[Hit, ...], small: SmallWords) -> Slots:
    by_kind: dict[str, dict[str, tuple[Hit, ...]]] = {}
    for hit in hits:
        values = by_kind.setdefault(hit.kind, {})
        values[hit.value] = (*values.get(hit.value, ()), hit)
    return Slots(sentence, hits, small, by_kind, by_kind.get("cue", _NONE))


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
    begins = hits[0].start == 0 and not slots.small.for_words.isdisjoint(slots.sentence.words[hits[0].end : hits[0].end + 1])
    if begins and slots.subject:
        return False  # 'Server für IMAP, nicht für POP'
    plain = {(hit.start, hit.end) for hit in slots.cues.get("plain_server", ())}
    return all((hit.start, hit.end) in plain for hit in hits) and not any(map(slots.cue, _ASKING_A_VALUE))


def _asked_to_be_sent(slots: Slots) -> set[Hit]:
    """Give the words for sending that tell no direction: 'schick mir den Port', 'könnt ihr uns die Ports senden?'."""
    named = slots.of("direction").get("outgoing", ())
    if not named or not (slots.cue("send_me") or slots.cue("to_us")):
        return set()
    asked = {at for hit in slots.cues.get("send_me", ()) for at in range(hit.start, hit.end)}
    *before, last = slots.sentence.words
    is_request = slots.cue("to_us") and last in slots.small.sending_words and slots.of("aspect") and not slots.cue("denies")
    if is_request and slots.small.doing_words.isdisjoint(before[-1:]):
        asked.add(len(before))  # 'könnt ihr mir die Ports mal schicken', not 'sag mir den Port zum Schicken'
    asked |= {hit.end for hit in slots.cues.get("complete", ())}  # 'kannst du mir alles schicken, was ich eintragen muss'
    return {hit for hit in named if not asked.isdisjoint(range(hit.start, hit.end))}  # 'please to send me all data'


def _is_host(word: str) -> bool:
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
    others = [hit for name, hits in slots.of("aspect").items() for hit in hits if hit not in aspect_hits and name != "settings"]
    for hit in aspect_hits:
        for other in others:
            low, high = min(hit.end, other.end), max(hit.start, other.start)
            if low <= high and slots.small.joining_words.intersection(words[low:high]):
                return True
    return False
