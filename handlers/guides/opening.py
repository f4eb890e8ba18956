"""Opens what was named in words: a guide, the programs of a device, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import Intent
from handlers.buttons import PressDevice, PressProgram, PressSimple, Simple
from handlers.guides import screens
from handlers.guides.dialogue import show, start_program
from handlers.services import services

if TYPE_CHECKING:
    from telegram import Update

    from handlers.buttons import Press
    from handlers.services import Context


async def open_named(update: Update, context: Context, press: Press, language: str) -> None:
    """Open what the press of a name opens, in a new message."""
    parts = services(context)
    match press:
        case PressProgram(program, protocol):
            await start_program(update, context, program, protocol, language)
        case PressDevice(device):
            await show(update, context, screens.programs_for(parts.content, device, language))
        case PressSimple(Simple.WHICH):
            await show(update, context, screens.choose_device(parts.content, language))
        case _:
            await show(update, context, screens.choose_program(parts.content, language))
    parts.statistics.asked(Intent(topic="setup", program=press.program if isinstance(press, PressProgram) else ""))
