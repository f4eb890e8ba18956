"""Weighs what a sentence could be about: words of the content and the classifier's opinion, added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.intent import ASPECTS
from assistant.understanding.slots import Slots, listed_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STRONG, _WEAK, _TYPO = 0.55, 0.28, 0.5
_SECOND_WORD = 0.12
_CLASSIFIER = 0.65
"""Weight of the classifier's opinion, which runs from 0 to 1."""
_CERTAIN_OPINION = 0.85
_SPECIFIC = (
    "port",
    "encryption",
    "username",
    "password",
    "name",
    "address",
    "server",
    "login",
    "account_type",
    "delivery",
)
_HOST_BEGINNINGS = ("imap.", "pop.", "pop3.", "smtp.", "mail.", "posteingang.", "postausgang.")
_PORT_NUMBERS = frozenset({"25", "110", "143", "465", "587", "993", "995", "2525"})


@dataclass(frozen=True)
class Candidate:
    """Something the sentence could ask."""

    label: str
    """An aspect, a topic, `setup` or `trouble:<tree>`."""
    score: float


def weigh(slots: Slots, opinion: Mapping[str, float]) -> list[Candidate]:
    """Weigh all candidates of a sentence.

    Args:
        slots: What the sentence says for certain.
        opinion: The classifier's score per label, 0 to 1.

    Returns:
        The candidates with a score above 0, best first.
    """
    evidence = _evidence(slots)
    labels = {*evidence, *opinion}
    scores = {label: evidence.get(label, 0.0) + _CLASSIFIER * opinion.get(label, 0.0) for label in labels if label != "none"}
    _apply_rules(slots, scores, evidence)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [Candidate(label, round(score, 4)) for label, score in ranked if score > 0]


def _evidence(slots: Slots) -> dict[str, float]:
    evidence: dict[str, float] = {}
    for kind in ("aspect", "topic"):
        for value, hits in slots.of(kind).items():
            best = max((_STRONG if hit.exact else _TYPO) + 0.05 * (hit.end - hit.start - 1) for hit in hits)
            evidence[value] = best + _SECOND_WORD * (len({hit.words for hit in hits}) - 1)
    for value in ("port", "server", "address", "name"):
        if slots.cue(f"maybe_{value}") and value not in evidence:
            evidence[value] = _WEAK
    if any(word.startswith(_HOST_BEGINNINGS) for word in slots.sentence.words):
        evidence.setdefault("server", _STRONG)  # 'imap.verein.de?' asks whether that is the server
    if not evidence.get("port") and _PORT_NUMBERS.intersection(slots.sentence.words):
        evidence["port"] = _WEAK
    return evidence


def _apply_rules(slots: Slots, scores: dict[str, float], evidence: Mapping[str, float]) -> None:
    """Settle what the words together say; each rule has its reason beside it."""
    aspects = slots.of("aspect")
    specific = [name for name in _SPECIFIC if name in aspects]
    if "server" in aspects:
        _apply_server_rules(slots, scores, specific)
    if "address" in aspects and len(specific) > 1:
        scores["address"] -= 0.2  # 'beim Einrichten der Vereinsadresse fragt er nach einem Port'
    if "username" in aspects or "password" in aspects:
        _lower(scores, ("address", "name", "login"), 0.25)  # 'ist der Benutzername die ganze Adresse?'
    if "username" in aspects and "password" in aspects:
        scores["login"] = max(scores["username"], scores["password"]) + 0.3
    if "port" in aspects and "encryption" in aspects:
        scores["port"] += 0.05  # 'SSL-Port': the port, and its answer names the encryption
    _apply_settings_rules(slots, scores, specific)
    _apply_setup_rules(slots, scores, specific, asked_for="setup" in evidence)
    _apply_trouble_rules(slots, scores, evidence)
    if not evidence and slots.of("direction") and len(slots.sentence.words) <= 3:
        scores["port"] = scores.get("port", 0.0) + 0.5  # 'smtp?', 'imap ausgang?': the values of that side
    _apply_topic_rules(slots, scores, specific)


