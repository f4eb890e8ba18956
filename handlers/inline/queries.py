"""Inline mode: `@bot imap port` in any chat, answered with a few self-contained results."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from textwrap import shorten
from typing import TYPE_CHECKING, cast

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.groups.form import short_form
from handlers.inline.search import best_intents
from handlers.keyboard import as_markup
from handlers.of_update import client_language
from handlers.render import to_plain
from handlers.services import services

if TYPE_CHECKING:
    from telegram import InlineQuery, Update

    from assistant.answer import Answer
    from assistant.intent import Intent
    from handlers.services import Context

_MOST = 10
_CACHE = 300
"""Seconds Telegram keeps the results of a query (Bot API, answerInlineQuery)."""
_DESCRIPTION = 120


async def on_inline_query(update: Update, context: Context) -> None:
    """Answer an inline query: the best answers first; an empty one with what is wanted most."""
    query = cast("InlineQuery", update.inline_query)
    parts = services(context)
    text = query.query.strip()
    language = parts.assistant.language_for(text, client_language(update))
    found: dict[str, InlineQueryResultArticle] = {}
    for intent in best_intents(parts.assistant, text, language):
        answer = parts.assistant.answer(intent, language)
        if answer is not None and len(found) < _MOST:
            result = _result(context, intent, answer)
            found.setdefault(result.title, result)  # the same title twice would be no choice
    results = list(found.values())
    label = parts.word("inline_open" if results else "inline_nothing", language)
    button = InlineQueryResultsButton(label, start_parameter=f"menu_{language}")
    try:
        # Personal, because the language is the typist's and Telegram's cache does not know it.
        await query.answer(results, cache_time=_CACHE, is_personal=True, button=button)
    except BadRequest as error:
        if "query" not in error.message.lower():
            raise


def _result(context: Context, intent: Intent, answer: Answer) -> InlineQueryResultArticle:
    content = services(context).content
    title = services(context).assistant.title(intent, answer.language)
    if intent.program in content.guides:
        title = f"{content.guides[intent.program].name.get(answer.language)}: {title}"
    described = _described(answer, title)
    if intent.topic in content.topics:
        # There is no question above it that would tell what it is about.
        answer = replace(answer, lines=(f"**{title}**", *answer.lines))
    screen = short_form(context, answer, intent)
    return InlineQueryResultArticle(
        id=sha256(f"{intent.key}:{answer.language}".encode()).hexdigest()[:32],
        title=title,
        description=described,
        input_message_content=InputTextMessageContent(
            screen.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=as_markup(screen.rows),
    )


def _described(answer: Answer, title: str) -> str:
    """Give the beginning of an answer in one line, without what the title says already."""
    lines = [to_plain(line).removeprefix("• ").strip() for paragraph in answer.lines for line in paragraph.split("\n")]
    return shorten(" · ".join(line for line in lines if line and line.rstrip(":") not in title), _DESCRIPTION, placeholder=" …")
