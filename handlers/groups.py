"""Answers in a group: one short reply in the right place, and otherwise silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers import talk
from handlers.deep_links import guide_link
from handlers.group_pace import Place
from handlers.group_settings import Mode
from handlers.render import group_shown, shown
from handlers.services import client_language, services, who_of

if TYPE_CHECKING:
    from telegram import Message, Update

    from assistant.answer import Answer
    from assistant.intent import Intent
    from handlers.addressing import Asked
    from handlers.render import Shown
    from handlers.services import Context


@dataclass(frozen=True)
class Said:
    """An answer for a group."""

    answer: Answer
    intent: Intent | None
    """What it answers, or None when it only says that it does not know."""
    addressed: bool = True
    to: int = 0
    """The message to answer, when it is another than the one that asked."""


async def answer_in_group(update: Update, context: Context, message: Message, asked: Asked) -> None:
    """Answer what was said in a group: to the bot always, anything else only when there is no doubt."""
    parts, who = services(context), who_of(update)
    await parts.pace.heard(place_of(message))
    mode = await parts.groups.mode(message.chat_id)
    if mode is Mode.OFF or (mode is Mode.ADDRESSED and not asked.addressed):
        return
    memory = await parts.conversation.last(who) if asked.addressed else None
    language = client_language(update)
    reply = parts.assistant.ask(asked.text, client_language=language, memory=memory, addressed=asked.addressed)
    if reply.answer is None:
        return
    await parts.conversation.remember(who, reply.memory)
    intent = reply.intents[0] if reply.answered and reply.intents else None
    await say_in_group(update, context, message, Said(reply.answer, intent, asked.addressed))


async def say_in_group(update: Update, context: Context, message: Message, said: Said) -> None:
    """Say an answer in its short form, unless it was said just now or too much is being said."""
    parts, place = services(context), place_of(message)
    topic = said.intent.key if said.intent else ""
    earlier = await parts.pace.earlier(place, topic) if topic and not said.to else 0
    if earlier and not said.addressed:
        return
    if not await parts.pace.may_speak(message.chat_id, who_of(update).person):
        return
    if earlier:
        again = shown([parts.word("group_already_answered", said.answer.language)])
        await talk.reply(context, message, again, to=earlier)
        return
    screen = short_form(context, said)
    sent = await talk.reply(context, message, screen, silent=not said.addressed, to=said.to)
    await parts.pace.answered(place, topic, message.message_id, sent.message_id)


async def correct_in_group(update: Update, context: Context) -> None:
    """Answer an edited question by editing its answer; an edit that was not answered before stays so."""
    message = update.edited_message
    if message is None or not message.text:
        return
    parts = services(context)
    earlier = await parts.pace.answer_to(message.chat_id, message.message_id)
    if not earlier:
        return
    text = message.text.replace(f"@{context.bot.username}", " ")
    reply = parts.assistant.ask(text, client_language=client_language(update))
    if reply.answered and reply.answer is not None:
        screen = short_form(context, Said(reply.answer, reply.intents[0]))
        await talk.replace(context, message.chat_id, earlier, screen)


def short_form(context: Context, said: Said) -> Shown:
    """Give an answer as groups see it, with a link that opens the private chat at the right place."""
    parts, language = services(context), said.answer.language
    program, protocol = (said.intent.program, said.intent.subject) if said.intent else ("", "")
    link = guide_link(context.bot.username, program, protocol, language)
    label = parts.word("group_setup_link", language)
    return group_shown(said.answer, parts.word("group_more", language), label, link)


def place_of(message: Message) -> Place:
    """Give the group, or the topic of a forum."""
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat_id, thread or 0)
