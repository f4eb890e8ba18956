"""Of space: what takes it up, how there is room again, or who provides it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.rules.scores import lower, put_first

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots

_SAID_OF_SPACE = frozenset({"storage", "recommendation"})
"""Topics of 'which needs more space, IMAP or POP?'."""
_TO_HAVE_ROOM = ("what_to_do", "how_to")
_ASKS_FOR_HELP = ("what_to_do", "say_again")
_TO_KNOW = ("which", "why", "meaning", "manner")
_IN_SHORT = 10
"""Words of 'was mach ich, wenn das Postfach überquillt', which tells nothing more."""


def settle_storage(slots: Slots, scores: Scores) -> None:
    """Give which of the three is asked."""
    topics = slots.topics.keys()
    if slots.aspects:
        return
    if "deletes" in slots.cues and "attachments" in slots.cues:
        _prefer(scores, "making_room")  # 'kann ich nur die Anhänge löschen?'
    elif "storage" not in topics or topics - _SAID_OF_SPACE:
        return
    elif "asks_who" in slots.cues:
        _prefer(scores, "storage_provider")  # 'wer zahlt für den Speicher?'
    elif slots.subject == "both":
        _prefer(scores, "storage")
    elif _wants_room(slots):
        _prefer(scores, "making_room")
    elif _is_in_trouble(slots):
        _prefer(scores, "trouble:full")
    elif slots.asks_directly and not ("wrong" in slots.cues and slots.has_any(_ASKS_FOR_HELP)):
        lower(scores, ("trouble:full",), 0.4)  # 'was passiert, wenn das Postfach voll ist?'


def _wants_room(slots: Slots) -> bool:
    """'Mein IMAP-Postfach ist voll, schreibt das Programm. Was soll ich tun?', 'Postfach voll, was tun?'."""
    if "what_to_do" in slots.cues and slots.subject:
        return True
    if "is_full" in slots.cues and slots.consists_of("is_full", "mail"):
        return not slots.sentence.asks  # 'Postfach voll'
    return slots.has_any(_TO_HAVE_ROOM) and len(slots.sentence.words) <= _IN_SHORT


def _is_in_trouble(slots: Slots) -> bool:
    """Tell whether a full mailbox is the matter, and how there is room again comes first."""
    if "calls_for_help" in slots.cues and not slots.subject and not slots.has_any(_TO_KNOW):
        return True  # 'mailbox full, help'
    if slots.has_all(("why", "denies")) and slots.direction and not slots.subject:
        return True  # 'is my inbox full, or why does nothing arrive?'
    return "again_and_again" in slots.cues and "mail" in slots.cues and not slots.asks_directly  # 'läuft ständig voll'


def _prefer(scores: Scores, label: str) -> None:
    put_first(scores, label, 0.2)
