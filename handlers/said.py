"""What was said to the update in hand, kept in its context: the first message answers it, and is the only one that may fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.services import Context

_SPOKE_IN, _FIRST, _EARLIER = "spoke_in", "said_first", "earlier"


def note_spoken(context: Context, chat: str) -> None:
    """Note that something was said in a chat, by its id."""
    context.__dict__[_SPOKE_IN] = chat


def has_spoken(context: Context, chat: str) -> bool:
    """Whether something was said there: to fail would have it said again."""
    return bool(context.__dict__.get(_SPOKE_IN) == chat)


def note_still_to_come(context: Context) -> None:
    """Note that what was said is not the answer yet, but in its place until it comes."""
    context.__dict__.pop(_SPOKE_IN, None)


def note_first(context: Context, message: int) -> None:
    """Note a message that was said, if it is the first."""
    context.__dict__.setdefault(_FIRST, message)


def first(context: Context) -> int:
    """Give the first message that was said, or 0."""
    message: int = context.__dict__.get(_FIRST, 0)
    return message


def correct(context: Context, earlier: int) -> None:
    """Let what is said first take the place of an earlier answer: its question was edited. 0: nothing answered it."""
    context.__dict__[_EARLIER] = earlier


def to_correct(context: Context) -> int | None:
    """Give, once, the message whose place is to be taken, or 0; None: the question was not edited."""
    earlier: int | None = context.__dict__.pop(_EARLIER, None)
    return earlier
