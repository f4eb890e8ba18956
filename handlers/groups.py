"""Answers in a group: one short reply to the asker, and a link to the private chat for everything longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import talk
from handlers.deep_links import guide_link
from handlers.render import group_shown
from handlers.services import client_language, services, who_of

if TYPE_CHECKING:
    from telegram import Message, Update

    from assistant.answer import Answer
    from assistant.intent import Intent
    from handlers.services import Context


async def answer_in_group(update: Update, context: Context, message: Message, text: str, *, addressed: bool) -> None:
    """Answer a question in a group: one put to the bot always, any other only when there is no doubt."""
    parts, who = services(context), who_of(update)
    memory = await parts.conversation.last(who) if addressed else None
    reply = parts.assistant.ask(text, client_language=client_language(update), memory=memory, addressed=addressed)
    if reply.answer is None:
        return
    await parts.conversation.remember(who, reply.memory)
    intent = reply.intents[0] if reply.answered and reply.intents else None
    await say_in_group(context, message, reply.answer, intent, silent=not addressed)


async def say_in_group(
    context: Context, message: Message, answer: Answer, intent: Intent | None, *, silent: bool = False
) -> None:
    """Say an answer in its short form, with a link that opens the private chat at the right place."""
    parts, language = services(context), answer.language
    program, protocol = (intent.program, intent.subject) if intent else ("", "")
    link = guide_link(context.bot.username, program, protocol, language)
    label = parts.word("group_setup_link", language)
    shown = group_shown(answer, parts.word("group_more", language), label, link)
    await talk.reply(context, message, shown, silent=silent)
