"""A password in a private chat: a warning, an offer to delete it, and how to. Nothing of it is matched, kept or logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.address import understand_address
from assistant.intent import Intent
from handlers import talk
from handlers.buttons import PressDelete, PressTrouble
from handlers.guides.dialogue import walk_to
from handlers.of_update import client_language, message_of, who_of
from handlers.questions import answer_intent
from handlers.render import button, shown
from handlers.services import services
from handlers.utterance import Utterance

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from assistant.knowledge.models.trouble import Trouble
    from handlers.buttons import Press
    from handlers.conversation import OpenGuide
    from handlers.services import Context, Services

_PASSWORD = "account.password"  # noqa: S105 - the name of a field
_DELETING = Intent(topic="chat_message")
"""What tells how a message is deleted; remembered when one should be."""


async def warned_at_once(update: Update, context: Context) -> bool:
    """Warn if a private message, of which nothing else is looked at yet, seems to give a password away; tell whether it does."""
    message = message_of(update)
    recalled = await services(context).conversation.recall(who_of(update))
    return await warned_of_password(Utterance(update, context, message.text or message.caption or "", recalled))


async def warned_of_password(said: Utterance) -> bool:
    """Warn if a message seems to give a password away; tell whether it does."""
    parts, message = said.parts, message_of(said.update)
    opened, tree = said.recalled.guide, _tree(parts, said.recalled.choosing)
    is_at_one = _is_at_password(parts, opened) or (tree is not None and _is_about_passwords(parts, tree))
    is_helped = tree is not None or (opened is not None and opened.is_fresh)
    may_be_bare = (is_at_one or is_helped) and not _is_nearly_an_address(parts, said.text)
    if not parts.password_guard.gives_away(said.text, asked_for=is_at_one and may_be_bare, expects_words=may_be_bare):
        return False
    # The language is that of the talk before, or the client's: telling it from the text would mean to look at the text again.
    language = parts.assistant.language_for("", client_language(said.update), said.recalled.last)
    press = PressDelete(message.message_id, language)
    warning = shown([parts.word("password_warning", language)], [[button(parts.word("password_delete", language), press)]])
    await talk.reply(said.context, message, warning, to=message.message_id)
    await parts.conversation.remember_intent(who_of(said.update), _DELETING, language)
    return True


async def helped_to_delete(said: Utterance) -> bool:
    """Tell who was just warned how to delete the message: 'wie lösche ich das', 'can you remove it'; tell whether it was so."""
    memory, choices = said.recalled.last, said.parts.choices
    if memory is None or memory.intent != _DELETING or _DELETING.topic not in said.parts.content.topics:
        return False
    is_asked = choices.has(said.text, "removes") and choices.is_made_of(said.text.replace("?", ""), "beside_removes")
    if is_asked:
        await answer_intent(said.update, said.context, _DELETING, said.reply.language)
    return is_asked


def _is_nearly_an_address(parts: Services, text: str) -> bool:
    """Whether it is an address of the club's, or one with a slip: 'erna@kolping-schoenau'."""
    return "@" in text and understand_address(text, parts.content.club.domain, parts.signs).suggestion != ""


def _tree(parts: Services, choosing: Press | None) -> Trouble | None:
    """Give the trouble that is asked about, if one is."""
    return parts.content.trouble.get(choosing.tree) if isinstance(choosing, PressTrouble) else None


def _is_about_passwords(parts: Services, tree: Trouble) -> bool:
    return any(parts.password_guard.speaks_of_one(title) for title in tree.title.root.values())


def _is_at_password(parts: Services, opened: OpenGuide | None) -> bool:
    """Whether the page of the guide that is open tells to type the password, into the mail program."""
    if opened is None or not opened.is_fresh:
        return False
    walk = walk_to(parts, opened.place, opened.language)
    if walk is None or opened.place.number >= walk.last:
        return False
    return any(entry.value == _PASSWORD for entry in walk.steps[opened.place.number].fields)


async def press_delete(context: Context, query: CallbackQuery, press: PressDelete, chat: int) -> None:
    """Delete the message a warning in a private chat is about (Bot API, deleteMessage: within 48 hours)."""
    parts = services(context)
    if not await talk.deleted(context, chat, press.message):
        await talk.toast(query, parts.word("password_cannot_delete", press.language), alert=True)
        return
    await talk.toast(query)
    await talk.rewrite(context, query, shown([parts.word("password_deleted", press.language)]))
