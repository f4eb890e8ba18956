"""POP3 fetches mails: what becomes of those on the server, and can they stay?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.rules.scores import lower

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Labels, Scores
    from assistant.understanding.slots import Slots

_BESIDE = ("setup", "settings", "difference", "recommendation", "switching", "offline", "sync")
"""What such a message seems to ask as well, by its words alone: 'kann ich einstellen, dass sie liegen bleiben?'"""
_ABOUT_THE_WAY = frozenset({"sent_mail", "folders", "backup", "storage", "lost_device", "advantages", "disadvantages"})
"""Topics of their own that may name the same words."""


def settle_fetched(slots: Slots, scores: Scores, specific: list[str], labels: Labels) -> None:
    """'Mit POP geholt, sind sie jetzt weg?' asks what becomes of them; '… dass sie liegen bleiben' how they stay."""
    stays = slots.cue("stays")
    if not stays and not slots.cue("fetches"):
        return
    on_server = stays and slots.cue("location")
    others = slots.of("topic").keys() & _ABOUT_THE_WAY - ({"disadvantages"} if on_server else set())  # a tick or a catch: 'Haken'
    if not (slots.subject == "pop3" or (on_server and not slots.subject)) or set(specific) - {"server"} or others:
        return
    if stays and slots.cue("can_be_set") and not slots.cue("why"):
        scores["leave_on_server"] = max(scores.get(label, 0.0) for label in ("leave_on_server", "deleting")) + 0.5
    elif slots.cue("fetches") and slots.cue("gone") and slots.is_question and not slots.cue("why"):
        scores["deleting"] = scores.get("deleting", 0.0) + 0.5
    else:
        return
    lower(scores, (*_BESIDE, "disadvantages", *labels.troubles), 0.5)
