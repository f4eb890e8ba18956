"""'Did that help?' under answers in private chats: two small buttons, counted a topic and then gone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from handlers import talk
from handlers.buttons import ButtonError, PressFeedback, decode
from handlers.learning.statistics import is_label, label_of
from handlers.render import button
from handlers.services import services

if TYPE_CHECKING:
    from telegram import CallbackQuery, InlineKeyboardButton

    from assistant.intent import Intent
    from handlers.keyboard import Button
    from handlers.services import Context, Services

_ROWS = 64
"""Labels and languages for which the buttons are kept."""


def feedback_row(parts: Services, intent: Intent, language: str) -> list[Button]:
    """Give the two buttons for an answer."""
    words = parts.word("feedback_helped", language), parts.word("feedback_failed", language)
    return list(_buttons(words, label_of(intent), language))


@lru_cache(_ROWS)
def _buttons(words: tuple[str, str], label: str, language: str) -> tuple[Button, ...]:
    """Make the two buttons once for all answers that are alike: to encode them takes a fortieth of an update's time."""
    helped, failed = words
    return (
        button(helped, PressFeedback(label, helped=True, language=language)),
        button(failed, PressFeedback(label, helped=False, language=language)),
    )


async def press_feedback(context: Context, query: CallbackQuery, press: PressFeedback) -> None:
    """Count it once and take the two buttons away; whoever was not helped hears what else there is."""
    parts, message = services(context), query.message
    await talk.toast(query, parts.word("feedback_thanks" if press.helped else "feedback_sorry", press.language))
    if not isinstance(message, Message):
        return
    try:
        await context.bot.edit_message_reply_markup(message.chat.id, message.message_id, reply_markup=_without(message))
    except BadRequest:
        return  # a double tap: the first one took the buttons away and was counted
    # Kept for a year, so only what was answered here: a button may be forged (Bot API, CallbackQuery).
    if is_label(press.label, parts.content):
        parts.statistics.count(f"{'helped' if press.helped else 'failed'}:{press.label}")


def _without(message: Message) -> InlineKeyboardMarkup:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return InlineKeyboardMarkup([row for row in rows if not any(_is_feedback(one) for one in row)])


def _is_feedback(one: InlineKeyboardButton) -> bool:
    try:
        return isinstance(decode(str(one.callback_data or "")), PressFeedback)
    except ButtonError:
        return False
