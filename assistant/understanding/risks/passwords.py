"""A password that somebody else wants, or has: what to do then comes before whatever else a message seems to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.understanding.slots import Slots

_SECRET = frozenset({"password", "login"})


def endangered(read: Sequence[Slots]) -> str:
    """Give the topic that tells what to do about a password in danger; empty where none is.

    Who tells of it tells a story: what belongs together stands in several sentences.

    Args:
        read: The sentences of a message.
    """
    if not any(_SECRET & slots.aspects.keys() for slots in read):
        return ""
    is_by_stranger = any("stranger" in slots.cues for slots in read)
    if is_by_stranger and any(_was_told(slots) for slots in read):
        return "new_password"
    if any(_is_known(slots) for slots in read):
        return "new_password"
    is_by_message = any("by_message" in slots.cues for slots in read)
    is_threat = any("threatens" in slots.cues for slots in read)
    from_outside = is_by_stranger or is_by_message
    is_wanted = any(_is_wanted(slots, from_outside=from_outside) for slots in read)
    is_confirmed = (from_outside or is_threat) and any(_is_to_be_confirmed(slots) for slots in read)
    return "phishing" if is_wanted or is_confirmed else ""


def _was_told(slots: Slots) -> bool:
    """'Ich hab es ihm gesagt', but not 'er hat mir gesagt, ich hab ein falsches'."""
    starts = min((hit.start for hit in slots.cues.get("i_have", ())), default=len(slots.sentence.words))
    return any(starts <= hit.start for hit in slots.cues.get("told_it", ())) and "to_us" not in slots.cues


def _is_known(slots: Slots) -> bool:
    """'Ein angeblicher Techniker hat mein Kennwort'."""
    secrets = {hit.start for name in _SECRET for hit in slots.aspects.get(name, ())}
    return "stranger" in slots.cues and any(hit.end in secrets for hit in slots.cues.get("holds_mine", ()))


def _is_to_be_confirmed(slots: Slots) -> bool:
    """'Ich soll mein Passwort bestätigen'; that a program asks for it twice is told otherwise."""
    return "confirms_it" in slots.cues and bool(_SECRET & slots.aspects.keys())


def _is_wanted(slots: Slots, *, from_outside: bool) -> bool:
    """'Er wollte mein Kennwort wissen', but not 'Thunderbird verlangt mein Passwort'."""
    return from_outside and "wants_it" in slots.cues and bool(_SECRET & slots.aspects.keys()) and not slots.program
