"""Answers questions in a private chat, and opens what they lead to."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.intent import ANY_TROUBLE, Intent, tree_of, trouble_label
from handlers import talk
from handlers.buttons import PressProgram
from handlers.guides import screens
from handlers.guides.decided import as_decided, as_on_device, as_rejected, as_told_at_end
from handlers.guides.dialogue import show, start_program
from handlers.guides.in_trees import opened_by
from handlers.guides.none_open import acted_without_guide, asks_again
from handlers.guides.opening import open_named
from handlers.guides.picking import meant_by_name
from handlers.guides.trouble import trouble_shown
from handlers.guides.weighing import is_small_talk
from handlers.learning.feedback import feedback_row
from handlers.learning.statistics import label_of
from handlers.menu import menu
from handlers.of_update import message_of, who_of
from handlers.render import after, answer_shown
from handlers.services import services

if TYPE_CHECKING:
    from telegram import Update

    from assistant.answer import Answer
    from assistant.assistant import Reply
    from handlers.services import Context
    from handlers.utterance import Utterance

_LOGIN, _PASSWORD = frozenset({"password", "login"}), trouble_label("password")
_WHICH = "which_program"
"""The topic of those who do not know which program they have: opened as a choice of devices."""


async def answer_text(said: Utterance) -> None:
    """Answer a question in a private chat."""
    parts, text = said.parts, said.text
    reply = as_decided(said.reply, said.recalled.last, said.recalled.guide, parts.content)
    reply = as_rejected(reply, text, parts.picks)
    reply = as_told_at_end(reply, text, parts.picks, parts.content)
    reply = as_on_device(reply, text, parts.picks, parts.content)
    is_of_password = _is_of_password(said, reply)
    if is_of_password:
        reply = reply._replace(intents=(Intent(topic=_PASSWORD),))
    is_offer_taken = parts.picks.accepts(text) or parts.picks.says(text, "menu")  # 'mach das' only sounds like 'mach's gut'
    is_failure = parts.typed.says_exactly(text, "fails")  # 'immer noch' only sounds like a goodbye
    is_sigh = parts.choices.only_sighs(text)  # 'schade' only sounds like one, too
    is_kind = not (is_offer_taken or is_failure or is_sigh) and is_small_talk(parts.content, reply)
    if not (is_kind or is_of_password) and await _acted_otherwise(said, reply):
        return
    await parts.conversation.remember(who_of(said.update), reply.memory)
    if not (reply.answered and await _opened(said, reply)):
        await _say_reply(said, reply)
    if is_kind:
        return
    parts.statistics.asked(reply.intents[0] if reply.answered else None)
    if not reply.answered:
        await parts.unanswered.keep(text, parts.content, parts.password_guard, parts.signs)


def _is_of_password(said: Utterance, reply: Reply) -> bool:
    """Whether no more is told than that it fails, after the password was asked about: 'passwort?', 'wird nicht angenommen'."""
    memory, content = said.recalled.last, said.parts.content
    is_asked = memory is not None and memory.intent.aspect in _LOGIN and tree_of(_PASSWORD) in content.trouble
    return is_asked and [intent.topic for intent in reply.intents] == [ANY_TROUBLE]


async def _acted_otherwise(said: Utterance, reply: Reply) -> bool:
    """Act on words that are no question, and tell whether they were: a program's name, a yes to an offer, 'nochmal', 'weiter'."""
    update, context, memory = said.update, said.context, said.recalled.last
    press = meant_by_name(said, reply)
    if press is not None:
        if isinstance(press, PressProgram):  # 'ich nutze Outlook' 'welcher Server?' 'wo trage ich das ein?'
            named = Intent(topic="setup", subject=press.protocol, program=press.program)
            await said.parts.conversation.remember_intent(who_of(update), named, reply.language)
        await open_named(update, context, press, reply.language)
        return True
    if memory is not None and asks_again(said, reply):
        with suppress(KeyError):  # newer content may not have it
            await answer_intent(update, context, memory.intent, reply.language)
            return True
    return await acted_without_guide(said, reply)


async def _say_reply(said: Utterance, reply: Reply) -> None:
    """Say a reply in a private chat; what answers a question asks whether it helped."""
    content = said.parts.content
    if reply.answer is None:
        await talk.reply(said.context, message_of(said.update), menu(content, reply.language))
        return
    asks = reply.answered and not is_small_talk(content, reply)
    await _say(said.update, said.context, reply.answer, reply.intents[0] if asks else None)


async def _say(update: Update, context: Context, answer: Answer, asked: Intent | None = None) -> None:
    """Say an answer in a private chat, and its picture after it; of what was `asked` it is told whether it helped."""
    message = message_of(update)
    rows = [feedback_row(services(context), asked, answer.language)] if asked else []
    await talk.reply(context, message, answer_shown(answer, rows))
    picture = services(context).pictures.get(answer.picture, answer.language) if answer.picture else None
    if picture is not None:
        await talk.picture(context, message, picture.file, picture.caption)


async def _opened(said: Utterance, reply: Reply) -> bool:
    """Open a guide or a trouble tree straight away when that alone was asked for; a tree where the first open question is."""
    if len(reply.intents) != 1:
        return False
    parts, tree = said.parts, reply.intents[0].tree
    if tree in parts.content.trouble:
        press, first = opened_by(said, tree)
        screen = trouble_shown(parts.content, press.tree, press.node, press.language, press.program)
        await show(said.update, said.context, after(screen, first) if first else screen)
        return True
    return await open_intent(said.update, said.context, reply.intents[0], reply.language)


async def open_intent(update: Update, context: Context, intent: Intent, language: str) -> bool:
    """Open what an intent leads to, if it is a guide or a trouble tree; tell whether it is one."""
    content = services(context).content
    if intent.topic == _WHICH:
        await show(update, context, screens.choose_device(content, language, intent.subject))
        return True
    if intent.topic == "setup":
        await start_program(update, context, intent.program, intent.subject, language)
        return True
    if intent.tree in content.trouble:
        await show(update, context, trouble_shown(content, intent.tree, "", language))
        return True
    return False


async def answer_intent(update: Update, context: Context, intent: Intent, language: str) -> None:
    """Answer an intent that a button or a command names, in a private chat.

    Raises:
        KeyError: there is nothing of that name any more.
    """
    parts = services(context)
    if await open_intent(update, context, intent, language):
        return
    answer = parts.assistant.answer(intent, language)
    if answer is None:
        raise KeyError(intent.key)
    await parts.conversation.remember_intent(who_of(update), intent, language)
    await _say(update, context, answer, intent)
    parts.statistics.count(f"topic:{label_of(intent)}")
