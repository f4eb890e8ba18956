"""A trouble, or a question about the same thing?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.rules.scores import FEW_WORDS, lower

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.understanding.rules.scores import Labels, Scores
    from assistant.understanding.slots import Slots

_CONNECTION = frozenset({"port", "encryption"})
_NOT_DOUBTED = _CONNECTION | {"lost_device"}
_EXPLAINING = frozenset(
    {"deleting", "sync", "storage", "sent_mail", "leave_on_server", "speed", "backup", "lost_device", "offline"}
)
"""Topics that tell why something is as it is."""
_CERTAIN_OPINION = 0.85
_BETWEEN = 2
"""Words between 'geht' and what does not work."""
_TROUBLE_OF = {"incoming": "trouble:receive", "outgoing": "trouble:send"}


def settle_trouble(
    slots: Slots, scores: Scores, evidence: Mapping[str, float], opinion: Mapping[str, float], labels: Labels
) -> None:
    """'Fragt dauernd nach dem Passwort' is a trouble, 'welches Passwort?' a question."""
    is_same = slots.cue("alike") and bool(slots.of("aspect"))
    is_question = slots.cue("which") or _checks_a_value(slots) or is_same
    is_trouble = slots.cue("wrong") and not is_question
    is_told = len(slots.sentence.words) > FEW_WORDS and not is_question
    if "storage" in slots.of("topic"):
        lower(scores, ("trouble:full",), 0.6)  # 'Postfach voll': the answer itself says what to do, and offers the questions
    names_port, asks_reason = "port" in slots.of("aspect"), _asks_reason(slots, evidence)
    if slots.direction == "both":
        lower(scores, [_TROUBLE_OF[name] for name in _working(slots)], 0.4)  # 'verschicken kann ich nichts, empfangen geht'
    for name in _failing(slots):
        scores[_TROUBLE_OF[name]] = scores.get(_TROUBLE_OF[name], 0.0) + 0.6
    for label in labels.troubles:
        if label in scores:
            certain = opinion.get(label, 0.0) >= _CERTAIN_OPINION
            scores[label] += 0.3 if is_trouble or (certain and is_told) else -0.05
            if names_port:
                scores[label] -= 0.3  # 'empfangen geht, zum Senden fehlt noch die Portnummer'
            if is_same:
                scores[label] -= 0.3  # 'Passwort fürs Konto, ist das dasselbe wie …': nothing is broken
            if asks_reason:
                scores[label] -= 0.35  # 'nach dem Abholen mit POP sind sie weg, ist das normal?': the reason helps, no repair
    _told_of_device(scores, evidence, labels)
    if is_trouble:
        in_question = {"server"} if slots.names_host else set()  # 'imap.verein.de geht nicht': the right name helps
        lower(scores, evidence.keys() - _NOT_DOUBTED - in_question, 0.25)


def _told_of_device(scores: Scores, evidence: Mapping[str, float], labels: Labels) -> None:
    if "lost_device" in evidence:
        lower(scores, labels.troubles, 0.3)  # 'wenn eingebrochen wird, sind dann alle Mails weg?': no program is broken
        lower(scores, ("deleting",), 0.5)  # '… PC abgestürzt, Mails über POP, alles verloren?': nobody deleted them


def _checks_a_value(slots: Slots) -> bool:
    """'Beim Senden hab ich SSL drin und er hängt, ist das falsch?' asks for the right value."""
    return slots.cue("confirm") and bool(_CONNECTION.intersection(slots.of("aspect")))


def _asks_reason(slots: Slots, evidence: Mapping[str, float]) -> bool:
    asks = slots.cue("why") or slots.asks_directly
    return asks and bool(slots.subject) and bool(evidence.keys() & _EXPLAINING)


def _working(slots: Slots) -> list[str]:
    """Give the directions of which it is said that they work: 'empfangen geht', not 'empfangen geht nicht'."""
    broken = {hit.start for hit in slots.of("cue").get("wrong", ())}
    fine = {hit.start for hit in slots.of("cue").get("works", ())} - broken
    return [name for name, hits in slots.of("direction").items() if any(hit.end in fine for hit in hits)]


def _failing(slots: Slots) -> list[str]:
    """Give the directions that stand between 'geht' and 'nicht': 'am Handy geht das Senden nicht'."""
    fine = {hit.end for hit in slots.of("cue").get("works", ())}
    no = {hit.start for hit in slots.of("cue").get("rejects_next", ())}
    between = [(name, hit) for name, hits in slots.of("direction").items() for hit in hits]
    return [
        name for name, hit in between if fine & set(range(hit.start - _BETWEEN, hit.start + 1)) and {hit.end, hit.end + 1} & no
    ]
