"""What commands do in a group: look-ups in short, everything else with a link to the private chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.intent import ANY_TROUBLE, Intent
from handlers import talk
from handlers.checking import check_servers
from handlers.command_text import LOOKUPS
from handlers.deep_links import ask_link, guide_link, private_link
from handlers.groups.addressing import Asked, is_somebodys
from handlers.groups.answers_command import answers_command
from handlers.groups.membership import left_foreign_group
from handlers.groups.passwords import warned_in_group
from handlers.groups.questions import said_by_command, say_in_group, say_with_link
from handlers.groups.settings import Mode
from handlers.maintainers.people import is_from_maintainer
from handlers.menu import developer_info
from handlers.of_update import who_of
from handlers.render import Link, shown
from handlers.services import services

if TYPE_CHECKING:
    from telegram import Message, Update

    from handlers.command_text import Given
    from handlers.services import Context

_LINKED = {
    "help": "help_group",
    "start": "help_group",
    "check": "group_check",
    "privacy": "group_privacy",
    "cancel": "group_cancel",
}
"""Commands for which a group gets one sentence and a link to the private chat."""


_TOLD = frozenset({"developer_info", "forget"})
"""Commands that are answered in the group itself."""


async def command_in_group(update: Update, context: Context, message: Message, given: Given, language: str) -> None:
    """Do what a command says, and delete it afterwards where the group wants that."""
    if await left_foreign_group(context, message):
        return
    groups = services(context).groups
    if given.command == "answers":
        spoke = await answers_command(update, context, message, given.rest.lower().split(), language)
    elif await groups.mode(message.chat_id) is Mode.OFF:
        return
    else:
        spoke = await _done(update, context, message, given, language)
    if not spoke:
        return
    choice = await groups.choice(message.chat_id)
    if choice is not None and choice.tidy:
        await talk.deleted(context, message.chat_id, message.message_id)


async def _done(update: Update, context: Context, message: Message, given: Given, language: str) -> bool:
    """Do what a command says; tell whether the bot spoke to it."""
    is_ours = bool(given.command) or given.is_by_name
    if is_ours and given.rest and await warned_in_group(update, context, message, Asked(message.text or "", addressed=True)):
        return False
    if given.command in LOOKUPS:
        return await _look_up(update, context, message, given, language)
    if given.command in _TOLD:
        return await _say(update, context, message, await _told(update, context, given.command, language))
    if given.command == "check" and is_from_maintainer(update, context):
        await check_servers(update, context, language)
        return True
    linked = _linked(context, given, language)
    return linked is not None and await say_with_link(update, context, message, *linked, language)


def _linked(context: Context, given: Given, language: str) -> tuple[str, Link] | None:
    """Give the words and the link to the private chat that answer a command; None when it may be for another bot."""
    word, bot = services(context).word, context.bot.username
    if given.command == "setup":
        wanted = _wanted(context, f"setup {given.rest}", Intent(topic="setup"), language)
        return "group_setup", Link(word("group_setup_link", language), guide_link(bot, wanted.program, wanted.subject, language))
    if given.command == "trouble":
        wanted = _wanted(context, given.rest, Intent(topic=ANY_TROUBLE), language)
        return "group_trouble", Link(word("trouble_button", language), ask_link(bot, wanted, language))
    words = "help_group" if not given.command and given.is_by_name else _LINKED.get(given.command)
    if words == "group_privacy" and services(context).unanswered.is_on:
        words = "group_privacy_gaps_on"
    return (words, Link(word("group_private_link", language), private_link(bot, language))) if words else None


async def _look_up(update: Update, context: Context, message: Message, given: Given, language: str) -> bool:
    said = said_by_command(context, given.command, given.rest, language)
    if said is None or said.intent is None:
        return False
    await services(context).conversation.remember_intent(who_of(update), said.intent, said.answer.language)
    answered = message.reply_to_message
    to = answered.message_id if answered is not None and is_somebodys(answered) else 0
    return await say_in_group(update, context, message, replace(said, to=to, again=bool(to)))


def _wanted(context: Context, text: str, otherwise: Intent, language: str) -> Intent:
    """Give the guide or trouble tree that is meant, or the one to begin with."""
    kind = otherwise.topic.partition(":")[0]
    intents = services(context).assistant.ask(text, client_language=language).intents if text else ()
    return next((one for one in intents if one.topic.partition(":")[0] == kind), otherwise)


async def _told(update: Update, context: Context, command: str, language: str) -> str:
    parts = services(context)
    if command == "forget":
        await parts.conversation.forget(who_of(update))
        return parts.word("forget_done", language)
    return developer_info(parts.content, language)


async def _say(update: Update, context: Context, message: Message, text: str) -> bool:
    if not await services(context).pace.take_turn(message.chat_id, who_of(update).person, update.update_id):
        return False
    await talk.reply(context, message, shown([text]))
    return True
