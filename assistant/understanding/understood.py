"""What was understood of a message: what it asks, and what it says of right and wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.understanding.explain import Explanation, explained
from assistant.understanding.read_out import asks_to_be_other, ends_in_mistake
from assistant.understanding.text import MAX_CHARACTERS
from assistant.understanding.turned_down import left_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.intent import Intent
    from assistant.understanding.candidates import Candidate
    from assistant.understanding.deciding import Decision
    from assistant.understanding.lexicon import Lexicon
    from assistant.understanding.slots import Slots

CONFIRMING = frozenset({"confirm", "asks_fine", "keeps_it", "asks_if_so", "yes_or_no"})
"""Cues that ask whether something is right."""
_CHOICE = 8
"""Words of '… [oder hab ich das mit dem Ausgang] verwechselt?', which asks for one of the two."""


class Understanding(NamedTuple):
    """What a message asks."""

    text: str
    """As it was written, which only matters for letters that folding makes alike."""
    intents: tuple[Intent, ...]
    """What to answer, in the order asked; or, when the decision is `choices`, what to offer."""
    decision: str
    """`answer`, `choices`, `unknown` or `silent`."""
    score: float
    language: str
    """The language of the message, empty where it has none."""
    numbers: tuple[str, ...]
    """Numbers and host names the member named, to be confirmed or corrected."""
    confirms: bool
    """Whether the member asks if something is right."""
    doubts: bool
    """Whether they ask if it is wrong: 'ist 587 falsch?'."""
    fails: bool
    """Whether they say that something does not work."""
    asks_where: bool
    """Whether they ask where something is, or how to change it: 'wo ändere ich …'."""
    explanation: Explanation


def understood(
    message: str,
    intents: list[Intent],
    candidates: Sequence[Candidate],
    decision: Decision,
    score: float,
    language: str,
    whole: Slots | None,
    lexicon: Lexicon,
) -> Understanding:
    """Put together what was understood.

    Args:
        message: As it was written.
        intents: What it asks.
        candidates: All readings, likeliest first.
        decision: What to do with it.
        score: How sure that is.
        language: That of the message, empty where it has none.
        whole: The slots of the whole message; None for one without words.
        lexicon: Tells which of its words are unknown.
    """
    words = whole.sentence.words if whole else ()
    cues = whole.cues if whole else {}
    return Understanding(
        text=message[:MAX_CHARACTERS],
        intents=tuple(dict.fromkeys(intents) if len(intents) > 1 else intents),
        decision=decision.kind,
        score=round(min(1.0, score), 4),
        language=language,
        numbers=tuple([word for word in words if word.isdigit() or "." in word]),
        confirms=not CONFIRMING.isdisjoint(cues) or (whole is not None and _ends_in_fine(whole)),
        doubts=whole is not None and _doubts(whole),
        fails=whole is not None and _fails(whole),
        asks_where="asks_place" in cues,
        explanation=explained(decision, candidates, whole, lexicon),
    )


def _ends_in_fine(slots: Slots) -> bool:
    """'STARTTLS ist schon gewählt, gut?'; elsewhere such a word says other things: 'ist POP gut für mich?'."""
    return slots.sentence.asks and any(hit.end == len(slots.sentence.words) for hit in slots.cues.get("fine_at_end", ()))


def _fails(slots: Slots) -> bool:
    return "wrong" in slots.cues or ("denies" in slots.cues and ("works" in slots.cues or bool(left_out(slots))))


def _doubts(slots: Slots) -> bool:
    """Tell whether it is asked if something is wrong or has to go.

    Of 'passt nicht, …, ist das falsch?' the last word counts, of 'kann das sein, oder hab ich das verwechselt?' the first.
    """
    wrong = slots.cues.get("asks_wrong", ())
    if not wrong:
        return asks_to_be_other(slots) or ends_in_mistake(slots)
    words, either = slots.sentence.words, slots.small.either_words
    begins = max((at for at, word in enumerate(words[: wrong[-1].start]) if word in either), default=0)
    is_choice = begins > 0 and wrong[-1].start - begins <= _CHOICE
    if is_choice and any(hit.end <= begins and hit not in wrong for hit in slots.cues.get("confirm", ())):
        return False
    right = slots.cues.get("asks_right", ())
    return not right or right[-1].end < wrong[-1].start
