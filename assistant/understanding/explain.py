"""Why the bot answered as it did, for those who keep the content."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.understanding.once import once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.understanding.candidates import Candidate
    from assistant.understanding.deciding import Decision
    from assistant.understanding.lexicon import Lexicon
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
    """The way from the words to the decision; what few want to know is worked out when it is asked for."""

    decision: str
    """`answer`, `choices`, `unknown` or `silent`."""
    score: float
    """What was compared with the threshold."""
    threshold: float
    """What the decision depended on: the least score for an answer, or the least relevance for speaking unasked."""
    reason: str
    """The decision in one sentence, for people."""
    candidates: tuple[tuple[str, float], ...]
    """What it could be, with scores, likeliest first."""
    whole: Slots | None = field(repr=False)
    """The slots of the whole message, None for one without words."""
    lexicon: Lexicon = field(repr=False, compare=False)

    @once
    def found(self) -> tuple[Found, ...]:
        """The slots, with the words that filled them."""
        return tuple(Found(hit.kind, hit.value, hit.words, hit.exact) for hit in self.whole.hits) if self.whole else ()

    @once
    def unknown_words(self) -> tuple[str, ...]:
        """Words of the message that stand nowhere in the content: if the answer is wrong, one of them is likely missing."""
        return self.lexicon.unknown(self.whole.sentence.words) if self.whole else ()

    @property
    def slots(self) -> tuple[str, ...]:
        """What was found with which words: 'aspect port: "portnr"'."""
        return tuple(f'{slot.kind} {slot.value}: "{slot.words}"' for slot in self.found)

    def plain(self) -> dict[str, Any]:
        """Give it as plain data, for JSON."""
        return {
            "found": [asdict(found) for found in self.found],
            "unknown_words": self.unknown_words,
            "candidates": self.candidates,
            "decision": self.decision,
            "score": self.score,
            "threshold": self.threshold,
            "reason": self.reason,
        }


def explained(decision: Decision, candidates: Sequence[Candidate], whole: Slots | None, lexicon: Lexicon) -> Explanation:
    """Put an explanation together.

    Args:
        decision: What to do with the message, and why.
        candidates: What the sentence that counts could ask, likeliest first.
        whole: The slots of the whole message, None for a message without words.
        lexicon: Knows which words stand nowhere in the content.
    """
    return Explanation(
        decision.kind,
        round(decision.score, 2),
        decision.threshold,
        f"{decision.kind}: {decision.reason}",
        tuple(candidates[:_SHOWN_CANDIDATES]),
        whole,
        lexicon,
    )
