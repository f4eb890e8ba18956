"""'SSL-Schalter ist aus', 'Haken bei SSL ist drin': whether a switch for the encryption is on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.once import once_for_each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.understanding.lexicon import Hit
    from assistant.understanding.slots import Slots

_TILL_STATE = 6
"""Words of 'SSL [ist bei mir im Moment noch] aus'."""
_TILL_SWITCH = 3
"""Words of 'kein Haken [steht da bei] SSL'."""


@once_for_each
def states_told(slots: Slots) -> dict[int, bool]:
    """Give the places of words for the encryption of which it is said whether it is on (true) or off."""
    hits = slots.aspects.get("encryption", ())
    if hits and (asked := state_asked_of(slots)) is not None:
        return {hit.start: asked for hit in hits}
    told = {hit.start: state for hit in hits if (state := _state_behind(slots, hit)) is not None}
    if hits and (off := slots.cues.get("switched_off", ())):  # 'kein Haken bei SSL'
        told |= {hit.start: False for hit in hits if hit.start not in told and any(_belongs(hit, one) for one in off)}
    return told


def is_off(slots: Slots) -> bool:
    """Tell whether the encryption is said to be off, or is to be switched off."""
    if "encryption" not in slots.aspects:
        return False
    states = states_told(slots).values()
    return ("switched_off" in slots.cues or False in states) and True not in states  # not so 'SSL aus, STARTTLS an'


def is_on(slots: Slots) -> bool:
    """Tell whether the encryption is said to be on, or is to be switched on."""
    if "encryption" not in slots.aspects:
        return False
    return "switched_on" in slots.cues or True in states_told(slots).values()


def state_asked_of(slots: Slots) -> bool | None:
    """Give the state of which it is asked whether it has to be, whatever is told before: 'SSL ist aus. Muss das an?'.

    'Da steht STARTTLS, muss das weg?' is asked of a value, and not of a switch.
    """
    asked = [hit.end for hit in slots.cues.get("has_to", ())]
    small, words = slots.small, slots.sentence.words
    is_tick = not small.tick_words.isdisjoint(words)
    away = [hit for hit in slots.cues.get("away_with_it", ()) if hit.end == len(words)]
    if is_tick and any(words[hit.start] in small.off_words for hit in away):
        return False  # 'Haken bei SSL gesetzt, wieder raus damit?'
    if (switched := _switched_at_last(slots)) is not None:
        return switched
    if not asked or slots.asks_openly:
        return None
    on = small.on_words | small.ticked_words if is_tick else small.on_words
    behind = words[asked[-1] : asked[-1] + _TILL_STATE]
    states = [word for word in behind if word in on or word in small.off_words]
    if len(states) != 1 or not small.either_words.isdisjoint(behind[:-1]):
        return None
    is_told = is_tick or any(word in on or word in small.off_words for word in words[: asked[-1]])
    if not is_told and any(hit.words == states[0] for hit in slots.cues.get("to_be_other", ())):
        return None
    return (states[0] in on) != (not small.denying_words.isdisjoint(behind))


def _switched_at_last(slots: Slots) -> bool | None:
    """'SSL ist an, soll ich das ausschalten?', '… wieder abhaken?': what such a verb at the end would make of it."""
    words, small = slots.sentence.words, slots.small
    if not slots.sentence.asks or slots.asks_openly or not small.either_words.isdisjoint(words[:-1]):
        return None
    for cue, is_so in (("switched_on", True), ("switched_off", False)):
        for hit in slots.cues.get(cue, ()):
            if hit.end == len(words) and small.denying_words.isdisjoint(words[hit.start - 2 : hit.start]):
                return is_so
    return None


def _state_behind(slots: Slots, hit: Hit) -> bool | None:
    """Give the state that a word for the encryption is followed by; none where both are named: 'SSL an oder aus?'."""
    small, words = slots.small, slots.sentence.words
    is_denied = False
    sides = _sides_of_protocols(slots)
    for at, word in _behind(words, hit.end):
        if word in small.on_words or word in small.off_words:
            after = words[at + 1 : at + 3]
            is_open = len(after) == 2 and after[0] in small.either_words and after[1] in small.on_words | small.off_words
            # 'SSL aus dem Menü nehmen'; 'rein 993 SSL, raus 587 STARTTLS': the other side
            is_place = after[:1] and (after[0] in small.article_words or after[0].isdigit())
            return None if is_open or is_place or at in sides else (word in small.on_words) != is_denied
        if word in small.denying_words:
            is_denied = not is_denied
        elif word not in small.between_state_words:
            return None
    return None


def _sides_of_protocols(slots: Slots) -> set[int]:
    """Give the places of words for a side right behind a protocol: 'TLS for imap out'; not the 'raus' of 'SSL bei POP raus?'."""
    protocols = {named.end for hits in slots.subjects.values() for named in hits}
    return protocols & (slots.places_of("terse_incoming", "terse_outgoing") - slots.places_of("to_be_other"))


def _behind(words: tuple[str, ...], start: int) -> Iterator[tuple[int, str]]:
    return enumerate(words[start : start + _TILL_STATE], start)


def _belongs(hit: Hit, off: Hit) -> bool:
    return off.start <= hit.start < off.end or 0 <= hit.start - off.end <= _TILL_SWITCH
