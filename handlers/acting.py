"""What buttons mean: done from their meaning alone, pressed or named in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import trouble_label
from handlers.buttons import (
    Press,
    PressAsk,
    PressDevice,
    PressGuide,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
)
from handlers.checking import check_servers
from handlers.guides import screens
from handlers.guides.dialogue import go_on_after_trouble, offer_to_go_on, press_guide, show, start_program, where_left
from handlers.guides.picking import is_program_choice, wanted_protocol
from handlers.guides.trouble import choose_trouble, shown_for
from handlers.menu import menu
from handlers.of_update import who_of
from handlers.questions import answer_intent
from handlers.services import services
from updates.lines import note

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from assistant.knowledge.models.content import Content
    from handlers.render import Shown
    from handlers.services import Context

Meant = PressSimple | PressAsk | PressDevice | PressGuide | PressProgram | PressTrouble
"""Every button but the one that deletes a message, which only its author may press."""


async def act(update: Update, context: Context, query: CallbackQuery | None, press: Meant) -> None:
    """Do what a button means.

    Args:
        update: The press, or the words that name the button.
        context: PTB's.
        query: The press; None when the button was named in words, which is answered with a new message.
        press: The button.

    Raises:
        KeyError: a name in it does not exist in the content.
    """
    content, language = services(context).content, press.language
    match press:
        case PressGuide():
            await press_guide(update, context, query, press)
        case PressProgram(program, protocol):
            if program not in content.guides:
                raise KeyError(program)
            is_new = is_program_choice(await services(context).conversation.choosing(who_of(update)))
            await start_program(update, context, program, protocol, language, query, is_introduced=not is_new)
        case PressDevice(device, _, protocol):
            await show(update, context, screens.programs_for(content, device, language, protocol), query)
        case PressTrouble(tree):
            page = shown_for(content, press)
            note(trouble_label(tree))
            await show(update, context, page, query)
        case PressAsk() if wanted_protocol(press):
            await show(update, context, _before_the_program(content, press, language), query)
            await services(context).conversation.remember_intent(who_of(update), press.intent, language)
        case PressAsk(intent):
            await answer_intent(update, context, intent, language)
        case PressSimple(what):
            await _simple(update, context, query, what, language)


async def _simple(update: Update, context: Context, query: CallbackQuery | None, what: Simple, language: str) -> None:
    content = services(context).content
    note(what.name.lower())
    match what:
        case Simple.SETUP:
            await show(update, context, screens.choose_program(content, language), query)
        case Simple.WHICH:
            await show(update, context, screens.choose_device(content, language), query)
        case Simple.TROUBLES:
            await show(update, context, choose_trouble(content, language), query)
        case Simple.SOLVED if await go_on_after_trouble(update, context, query):
            pass
        case Simple.SOLVED:
            await show(update, context, screens.done(content, language), query)
            await services(context).conversation.close_guide(who_of(update))
        case Simple.CONTINUE:
            if not await offer_to_go_on(update, context, language):
                await show(update, context, screens.choose_program(content, language), query)
        case Simple.CHECK:
            await check_servers(update, context, language)
        case Simple.MENU:
            await show(update, context, menu(content, language))


def _before_the_program(content: Content, press: PressAsk, language: str) -> Shown:
    """Give the choice of the program, or of the device, of who asked for a way of fetching emails first."""
    choose = screens.choose_program if press.intent.topic == "setup" else screens.choose_device
    return choose(content, language, protocol=press.intent.subject)


async def shown_again(update: Update, context: Context, press: Press) -> Shown | None:  # noqa: PLR0911 - one for each screen
    """Give the screen of choices that a press shows; None when there is none any more."""
    content, language = services(context).content, press.language
    try:
        match press:
            case PressProgram(program, ""):
                return screens.choose_protocol(content, program, language)
            case PressAsk() if wanted_protocol(press):
                return _before_the_program(content, press, language)
            case PressDevice(device, _, protocol):
                return screens.programs_for(content, device, language, protocol)
            case PressTrouble():
                return shown_for(content, press)
            case PressSimple(Simple.SETUP):
                return screens.choose_program(content, language)
            case PressSimple(Simple.WHICH):
                return screens.choose_device(content, language)
            case PressSimple(Simple.TROUBLES):
                return choose_trouble(content, language)
            case PressSimple(Simple.CONTINUE):
                return await where_left(update, context, language)
    except KeyError:
        return None
    return None
