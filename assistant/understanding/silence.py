"""When to speak in a group although nobody addressed the bot: only when the words leave no doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.intent import Intent
    from assistant.knowledge import Content
    from assistant.understanding.slots import Slots

UNASKED_FROM = 0.5
"""Score from which the bot may speak; the signs below must be there as well."""
_SIGNS_WITH_QUESTION = 4
_SIGNS_WHEN_TERSE = 3
_TERSE = 5
_UNSURE_SCORE = 0.7


def speaks_unasked(slots: Slots, intent: Intent, score: float, content: Content) -> bool:
    """Tell whether to answer a message that was not meant for the bot.

    Args:
        slots: Those of the whole message.
        intent: What it seems to ask.
        score: How sure that is.
        content: Says which topics are for private chats only.

    Returns:
        True only for a question or a request whose words belong to mail settings and to nothing else in a club.
    """
    if score < UNASKED_FROM or slots.cue("statement") or slots.cue("none"):
        return False
    topic = content.topics.get(intent.topic)
    if (topic is not None and not topic.group) or intent.topic.startswith("trouble:"):
        return False
    signs = _signs(slots)
    if intent.topic == "setup":
        return score >= _UNSURE_SCORE and slots.is_question and (slots.cue("mail") or bool(slots.of("subject")))
    if slots.is_question:
        return signs + 1 >= _SIGNS_WITH_QUESTION
    return len(slots.sentence.words) <= _TERSE and signs >= _SIGNS_WHEN_TERSE and _only_our_words(slots)


def _signs(slots: Slots) -> int:
    """Count what speaks for our subject; technical words count double."""
    technical = len({hit.start for hit in slots.of("cue").get("technical", ())})
    return (
        2 * min(technical, 2)
        + (1 if slots.of("subject") else 0)
        + (1 if slots.cue("mail") else 0)
        + (1 if slots.of("aspect") else 0)
        + (1 if slots.of("topic") else 0)
        + (1 if slots.of("program") else 0)
    )


def _only_our_words(slots: Slots) -> bool:
    """Tell whether (nearly) every word is one of ours: 'imap port', not 'der Port war gut'."""
    known = {index for hit in slots.hits for index in range(hit.start, hit.end)}
    return len(slots.sentence.words) - len(known) <= 1
