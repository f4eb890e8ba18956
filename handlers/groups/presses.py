"""Presses of buttons in groups: everybody sees them, and only whoever was asked may press them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Message
from telegram.error import BadRequest

from handlers import talk
from handlers.buttons import Press, PressAsk
from handlers.groups.form import short_form
from handlers.groups.questions import place_of, topic_of
from handlers.groups.rights import is_admin
from handlers.groups.settings import Mode
from handlers.of_update import who_of
from handlers.services import services

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from handlers.services import Context


async def press_in_group(update: Update, context: Context, query: CallbackQuery, press: Press, language: str) -> None:
    """Put the answer that was chosen in place of the question back, for the asker; tell others how to ask themselves."""
    parts, message = services(context), query.message
    question = message.reply_to_message if isinstance(message, Message) else None
    answer = parts.assistant.answer(press.intent, press.language) if isinstance(press, PressAsk) else None
    if (
        not isinstance(message, Message)
        or not isinstance(press, PressAsk)
        or question is None
        or answer is None
        or not await _is_asker(context, query, question)
    ):
        await talk.toast(query, parts.word("ask_yourself", language, bot=context.bot.username))
        return
    await talk.toast(query)
    if await parts.groups.mode(message.chat_id) is Mode.OFF:
        return
    try:
        await talk.replace(context, message.chat_id, message.message_id, short_form(context, answer, press.intent))
    except BadRequest:
        return  # the message was deleted, or is too old to be edited
    await parts.conversation.remember_intent(who_of(update), press.intent, answer.language)
    topic = topic_of(press.intent, answer.language)
    await parts.pace.answered(place_of(message), topic, question.message_id, message.message_id)


async def _is_asker(context: Context, query: CallbackQuery, question: Message) -> bool:
    """Whether somebody presses a button below an answer to themselves; anonymous administrators press under their own name."""
    if question.sender_chat is not None:
        is_group = question.sender_chat.id == question.chat_id
        return is_group and await is_admin(context, question.chat_id, query.from_user.id)
    return question.from_user is not None and question.from_user.id == query.from_user.id
