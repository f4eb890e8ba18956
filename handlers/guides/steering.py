"""Words that steer a guide from wherever they are typed: another language, a step by its number, back into the guide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.acting import shown_again
from handlers.buttons import Deed, PressGuide, PressSimple, Simple
from handlers.guides.dialogue import offer_to_go_on, open_page, press_guide, show, walk_to
from handlers.guides.doing import Here
from handlers.guides.pausing import is_back
from handlers.guides.protocol import turned_to_other_protocol
from handlers.guides.screens import choose_program
from handlers.menu import menu
from handlers.questions import answer_intent
from handlers.services import client_language, services

if TYPE_CHECKING:
    from telegram import Message, Update

    from assistant.assistant import Memory
    from handlers.conversation import OpenGuide, Recalled
    from handlers.services import Context


async def steered(update: Update, context: Context, message: Message, text: str, recalled: Recalled) -> bool:
    """Do what such words ask for; tell whether they did.

    Args:
        update: The message.
        context: PTB's.
        message: The same.
        text: What it says.
        recalled: The guide, the choice and the answer that they may be about.
    """
    if recalled.last is None and recalled.guide is None and recalled.choosing is None:
        return False
    parts = services(context)
    language = parts.picks.language(text)
    if language in parts.content.languages:
        return await _went_on_in(update, context, language, recalled)
    if parts.picks.says(text, "menu") and recalled.choosing is None and recalled.guide is not None:
        await show(update, context, menu(parts.content, recalled.guide.language))
        return True
    if is_back(parts, text):
        return await _welcomed_back(update, context, recalled)
    if recalled.guide is not None:
        return await _led_back(update, context, message, text, recalled, recalled.guide)
    return "?" not in text and parts.picks.says(text, "resume") and await _began(update, context, text, recalled)


async def _began(update: Update, context: Context, text: str, recalled: Recalled) -> bool:
    """Offer to begin a guide to who wants to go on where none is running."""
    parts = services(context)
    language = parts.assistant.language_for(text, client_language(update), recalled.last)
    none = parts.word("guide_none_running", language)
    await show(update, context, choose_program(parts.content, language, none))
    return True


async def _welcomed_back(update: Update, context: Context, recalled: Recalled) -> bool:
    """Show what was open when somebody went away: the choice, or the page of the guide; one left longer ago is offered."""
    again, guide = recalled.choosing, recalled.guide
    if guide is not None and (again is None or again == PressSimple(Simple.CONTINUE, again.language)):
        if guide.is_fresh or guide.was_left_lately:
            await _open(update, context, guide)
            return True
        return await offer_to_go_on(update, context, guide.language)
    screen = await shown_again(update, context, again) if again is not None else None
    if screen is not None:
        await show(update, context, screen)
    return screen is not None


async def _led_back(update: Update, context: Context, message: Message, text: str, recalled: Recalled, guide: OpenGuide) -> bool:
    """Open the page of a guide that words ask for."""
    picks = services(context).picks
    if picks.says(text, "resume"):
        await _open(update, context, guide)
    elif not (guide.is_fresh or guide.was_left_lately):
        return False
    elif (step := picks.step(text)) is not None:
        await _open(update, context, guide, step - 1)
    elif guide.was_left_lately and recalled.choosing is None:
        return await _came_back(update, context, message, text, guide)
    else:
        return False
    return True


async def _open(update: Update, context: Context, guide: OpenGuide, number: int | None = None) -> None:
    """Open the page they were at, or another one; a guide that has changed since is offered."""
    walk = walk_to(services(context), guide.place, guide.language)
    if walk is None or number is None:
        await press_guide(update, context, None, PressGuide(Deed.SHOW, guide.place, guide.language))
    else:
        await open_page(update, context, walk, max(0, min(number, walk.last)))


async def _came_back(update: Update, context: Context, message: Message, text: str, guide: OpenGuide) -> bool:
    """Open the guide that was left a moment ago, for a bare 'weiter' or 'doch lieber IMAP'."""
    picks = services(context).picks
    if picks.says(text, "go_on"):
        await _open(update, context, guide)
    elif picks.says(text, "how_far"):
        return await offer_to_go_on(update, context, guide.language)
    else:
        walk = walk_to(services(context), guide.place, guide.language)
        is_bare = len(text.split()) == 1
        return (
            walk is not None and not is_bare and await turned_to_other_protocol(Here(update, context, message, walk, guide), text)
        )
    return True


async def _went_on_in(update: Update, context: Context, language: str, recalled: Recalled) -> bool:
    """Show what is open, or what was answered last, in another language, at the same place."""
    again, guide = recalled.choosing, recalled.guide
    if again is not None:
        screen = await shown_again(update, context, replace(again, language=language))
        if screen is not None:
            await show(update, context, screen)
            return True
    if guide is not None and guide.is_fresh:
        await press_guide(update, context, None, PressGuide(Deed.SHOW, guide.place, language))
        return True
    return recalled.last is not None and await _said_in(update, context, language, recalled.last)


async def _said_in(update: Update, context: Context, language: str, last: Memory) -> bool:
    try:
        await answer_intent(update, context, last.intent, language)
    except KeyError:  # newer content may not have it
        return False
    return True
