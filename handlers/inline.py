"""Inline mode: `@bot imap port` in any chat, answered with a few self-contained results."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from assistant.intent import Intent
from handlers.group_form import short_form
from handlers.render import to_plain
from handlers.services import client_language, services

if TYPE_CHECKING:
    from telegram import Update

    from assistant.answer import Answer
    from handlers.services import Context

_MOST_WANTED = (
    Intent(aspect="settings", subject="imap"),
    Intent(aspect="port"),
    Intent(aspect="server"),
    Intent(aspect="settings", subject="pop3"),
    Intent(aspect="encryption"),
    Intent(topic="difference"),
    Intent(topic="recommendation"),
)
_MOST = 10
_CACHE = 300
"""Seconds Telegram keeps the results of a query (Bot API, answerInlineQuery)."""
_DESCRIPTION = 120


async def on_inline_query(update: Update, context: Context) -> None:
    """Answer an inline query: the best answers first; an empty one with what is wanted most."""
    query = update.inline_query
    if query is None:
        return
    parts = services(context)
    text = query.query.strip()
    language = parts.assistant.language_for(text, client_language(update))
    found = [(intent, answer) for intent in _wanted(context, text) if (answer := parts.assistant.answer(intent, language))]
    results = [_result(context, intent, answer) for intent, answer in found[:_MOST]]
    button = InlineQueryResultsButton(parts.word("inline_open", language), start_parameter=f"menu_{language}")
    try:
        # Personal, because the language is the typist's and Telegram's cache does not know it.
        await query.answer(results, cache_time=_CACHE, is_personal=True, button=button)
    except BadRequest as error:
        if "query" not in error.message.lower():
            raise


def _wanted(context: Context, text: str) -> list[Intent]:
    parts = services(context)
    if not text:
        return list(_MOST_WANTED)
    reply = parts.assistant.ask(text)
    if not reply.answered:
        return []
    first = reply.intents[0]
    near = [first.within(subject=subject) for subject in ("imap", "pop3") if first.aspect and not first.subject]
    whole = [Intent(aspect="settings", subject=first.subject)] if first.subject in ("imap", "pop3") else []
    intents = [*reply.intents, *near, *whole]
    return [intent for intent in dict.fromkeys(intents) if intent.topic != "setup"]


def _result(context: Context, intent: Intent, answer: Answer) -> InlineQueryResultArticle:
    screen = short_form(context, answer, intent)
    title = services(context).assistant.title(intent, answer.language)
    if intent.subject in ("imap", "pop3"):
        title = f"{title} ({intent.subject.upper()})"
    first_lines = to_plain(" ".join(answer.lines)).replace("\n", " ")
    return InlineQueryResultArticle(
        id=sha256(f"{intent.key}:{answer.language}".encode()).hexdigest()[:32],
        title=title,
        description=first_lines[:_DESCRIPTION],
        input_message_content=InputTextMessageContent(
            screen.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=screen.keyboard,
    )
