"""Presses of buttons: each carries its whole meaning; what it asks for is done from that alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import setup_screens as screens
from handlers import talk
from handlers.buttons import (
    ButtonError,
    PressAsk,
    PressDelete,
    PressDevice,
    PressGuide,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
    decode,
)
from handlers.checking import check_servers
from handlers.group_presses import press_in_group
from handlers.menu import menu
from handlers.passwords import press_delete
from handlers.questions import answer_intent
from handlers.services import client_language, services
from handlers.setup import offer_to_go_on, press_guide, show, start_program
from handlers.trouble_screens import choose_trouble, trouble_shown

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from handlers.services import Context


_Meant = PressSimple | PressAsk | PressDevice | PressGuide | PressProgram | PressTrouble


async def on_press(update: Update, context: Context) -> None:
    """Act on a button; one that is unknown, too old, foreign or forged gets a kind answer and the menu."""
    query = update.callback_query
    if query is None:
        return
    parts = services(context)
    language = parts.assistant.language_for("", client_language(update))
    try:
        press = decode(query.data or "")
    except ButtonError:
        await talk.toast(query, parts.word("button_too_old", language))
        await _menu_below(update, context, "menu_title", language)
        return
    if isinstance(press, PressDelete):
        await press_delete(context, query, press)
        return
    if query.message is None or query.message.chat.type != query.message.chat.PRIVATE:
        await press_in_group(update, context, query, press, language)
        return
    await talk.toast(query)  # first: what follows may take a moment, and the button shows a clock until then
    try:
        await _act(update, context, query, press)
    except KeyError:
        await _menu_below(update, context, "button_without_answer", language)


async def _act(update: Update, context: Context, query: CallbackQuery, press: _Meant) -> None:
    """Do what a button means.

    Raises:
        KeyError: a name in it does not exist in the content.
    """
    content = services(context).content
    language = press.language if press.language in content.languages else content.languages[0]
    match press:
        case PressGuide():
            await press_guide(update, context, query, press)
        case PressProgram(program, protocol):
            if program not in content.guides:
                raise KeyError(program)
            await start_program(update, context, program, protocol, language, query)
        case PressDevice(device):
            await show(update, context, screens.programs_for(content, device, language), query)
        case PressTrouble(tree, node):
            await show(update, context, trouble_shown(content, tree, node, language), query)
        case PressAsk(intent):
            await answer_intent(update, context, intent, language)
        case PressSimple(what):
            await _simple(update, context, query, what, language)


async def _simple(update: Update, context: Context, query: CallbackQuery, what: Simple, language: str) -> None:
    content = services(context).content
    match what:
        case Simple.SETUP:
            await show(update, context, screens.choose_program(content, language), query)
        case Simple.WHICH:
            await show(update, context, screens.choose_device(content, language), query)
        case Simple.TROUBLES:
            await show(update, context, choose_trouble(content, language), query)
        case Simple.SOLVED:
            await show(update, context, screens.done(content, language), query)
        case Simple.CONTINUE:
            if not await offer_to_go_on(update, context, language):
                await show(update, context, screens.choose_program(content, language), query)
        case Simple.CHECK:
            await check_servers(update, context, language)
        case Simple.MENU:
            await show(update, context, menu(content, language))


async def _menu_below(update: Update, context: Context, words: str, language: str) -> None:
    message = update.effective_message
    if message is not None and message.chat.type == message.chat.PRIVATE:
        await show(update, context, menu(services(context).content, language, words))
