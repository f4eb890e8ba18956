"""Words typed in a guide: a step, an address, or a question, answered before the step comes again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers import talk
from handlers.guides import screens
from handlers.guides.address import take_address
from handlers.guides.dialogue import cancel, guide_is_another, offer_to_go_on, open_page, show, start_program, walk_to
from handlers.guides.trouble import choose_trouble, trouble_shown
from handlers.guides.weighing import is_certain, is_for_assistant, known_trouble, most_likely
from handlers.render import answer_shown
from handlers.services import client_language, services, who_of

if TYPE_CHECKING:
    from telegram import Message, Update

    from assistant.assistant import Memory, Reply
    from assistant.guides import Typed, Walk
    from handlers.conversation import OpenGuide, Recalled
    from handlers.services import Context

_LIKELY_ELSEWHERE = 0.7
"""From where words that no guide waits for are taken for such, if they ask for nothing else: 'die Einrichtung beenden bitte'."""
_ONLY_IN_GUIDES = frozenset({"next", "back", "cancel", "repeat", "restart", "finish"})


@dataclass(frozen=True)
class _Here:
    """Where somebody types."""

    update: Update
    context: Context
    message: Message
    walk: Walk
    opened: OpenGuide


async def typed_in_guide(update: Update, context: Context, message: Message, text: str, recalled: Recalled) -> bool:
    """Act on words typed while a guide is open.

    Returns:
        Whether the message was for the guide; if not, it is a message like any other.
    """
    parts, opened = services(context), recalled.guide
    if opened is None or not opened.is_fresh:
        return False
    meant = parts.typed.understand(text)
    walk = walk_to(parts, opened.place, opened.language)
    if walk is None:
        return await _guide_is_another(update, context, opened, meant, text)
    here = _Here(update, context, message, walk, opened)
    if meant is not None and is_certain(meant):
        await _do(here, meant.intent)
        return True
    if await take_address(update, context, walk, opened.place.number, text):
        return True
    return await _ask_first(here, text, meant, recalled.last)


def _says_little(reply: Reply) -> bool:
    """Tell whether the assistant has nothing to say, or nothing but that it could set up a program."""
    return not reply.answered or all(intent.topic == "setup" and not intent.program for intent in reply.intents)


def _names_no_trouble(reply: Reply, meant: Typed) -> bool:
    """Tell whether somebody says no more than that it does not work, which any of the troubles might be."""
    return all(intent.topic.startswith("trouble:") for intent in reply.intents) and not known_trouble(reply, meant)


async def typed_without_guide(update: Update, context: Context, text: str, reply: Reply) -> bool:
    """Answer a bare 'ok', 'weiter', 'zurück' or 'geht nicht' when no guide is open; tell whether it was one.

    Args:
        update: The message.
        context: Its context.
        text: What was typed.
        reply: What the assistant would say to it.
    """
    parts, language = services(context), reply.language
    if parts.choices.is_content(text):
        await show(update, context, screens.fine(parts.content, language))
        return True
    meant = parts.typed.exactly(text)
    if meant is not None and meant.intent == "fails" and _names_no_trouble(reply, meant):
        await show(update, context, choose_trouble(parts.content, language))
        return True
    if meant is None and _says_little(reply):
        likely = parts.typed.understand(text)
        meant = likely if likely is not None and likely.score >= _LIKELY_ELSEWHERE else None
    if meant is None or meant.intent not in _ONLY_IN_GUIDES:
        return False
    if meant.intent == "cancel" or not await offer_to_go_on(update, context, language):
        none = parts.word("guide_none_running", language)
        await show(update, context, screens.choose_program(parts.content, language, none))
    return True


async def _guide_is_another(update: Update, context: Context, opened: OpenGuide, meant: Typed | None, text: str) -> bool:
    """Say that the guide was changed, if the words were for it and ask nothing."""
    if meant is None or not meant.is_sure:
        return False
    reply = services(context).assistant.ask(text, client_language=client_language(update))
    if not is_certain(meant) and is_for_assistant(reply, meant, opened.place.program):
        return False
    if meant.intent == "cancel":
        await cancel(update, context, opened, opened.language)
    else:
        await guide_is_another(update, context, opened.place, opened.language)
    return True


async def _ask_first(here: _Here, text: str, meant: Typed | None, memory: Memory | None) -> bool:
    """Let the assistant answer what is a question; else do what the words most likely mean."""
    parts, who = services(here.context), who_of(here.update)
    reply = parts.assistant.ask(text, client_language=client_language(here.update), memory=memory)
    if not is_for_assistant(reply, meant, here.walk.program, asks="?" in text):
        await _do(here, most_likely(meant), known_trouble(reply, meant))
        return True
    if any(intent.topic == "setup" or intent.topic.startswith("trouble:") for intent in reply.intents):
        return False
    await parts.conversation.remember(who, reply.memory)
    if reply.answer is not None:
        await talk.reply(here.context, here.message, answer_shown(reply.answer))
    await _show_page(here, here.opened.place.number, "guide_back_to_step")
    return True


async def _show_page(here: _Here, number: int, words: str = "") -> None:
    before = services(here.context).word(words, here.walk.language) if words else ""
    await open_page(here.update, here.context, here.walk, number, before=before)


async def _do(here: _Here, intent: str, trouble: str = "") -> None:
    """Do what typed words mean on this page; at the end of a guide some mean something else.

    Args:
        here: Where they were typed.
        intent: What they mean.
        trouble: What does not work, if it was named.
    """
    walk, number = here.walk, here.opened.place.number
    goes = _TURNS_AT_END if number == walk.last else _TURNS
    match goes.get(intent, intent):
        case "cancel":
            await cancel(here.update, here.context, here.opened, walk.language)
        case "restart":
            await start_program(here.update, here.context, walk.program, walk.protocol, walk.language, is_introduced=True)
        case "works":
            await _finish_well(here)
        case "fails":
            await _finish_badly(here, trouble)
        case "help":
            await _show_page(here, number, "guide_typed_help")
        case int(turn) if number + turn < 0:
            await _show_page(here, number, "guide_first_step")
        case int(turn):
            await _show_page(here, min(number + turn, walk.last))


_TO_END = 100
_TURNS: dict[str, int | str] = {
    "next": 1,
    "start": 1,
    "works": 1,
    "back": -1,
    "repeat": 0,
    "done": _TO_END,
    "finish": _TO_END,
}
"""By how many pages words turn."""
_TURNS_AT_END: dict[str, int | str] = {
    "back": -1,
    "repeat": 0,
    "next": 0,
    "start": 0,
    "finish": 0,
    "done": "works",
}


async def _finish_well(here: _Here) -> None:
    parts, who = services(here.context), who_of(here.update)
    await talk.remove_buttons(here.context, who.chat, here.opened.message)
    await parts.conversation.close_guide(who)
    await show(here.update, here.context, screens.done(parts.content, here.opened.language))
    parts.statistics.count(f"works:{here.walk.program}.{here.walk.protocol}")


async def _finish_badly(here: _Here, trouble: str) -> None:
    content, language = services(here.context).content, here.opened.language
    screen = trouble_shown(content, trouble, "", language) if trouble in content.trouble else choose_trouble(content, language)
    await show(here.update, here.context, screen)
