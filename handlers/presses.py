"""Presses of buttons: each carries its whole meaning; what it asks for is done from that alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from handlers import talk
from handlers.acting import act
from handlers.buttons import ButtonError, PressDelete, PressFeedback, PressGapDone, decode
from handlers.groups.presses import press_in_group
from handlers.guides.dialogue import show
from handlers.learning.feedback import press_feedback
from handlers.learning.gaps import press_gap_done
from handlers.menu import menu
from handlers.of_update import client_language
from handlers.passwords import press_delete
from handlers.services import services

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from handlers.services import Context


async def on_press(update: Update, context: Context) -> None:
    """Act on a button; one that is unknown, too old, foreign or forged gets a kind answer and the menu."""
    query = cast("CallbackQuery", update.callback_query)
    parts = services(context)
    language = parts.assistant.language_for("", client_language(update))
    try:
        press = decode(query.data or "")
    except ButtonError:
        await talk.toast(query, parts.word("button_too_old", language))
        await _menu_below(update, context, "menu_title", language)
        return
    if press.language not in parts.content.languages:  # newer content may have one less
        press = replace(press, language=parts.content.languages[0])
    if isinstance(press, PressFeedback):
        await press_feedback(context, query, press)
        return
    if isinstance(press, PressGapDone):
        await press_gap_done(update, context, query, press)
        return
    if query.message is None or query.message.chat.type != query.message.chat.PRIVATE:
        await press_in_group(update, context, query, press, language)
        return
    if isinstance(press, PressDelete):  # a client may send any number: in a group it would delete what others wrote
        await press_delete(context, query, press, query.message.chat.id)
        return
    await talk.toast(query)  # first: what follows may take a moment, and the button shows a clock until then
    try:
        await act(update, context, query, press)
    except KeyError:
        await _menu_below(update, context, "button_without_answer", language)


async def _menu_below(update: Update, context: Context, words: str, language: str) -> None:
    message = update.effective_message
    if message is not None and message.chat.type == message.chat.PRIVATE:
        await show(update, context, menu(services(context).content, language, words))
