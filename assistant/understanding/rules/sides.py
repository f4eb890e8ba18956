"""What speaks for a protocol, what against it, or both?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import OPPOSITE, PROTOCOLS
from assistant.understanding.rules.scores import lower, put_first
from assistant.understanding.turned_down import are_unwanted

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_SIDES = ("advantages", "disadvantages")
_IN_ONE_BREATH = 4
"""Words between the two sides of 'was spricht für und was spricht gegen'."""


def settle_sides(slots: Slots, scores: Scores) -> None:
    """What speaks for it, and what against it."""
    topics = slots.topics
    if "advantages" in topics and slots.names_port and _praises_a_port(slots):
        lower(scores, _SIDES, 1.0)  # 'ist 993 gut für IMAP?'
        put_first(scores, "port", 0.1)
        return
    if "disadvantages" in topics and _is_of_a_value(slots):
        lower(scores, ("disadvantages",), 1.0)
    elif "disadvantages" in topics and _is_a_tick(slots):
        lower(scores, ("disadvantages",), 1.0)  # 'der Haken ist bei POP3 schon gesetzt'
        if not slots.aspects and slots.is_question and slots.subject in PROTOCOLS and len(slots.subjects) == 1:
            put_first(scores, "encryption", 0.1)  # 'ich hab IMAP genommen, muss da ein Haken hin?'
    elif "disadvantages" in topics:
        lower(scores, ("devices", "sync"), 0.25)  # 'POP: am Laptop gelesen, am Tablet ungelesen. Ist das ein Nachteil?'
        lower(scores, ("leave_on_server",), 0.1)  # 'was ist schlecht dran, wenn sie auf dem Server bleiben?'
    if "advantages" in topics and "disadvantages" in topics:
        _both_sides(slots, scores)
    elif ("advantages" in topics and "speaks_against" in slots.cues) or (
        "disadvantages" in topics and "speaks_for" in slots.cues
    ):
        scores["pros_and_cons"] = max(scores.get(side, 0.0) for side in _SIDES) + 0.2  # 'was spricht für IMAP und was dagegen?'
    elif "advantages" in topics:
        _advantages(slots, scores)
    if "pros_and_cons" in topics:
        lower(scores, ("advantages", "disadvantages", "difference", "recommendation"), 0.4)


def _praises_a_port(slots: Slots) -> bool:
    numbers = {hit.end for hit in slots.numbers}
    return all(hit.start in numbers for hit in slots.topics["advantages"])


def _is_of_a_value(slots: Slots) -> bool:
    """'Beim Ausgang von POP steht STARTTLS. Verkehrt?' asks whether the value is wrong, not what speaks against the protocol."""
    asked = {hit.start for hit in slots.cues.get("asks_wrong", ())}
    names_value = slots.names_port or "encryption" in slots.aspects
    return names_value and not slots.asks_openly and all(hit.start in asked for hit in slots.topics["disadvantages"])


def _is_a_tick(slots: Slots) -> bool:
    """Tell whether the word for a catch, 'Haken', is one that a program shows."""
    ticks = {hit.start for hit in slots.cues.get("can_be_set", ())}
    return "chosen_before" in slots.cues and all(hit.start in ticks for hit in slots.topics["disadvantages"])


def _advantages(slots: Slots, scores: Scores) -> None:
    """'Was taugt an POP nicht?' asks for the other side, 'ist IMAP besser als POP?' for the choice."""
    turned = {len(slots.sentence.words), *(hit.start for hit in slots.topics["advantages"])}  # 'nicht so toll'
    if slots.subject in PROTOCOLS and any(hit.end in turned for hit in slots.cues.get("rejects_next", ())):
        scores["disadvantages"] = max(scores["advantages"], scores.get("disadvantages", 0.0)) + 0.1
    elif slots.subject in PROTOCOLS and "better" not in slots.cues:
        lower(scores, ("recommendation",), 0.15)  # 'warum noch POP nehmen, gibt's da einen Vorteil?'
    elif "better" in slots.cues and _asks_if(slots):
        scores["recommendation"] = max(scores["advantages"], scores.get("recommendation", 0.0)) + 0.1


def _asks_if(slots: Slots) -> bool:
    """Tell whether it is asked if a protocol is something, and not how or why: 'übrigens, ist IMAP besser?'."""
    cues = slots.cues
    opened = min([hit.start for name in ("question", "why") for hit in cues.get(name, ())], default=0)
    return any(hit.start <= opened for hit in cues.get("is_it", ()))


def _both_sides(slots: Slots, scores: Scores) -> None:
    """'Was spricht dafür und was dagegen?' asks for both; else one is told and the later asked for: 'alle loben … Nachteile?'."""
    named = sorted((hit.start, hit.end, side) for side in _SIDES for hit in slots.topics[side])
    wanted = [side for side in _SIDES if not are_unwanted(slots, slots.topics[side])]
    if len(wanted) == 1 and not slots.sentence.asks:
        scores[wanted[0]] = max(scores[side] for side in _SIDES) + 0.2  # 'die Nachteile. Nicht die Vorteile, die kenn ich.'
        return
    if "both" in slots.cues and slots.subject in OPPOSITE:
        scores["pros_and_cons"] = max(scores[side] for side in _SIDES) + 0.2  # 'Vorteile IMAP, Nachteile IMAP, beides bitte'
        return
    _, _, asked = named[-1]
    told_until = max(end for _, end, side in named if side != asked)
    asked_from = min((start for start, _, side in named if side == asked and start >= told_until), default=told_until)
    between = slots.sentence.words[told_until:asked_from]
    which = {hit.start for hit in slots.cues.get("which", ())}
    asks_twice = {start - 1 for start, _, _ in named} <= which  # 'welche Vorteile hat IMAP, welche Nachteile?'
    listed = not between or not (slots.small.joining_words | slots.small.either_words).isdisjoint(between)
    if asks_twice or (len(between) <= _IN_ONE_BREATH and listed):
        scores["pros_and_cons"] = max(scores[side] for side in _SIDES) + 0.2
    else:
        scores[asked] = max(scores[side] for side in _SIDES) + 0.2
