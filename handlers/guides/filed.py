"""A ready-made file that is asked for in words, from whatever page: sent, or told of to who asks how it goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import PressGuide
from handlers.guides.dialogue import press_guide
from handlers.guides.doing import show_page
from handlers.guides.files import DEEDS
from handlers.guides.screens import file_label, place_of

if TYPE_CHECKING:
    from assistant.knowledge.models.guides import SetupFile
    from handlers.guides.doing import Here

_FEW_WORDS = 9
"""Longer messages say more than that."""
_TELLS = ("denied", "missed")


async def gave_file(here: Here) -> bool:
    """Send the file that is asked for, or tell how to get it; tell whether one was.

    What fails with it, or is not found, is a matter of its own: 'die Datei geht nicht auf'.
    """
    choices, text, walk = here.parts.choices, here.text, here.walk
    deeds = [DEEDS[kind] for kind in walk.guide.files]
    labels = [file_label(walk, deed) for deed in deeds]
    named = choices.named(text, labels)
    if not deeds:
        is_ready = choices.named(text, sorted({_label(here, kind) for kind in DEEDS})) is not None
        if is_ready:
            await show_page(here, here.number, "guide_no_file")
        return is_ready
    is_short = here.said.length <= _FEW_WORDS and not any(choices.has(text, kind) for kind in _TELLS)
    if named is None and not (is_short and choices.has(text, "file")):
        return False
    if named is not None or choices.is_made_of(text, "asks_file"):
        press = PressGuide(deeds[named or 0], place_of(walk, here.number), walk.language)
        await press_guide(here.said.update, here.said.context, None, press)
        return True
    if not here.said.asks:
        return False
    await show_page(here, here.number, "guide_file_told", file=labels[0])
    return True


def _label(here: Here, kind: SetupFile) -> str:
    return here.parts.word(f"file_button_{kind}", here.walk.language).partition(" ")[2]
