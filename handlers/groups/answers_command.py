"""`/answers`: what the administrators of a group choose, and what everybody there may see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers import talk
from handlers.groups.rights import is_admin, may_delete, reads_everything
from handlers.groups.settings import Choice, Mode
from handlers.maintainers.people import is_from_maintainer
from handlers.render import shown
from handlers.services import services, who_of

if TYPE_CHECKING:
    from telegram import Chat, Message, Update

    from handlers.services import Context

_TIDY = {"tidy on": True, "tidy off": False}


async def answers_command(update: Update, context: Context, message: Message, words: list[str], language: str) -> bool:
    """Show what the group has chosen, or let an administrator change it; tell whether the bot spoke."""
    parts, chat = services(context), message.chat
    now = await parts.groups.choice(chat.id)
    wanted = _wanted(now, words)
    if wanted is None:
        paragraphs = await _shown_choice(context, chat, now, language)
        if is_from_maintainer(update, context):
            paragraphs.append(parts.word("answers_group_id", language, id=chat.id))
    elif not await _is_by_admin(context, message):
        paragraphs = [parts.word("answers_admins_only", language)]
    else:
        await parts.groups.choose(chat.id, wanted)
        paragraphs = await _told_choice(context, chat, wanted, words, language)
    if not await parts.pace.may_speak(chat.id, who_of(update).person):
        return False
    await talk.reply(context, message, shown(paragraphs))
    return True


def _wanted(now: Choice, words: list[str]) -> Choice | None:
    """Give the choice that the words ask for; None when they ask for none."""
    if len(words) == 1 and words[0] in set(Mode):
        return replace(now, mode=Mode(words[0]))
    tidy = _TIDY.get(" ".join(words))
    return None if tidy is None else replace(now, tidy=tidy)


async def _shown_choice(context: Context, chat: Chat, now: Choice, language: str) -> list[str]:
    word = services(context).word
    reads = await reads_everything(context, chat)
    mode = now.mode or (Mode.QUESTIONS if reads else Mode.ADDRESSED)
    tidy = word(f"answers_tidy_{'on' if now.tidy else 'off'}", language)
    lines = [word("answers_now", language, mode=word(f"answers_{mode}", language), tidy=tidy)]
    if not reads and mode is not Mode.OFF:
        lines.append(word("group_cannot_read", language))
    return [*lines, word("answers_change", language)]


async def _told_choice(context: Context, chat: Chat, choice: Choice, words: list[str], language: str) -> list[str]:
    word = services(context).word
    if words[0] in set(Mode):
        told = [word("answers_set", language, mode=word(f"answers_{words[0]}", language))]
        if choice.mode is Mode.QUESTIONS and not await reads_everything(context, chat):
            told.append(word("group_cannot_read", language))
        return told
    told = [word(f"answers_tidy_set_{words[1]}", language)]
    if choice.tidy and not await may_delete(context, chat):
        told.append(word("answers_tidy_not_allowed", language))
    return told


async def _is_by_admin(context: Context, message: Message) -> bool:
    """Whether an administrator sent it; an anonymous one speaks as the group itself."""
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat_id
    return message.from_user is not None and await is_admin(context, message.chat_id, message.from_user.id)
