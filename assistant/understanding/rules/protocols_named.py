"""One protocol named, both, or none: what that says of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.protocols import is_chosen
from assistant.understanding.rules.scores import lower, put_first

if TYPE_CHECKING:
    from assistant.understanding.lexicon import Hit
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_BOTH = 2
_IN_ONE_BREATH = 4
"""Words between the two of 'IMAP oder doch lieber POP'."""


def settle_protocols_named(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """One protocol named, both, or none."""
    if is_chosen(slots):
        put_first(scores, "settings", 0.5)  # 'ich nehm POP'
    elif slots.subject == "both" and specific:
        _both_beside_a_value(slots, scores, specific)
    elif "account_type" in specific and slots.subject:
        _told_by_account_type(slots, scores, specific)
    elif specific and not slots.subject and "meaning" in slots.cues and set(specific) != {"account_type"}:
        lower(scores, ("difference",), 0.6)  # 'der fragt nach der Verschlüsselung, ich weiß nicht, was das ist'
    elif slots.subject == "both" and "settings" not in slots.aspects:
        _both_named(slots, scores)
    if "safer" in slots.cues and (slots.subject == "both" or _is_of_these(slots)) and not specific:
        put_first(scores, "encryption", 0.2)  # 'is IMAP safer than POP?', 'which is safer?'
    if slots.has_all(("mail", "stays", "plain_server")):
        lower(scores, ("recommendation",), 0.8)  # 'bei POP bleiben die Mails auf dem Server, oder?'
    if slots.subject == "both":
        lower(scores, ("leave_on_server",), 0.2)  # only POP takes mails away: of both together it is asked what happens to them
    if slots.subject == "pop3" and not slots.topics and "sync" in scores and len(slots.devices) > 1:
        scores["sync"] += 0.1  # 'am PC geöffnet, am Handy noch neu. Ich hab POP'


def _both_beside_a_value(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """Of both named beside a value, the value is asked for, unless one of them is to be chosen or explained."""
    lower(scores, ("difference", "recommendation"), 0.3)  # 'Exchange, IMAP oder POP, was ist das für ein Feld Kontotyp?'
    is_explained = "meaning" in slots.cues and "which" not in slots.cues  # 'erklär mir die zwei Kontotypen POP und IMAP'
    told = slots.aspects.get("account_type", ())
    is_judged = slots.has_any(("better", "asks_right"))  # 'Servertyp: POP, IMAP, Exchange. Was ist richtig?'
    if not is_judged and (is_explained or _asks_meaning_after(slots, told)):
        lower(scores, ("account_type",), 0.8)  # 'beim Kontotyp gibt es IMAP und POP3, was bedeutet das?'
        sounds_like = scores.values() if specific == ["account_type"] else (scores.get("recommendation", 0.0),)
        scores["difference"] = max(scores.get("difference", 0.0), *sounds_like) + 0.3
    elif _are_to_choose_from(slots, specific):
        put_first(scores, "recommendation", 0.1)  # 'Kontotyp IMAP oder POP3, welches nimmt man da?'


def _are_to_choose_from(slots: Slots, specific: list[str]) -> bool:
    """Tell whether one of both is to be chosen, and nothing beside them: 'IMAP, POP oder Exchange' asks which of all fits."""
    is_asked = "which" in slots.cues or "recommendation" in slots.topics
    return is_asked and specific == ["account_type"] and "third_type" not in slots.cues


def _told_by_account_type(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """Where the account type is named with its protocol, something else is asked."""
    if slots.names_port and ("confirm" in slots.cues or "asks_right" in slots.cues):
        put_first(scores, "port", 0.1)  # 'da steht 995, Kontotyp POP, stimmt das?'
    elif len(specific) == 1 and "meaning" in slots.cues and "which" not in slots.cues:
        put_first(scores, "difference", 0.1)  # 'bei mir steht als Kontotyp POP3, was bedeutet das?'


def _is_of_these(slots: Slots) -> bool:
    """Tell whether nothing else is named that one could choose."""
    return not (slots.subject or slots.program or slots.devices or slots.topics.keys() - {"recommendation"})


def _both_named(slots: Slots, scores: Scores) -> None:
    """'POP oder IMAP' asks which to take, unless somebody wants to know what they are."""
    for label in ("difference", "recommendation"):
        if label in scores:
            scores[label] += 0.12
    if _are_used_side_by_side(slots):
        put_first(scores, "devices", 0.1)  # 'am Handy hab ich IMAP und am PC POP'
        return
    asks_whether = "whether" in slots.cues and "manner" not in slots.cues
    if (asks_whether or _are_alternatives(slots)) and "recommendation" in scores:
        scores["recommendation"] += 0.15  # 'IMAP oder POP am Berg mit schwachem Netz?'
    explained = "meaning" in slots.cues or "difference" in slots.topics
    if explained and (not compares(slots) or _asks_meaning_last(slots)) and "difference" in scores:
        scores["difference"] = 0.1 + max(scores["difference"], scores.get("recommendation", 0.0))
    elif "confirm" in slots.cues and "stays" in slots.cues and ("deletes" in slots.cues or "fetches" in slots.cues):
        put_first(scores, "difference", 0.1)  # 'bei POP bleiben sie, und bei IMAP werden sie gelöscht, richtig?'
    elif "where_set" in slots.cues and (not compares(slots) or _asks_where_first(slots)):
        scores["switching"] = 0.1 + max(scores.get(label, 0.0) for label in ("switching", "recommendation", "difference"))


def _are_used_side_by_side(slots: Slots) -> bool:
    """Tell whether it is told that one device has the one and another the other, and nothing is asked of them."""
    is_asked = slots.is_question or not slots.small.either_words.isdisjoint(slots.sentence.words)
    return len(slots.devices) > 1 and not is_asked and not slots.topics


def _asks_meaning_after(slots: Slots, hits: tuple[Hit, ...]) -> bool:
    return bool(hits) and any(meaning.start >= hits[-1].end for meaning in slots.cues.get("meaning", ()))


def _asks_where_first(slots: Slots) -> bool:
    return slots.begins_with("where_set")


def _asks_meaning_last(slots: Slots) -> bool:
    """Tell whether the choice is only told of: 'ich darf IMAP oder POP wählen, was ist das?'."""
    chosen = max(hit.end for hit in slots.topics["recommendation"])
    return any(hit.start >= chosen for hit in slots.cues.get("meaning", ()))


def _are_alternatives(slots: Slots) -> bool:
    """Tell whether one or the other is asked for: 'IMAP oder doch lieber POP?'."""
    if "difference" in slots.topics or "meaning" in slots.cues:
        return False
    if len(slots.subjects) < _BOTH:
        return True  # 'POP3 oder das andere?'
    first, second, *_ = sorted(hits[0].start for hits in slots.subjects.values())
    return second - first <= _IN_ONE_BREATH and bool(slots.small.either_words.intersection(slots.sentence.words[first:second]))


def compares(slots: Slots) -> bool:
    """Tell whether more than the two names speaks for a comparison: 'besser', 'raten'."""
    hits = slots.topics.get("recommendation", ())
    names = {hit.start for named in slots.subjects.values() for hit in named}
    pairs = {hit.start for hit in slots.cues.get("both", ())}  # 'welches von beiden' may be followed by anything
    pairs |= {hit.start for hit in slots.cues.get("which_is_mine", ())}  # 'woher weiß ich, welches Verfahren ich hab?'
    return any((names | pairs).isdisjoint(range(hit.start, hit.end)) for hit in hits)
