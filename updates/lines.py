"""One line in the log for each update: its id and kind, what it was about, how long it took. No words, no names."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from typing import TYPE_CHECKING

from updates.kinds import ALLOWED_UPDATES

if TYPE_CHECKING:
    from telegram import Update

_LOG = logging.getLogger(__name__)
FAILED = "FAILED"
"""Noted of an update that met an error of the bot's own; names of the content are never in capitals."""
LEFT_OUT = "LEFT_OUT"
"""Noted of an update that was not answered because Telegram asks to wait too long."""
_topics: ContextVar[list[str] | None] = ContextVar("topics", default=None)


def note(topic: str) -> None:
    """Tell the log what the update in hand is about.

    Args:
        topic: A name from the content, never a word of a member's.
    """
    topics = _topics.get()
    if topics is not None and topic not in topics:
        topics.append(topic)


def outcome() -> str:
    """Give what became of the update in hand, which was handled without an error that is raised."""
    topics = _topics.get() or ()
    return "failed" if FAILED in topics else "left_out" if LEFT_OUT in topics else "done"


def begin() -> list[str]:
    """Begin a new update in this task; gives where `note` writes."""
    topics: list[str] = []
    _topics.set(topics)
    return topics


def log(update: Update, topics: list[str], seconds: float) -> None:
    """Write the line of an update that is done."""
    kind, topic, ms = kind_of(update), " ".join(topics) or "-", round(seconds * 1000)
    told = {"update_id": update.update_id, "kind": kind, "topic": topic, "ms": ms}
    _LOG.info("update %d %s %s %d ms", update.update_id, kind, topic, ms, extra=told)


def kind_of(update: Update) -> str:
    """Give the kind of an update by the Bot API's name."""
    return next((kind for kind in ALLOWED_UPDATES if getattr(update, kind) is not None), "other")
