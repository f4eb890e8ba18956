"""Commands: their names and spellings come from the content, what they do stands here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.intent import Intent
from handlers import setup_screens as screens
from handlers import talk
from handlers.addressing import is_from_elsewhere
from handlers.checking import check_servers
from handlers.deep_links import guide_link, private_link, read_start
from handlers.group_settings import Mode
from handlers.groups import Said, place_of, say_in_group
from handlers.maintainer_commands import MAINTAINER_ACTIONS
from handlers.maintainers import is_maintainer
from handlers.membership import answers_command, leave_foreign_group
from handlers.menu import help_shown, menu
from handlers.questions import answer_intent, answer_text, on_text
from handlers.render import link_shown, shown
from handlers.services import client_language, services, who_of
from handlers.setup import cancel, offer_to_go_on, show, start_program
from handlers.trouble_screens import choose_trouble

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Message, Update

    from assistant.knowledge.models import Content
    from handlers.services import Context

_FORM = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?:\s+(.*))?", re.DOTALL)
_LOOKUPS = {
    "settings": Intent(aspect="settings"),
    "imap": Intent(aspect="settings", subject="imap"),
    "pop": Intent(aspect="settings", subject="pop3"),
    "ports": Intent(aspect="port"),
    "server": Intent(aspect="server"),
    "compare": Intent(topic="difference"),
}


_TAKES_NO_WORDS = frozenset({"answers", "start"})
"""Commands followed by names, which say nothing about the language."""


@dataclass(frozen=True)
class Given:
    """A command as it was typed."""

    command: str
    """Its main name, or empty when there is no such command."""
    rest: str
    """What stands behind it, at most 200 characters."""
    language: str
    """The language of its spelling, or empty."""


def read_command(text: str, bot_username: str, content: Content) -> Given | None:
    """Read a command in any case and spelling of the content; None when it is none, or another bot's."""
    found = _FORM.fullmatch(text.strip())
    if found is None or (found[2] and found[2].lower() != bot_username.lower()):
        return None
    typed, rest = found[1].lower(), (found[3] or "").strip()[:200]
    for command in content.commands:
        if typed == command.command or typed in command.aliases:
            spellings = command.menu_name.root if command.menu_name else {}
            languages = [language for language, name in spellings.items() if name == typed != command.command]
            return Given(command.command, rest, languages[0] if languages else "")
    return Given("", rest, "")


async def on_command(update: Update, context: Context) -> None:
    """Do what a command says."""
    message = update.message
    if message is None or message.text is None or is_from_elsewhere(message):
        return
    parts = services(context)
    given = read_command(message.text, context.bot.username, parts.content)
    if given is None:
        await on_text(update, context)  # a path or the like
        return
    words = "" if given.command in _TAKES_NO_WORDS else given.rest
    language = given.language or parts.assistant.language_for(words, client_language(update))
    if message.chat.type != message.chat.PRIVATE:
        await _in_group(update, context, message, given, language)
        return
    action, for_maintainers = _ACTIONS.get(given.command), MAINTAINER_ACTIONS.get(given.command)
    if action is not None:
        await action(update, context, given, language)
    elif for_maintainers is not None and is_maintainer(update, context):
        await for_maintainers(update, context, language)
    elif given.command in _LOOKUPS:
        await _look_up(update, context, message, given, language)
    else:
        await talk.reply(context, message, menu(parts.content, language, "unknown_command"))


async def _look_up(update: Update, context: Context, message: Message, given: Given, language: str) -> None:
    if given.rest:
        await answer_text(update, context, message, f"{given.command} {given.rest}")
        return
    await answer_intent(update, context, _LOOKUPS[given.command], language)


async def _start(update: Update, context: Context, given: Given, language: str) -> None:
    content = services(context).content
    start = read_start(given.rest, content)
    language = start.language or language
    if start.kind == "guide":
        await start_program(update, context, start.program, start.protocol, language)
        return
    await show(update, context, menu(content, language, "start_greeting"))


async def _help(update: Update, context: Context, _given: Given, language: str) -> None:
    await show(update, context, help_shown(services(context).content, language))


