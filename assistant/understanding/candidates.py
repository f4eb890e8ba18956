"""Weighs what a sentence could be about: words of the content and the classifier's opinion, added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.understanding.rules.apply import apply_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.understanding.rules.scores import Labels
    from assistant.understanding.slots import Slots

_STRONG, _WEAK, _TYPO = 0.4, 0.2, 0.36
_LONGER_PHRASE = 0.05
_SECOND_WORD = 0.1
_CLASSIFIER = 0.9
"""Weight of the classifier's opinion, which runs from 0 to 1."""
_CLEAR, _CLEARLY_LESS, _DOUBTED = 0.9, 0.2, 0.5
"""The classifier's opinion that is clear, by how much less another is than that, and what its words are then worth."""
_SEVERAL = 2
_NEAR = 4
"""Words between a device and what happened to it: 'mein Handy ist in den See gefallen'."""
_KEPT = 5
"""Candidates; more are neither offered nor shown."""
_MAYBE = {f"maybe_{name}": name for name in ("port", "server", "address", "name", "settings")}
"""Cues that only hint at an aspect."""


class Candidate(NamedTuple):
    """Something the sentence could ask."""

    label: str
    """An aspect, a topic, `setup` or `trouble:<tree>`."""
    score: float


def weigh(slots: Slots, opinion: Mapping[str, float], labels: Labels) -> list[Candidate]:
    """Weigh all candidates of a sentence.

    Args:
        slots: What the sentence says for certain.
        opinion: The classifier's score per likely label, 0 to 1.
        labels: Those of which there are many of a kind.

    Returns:
        The best candidates with a score above 0, best first.
    """
    evidence = _evidence(slots)
    _doubt_words(slots, evidence, opinion)
    scores = {label: _CLASSIFIER * value for label, value in opinion.items()}
    for label, value in evidence.items():
        scores[label] = value + scores.get(label, 0.0)
    scores.pop("none", None)
    apply_rules(slots, scores, evidence, opinion, labels)
    possible = [label for label, score in scores.items() if score > 0 and label in labels.answered]
    best = sorted(possible, key=scores.__getitem__, reverse=True)[:_KEPT]
    return [Candidate(label, round(scores[label], 4)) for label in best]


def _doubt_words(slots: Slots, evidence: dict[str, float], opinion: Mapping[str, float]) -> None:
    """Believe a word for a topic less where the whole sentence clearly sounds like another one."""
    topics = slots.topics
    if not topics:
        return
    clearest = max(opinion.values(), default=0.0)
    if clearest >= _CLEAR and clearest != opinion.get("none"):
        for label in topics:
            if clearest - opinion.get(label, 0.0) > _CLEARLY_LESS:
                evidence[label] *= _DOUBTED


def _evidence(slots: Slots) -> dict[str, float]:
    evidence: dict[str, float] = {}
    for kind in ("aspect", "topic"):
        for value, hits in slots.of(kind).items():
            best = max((_STRONG if hit.exact else _TYPO) + _LONGER_PHRASE * (hit.end - hit.start - 1) for hit in hits)
            evidence[value] = best + _SECOND_WORD * (len({hit.words for hit in hits}) - 1)
    for cue, value in _MAYBE.items():
        if cue in slots.cues:
            evidence.setdefault(value, _WEAK)
    if (
        ("location" in slots.cues or "maybe_server" in slots.cues)
        and not evidence.keys() & {"server", "port"}
        and ("maybe_name" in slots.cues or "maybe_address" in slots.cues or ("forgot" in slots.cues and not slots.aspects))
    ):
        # 'wie ist der Name, den vom Server mein ich'
        evidence["server"] = _STRONG + _SECOND_WORD * ("maybe_server" in slots.cues)
    if len(slots.devices) > 1 and not evidence:
        evidence["devices"] = _WEAK  # 'am Tablet dieselben Mails wie am PC'
    if "setup" not in evidence and _breaks(slots):
        evidence.setdefault("lost_device", _STRONG + _SECOND_WORD)  # 'mein Handy ist kaputt'
    if slots.is_device_left_behind:
        evidence["lost_device"] = max(evidence.get("lost_device", 0.0), _STRONG + _SECOND_WORD)  # 'Laptop im Bus vergessen'
    _names_values(slots, evidence)
    return evidence


def _names_values(slots: Slots, evidence: dict[str, float]) -> None:
    """Add what is asked about where a value itself is named."""
    if "@" in slots.sentence.text and any(word.startswith("@") and "." in word for word in slots.sentence.words):
        evidence.setdefault("address", _STRONG + 3 * _SECOND_WORD)  # 'endet es auf @verein.com oder .de?'
    if slots.names_host and len(slots.of("number")) < _SEVERAL:  # 'Eingang … 993, Ausgang … 465, was ist falsch?': the ports
        evidence.setdefault("server", _STRONG)  # 'imap.verein.de?' asks whether that is the server
    if slots.names_port or slots.asks_about_number or ("maybe_port" in slots.cues and slots.direction and slots.subject):
        told = (slots.subject, slots.direction, slots.asks_about_number)  # 'I noted 578 for sending, is that it?'
        is_clear = sum(map(bool, told)) >= _SEVERAL and "encryption" not in evidence
        evidence["port"] = max(evidence.get("port", 0.0), _STRONG if is_clear else _WEAK)  # 'IMAP beim Abruf 110?'


def _breaks(slots: Slots) -> bool:
    """Tell whether it is a device that breaks or gets lost."""
    if "breaks" not in slots.cues:
        return False
    broken = [hit.start for hit in slots.cues["breaks"]]
    ends = [hit.end for hit in slots.cues.get("device", ())]
    return any(0 <= start - end <= _NEAR for start in broken for end in ends)
