"""Is one of two programs or devices to be chosen?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.rules.scores import lower, put_first

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_OF_A_CHOICE = frozenset({"recommendation", "advantages", "difference", "setup", "which_program", "provider_app"})
_LITTLE_ELSE = 2
"""Words beside two programs."""


def settle_compared_programs(slots: Slots, scores: Scores, specific: list[str]) -> None:
    """'iPhone oder Android, was ist besser?' asks for no protocol."""
    if specific or not _compares_programs(slots):
        return
    lower(scores, ("recommendation", "advantages", "difference", "setup"), 1.2)
    if "wrong" not in slots.cues:
        put_first(scores, "better_program", 0.3)


def _compares_programs(slots: Slots) -> bool:
    """Tell whether one of two programs or devices is chosen, or what makes the difference is asked."""
    if slots.subject or slots.topics.keys() - _OF_A_CHOICE or "deletes" in slots.cues:
        return False
    cues, words = slots.cues, slots.sentence.words
    apps = slots.topics.get("provider_app", ())
    named = [*(hit for hits in slots.of("program").values() for hit in hits), *apps]
    named += (*cues.get("device", ()), *cues.get("provider", ()))
    between = words[min(hit.end for hit in named) : max(hit.start for hit in named)] if named else ()
    if not slots.small.either_words.isdisjoint(between):
        told = {at for hit in named for at in range(hit.start, hit.end)}
        is_bare = bool(slots.program) and len(words) - len(told) <= _LITTLE_ELSE  # 'lieber Outlook oder Thunderbird?'
        return is_bare or _chooses(slots)
    if "difference" in slots.topics:
        return not (slots.small.comparing_words | slots.small.joining_words).isdisjoint(between)
    return _chooses(slots) and not slots.small.comparing_words.isdisjoint(between)


def _chooses(slots: Slots) -> bool:
    return "recommendation" in slots.topics or "better" in slots.cues or "whether" in slots.cues


def settle_advice(slots: Slots, scores: Scores) -> None:
    """'Recommend one of the two methods', 'POP or IMAP for the two of us on different computers?': nobody asks what differs."""
    topics = slots.topics
    if "chooses_later" in slots.cues and slots.is_question and not slots.aspects:
        put_first(scores, "switching", 0.2)  # 'wenn ich erst POP nehme und später doch das andere will?'
    if "difference" not in topics or "recommendation" not in topics or "meaning" in slots.cues:
        return
    are_apart = "devices" in topics and "another" in slots.cues and slots.subject == "both"
    if are_apart or "advises" in slots.cues:
        lower(scores, ("difference",), 0.4)
