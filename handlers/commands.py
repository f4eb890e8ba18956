"""What commands do in a private chat."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.guides.choosing import devices
from assistant.intent import Intent
from handlers import said, talk
from handlers.checking import check_servers
from handlers.command_text import LOOKUPS, is_for_another_bot, read_command
from handlers.deep_links import read_start
from handlers.groups.addressing import is_from_elsewhere
from handlers.groups.commands import command_in_group
from handlers.guides import screens
from handlers.guides.dialogue import cancel, offer_to_go_on, show, start_program
from handlers.guides.trouble import choose_trouble
from handlers.maintainers.commands import MAINTAINER_ACTIONS
from handlers.maintainers.people import is_maintainer
from handlers.media import on_other
from handlers.menu import developer_info, help_shown, menu
from handlers.named import Named, named_choice
from handlers.of_update import client_language, message_of, who_of
from handlers.passwords import warned_at_once
from handlers.questions import answer_intent, answer_text
from handlers.render import shown
from handlers.services import services
from handlers.texts import on_text
from handlers.utterance import Utterance
from updates.lines import note

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Update

    from handlers.command_text import Given
    from handlers.services import Context

_TAKES_NO_WORDS = frozenset({"answers", "start"})
"""Commands followed by names, which say nothing about the language."""
_FOR_THE_GROUP = frozenset({"", "answers"})
"""Commands in a group whose answer is for all there, so that the language somebody asked for says nothing; and no commands."""


async def on_command(update: Update, context: Context) -> None:
    """Do what a command says."""
    message = message_of(update)
    text = message.text or ""
    if is_from_elsewhere(message):
        return
    parts = services(context)
    given = read_command(text, context.bot.username, parts.content)
    if given is None:
        if message.chat.type == message.chat.PRIVATE or not is_for_another_bot(text, context.bot.username):
            await on_text(update, context)  # a path or the like
        return
    note(f"/{given.command}")
    is_private = message.chat.type == message.chat.PRIVATE
    if is_private and given.rest and await warned_at_once(update, context):
        return
    words = "" if given.command in _TAKES_NO_WORDS else given.rest
    remembers = is_private or given.command not in _FOR_THE_GROUP
    memory = await parts.conversation.last(who_of(update)) if remembers else None
    language = given.language or parts.assistant.language_for(words, client_language(update), memory)
    if not is_private:
        await command_in_group(update, context, message, given, language)
        return
    action, for_maintainers = _ACTIONS.get(given.command), MAINTAINER_ACTIONS.get(given.command)
    if action is not None:
        await action(update, context, given, language)
    elif for_maintainers is not None and is_maintainer(update, context):
        await for_maintainers(update, context, language)
    elif given.command in LOOKUPS:
        await _look_up(update, context, given, language)
    else:
        await talk.reply(context, message, menu(parts.content, language, "unknown_command"))


async def on_edit(update: Update, context: Context) -> None:
    """Take an edited message in a private chat for what it says now; what answered it is corrected where that is possible."""
    earlier = await services(context).conversation.earlier(who_of(update))
    if earlier is None:
        await warned_at_once(update, context)
        return
    said.correct(context, earlier)
    await (on_command if message_of(update).text else on_other)(update, context)


async def _look_up(update: Update, context: Context, given: Given, language: str) -> None:
    if given.rest:
        recalled = await services(context).conversation.recall(who_of(update))
        await answer_text(Utterance(update, context, f"{given.command} {given.rest}", recalled))
        return
    try:
        await answer_intent(update, context, LOOKUPS[given.command], language)
    except KeyError:  # a club may do without the topic
        await talk.reply(context, message_of(update), menu(services(context).content, language, "unknown_command"))


async def _start(update: Update, context: Context, given: Given, language: str) -> None:
    content = services(context).content
    start = read_start(given.rest, content)
    language = start.language or language
    if start.kind == "guide":
        await start_program(update, context, start.program, start.protocol, language)
        return
    if start.intent is not None:
        with suppress(KeyError):  # there is nothing of that name any more: the menu is shown
            await answer_intent(update, context, start.intent, language)
            return
    await show(update, context, menu(content, language, "start_greeting"))


async def _help(update: Update, context: Context, _given: Given, language: str) -> None:
    await show(update, context, help_shown(services(context).content, language))


async def _setup(update: Update, context: Context, given: Given, language: str) -> None:
    parts = services(context)
    if given.rest:
        await _setup_of(update, context, given.rest, language)
        return
    if not await offer_to_go_on(update, context, language):
        await show(update, context, screens.choose_program(parts.content, language))


async def _setup_of(update: Update, context: Context, named: str, language: str) -> None:
    """Set up what is named behind the command: a program, a way of fetching emails, a device."""
    parts = services(context)
    picks, reply = parts.picks, parts.assistant.ask(f"setup {named}", client_language=language)
    if picks.device(named) in devices(parts.content):
        await show(update, context, screens.programs_for(parts.content, picks.device(named), language))
        return
    to_the_letter = Intent(program=picks.program(named), subject=picks.protocol(named))
    wanted = next((intent for intent in reply.intents if intent.program), to_the_letter)
    await start_program(update, context, wanted.program, wanted.subject, language)


async def _cancel(update: Update, context: Context, _given: Given, language: str) -> None:
    opened = await services(context).conversation.guide(who_of(update))
    await cancel(update, context, opened, language)


async def _check(update: Update, context: Context, _given: Given, language: str) -> None:
    await check_servers(update, context, language)


async def _privacy(update: Update, context: Context, _given: Given, language: str) -> None:
    content = services(context).content
    # What is kept depends on how the bot is run, and the text says which it is.
    kept = content.word("privacy_gaps_on" if services(context).unanswered.is_on else "privacy_gaps_off", language)
    text = content.word("privacy_text", language, kept=kept, webmaster=content.club.webmaster.get(language))
    await show(update, context, shown(text.split("\n\n")))


async def _developer_info(update: Update, context: Context, _given: Given, language: str) -> None:
    await show(update, context, shown([developer_info(services(context).content, language)]))


async def _forget(update: Update, context: Context, _given: Given, language: str) -> None:
    parts = services(context)
    await parts.conversation.forget(who_of(update))
    await show(update, context, shown([parts.word("forget_done", language)]))


async def _answers(update: Update, context: Context, _given: Given, language: str) -> None:
    await show(update, context, shown([services(context).word("answers_private", language)]))


async def _trouble(update: Update, context: Context, given: Given, language: str) -> None:
    screen = choose_trouble(services(context).content, language)
    if not given.rest:
        await show(update, context, screen)
        return
    conversation, who = services(context).conversation, who_of(update)
    await conversation.choose_from(who, screen.again)
    words = Utterance(update, context, given.rest, await conversation.recall(who))
    if await named_choice(words) is not Named.DONE:
        await answer_text(words)


_ACTIONS: dict[str, Callable[[Update, Context, Given, str], Awaitable[None]]] = {
    "start": _start,
    "help": _help,
    "setup": _setup,
    "cancel": _cancel,
    "trouble": _trouble,
    "check": _check,
    "answers": _answers,
    "privacy": _privacy,
    "developer_info": _developer_info,
    "forget": _forget,
}


def known_commands() -> frozenset[str]:
    """Give the names of all commands that do something."""
    return frozenset((*_ACTIONS, *LOOKUPS, *MAINTAINER_ACTIONS))
