"""A password in the chat: a warning and an offer to delete it. Nothing of it is matched, kept or logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Message
from telegram.error import BadRequest, Forbidden

from handlers import talk
from handlers.buttons import PressDelete, PressTrouble
from handlers.guides.dialogue import walk_to
from handlers.render import button, shown
from handlers.services import client_language, services

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from assistant.knowledge.models.trouble import Trouble
    from handlers.buttons import Press
    from handlers.conversation import OpenGuide, Recalled
    from handlers.services import Context, Services

_PASSWORD = "account.password"  # noqa: S105 - the name of a field


async def warned_of_password(update: Update, context: Context, message: Message, text: str, recalled: Recalled | None) -> bool:
    """Warn if a message seems to give a password away; tell whether it does.

    Args:
        update: The message.
        context: PTB's.
        message: The same.
        text: What it says.
        recalled: What is remembered of its author: the guide and the trouble they are in; None where that does not count.
    """
    parts = services(context)
    opened, tree = (recalled.guide, _tree(parts, recalled.choosing)) if recalled is not None else (None, None)
    is_at_one = _is_at_password(parts, opened) or (tree is not None and _is_about_passwords(parts, tree))
    is_helped = tree is not None or (opened is not None and opened.is_fresh)
    if not parts.password_guard.gives_away(text, asked_for=is_at_one, expects_words=is_helped):
        return False
    # The language is that of the talk before, or the client's: telling it from the text would mean to look at the text again.
    language = parts.assistant.language_for("", client_language(update), recalled.last if recalled is not None else None)
    press = PressDelete(message.message_id, language)
    warning = shown([parts.word("password_warning", language)], [[button(parts.word("password_delete", language), press)]])
    await talk.reply(context, message, warning, to=message.message_id)
    return True


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


async def press_delete(context: Context, query: CallbackQuery, press: PressDelete) -> None:
    """Delete the message a warning is about, for the person who wrote it (Bot API, deleteMessage: within 48 hours)."""
    parts, warning = services(context), query.message
    language = press.language if press.language in parts.content.languages else parts.content.languages[0]
    original = warning.reply_to_message if isinstance(warning, Message) else None
    if warning is None:
        await talk.toast(query)
        return
    is_private = warning.chat.type == warning.chat.PRIVATE
    is_author = original is not None and original.from_user is not None and original.from_user.id == query.from_user.id
    if not is_private and not (is_author and original is not None and original.message_id == press.message):
        await talk.toast(query, parts.word("password_not_yours", language))
        return
    try:
        await context.bot.delete_message(warning.chat.id, press.message)
    except (BadRequest, Forbidden):
        await talk.toast(query, parts.word("password_cannot_delete", language), alert=True)
        return
    await talk.toast(query)
    await talk.rewrite(context, query, shown([parts.word("password_deleted", language)]))
