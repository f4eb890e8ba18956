"""A guide, or a value while setting up?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.rules.scores import lower

if TYPE_CHECKING:
    from assistant.understanding.rules.scores import Scores
    from assistant.understanding.slots import Slots


def settle_setup(slots: Slots, scores: Scores, specific: list[str], *, asked_for: bool) -> None:
    """A guide, or a value while setting up?"""
    wishes = asked_for or (slots.cue("how_to") and bool(slots.program))
    if wishes and specific in (["address"], ["name"]) and not slots.cue("which"):
        lower(scores, specific, 0.4)  # 'Anleitung für die Gmail-App mit der Vereinsadresse'
        scores["setup"] = scores.get("setup", 0.0) + 0.4
    elif asked_for and specific:
        scores["setup"] -= 0.35  # asked for a value while setting up
    elif asked_for and slots.program:
        scores["setup"] += 0.25
    elif slots.program and not specific and "settings" not in slots.of("aspect"):
        scores["setup"] = scores.get("setup", 0.0) + 0.15
