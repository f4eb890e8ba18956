"""`/answers`: what the administrators of a group choose, and what everybody there may see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.folding import fold
from handlers import talk
from handlers.groups.rights import is_admin, may_delete, reads_everything
from handlers.groups.settings import Choice, Mode
from handlers.maintainers.people import is_from_maintainer
from handlers.of_update import who_of
from handlers.render import shown
from handlers.services import services

if TYPE_CHECKING:
    from telegram import Chat, Message, Update

    from assistant.knowledge.models.content import Content
    from handlers.services import Context

_TIDY, _YES, _NO = "tidy", "yes", "no"


async def answers_command(update: Update, context: Context, message: Message, words: list[str], language: str) -> bool:
    """Show what the group has chosen, or let an administrator change it; tell whether the bot spoke."""
    parts, chat = services(context), message.chat
    now = await parts.groups.choice(chat.id)
    if now is None:  # then nothing can be changed either: the rest of the row would be lost
        told = [parts.word("answers_unknown", language)]
    else:
        told = await _told(update, context, message, now, words, language)
    if not await parts.pace.take_turn(chat.id, who_of(update).person, update.update_id):
        return False
    await talk.reply(context, message, shown(told))
    return True


async def _told(update: Update, context: Context, message: Message, now: Choice, words: list[str], language: str) -> list[str]:
    """Give what there is to say where it is known what the group has chosen; what an administrator wants is done by then."""
    parts, chat = services(context), message.chat
    wanted = _wanted(parts.content, now, words)
    if wanted is None:
        paragraphs = await _shown_choice(context, chat, now, language)
        if words:
            paragraphs = [parts.word("answers_not_understood", language), *paragraphs]
        if is_from_maintainer(update, context):
            paragraphs.append(parts.word("answers_group_id", language, id=chat.id))
        return paragraphs
    if not await _is_by_admin(context, message):
        return [parts.word("answers_admins_only", language)]
    is_tidy = len(words) > 1
    if wanted.tidy and is_tidy and not await may_delete(context, chat):
        return [parts.word("answers_tidy_not_allowed", language, **_options(parts.content, language))]
    await parts.groups.choose(chat.id, wanted)
    return await _told_choice(context, chat, wanted, language, is_tidy=is_tidy)


def _wanted(content: Content, now: Choice, words: list[str]) -> Choice | None:
    """Give the choice that the words ask for, in any language; None when they ask for none."""
    match [fold(word) for word in words]:
        case [said]:
            mode = next((mode for mode in Mode if said in _ways_to_say(content, mode)), None)
            return replace(now, mode=mode) if mode else None
        case [said, answer] if said in _ways_to_say(content, _TIDY):
            if answer in _ways_to_say(content, _YES):
                return replace(now, tidy=True)
            if answer in _ways_to_say(content, _NO):
                return replace(now, tidy=False)
    return None


def _ways_to_say(content: Content, option: str) -> set[str]:
    text = content.words.root.get(f"answers_option_{option}")
    forms = ",".join(text.root.values()).split(",") if text else []
    return {option, *(fold(form.strip()) for form in forms)}


def _options(content: Content, language: str) -> dict[str, str]:
    """Give each option as it is best said in a language: the first of its forms."""
    return {
        name: content.word(f"answers_option_{name}", language).partition(",")[0] for name in (*map(str, Mode), _TIDY, _YES, _NO)
    }


async def _shown_choice(context: Context, chat: Chat, now: Choice, language: str) -> list[str]:
    parts = services(context)
    reads = await reads_everything(context, chat)
    mode, options = now.mode or (Mode.QUESTIONS if reads else Mode.ADDRESSED), _options(parts.content, language)
    tidy = parts.word(f"answers_tidy_{'on' if now.tidy else 'off'}", language)
    lines = [parts.word("answers_now", language, mode=parts.word(f"answers_{mode}", language), tidy=tidy)]
    if not reads and mode is not Mode.OFF:
        lines.append(parts.word("group_cannot_read", language))
    if now.tidy and not await may_delete(context, chat):
        lines.append(parts.word("answers_tidy_not_allowed", language, **options))
    return [*lines, parts.word("answers_change", language, **options)]


async def _told_choice(context: Context, chat: Chat, choice: Choice, language: str, *, is_tidy: bool) -> list[str]:
    word = services(context).word
    if is_tidy:
        return [word(f"answers_tidy_set_{'on' if choice.tidy else 'off'}", language)]
    told = [word("answers_set", language, mode=word(f"answers_{choice.mode}", language))]
    if choice.mode is Mode.QUESTIONS and not await reads_everything(context, chat):
        told.append(word("group_cannot_read", language))
    return told


async def _is_by_admin(context: Context, message: Message) -> bool:
    """Whether an administrator sent it; an anonymous one speaks as the group itself."""
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat_id
    return message.from_user is not None and await is_admin(context, message.chat_id, message.from_user.id)
