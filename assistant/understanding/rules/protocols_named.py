"""One protocol named, both, or none: what that says of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    if slots.subject == "both" and specific:
        _both_beside_a_value(slots, scores, specific)
    elif "account_type" in specific and slots.subject:
        _told_by_account_type(slots, scores, specific)
    elif specific and not slots.subject and slots.cue("meaning") and set(specific) != {"account_type"}:
        lower(scores, ("difference",), 0.6)  # 'der fragt nach der Verschlüsselung, ich weiß nicht, was das ist'
    elif slots.subject == "both" and "settings" not in slots.of("aspect"):
        _both_named(slots, scores)
    if slots.cue("safer") and (slots.subject == "both" or _is_of_these(slots)) and not specific:
        put_first(scores, "encryption", 0.2)  # 'is IMAP safer than POP?', 'which is safer?'
    if slots.has_all(("mail", "stays", "plain_server")):
        lower(scores, ("recommendation",), 0.8)  # 'bei POP bleiben die Mails auf dem Server, oder?'
    if slots.subject == "both":
        lower(scores, ("leave_on_server",), 0.2)  # only POP takes mails away: of both together it is asked what happens to them
    if slots.subject == "pop3" and not slots.of("topic") and "sync" in scores and len(slots.devices) > 1:
        scores["sync"] += 0.1  # 'am PC geöffnet, am Handy noch neu. Ich hab POP'


def _both_beside_a_value(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """Of both named beside a value, the value is asked for, unless one of them is to be chosen or explained."""
    lower(scores, ("difference", "recommendation"), 0.3)  # 'Exchange, IMAP oder POP, was ist das für ein Feld Kontotyp?'
    is_explained = slots.cue("meaning") and not slots.cue("which")  # 'erklär mir die zwei Kontotypen POP und IMAP'
    told = slots.of("aspect").get("account_type", ())
    if not slots.cue("better") and (is_explained or _asks_meaning_after(slots, told)):
        lower(scores, ("account_type",), 0.8)  # 'beim Kontotyp gibt es IMAP und POP3, was bedeutet das?'
        scores["difference"] = max(scores.get("difference", 0.0), scores.get("recommendation", 0.0)) + 0.3
    elif _are_to_choose_from(slots, specific):
        put_first(scores, "recommendation", 0.1)  # 'Kontotyp IMAP oder POP3, welches nimmt man da?'


def _are_to_choose_from(slots: Slots, specific: list[str]) -> bool:
    """Tell whether one of both is to be chosen, and nothing beside them: 'IMAP, POP oder Exchange' asks which of all fits."""
    is_asked = slots.cue("which") or "recommendation" in slots.of("topic")
    return is_asked and specific == ["account_type"] and not slots.cue("third_type")


def _told_by_account_type(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """Where the account type is named with its protocol, something else is asked."""
    if slots.names_port and (slots.cue("confirm") or slots.cue("asks_right")):
        put_first(scores, "port", 0.1)  # 'da steht 995, Kontotyp POP, stimmt das?'
    elif len(specific) == 1 and slots.cue("meaning") and not slots.cue("which"):
        put_first(scores, "difference", 0.1)  # 'bei mir steht als Kontotyp POP3, was bedeutet das?'


def _is_of_these(slots: Slots) -> bool:
    """Tell whether nothing else is named that one could choose."""
    return not (slots.subject or slots.program or slots.devices or slots.of("topic").keys() - {"recommendation"})


def _both_named(slots: Slots, scores: Scores) -> None:
    """'POP oder IMAP' asks which to take, unless somebody wants to know what they are."""
    for label in ("difference", "recommendation"):
        if label in scores:
            scores[label] += 0.12
    if _are_used_side_by_side(slots):
        put_first(scores, "devices", 0.1)  # 'am Handy hab ich IMAP und am PC POP'
        return
    asks_whether = slots.cue("whether") and not slots.cue("manner")
    if (asks_whether or _are_alternatives(slots)) and "recommendation" in scores:
        scores["recommendation"] += 0.15  # 'IMAP oder POP am Berg mit schwachem Netz?'
    explained = slots.cue("meaning") or "difference" in slots.of("topic")
    if explained and (not compares(slots) or _asks_meaning_last(slots)) and "difference" in scores:
        scores["difference"] = 0.1 + max(scores["difference"], scores.get("recommendation", 0.0))
    elif slots.cue("confirm") and slots.cue("stays") and (slots.cue("deletes") or slots.cue("fetches")):
        put_first(scores, "difference", 0.1)  # 'bei POP bleiben sie, und bei IMAP werden sie gelöscht, richtig?'
    elif slots.cue("where_set") and (not compares(slots) or _asks_where_first(slots)):
        scores["switching"] = 0.1 + max(scores.get(label, 0.0) for label in ("switching", "recommendation", "difference"))


def _are_used_side_by_side(slots: Slots) -> bool:
    """Tell whether it is told that one device has the one and another the other, and nothing is asked of them."""
    is_asked = slots.is_question or not slots.small.either_words.isdisjoint(slots.sentence.words)
    return len(slots.devices) > 1 and not is_asked and not slots.of("topic")


def _asks_meaning_after(slots: Slots, hits: tuple[Hit, ...]) -> bool:
    return bool(hits) and any(meaning.start >= hits[-1].end for meaning in slots.cues.get("meaning", ()))


def _asks_where_first(slots: Slots) -> bool:
    return slots.begins_with("where_set")


def _asks_meaning_last(slots: Slots) -> bool:
    """Tell whether the choice is only told of: 'ich darf IMAP oder POP wählen, was ist das?'."""
    chosen = max(hit.end for hit in slots.of("topic")["recommendation"])
    return any(hit.start >= chosen for hit in slots.cues.get("meaning", ()))


def _are_alternatives(slots: Slots) -> bool:
    """Tell whether one or the other is asked for: 'IMAP oder doch lieber POP?'."""
    if "difference" in slots.of("topic") or slots.cue("meaning"):
        return False
    if len(slots.of("subject")) < _BOTH:
        return True  # 'POP3 oder das andere?'
    first, second, *_ = sorted(hits[0].start for hits in slots.of("subject").values())
    return second - first <= _IN_ONE_BREATH and bool(slots.small.either_words.intersection(slots.sentence.words[first:second]))


def compares(slots: Slots) -> bool:
    """Tell whether more than the two names speaks for a comparison: 'besser', 'raten'."""
    hits = slots.of("topic").get("recommendation", ())
    names = {hit.start for named in slots.of("subject").values() for hit in named}
    pairs = {hit.start for hit in slots.cues.get("both", ())}  # 'welches von beiden' may be followed by anything
    pairs |= {hit.start for hit in slots.cues.get("which_is_mine", ())}  # 'woher weiß ich, welches Verfahren ich hab?'
    return any((names | pairs).isdisjoint(range(hit.start, hit.end)) for hit in hits)