def _lower(scores: dict[str, float], labels: Iterable[str], amount: float) -> None:
    for label in labels:
        if label in scores:
            scores[label] -= amount


def _apply_server_rules(slots: Slots, scores: dict[str, float], specific: list[str]) -> None:
    """The server is named more often than it is asked for."""
    aspects = slots.of("aspect")
    if len(specific) > 1 and not listed_together(slots, aspects["server"]):
        scores["server"] -= 0.5  # 'Port für den IMAP-Server': the server only says where
    if slots.cue("maybe_port") and "port" not in aspects:
        scores["port"] = scores.get("port", 0.0) + 0.4  # 'neben dem Server noch eine Zahl': a number is never a server's name
        scores["server"] -= 0.4
    if slots.cue("location"):
        scores["server"] -= 0.6  # 'auf dem Server lassen' is about the mails, not about the server's name
    for other in ("address", "name"):
        if other in scores and other not in aspects:
            scores["server"] += 0.15  # 'Adresse vom Server', 'wie heißt der Server'
            scores[other] -= 0.3


def _apply_settings_rules(slots: Slots, scores: dict[str, float], specific: list[str]) -> None:
    """One value or all of them?"""
    if "settings" in slots.of("aspect"):
        if slots.cue("complete"):
            scores["settings"] += 0.2
        elif specific:
            scores["settings"] -= 0.3  # 'Einstellung für den Port'
    asked = len([name for name in specific if name != "address"])
    if asked >= 3 or (asked == 2 and slots.cue("complete")):
        best = max(scores[name] for name in specific)
        scores["settings"] = max(scores.get("settings", 0.0), best) + 0.1


def _apply_setup_rules(slots: Slots, scores: dict[str, float], specific: list[str], *, asked_for: bool) -> None:
    """A guide, or a value while setting up?"""
    if asked_for and specific:
        scores["setup"] -= 0.35  # asked for a value while setting up
    elif asked_for and slots.program:
        scores["setup"] += 0.25
    elif slots.program and not specific and "settings" not in slots.of("aspect"):
        scores["setup"] = scores.get("setup", 0.0) + 0.15


def _apply_trouble_rules(slots: Slots, scores: dict[str, float], evidence: Mapping[str, float]) -> None:
    """'Fragt dauernd nach dem Passwort' is a trouble, 'welches Passwort?' a question."""
    is_trouble = slots.cue("wrong") and not slots.cue("which")
    for label, score in scores.items():
        if label.startswith("trouble:"):
            certain = score >= _CERTAIN_OPINION * _CLASSIFIER
            scores[label] += 0.3 if is_trouble or (certain and not slots.cue("which")) else -0.05
        elif is_trouble and label in evidence:
            scores[label] -= 0.25


def _apply_topic_rules(slots: Slots, scores: dict[str, float], specific: list[str]) -> None:
    topics = slots.of("topic")
    named_both = slots.subject == "both"
    if named_both and not specific and "settings" not in slots.of("aspect"):
        for label in ("difference", "recommendation"):
            if label in scores:
                scores[label] += 0.12
        hits = topics.get("recommendation", ())
        if slots.cue("meaning") and "difference" in scores and len(hits) <= 1:
            scores["difference"] = 0.1 + max(
                scores["difference"], scores.get("recommendation", 0.0)
            )  # 'POP oder IMAP, hä, was ist das?'
    if "difference" in topics and slots.direction == "both" and not slots.subject and "directions" in scores:
        scores["directions"] += 0.6  # 'Unterschied zwischen Eingang und Ausgang'
    if "advantages" in topics and "disadvantages" in topics:
        scores["advantages"] += 0.2
    if not slots.cue("meaning") and len(slots.sentence.words) > 1:
        _lower(scores, [label for label in scores if label.startswith("terms_")], 0.4)  # 'smtp port' asks for no explanation
    if specific:
        _lower(scores, (topic for topic in topics if topic not in ASPECTS and topic != "setup"), 0.05)
