"""Private messages that are no text: pictures, voice, stickers. What they ask in words is answered, and the place is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import talk
from handlers.acting import shown_again
from handlers.buttons import PressSimple, Simple
from handlers.guides.dialogue import open_page, show, walk_to
from handlers.menu import menu, menu_button
from handlers.of_update import client_language, message_of, who_of
from handlers.passwords import warned_of_password
from handlers.questions import answer_text
from handlers.render import after, button, shown
from handlers.services import services
from handlers.utterance import Utterance

if TYPE_CHECKING:
    from telegram import Message, Update

    from assistant.assistant import Reply
    from handlers.conversation import Recalled
    from handlers.services import Context

_PICTURES = ("image/", "video/", "application/pdf")


async def on_other(update: Update, context: Context) -> None:
    """Answer a message that is no text: its caption, where that names what it is about, else ask for the wording.

    Of an album each photo is a message of its own (Bot API, Message.media_group_id): one of them is answered.
    """
    message = message_of(update)
    parts, caption, album = services(context), message.caption or "", message.media_group_id
    is_another = album is not None and not await parts.pace.claim_album(message.chat_id, album, message.message_id)
    recalled = await parts.conversation.recall(who_of(update))
    if caption:
        said = Utterance(update, context, caption, recalled)
        if await warned_of_password(said):
            return
        reply = parts.assistant.ask(caption, client_language=client_language(update))
        if reply.answered and _says_what(reply):
            await answer_text(said)
            return
    if is_another:
        return
    language = parts.assistant.language_for(caption, client_language(update), recalled.last)
    await _ask_for_words(update, context, recalled, _words_for(message), language)


async def _ask_for_words(update: Update, context: Context, recalled: Recalled, words: str, language: str) -> None:
    """Say that only text can be read, and show the step or the question once more at which that happened."""
    parts, opened = services(context), recalled.guide
    here = "text_here" if words == "only_text" else words
    choice = await shown_again(update, context, recalled.choosing) if recalled.choosing is not None else None
    if choice is not None and recalled.choosing is not None:
        await show(update, context, after(choice, parts.word(here, recalled.choosing.language)))
        return
    walk = walk_to(parts, opened.place, opened.language) if opened is not None and opened.is_fresh else None
    if walk is not None and opened is not None:
        await open_page(update, context, walk, opened.place.number, before=parts.word(here, walk.language))
        return
    if words == "only_text":
        await talk.reply(context, message_of(update), menu(parts.content, language, words))
        return
    trouble = button(parts.word("menu_trouble", language), PressSimple(Simple.TROUBLES, language))
    rows = [[*([trouble] if parts.content.trouble else []), menu_button(parts.content, language)]]
    await talk.reply(context, message_of(update), shown(parts.word(words, language).split("\n\n"), rows))


def _words_for(message: Message) -> str:
    """Give which of the bot's words fit: of a picture its wording is asked for."""
    kind = (message.document.mime_type or "") if message.document is not None else ""
    if message.photo or message.video or message.video_note or kind.startswith(_PICTURES):
        return "picture_unseen"
    return "voice_unheard" if message.voice or message.audio else "only_text"


def _says_what(reply: Reply) -> bool:
    """Whether a caption names what it asks about: 'was bedeutet das' is about what only the picture shows."""
    found = reply.explanation.found
    points_at_it = any((one.kind, one.value) == ("cue", "follow_up") for one in found)  # 'ist das so richtig?'
    names_one = any(one.kind != "cue" and not (one.kind == "topic" and points_at_it) for one in found)
    return names_one or any(intent.tree for intent in reply.intents)
