"""`/gaps`: what was asked in vain, for maintainers; one press marks a group of questions as done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import Intent
from handlers import talk
from handlers.buttons import PressGapDone
from handlers.learning.unanswered import Waiting
from handlers.maintainers.people import is_maintainer
from handlers.of_update import client_language, message_of
from handlers.render import Shown, button, in_rows, shown
from handlers.services import services
from handlers.typing_shown import while_typing

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from handlers.services import Context, Services

_MOST = 8
_MOST_TEXTS = 3


async def gaps(update: Update, context: Context, language: str) -> None:
    """Show the questions that are waiting."""
    parts = services(context)
    message = message_of(update)
    waiting = await while_typing(context, message, parts.unanswered.waiting(parts.assistant))
    await talk.reply(context, message, _shown(parts, waiting, language))


async def press_gap_done(update: Update, context: Context, query: CallbackQuery, press: PressGapDone) -> None:
    """Mark a question and those like it as done, and show what is left."""
    parts = services(context)
    if not is_maintainer(update, context):
        language = parts.assistant.language_for("", client_language(update))
        await talk.toast(query, parts.word("ask_yourself", language, bot=context.bot.username))
        return
    await talk.toast(query, parts.word("gaps_done", press.language))  # what follows may take seconds
    groups, answered = await parts.unanswered.waiting(parts.assistant)
    done = next((group for group in groups if press.gap in group.keys), None)
    await parts.unanswered.done(done.keys if done is not None else ())
    left = [group for group in groups if group is not done]
    await talk.rewrite(context, query, _shown(parts, Waiting(left, answered), press.language))


def _shown(parts: Services, waiting: Waiting, language: str) -> Shown:
    found, answered = waiting
    if not parts.unanswered.is_on:
        return shown(parts.word("gaps_off", language).split("\n\n"))
    by_now = [parts.word("gaps_answered_by_now", language, count=answered)] if answered else []
    if not found:
        return shown([parts.word("gaps_none", language), *by_now])
    paragraphs = [parts.word("gaps_title", language, count=sum(group.count for group in found))]
    buttons = []
    for number, group in enumerate(found[:_MOST], start=1):
        # A member's text must not act as markup.
        said = [text.replace("`", "").replace("*", "") for text in group.texts[:_MOST_TEXTS]]
        texts = " · ".join(parts.word("gaps_text", language, text=text) for text in said)
        near = _title(parts, group.nearest, language)
        word = "gaps_group" if near else "gaps_group_alone"
        paragraphs.append(parts.word(word, language, number=number, texts=texts, count=group.count, nearest=near))
        buttons.append(button(parts.word("gaps_button", language, number=number), PressGapDone(group.keys[0], language)))
    if len(found) > _MOST:
        paragraphs.append(parts.word("gaps_more", language, count=len(found) - _MOST))
    return shown([*paragraphs, *by_now], in_rows(buttons))


def _title(parts: Services, label: str, language: str) -> str:
    if not label or label == "none":
        return ""
    return parts.assistant.title(Intent.of(label), language)
