"""Answers in a group: one short reply in the right place, and otherwise silence."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import BadRequest

from handlers import talk
from handlers.command_text import LOOKUPS, read_command
from handlers.deep_links import private_link
from handlers.groups.addressing import asked_text
from handlers.groups.form import offer_form, short_form
from handlers.groups.pace import Place
from handlers.groups.passwords import warned_in_group
from handlers.groups.settings import Mode
from handlers.guides.weighing import is_small_talk
from handlers.of_update import client_language, message_of, who_of
from handlers.render import Link, link_shown, shown
from handlers.services import services
from updates.lines import note

if TYPE_CHECKING:
    from telegram import Message, Update

    from assistant.answer import Answer
    from assistant.assistant import Reply
    from assistant.intent import Intent
    from handlers.groups.addressing import Asked
    from handlers.render import Shown
    from handlers.services import Context

_STALE = 120.0
"""Seconds after which nobody waits any more for an answer they did not ask the bot for."""


@dataclass(frozen=True)
class Said:
    """An answer for a group."""

    answer: Answer
    intent: Intent | None
    """What it answers, or None when it only says that it does not know."""
    offered: tuple[Intent, ...] = ()
    """What may have been meant, when it asks back."""
    addressed: bool = True
    to: int = 0
    """The message to answer, when it is another than the one that asked."""
    again: bool = False
    """Whether to say it even if it was said just now: somebody wants to help somebody with it."""


async def count_message(update: Update, context: Context) -> None:
    """Count what is said in a group, whatever it is: an answer that has scrolled away may be given again."""
    await services(context).pace.heard(place_of(message_of(update)))


async def answer_in_group(update: Update, context: Context, message: Message, asked: Asked) -> None:
    """Answer what was said in a group: to the bot always, anything else only when there is no doubt."""
    parts, who = services(context), who_of(update)
    mode = await parts.groups.mode(message.chat_id)
    if mode is Mode.OFF or await warned_in_group(update, context, message, asked):
        return
    if not asked.addressed and (mode is Mode.ADDRESSED or asked.to_somebody or _is_stale(message)):
        return
    if not asked.text:
        await say_how_to_ask(update, context, message)
        return
    memory = await parts.conversation.last(who) if asked.addressed and not asked.to else None
    language = client_language(update)
    reply = parts.assistant.ask(asked.text, client_language=language, memory=memory, addressed=asked.addressed)
    if reply.answer is None or _needs_no_answer(context, reply, asked):
        return
    intent = reply.intents[0] if reply.answered else None
    offered = reply.intents if reply.explanation.decision == "choices" else ()
    await parts.conversation.remember(who, reply.memory)
    await say_in_group(update, context, message, Said(reply.answer, intent, offered, asked.addressed, asked.to))
    if asked.addressed and not asked.in_passing:
        parts.statistics.asked(intent)
        if intent is None and not asked.to:  # what somebody else wrote was not put to the bot by them
            await parts.unanswered.keep(asked.text, parts.content, parts.password_guard, parts.signs)


def _is_stale(message: Message) -> bool:
    is_stale = time.time() - message.date.timestamp() > _STALE
    if is_stale:
        note("late")  # the log tells: a clock that is fast makes everything late
    return is_stale


def _needs_no_answer(context: Context, reply: Reply, asked: Asked) -> bool:
    """Whether an answer would only be noise: to a thank-you, and to a word in passing below an answer."""
    if reply.answered and reply.answer is not None:
        leads_on = bool(reply.answer.actions or reply.answer.values)
        return is_small_talk(services(context).content, reply) and not leads_on
    return asked.in_passing and reply.explanation.decision == "unknown" and "?" not in asked.text


async def say_in_group(update: Update, context: Context, message: Message, said: Said) -> bool:
    """Say an answer in its short form, unless it was said just now or too much is being said; tell whether it spoke."""
    parts, place = services(context), place_of(message)
    if await parts.pace.answer_to(message.chat_id, message.message_id):
        return False  # the update came again, after a crash
    topic = topic_of(said.intent, said.answer.language)
    earlier = await parts.pace.earlier(place, topic) if topic and not said.again else 0
    if earlier and not said.addressed:
        return False
    if not await parts.pace.take_turn(message.chat_id, who_of(update).person, update.update_id):
        return False
    if earlier:
        await _point_to(context, message, said, earlier)
        return True
    sent = await talk.reply(context, message, _screen(context, said), silent=not said.addressed, to=said.to)
    await parts.pace.answered(place, topic, message.message_id, sent.message_id)
    return True


async def _point_to(context: Context, message: Message, said: Said, earlier: int) -> None:
    """Point to the earlier answer; where it was deleted in between, the answer takes the pointer's place."""
    parts, language = services(context), said.answer.language
    sent = await talk.reply(context, message, shown([parts.word("group_already_answered", language)]), to=earlier)
    if not sent.is_reply:
        await talk.replace(context, sent.chat, sent.message_id, _screen(context, said))
        await parts.pace.answered(
            place_of(message), topic_of(said.intent, said.answer.language), message.message_id, sent.message_id
        )


