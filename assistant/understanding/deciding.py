"""One decision: answer, offer choices, say that one does not know, or stay silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.understanding.silence import relevance_with_signs, speaks_unasked, unasked_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.intent import Intent
    from assistant.knowledge.models.content import Content
    from assistant.understanding.candidates import Candidate
    from assistant.understanding.slots import Slots

ANSWER_FROM = 0.3
"""Score from which a question that was meant for the bot is answered."""
OFFER_FROM = 0.14
"""Score from which it is answered if nothing else comes near, and offered beside its neighbours if something does."""
_CLEARLY_AHEAD = 0.1
_CLOSE = 0.02
"""Two readings this close together are both offered, unless the first is certain."""
OURS = (
    "mail",
    "technical",
    "wrong",
    "device",
    "maybe_port",
    "maybe_settings",
    "maybe_name",
    "maybe_address",
    "which",
    "meaning",
)
"""Cues of words that belong to our subject."""
_NAMING = ("aspect", "topic", "program", "subject")
_CERTAIN = 0.7
_OFF_TOPIC = -0.5
"""Relevance below which even an addressed message is none of our business."""


class Decision(NamedTuple):
    """What to do with a message."""

    kind: str
    """`answer`, `choices`, `unknown` or `silent`."""
    score: float
    threshold: float
    reason: str


def decide(intent: Intent | None, score: float, candidates: Sequence[Candidate], slots: Slots, relevance: float) -> Decision:
    """Decide about a message that was meant for the bot.

    Args:
        intent: What it most likely asks.
        score: How sure that is.
        candidates: All readings, likeliest first.
        slots: Those of the whole message.
        relevance: How much it sounds like a question for us.
    """
    if intent is None or score < OFFER_FROM:
        return Decision("unknown", score, OFFER_FROM, f"nothing reaches {OFFER_FROM:.2f}")
    is_named = any(map(slots.of, _NAMING)) or (bool(slots.direction) and slots.asks_about_number)
    if score < _CERTAIN and not is_named:
        off_topic = relevance_with_signs(relevance, slots)
        if off_topic < _OFF_TOPIC:
            reason = f"sounds like other talk: {off_topic:.2f} is below {_OFF_TOPIC:.2f}"
            return Decision("unknown", off_topic, _OFF_TOPIC, reason)
    second = candidates[1].score if len(candidates) > 1 else 0.0
    is_close = score < _CERTAIN and score - second < _CLOSE
    if score >= ANSWER_FROM and not is_close:
        return Decision("answer", score, ANSWER_FROM, f"{score:.2f} reaches {ANSWER_FROM:.2f}")
    is_ours = is_named or slots.has_any(OURS)
    if is_ours and score - second >= _CLEARLY_AHEAD:
        return Decision("answer", score, OFFER_FROM, f"{score:.2f} is low, but nothing else comes near")
    is_worth_offering = is_named or (is_ours and score >= ANSWER_FROM)
    if is_worth_offering and len(candidates) > 1:
        return Decision("choices", score, ANSWER_FROM, f"{candidates[0].label} and {candidates[1].label} are close together")
    return Decision("unknown", score, ANSWER_FROM, f"{score:.2f} is below {ANSWER_FROM:.2f}")


def decide_unasked(intent: Intent | None, slots: Slots, relevance: float, content: Content) -> Decision:
    """Decide about a message in a group that nobody meant for the bot; the arguments are those of `decide`."""
    total = relevance_with_signs(relevance, slots)
    speaks = intent is not None and speaks_unasked(slots, intent, total, content)
    threshold = unasked_from(slots, intent.topic if intent else "")
    compared = f"{total:.2f} {'reaches' if total >= threshold else 'is below'} {threshold:.2f}"
    if speaks:
        return Decision("answer", total, threshold, f"relevance with signs {compared}")
    reason = "no question, or a topic for private chats" if total >= threshold else f"relevance with signs {compared}"
    return Decision("silent", total, threshold, reason)
