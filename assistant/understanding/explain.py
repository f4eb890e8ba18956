"""Why the bot answered as it did, for those who keep the content."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.understanding.candidates import Candidate
    from assistant.understanding.slots import Slots

_SHOWN_CANDIDATES = 5


@dataclass(frozen=True)
class Found:
    """A word that means something to the bot."""

    kind: str
    """`subject`, `direction`, `aspect`, `topic`, `program`, `number` or `cue`."""
    value: str
    words: str
    """What the member wrote."""
    exact: bool
    """False when it was a slip or part of a compound."""


@dataclass(frozen=True)
class Explanation:
    """The way from the words to the decision."""

    found: tuple[Found, ...]
    """The slots, with the words that filled them."""
    unknown_words: tuple[str, ...]
    """Words of the message that stand nowhere in the content: if the answer is wrong, one of them is likely missing."""
    candidates: tuple[tuple[str, float], ...]
    """What it could be, with scores, likeliest first."""
    decision: str
    """`answer`, `choices`, `unknown` or `silent`."""
    score: float
    """What was compared with the threshold."""
    threshold: float
    """What the decision depended on: the least score for an answer, or the least relevance for speaking unasked."""
    reason: str
    """The decision in one sentence, for people."""

    @property
    def slots(self) -> tuple[str, ...]:
        """What was found with which words: 'aspect port: "portnr"'."""
        return tuple(f'{slot.kind} {slot.value}: "{slot.words}"' for slot in self.found)

    def plain(self) -> dict[str, Any]:
        """Give it as plain data, for JSON."""
        return asdict(self)


def explained(
    slots: Slots | None,
    candidates: Sequence[Candidate],
    unknown_words: Sequence[str],
    decision: str,
    reason: str,
    *,
    score: float,
    threshold: float,
) -> Explanation:
    """Put an explanation together.

    Args:
        slots: Those of the whole message, None for a message without words.
        candidates: What the sentence that counts could ask, likeliest first.
        unknown_words: Words that stand nowhere in the content.
        decision: As in `Explanation`.
        reason: Why, one sentence.
        score: What was compared with the threshold.
        threshold: What the decision depended on.
    """
    hits = slots.hits if slots else ()
    return Explanation(
        tuple(Found(hit.kind, hit.value, hit.words, hit.exact) for hit in hits),
        tuple(unknown_words),
        tuple((candidate.label, candidate.score) for candidate in candidates[:_SHOWN_CANDIDATES]),
        decision,
        round(score, 2),
        threshold,
        reason,
    )
