"""Messages with text: in a private chat all of them, in a group those meant for the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.groups.addressing import asked_text
from handlers.groups.membership import left_foreign_group
from handlers.groups.questions import answer_in_group
from handlers.guides.steering import steered
from handlers.guides.typed import acted_in_guide
from handlers.labels import pressed_by_label
from handlers.named import Named, named_choice
from handlers.of_update import message_of, who_of
from handlers.passwords import helped_to_delete, warned_of_password
from handlers.questions import answer_text
from handlers.services import services
from handlers.utterance import Utterance

if TYPE_CHECKING:
    from telegram import Update

    from handlers.services import Context


async def on_text(update: Update, context: Context) -> None:
    """Answer a message with text, if it is for the bot."""
    message = message_of(update)
    asked = asked_text(message, context.bot.id, context.bot.username)
    if asked is None:
        return
    if message.chat.type != message.chat.PRIVATE:
        if await left_foreign_group(context, message):
            return
        await answer_in_group(update, context, message, asked)
    else:
        recalled = await services(context).conversation.recall(who_of(update))
        await _in_private(Utterance(update, context, asked.text, recalled))


async def _in_private(said: Utterance) -> None:
    """Take words for the choice that is open, else for the guide that is open, else for a question."""
    if await warned_of_password(said) or await helped_to_delete(said) or await steered(said):
        return
    named = await named_choice(said)
    if named is Named.DONE:
        return
    if named is Named.ELSE:
        await said.parts.conversation.set_choice_aside(who_of(said.update), said.recalled)
    if await pressed_by_label(said):
        return
    if named in (Named.ELSE, Named.BESIDE) or not await acted_in_guide(said):
        await answer_text(said)
