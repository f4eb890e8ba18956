"""The live check of the club's mail servers, in private chats and for maintainers in groups."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from telegram.error import BadRequest

from assistant.live_check import describe
from handlers import talk
from handlers.buttons import PressSimple, Simple
from handlers.menu import menu_button
from handlers.of_update import message_of
from handlers.render import button, shown
from handlers.services import services
from handlers.typing_shown import while_typing

if TYPE_CHECKING:
    from telegram import Update

    from handlers.services import Context


async def check_servers(update: Update, context: Context, language: str) -> None:
    """Check the servers and say what was found; a line of waiting is put in place of the result until then."""
    parts, message = services(context), message_of(update)
    settings = parts.content.settings
    report, waiting = parts.live_check.kept(settings), 0
    if report is None:
        running = shown([parts.check_words.running.get(language)])
        waiting = (await talk.reply(context, message, running, is_passing=True)).message_id
        report = await while_typing(context, message, parts.live_check.check(settings))
    webmaster = parts.content.club.webmaster.get(language)
    paragraphs = describe(report, parts.check_words, language, webmaster=webmaster)
    trouble = button(parts.word("menu_trouble", language), PressSimple(Simple.TROUBLES, language))
    rows = [[trouble, menu_button(parts.content, language)]] if message.chat.type == message.chat.PRIVATE else []
    result = shown(paragraphs, rows)
    if waiting:
        with suppress(BadRequest):  # the line of waiting was deleted
            await talk.replace(context, message.chat_id, waiting, result, talk.thread_of(message))
            return
    await talk.reply(context, message, result)
