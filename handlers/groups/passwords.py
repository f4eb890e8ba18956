"""A password said in a group, to the bot or to nobody: it is deleted where the bot may, and its writer told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import talk
from handlers.groups.rights import may_delete
from handlers.of_update import client_language, who_of
from handlers.render import shown
from handlers.services import services

if TYPE_CHECKING:
    from telegram import Message, Update

    from handlers.groups.addressing import Asked
    from handlers.services import Context


async def warned_in_group(update: Update, context: Context, message: Message, asked: Asked) -> bool:
    """Delete a message that gives a password away, or tell its writer to; tell whether it does."""
    parts = services(context)
    if not parts.password_guard.gives_away(asked.text, overheard=not asked.addressed):
        return False
    given_away = asked.to or message.message_id
    is_deleted = await may_delete(context, message.chat) and await talk.deleted(context, message.chat_id, given_away)
    if await parts.pace.take_turn(message.chat_id, who_of(update).person, update.update_id):
        # Telling the language from the text would mean to look at the text again.
        language = parts.assistant.language_for("", client_language(update))
        word = "password_deleted_in_group" if is_deleted else "password_in_group"
        await talk.reply(context, message, shown([parts.word(word, language)]), to=asked.to)
    return True