async def _setup(update: Update, context: Context, given: Given, language: str) -> None:
    parts = services(context)
    if given.rest:
        reply = parts.assistant.ask(f"setup {given.rest}", client_language=language)
        wanted = next((intent for intent in reply.intents if intent.program), Intent())
        await start_program(update, context, wanted.program, wanted.subject, language)
        return
    if not await offer_to_go_on(update, context, language):
        await show(update, context, screens.choose_program(parts.content, language))


async def _cancel(update: Update, context: Context, _given: Given, language: str) -> None:
    opened = await services(context).conversation.guide(who_of(update))
    await cancel(update, context, opened, language)


async def _check(update: Update, context: Context, _given: Given, language: str) -> None:
    await check_servers(update, context, language)


async def _privacy(update: Update, context: Context, _given: Given, language: str) -> None:
    content = services(context).content
    text = content.word("privacy_text", language, webmaster=content.club.webmaster.get(language))
    await show(update, context, shown(text.split("\n\n")))


async def _developer_info(update: Update, context: Context, _given: Given, language: str) -> None:
    content = services(context).content
    club = content.club
    slots = {"club": club.name, "webmaster": club.webmaster.get(language), "source": club.source}
    await show(update, context, shown([content.word("developer_info", language, **slots)]))


async def _forget(update: Update, context: Context, _given: Given, language: str) -> None:
    parts = services(context)
    await parts.conversation.forget(who_of(update))
    await show(update, context, shown([parts.word("forget_done", language)]))


async def _answers(update: Update, context: Context, _given: Given, language: str) -> None:
    await show(update, context, shown([services(context).word("answers_private", language)]))


async def _trouble(update: Update, context: Context, given: Given, language: str) -> None:
    if given.rest and update.message is not None:
        await answer_text(update, context, update.message, given.rest)
        return
    await show(update, context, choose_trouble(services(context).content, language))


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
    return frozenset((*_ACTIONS, *_LOOKUPS, *MAINTAINER_ACTIONS))


async def _in_group(update: Update, context: Context, message: Message, given: Given, language: str) -> None:
    """Answer a command in a group: look-ups in short, everything else with a link to the private chat."""
    parts = services(context)
    if await leave_foreign_group(context, message):
        return
    if given.command == "answers":
        await answers_command(context, message, given.rest.lower(), language)
        return
    await parts.pace.heard(place_of(message))
    if await parts.groups.mode(message.chat_id) is Mode.OFF:
        return
    if given.command in _LOOKUPS:
        await _look_up_in_group(update, context, message, given, language)
    elif given.command == "setup":
        reply = parts.assistant.ask(f"setup {given.rest}", client_language=language)
        wanted = next((one for one in reply.intents if one.program), Intent())
        link = guide_link(context.bot.username, wanted.program, wanted.subject, language)
        await _link(context, message, "group_setup", "group_setup_link", link, language)
    elif given.command in _LINKED:
        link = private_link(context.bot.username, language)
        await _link(context, message, _LINKED[given.command], "group_private_link", link, language)


_LINKED = {
    "help": "help_group",
    "start": "help_group",
    "trouble": "group_trouble",
    "check": "group_check",
    "privacy": "group_privacy",
}
"""Commands for which a group gets one sentence and a link to the private chat."""


async def _link(context: Context, message: Message, words: str, label: str, link: str, language: str) -> None:
    parts = services(context)
    if await parts.pace.may_speak(message.chat_id, message.from_user.id if message.from_user else 0):
        screen = link_shown(parts.word(words, language), parts.word(label, language), link)
        await talk.reply(context, message, screen)


async def _look_up_in_group(update: Update, context: Context, message: Message, given: Given, language: str) -> None:
    parts, intent = services(context), _LOOKUPS[given.command]
    answer = parts.assistant.answer(intent, language)
    if given.rest:
        reply = parts.assistant.ask(f"{given.command} {given.rest}", client_language=language)
        if reply.answered and reply.answer is not None:
            answer, intent = reply.answer, reply.intents[0]
    if answer is not None:
        await parts.conversation.remember_intent(who_of(update), intent, language)
        await say_in_group(update, context, message, Said(answer, intent, to=_asked_message(message)))


def _asked_message(message: Message) -> int:
    """Give the message somebody answered with a command, to help whoever wrote it; 0 when there is none."""
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created is not None:  # in forums all messages reply to the topic
        return 0
    is_bots = answered.from_user is not None and answered.from_user.is_bot
    return 0 if is_bots else answered.message_id
