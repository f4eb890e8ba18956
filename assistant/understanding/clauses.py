"""Two questions in one sentence: 'wie heißt der Server und was ist der Port?'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import OPPOSITE
from assistant.understanding.lexicon import Hit
from assistant.understanding.slot_filling import read_slots

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_OPENING = ("which", "manner", "why", "meaning", "whether", "question")
"""Cues that begin a question."""
_VERBS = ("stays", "works", "copula", "is_so", "asks_value", "fetches", "can_be_set")
"""Cues that begin a question after one: '… , und bleiben die auf dem Server?'."""
_PAIRED = frozenset({"port", "server", "encryption", "username", "password", "advantages", "disadvantages"})
"""What may be named in pairs with a protocol each: 'Port IMAP, Server POP'."""
_LIST = 6
"""Words of 'vorteile von imap, nachteile von pop', which asks for both without a sign of it."""
_STORY = 8
"""Words of a story from which its question is parted."""
_REQUEST = 4
"""Words of 'Outlook einrichten', which asks for something although it is no question."""


def parted(slots: Slots) -> list[Slots]:
    """Part a sentence where 'und' begins a second question, if both halves ask for something, and not for the same.

    Args:
        slots: Those of the whole sentence.

    Returns:
        The slots of the two questions, or of the sentence as it is.
    """
    if (asked := _at_last_asked(slots)) is not None:
        return asked
    if (begins := _announced(slots)) and begins < len(slots.sentence.words):
        return [_part(slots, begins, len(slots.sentence.words), opened=True)]
    words, joining = slots.sentence.words, slots.small.joining_words
    if begins := _second_pair(slots):
        first_ends = begins - (words[begins - 1] in joining)
        return [_part(slots, 0, first_ends, opened=True), _part(slots, begins, len(words), opened=True)]
    turning = slots.small.turning_words  # the first half only tells: 'den Namen weiß ich, aber wie war der Server?'
    if turning.isdisjoint(words) and joining.isdisjoint(words):
        return [slots]
    openings = {hit.start for hit in slots.hits_of(*_OPENING)}
    if slots.sentence.asks and openings:
        openings |= {hit.start for hit in slots.hits_of(*_VERBS) if hit.start > min(openings)}
    for place, word in enumerate(words):
        if (word in joining or word in turning) and place + 1 in openings:
            first = _part(slots, 0, place, may_ask=word in joining, opened=min(openings) < place)
            named = _named(first)
            if not (named or first.asks_if_port_fits):
                continue
            second = _part(slots, place + 1, len(words))
            both_ask = bool(named and _named(second)) and named.isdisjoint(_named(second))
            both_ask = both_ask or (word in joining and _asks_of_another(first, second))
            is_list = "settings" in first.aspects  # 'alle Daten, Server, Ports und wie verschlüsselt wird'
            # 'welche Verschlüsselung beim Empfangen, und welche beim Senden?': the same of both sides
            is_list |= bool(first.direction and second.direction) and _named(second) <= {"recommendation", "difference"}
            if both_ask and not is_list and (word in joining or second.aspects):
                return [first, second]
    return [slots]


def _asks_of_another(first: Slots, second: Slots) -> bool:
    """Tell whether it is asked if a port is right, and then what that of the other side is: 'passt 993, und wie lautet …?'."""
    if not first.asks_if_port_fits or second.names_port or not second.asks_openly:
        return False
    is_port = "port" in second.aspects and first.aspects.keys() <= {"port"}
    return is_port and second.direction == OPPOSITE[first.number_direction]


def _second_pair(slots: Slots) -> int:
    """Give where the second of two pairs begins, of a thing and a protocol each: 'Vorteile IMAP, Nachteile POP'; or 0."""
    named = {**slots.aspects, **slots.topics}
    things = sorted(hit.start for hits in named.values() for hit in hits)
    protocols = sorted(hits[0].start for hits in slots.subjects.values() if len(hits) == 1)
    if len(named) != 2 or not named.keys() <= _PAIRED or len(things) != 2 or len(protocols) != 2:
        return 0
    if not (slots.is_question or len(slots.sentence.words) <= _LIST) or slots.direction:
        return 0
    in_turn = sorted((*things, *protocols))
    is_paired = in_turn[::2] in (things, protocols)  # 'IMAP Port, POP Server' or 'Port IMAP, Server POP'
    return in_turn[2] if is_paired else 0


def _at_last_asked(slots: Slots) -> list[Slots] | None:
    """Part a long sentence at 'kann mir jemand sagen', 'wüsst ich gern', if what is asked stands behind it."""
    hits = slots.cues.get("asks_now")
    start = hits[-1].start if hits else 0
    if start < _STORY:
        return None
    words = slots.sentence.words
    asked = _part(slots, start, len(words), opened=True)
    return [_part(slots, 0, start, may_ask=False), asked] if _named(asked) else None


def _announced(slots: Slots) -> int:
    """Give where the question begins that is announced before it: 'kurze Frage, was kostet das'; or 0."""
    ends = max((hit.end for hit in slots.cues.get("announces", ()) if hit.start == 0), default=0)
    return ends if ends and any(hit.start == ends for hit in slots.hits_of("asks_openly", "copula", "which")) else 0


def _named(slots: Slots) -> set[str]:
    to_set_up = {"setup"} if "how_to" in slots.cues and "mail" in slots.cues else set()
    number = {"port"} if "maybe_port" in slots.cues and "which" in slots.cues else set()  # '… und welche Nummer gehört dazu'
    topics = slots.topics.keys() - ({"recommendation"} if "better_one" in slots.cues and slots.aspects else set())
    ending = {"address"} if slots.has_all(("ends_in", "maybe_address")) else set()  # 'welche Endung hat die Adresse'
    named = {*slots.aspects, *topics, *to_set_up, *number, *ending}
    return named or ({"advantages"} if slots.asks_why and slots.subject in OPPOSITE else set())  # 'warum IMAP und …'


def _part(slots: Slots, start: int, end: int, *, may_ask: bool = True, opened: bool = False) -> Slots:
    hits = [hit for hit in slots.hits if start <= hit.start and hit.end <= end]
    moved = tuple(Hit(hit.start - start, hit.end - start, *hit[2:]) for hit in hits)
    asks = may_ask and (slots.sentence.asks or start > 0 or end <= _REQUEST or opened)
    return read_slots(slots.sentence.part(start, end, asks=asks), moved, slots.small)
