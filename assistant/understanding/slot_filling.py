"""Fills the slots of a sentence with its hits; what is taken back, not wanted or only spoken of does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.read_out import meant_otherwise, of_a_tick
from assistant.understanding.set_up_already import set_up_already
from assistant.understanding.slots import NONE, Slots
from assistant.understanding.tone import words_for_a_tone
from assistant.understanding.turned_down import refused

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.small_words import SmallWords
    from assistant.understanding.text import Sentence

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
    "what_instead",
)
_CORRECTED = frozenset({"subject", "direction", "aspect", "program"})
_ASKED_FOR = frozenset({"aspect", "topic"})
_HINTS = ("maybe_name", "maybe_address", "maybe_port", "maybe_settings", "location")
"""Cues of what may be asked for."""
_TOLD_BESIDE = frozenset({"cue", "topic"})
"""What words say by which somebody tells how to answer; what they name of ours is asked about all the same."""
_KEPT_APART = ("cue", "aspect", "topic", "subject", "direction")


def read_slots(sentence: Sentence, hits: tuple[Hit, ...], small: SmallWords) -> Slots:
    """Sort the hits of a sentence into slots."""
    slots = _sorted(sentence, hits, small)
    if told := words_for_a_tone(slots):
        hits = tuple([hit for hit in hits if hit.start not in told or hit.kind not in _TOLD_BESIDE or hit.value == "meaning"])
        slots = _sorted(sentence, hits, small)
    if "takes_back" in slots.cues:
        hits = _not_taken_back(slots)
        slots = _sorted(sentence, hits, small)
    if not_wanted := _not_wanted(slots):
        hits = tuple([hit for hit in hits if hit not in not_wanted])
        slots = _sorted(sentence, hits, small)
    untold = _asked_to_be_sent(slots) | refused(slots) | meant_otherwise(slots) | of_a_tick(slots) | set_up_already(slots)
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
    is_only_one = slots.small.only_words.isdisjoint(slots.sentence.words[begins : begins + 1]) or "setup" in slots.topics
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
    cues, aspects, topics, subjects, directions = [by_kind.get(kind, NONE) for kind in _KEPT_APART]
    return Slots(sentence, hits, small, by_kind, cues, aspects, topics, subjects, directions)


def _talks_of_server(slots: Slots) -> bool:
    """Tell whether a sentence only talks of the server: 'belastet IMAP den Server mehr?' has no word that asks for a value."""
    hits = slots.aspects.get("server")
    if not hits or len(slots.sentence.words) <= _TERSE or len(slots.aspects) > 1 or slots.direction or slots.names_host:
        return False
    if "meaning" in slots.cues and not slots.subject:
        return False  # 'was genau ist so ein Mailserver?'
    if _asks_how_it_is_called(slots, hits[0].start) or any(map(_is_domain, slots.sentence.words)):
        return False  # 'verein.de hab i bei Server higschriebe, ok so?'
    begins = hits[0].start == 0 and not slots.small.for_words.isdisjoint(slots.sentence.words[hits[0].end : hits[0].end + 1])
    if begins and slots.subject:
        return False  # 'Server für IMAP, nicht für POP'
    plain = {(hit.start, hit.end) for hit in slots.cues.get("plain_server", ())}
    return all((hit.start, hit.end) in plain for hit in hits) and not slots.has_any(_ASKING_A_VALUE)


def _is_domain(word: str) -> bool:
    return "." in word and "@" not in word and not word.replace(".", "").isdigit()


def _asks_how_it_is_called(slots: Slots, server: int) -> bool:
    """'Wie ist der Server für IMAP?', 'wos is da host fia POP?'; 'wie ist der Server gesichert?' asks something else."""
    words, small = slots.sentence.words, slots.small
    opened = {hit.end for hit in slots.hits_of("asks_openly", "manner")}
    asked = {hit.end for hit in slots.cues.get("copula", ()) if hit.start in opened}
    stands_there = server in asked or (server - 1 in asked and words[server - 1] in small.before_value_words)
    return stands_there and words[server + 1 : server + 2] != () and words[server + 1] in small.for_words


def _asked_to_be_sent(slots: Slots) -> set[Hit]:
    """Give the words for sending that tell no direction: 'schick mir den Port', 'könnt ihr uns die Ports senden?'."""
    named = slots.directions.get("outgoing", ())
    if not named or not ("send_me" in slots.cues or "to_us" in slots.cues):
        return set()
    asked = slots.places_of("send_me")
    *before, last = slots.sentence.words
    is_request = "to_us" in slots.cues and last in slots.small.sending_words and slots.aspects and "denies" not in slots.cues
    if is_request and slots.small.doing_words.isdisjoint(before[-1:]):
        asked.add(len(before))  # 'könnt ihr mir die Ports mal schicken', not 'sag mir den Port zum Schicken'
    asked |= {hit.end for hit in slots.cues.get("complete", ())}  # 'kannst du mir alles schicken, was ich eintragen muss'
    return {hit for hit in named if not asked.isdisjoint(range(hit.start, hit.end))}  # 'please to send me all data'
