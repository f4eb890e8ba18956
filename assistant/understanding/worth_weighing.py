"""Which sentences of a message are weighed: those that can ask for something of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.deciding import OURS

if TYPE_CHECKING:
    from assistant.understanding.slots import Slots

_MOST = 4
"""Sentences that are weighed whatever they tell."""
_ASKING = 2
"""What the form of a question is worth, in words that were found."""


def can_ask(read: list[Slots]) -> list[Slots]:
    """Give the sentences that can ask: where one does, not those that tell how it went: 'Gut, dann nehm ich das. Wie …?'."""
    asking = [slots for slots in read if slots.is_question or "statement" not in slots.cues or _tells_where(slots)]
    return asking if any(slots.asks_directly for slots in asking) else read


def names_ours(slots: Slots) -> bool:
    """Tell whether a sentence names something of ours; 'lohnt sich das?' and 'schönen Abend' say nothing by themselves."""
    return slots.names_something or slots.has_any(OURS)


def without_told(naming: list[Slots]) -> list[Slots]:
    """Give sentences less those that only tell, where a question names what it asks for: 'Ich nutze POP. Welcher Port ist das?'.

    What is told of a topic counts where no value is asked for: 'Im Zug hab ich kein Netz. Kann ich sie trotzdem lesen bei IMAP?'.
    """
    asking = [slots for slots in naming if slots.asks_directly]
    asks_for_value = any(slots.aspects for slots in asking)
    if not (asks_for_value or any(slots.topics for slots in asking)):
        return naming
    return [one for one in naming if one.asks_directly or one.aspects or one.names_port or (one.topics and not asks_for_value)]


def _tells_where(slots: Slots) -> bool:
    """'Mein Tablet hab ich im Zug vergessen', 'auf der Hütte hab ich kein Netz': what is asked beside it depends on it."""
    return slots.is_device_left_behind or "offline" in slots.topics


def most_telling(read: list[Slots], *, is_long: bool) -> list[Slots]:
    """Give the sentences worth weighing, in their order: of several those with most of our words, at least one.

    A second one of a long message only where it tells something, and asks if the first one does.
    """
    if len(read) <= (1 if is_long else _MOST):
        return read
    tells = [sum(hit.kind != "cue" for hit in slots.hits) + _ASKING * slots.asks_directly for slots in read]
    first, second = sorted(range(len(read)), key=lambda number: -tells[number])[:2]
    if is_long and (not tells[second] or read[first].asks_directly > read[second].asks_directly):
        return [read[first]]
    return [read[number] for number in sorted((first, second))]
