"""The live check of the club's mail servers, in private chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatAction

from assistant.live_check import describe
from handlers import talk
from handlers.buttons import PressSimple, Simple
from handlers.menu import menu_button
from handlers.render import button, shown
from handlers.services import services

if TYPE_CHECKING:
    from telegram import Update

    from handlers.services import Context


async def check_servers(update: Update, context: Context, language: str) -> None:
    """Check the servers and say what was found; a line of waiting is put in place of the result until then."""
    parts, message = services(context), update.effective_message
    if message is None:
        return
    settings = parts.content.settings
    report, waiting = parts.live_check.kept(settings), 0
    if report is None:
        waiting = (await talk.reply(context, message, shown([parts.check_words.running.get(language)]))).message_id
        await context.bot.send_chat_action(message.chat_id, ChatAction.TYPING)
        report = await parts.live_check.check(settings)
    webmaster = parts.content.club.webmaster.get(language)
    paragraphs = describe(report, parts.check_words, language, webmaster=webmaster)
    trouble = button(parts.word("menu_trouble", language), PressSimple(Simple.TROUBLES, language))
    result = shown(paragraphs, [[trouble, menu_button(parts.content, language)]])
    if waiting:
        await talk.replace(context, message.chat_id, waiting, result)
    else:
        await talk.reply(context, message, result)