async def say_how_to_ask(update: Update, context: Context, message: Message) -> bool:
    """Say in one sentence what to ask and how; tell whether it spoke."""
    language = services(context).assistant.language_for("", client_language(update))
    return await say_with_link(update, context, message, "help_group", _menu_link(context, language), language)


async def say_with_link(update: Update, context: Context, message: Message, words: str, link: Link, language: str) -> bool:
    """Say one sentence with a link to the private chat, unless too much is being said; tell whether it spoke."""
    parts = services(context)
    if not await parts.pace.take_turn(message.chat_id, who_of(update).person, update.update_id):
        return False
    await talk.reply(context, message, link_shown(parts.word(words, language), link))
    return True


async def correct_in_group(update: Update, context: Context) -> None:
    """Answer an edited question by editing its answer; an edit that was not answered before stays so."""
    message = message_of(update)
    parts, who = services(context), who_of(update)
    asked = asked_text(message, context.bot.id, context.bot.username)
    if asked is None or await parts.groups.mode(message.chat_id) is Mode.OFF:
        return
    if await warned_in_group(update, context, message, asked):
        return
    earlier = await parts.pace.answer_to(message.chat_id, message.message_id)
    if not earlier:
        return
    said = await _corrected(update, context, message, asked)
    if said is None or not await parts.pace.take_turn(message.chat_id, who.person, update.update_id):
        return
    try:
        await talk.replace(context, message.chat_id, earlier, _screen(context, said))
    except BadRequest:
        return  # the answer was deleted, or is too old to be edited
    await parts.pace.answered(place_of(message), topic_of(said.intent, said.answer.language), message.message_id, earlier)


async def _corrected(update: Update, context: Context, message: Message, asked: Asked) -> Said | None:
    """Understand an edited question or look-up as if it had been said so; None when that would get no answer."""
    parts, who, language = services(context), who_of(update), client_language(update)
    given = read_command(message.text or "", context.bot.username, parts.content)
    if given is not None:
        return said_by_command(context, given.command, given.rest, given.language or language)
    memory = await parts.conversation.last(who) if asked.addressed else None
    reply = parts.assistant.ask(asked.text, client_language=language, memory=memory, addressed=asked.addressed)
    if not reply.answered or reply.answer is None or _needs_no_answer(context, reply, asked):
        return None
    await parts.conversation.remember(who, reply.memory)
    return Said(reply.answer, reply.intents[0])


def said_by_command(context: Context, command: str, rest: str, language: str) -> Said | None:
    """Give the answer to a look-up such as `/ports imap`; None when the command is none."""
    assistant = services(context).assistant
    if command not in LOOKUPS:
        return None
    if rest:
        reply = assistant.ask(f"{command} {rest}", client_language=language)
        if reply.answered and reply.answer is not None:
            return Said(reply.answer, reply.intents[0])
    answer = assistant.answer(LOOKUPS[command], assistant.language_for("", language))
    return Said(answer, LOOKUPS[command]) if answer is not None else None


def place_of(message: Message) -> Place:
    """Give the group, or the topic of a forum."""
    return Place(message.chat_id, talk.thread_of(message) or 0)


def topic_of(intent: Intent | None, language: str) -> str:
    """Give what counts as the same answer: the same thing in the same language."""
    return f"{intent.key} {language}" if intent else ""


def _screen(context: Context, said: Said) -> Shown:
    if said.intent is None:
        return offer_form(context, said.answer, said.offered)
    return short_form(context, said.answer, said.intent)


def _menu_link(context: Context, language: str) -> Link:
    label = services(context).word("group_private_link", language)
    return Link(label, private_link(context.bot.username, language))
