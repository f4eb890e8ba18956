"""Which of two directions fails: 'empfangen geht, senden nicht'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import OPPOSITE
from assistant.understanding.rules.scores import highest
from assistant.understanding.rules.where_it_fails import TROUBLE_OF, works_alone
from assistant.understanding.turned_down import working

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

CERTAIN_OPINION, SOUNDS_LIKE_TROUBLE = 0.85, 0.5
"""The opinion, or score, of what is certainly a trouble, and of what sounds like one."""
_BETWEEN = 2
"""Words between 'geht' and what does not work."""
_NEAR = 3
"""Words between a 'not' and what it is about."""


def settle_working(slots: Slots, scores: Scores) -> None:
    """'Verschicken kann ich nichts, empfangen geht', 'keine Mails kommen an, verschicken kann ich aber': it is the other one."""
    for name in working(slots):
        other = TROUBLE_OF[OPPOSITE[name]]
        if slots.direction == name and other in scores:
            scores[other] += 0.4


def settle_failing(slots: Slots, scores: Scores) -> None:
    """Raise the trouble of each direction that stands between 'geht' and 'nicht'."""
    for name in _failing(slots):
        scores[TROUBLE_OF[name]] = scores.get(TROUBLE_OF[name], 0.0) + 0.6


def _failing(slots: Slots) -> list[str]:
    """Give the directions that stand between 'geht' and 'nicht': 'am Handy geht das Senden nicht'."""
    if not slots.direction:
        return []
    fine = {hit.end for hit in slots.cues.get("works", ())}
    no = {hit.start for hit in slots.cues.get("rejects_next", ())}
    between = [(name, hit) for name, hits in slots.directions.items() for hit in hits]
    return [
        name for name, hit in between if fine & set(range(hit.start - _BETWEEN, hit.start + 1)) and {hit.end, hit.end + 1} & no
    ]


def settle_denied(slots: Slots, scores: Scores) -> None:
    """'Empfangen kann ich, aber nicht senden': of two directions the one that is said not to work, or not said to."""
    if alone := works_alone(slots):
        scores[TROUBLE_OF[OPPOSITE[alone]]] = highest(scores, CERTAIN_OPINION) + 0.2  # 'nur senden geht'
    if "denies" not in slots.cues:
        return
    failing = _denied(slots)
    likeliest = max(scores.get(label, 0.0) for label in TROUBLE_OF.values())
    if failing and likeliest >= SOUNDS_LIKE_TROUBLE:
        scores[TROUBLE_OF[failing]] = likeliest + 0.2


def _denied(slots: Slots) -> str:
    """Give the one of two directions that a 'not' belongs to, else nothing."""
    named = [(name, hit) for name in TROUBLE_OF for hit in slots.directions.get(name, ())]
    short = [(name, hit) for name in TROUBLE_OF for hit in slots.cues.get(f"terse_{name}", ())]
    hits = named + [(name, hit) for name, hit in short if hit.words != "in"]  # 'krieg nix rein', but not 'in the hotel'
    denied = {name for no in slots.cues.get("denies", ()) if (name := _nearest(slots, no, hits))}
    denied.difference_update(working(slots))
    return denied.pop() if len(denied) == 1 and len({name for name, _ in hits}) > 1 else ""


def _nearest(slots: Slots, no: Hit, hits: list[tuple[str, Hit]]) -> str:
    """Give the direction that a 'not' stands nearest to, at best before it; none beyond a 'but'."""
    works = {hit.end: hit.start for hit in slots.cues.get("works", ())}
    words, found = slots.sentence.words, []
    for name, hit in hits:
        if hit.end == works.get(no.start):
            return name  # 'empfangen geht nicht'
        gap = range(no.end, hit.start) if hit.start >= no.end else range(hit.end, no.start)
        between = words[gap.start : gap.stop]
        if slots.small.turning_words.isdisjoint(between) and slots.small.only_words.isdisjoint(between):
            found.append((len(gap), hit.start < no.start, name))
    distance, _, name = min(found, default=(_NEAR + 1, False, ""))
    return name if distance <= _NEAR else ""
