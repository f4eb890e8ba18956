"""Coming into a group, leaving it, moving with it; and `/answers`, the administrators' choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ChatMember, Message
from telegram.constants import ChatType
from telegram.error import TelegramError

from handlers import talk
from handlers.group_settings import Mode
from handlers.render import shown
from handlers.services import client_language, services

if TYPE_CHECKING:
    from telegram import Update

    from handlers.services import Context

_IN = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED)
_ADMINS = (ChatMember.ADMINISTRATOR, ChatMember.OWNER)


async def on_membership(update: Update, context: Context) -> None:
    """Greet a group the bot was added to, leave one it must not be in, forget one it was removed from."""
    change = update.my_chat_member
    if change is None or change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
        return
    parts = services(context)
    was_in, is_in = (member.status in _IN for member in (change.old_chat_member, change.new_chat_member))
    if not is_in:
        await parts.groups.forget(change.chat.id)
        return
    if was_in:
        return
    language = parts.assistant.language_for("", client_language(update))
    if not parts.groups.is_ours(change.chat.id):
        goodbye = parts.word("group_not_ours", language, club=parts.content.club.name)
        await talk.say(context, change.chat.id, shown([goodbye]))
        await context.bot.leave_chat(change.chat.id)
        return
    words = [parts.word("group_hello", language)]
    reads_all = context.bot.bot.can_read_all_group_messages or change.new_chat_member.status in _ADMINS
    if not reads_all:
        words.append(parts.word("group_hello_cannot_read", language))
    await talk.say(context, change.chat.id, shown(words))


async def on_migration(update: Update, context: Context) -> None:
    """Take the choice along when a group becomes a supergroup (Bot API, Message.migrate_to_chat_id)."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        await services(context).groups.move(message.chat_id, message.migrate_to_chat_id)


async def leave_foreign_group(context: Context, message: Message) -> bool:
    """Leave a group the operator did not name; tell whether it is one."""
    if services(context).groups.is_ours(message.chat_id):
        return False
    try:
        await context.bot.leave_chat(message.chat_id)
    except TelegramError:
        return True
    return True


async def answers_command(context: Context, message: Message, wanted: str, language: str) -> None:
    """Show when the bot answers in this group, or let an administrator change it."""
    parts = services(context)
    if wanted not in set(Mode):
        mode = await parts.groups.mode(message.chat_id)
        text = parts.word("answers_now", language, mode=parts.word(f"answers_{mode}", language))
    elif not await _is_admin(context, message):
        text = parts.word("answers_admins_only", language)
    else:
        await parts.groups.choose(message.chat_id, Mode(wanted))
        text = parts.word("answers_set", language, mode=parts.word(f"answers_{wanted}", language))
    await talk.reply(context, message, shown([text]))


async def _is_admin(context: Context, message: Message) -> bool:
    """Whether an administrator sent it; an anonymous one speaks as the group itself. Asked anew every time."""
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat_id
    if message.from_user is None:
        return False
    try:
        member = await context.bot.get_chat_member(message.chat_id, message.from_user.id)
    except TelegramError:
        return False
    return member.status in _ADMINS
