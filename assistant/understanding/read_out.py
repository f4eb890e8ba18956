"""'Da steht 995, muss das weg?', '993 with STARTTLS, a mistake?': whether a value that was read out is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import DIRECTIONS
from assistant.understanding.changed import changed_to, stands_behind
from assistant.understanding.slots import is_host, looks_like_port
from assistant.understanding.switches import state_asked_of

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_TILL_OTHER = 7
"""Words of 'muss [ich bei POP3 den Port 995 dann] ändern'."""
_CUES = ("to_be_other", "asks_wrong", "mistake", "away_with_it")
_TILL_AWAY = 4
"""Words of '995 [steht bei mir drin], ändern?'."""
_GOES = ("to_be_other", "away_with_it")
_SHORT = 5
"""Words of 'muss das dann weg?', a sentence of its own."""
_TROUBLES = frozenset({"wrong", "gone"})
"""What words for a change or a mistake tell elsewhere: 'die Mails sind weg', 'Fehler beim Senden'."""
_OF_A_VALUE = _TROUBLES | {"deletes", "maybe_outgoing", "terse_outgoing"}
"""The same, where a value is named: 'das muss raus'."""
_SIDES = frozenset(f"{said}{side}" for said in ("", "maybe_", "terse_") for side in DIRECTIONS)
"""Values of hits that tell a direction."""
_HINTS_AT_SIDES = frozenset(f"maybe_{side}" for side in DIRECTIONS)
_MEANT_OTHERWISE = frozenset({"direction", "topic"})
"""Kinds of hits that such a word is none of, where a value is named: 'löschen', 'verkehrt'."""


def meant_otherwise(slots: Slots) -> set[Hit]:
    """Give the hits of words that ask whether a value is wrong: the 'weg' of 'muss das weg' is no trouble."""
    if not slots.has_any(_CUES):
        return set()
    places = _places_to_be_other(slots) | _places_of_away(slots)
    if ends_in_mistake(slots):
        places.add(len(slots.sentence.words) - 1)
    if not places and "asks_wrong" not in slots.cues:
        return set()
    names_value = slots.sentence.asks and _names_value(slots)
    if names_value:
        places |= slots.places_of("asks_wrong")
    inside = {hit for hit in slots.hits if places.issuperset(range(hit.start, hit.end)) or _ends_so(hit, places)}
    if not names_value:
        return {hit for hit in inside if hit.value in _TROUBLES} if len(slots.sentence.words) <= _SHORT else set()
    reasons = {hit for hit in slots.cues.get("why", ()) if hit.end - 1 in places}  # 'in 993, out 587, is something wrong?'
    return reasons | {hit for hit in inside if hit.kind in _MEANT_OTHERWISE or hit.value in _OF_A_VALUE}


def _ends_so(hit: Hit, places: set[int]) -> bool:
    """The 'POP raus' of 'muss die 110 bei POP raus?' is no direction either."""
    return hit.value in _HINTS_AT_SIDES and hit.end - 1 in places


def of_a_tick(slots: Slots) -> set[Hit]:
    """Give the hits of words that say where the tick of a switch is: 'der Haken bei SSL ist raus, muss der rein?'."""
    small, words = slots.small, slots.sentence.words
    if small.tick_words.isdisjoint(words):
        return set()
    states = small.on_words | small.off_words | small.ticked_words
    return {hit for hit in slots.hits if hit.value in _SIDES and words[hit.end - 1] in states}


def asks_to_be_other(slots: Slots) -> bool:
    """Tell whether it is asked if a value that is told has to go or to be changed: 'da steht 995, soll ich das ändern?'.

    'Soll ich auf 465 umstellen?' names what it would be changed to, and 'muss STARTTLS weg?' asks of the switch.
    """
    if not slots.sentence.asks or not slots.has_any(_GOES) or slots.asks_openly or slots.asks_why or tells_what_instead(slots):
        return False
    if _places_of_away(slots):
        return True
    places = _places_to_be_other(slots)
    if not places:
        return False
    asked = max(hit.start for hit in slots.cues["has_to"] if hit.start < max(places))
    if slots.sentence.words[max(0, asked - 1)] in slots.small.either_words:
        return False  # 'stimmt das, oder muss da was anderes rein?'
    switches = [hit.start for hit in slots.aspects.get("encryption", ())]
    if any(at > asked for at in switches) or (switches and state_asked_of(slots) is not None):
        return False
    named = {hit.end for hit in slots.hits_of("has_to")} | {hit.end for hit in slots.aspects.get("port", ())}
    words, articles = slots.sentence.words, slots.small.before_value_words
    numbers = [hit.start for hit in slots.numbers]
    return all(at < asked or (at < max(places) and (at in named or words[at - 1] in articles)) for at in numbers)


def ends_in_mistake(slots: Slots) -> bool:
    """Tell whether a value is called a mistake: '993 mit STARTTLS, Fehler?'; '… und trotzdem Fehler?' tells of one."""
    last = len(slots.sentence.words) - 1
    is_last = slots.sentence.asks and any(hit.start == last for hit in slots.cues.get("mistake", ()))
    return is_last and _names_value(slots) and any(hit.end == last and hit.kind != "cue" for hit in slots.hits)


def _places_to_be_other(slots: Slots) -> set[int]:
    """Give the places of the words for a change behind one that asks if it has to be: 'muss das [weg]'."""
    asked = [hit.end for hit in slots.cues.get("has_to", ())]
    changed = [hit for hit in slots.cues.get("to_be_other", ()) if any(0 <= hit.start - end <= _TILL_OTHER for end in asked)]
    return {at for hit in changed for at in range(hit.start, hit.end)}


def _places_of_away(slots: Slots) -> set[int]:
    """Give the places of words that end a question right behind a value: 'imap.verein.de, weg damit?'."""
    last = len(slots.sentence.words)
    said = [hit for hit in slots.cues.get("away_with_it", ()) if hit.end == last]
    if not said or not slots.sentence.asks:
        return set()
    new = slots.small.changed_to_words
    values = _places_of_values(slots)
    if "stands_at" in slots.cues:  # 'da steht STARTTLS, ändern?'
        values = {*values, *(hit.start for hit in slots.aspects.get("encryption", ()))}
    told = [at for at in values if not stands_behind(slots, at, new)]  # not so '… auf 587 ändern?'
    behind = [hit for hit in said if any(0 <= hit.start - at - 1 <= _TILL_AWAY for at in told)]
    return {at for hit in behind for at in range(hit.start, hit.end)}


def tells_what_instead(slots: Slots) -> bool:
    """'Muss ich smtp.verein.de durch … ersetzen?' names what it would be changed to."""
    switches = {hit.start for hit in slots.aspects.get("encryption", ())}
    return bool(changed_to(slots, _places_of_values(slots) | switches))


def _places_of_values(slots: Slots) -> set[int]:
    """Give the places of words that look like a port or a host."""
    known = {hit.start for hit in slots.numbers}
    return known | {at for at, word in enumerate(slots.sentence.words) if looks_like_port(word) or is_host(word)}


def _names_value(slots: Slots) -> bool:
    if slots.names_port or slots.names_host or "stands_at" in slots.cues or "encryption" in slots.aspects:
        return True
    return bool(slots.subject or slots.direction) and any(map(looks_like_port, slots.sentence.words))
