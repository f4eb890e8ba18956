"""What the bot and others may do in a group. Asked of Telegram anew every time: rights are taken away, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ChatMember, ChatMemberAdministrator
from telegram.error import TelegramError

if TYPE_CHECKING:
    from telegram import Chat

    from handlers.services import Context

_ADMINS = (ChatMember.ADMINISTRATOR, ChatMember.OWNER)


async def reads_everything(context: Context, chat: Chat) -> bool:
    """Whether the bot hears what is not addressed to it: privacy mode is off, or it is an administrator here."""
    try:
        if (await context.bot.get_me()).can_read_all_group_messages:
            return True
        return (await context.bot.get_chat_member(chat.id, context.bot.id)).status in _ADMINS
    except TelegramError:
        return False


async def may_delete(context: Context, chat: Chat) -> bool:
    """Whether the bot may delete what others wrote (Bot API, deleteMessage)."""
    try:
        myself = await context.bot.get_chat_member(chat.id, context.bot.id)
    except TelegramError:
        return False
    return isinstance(myself, ChatMemberAdministrator) and myself.can_delete_messages


async def is_admin(context: Context, chat: int, person: int) -> bool:
    """Whether somebody is an administrator of a group."""
    try:
        member = await context.bot.get_chat_member(chat, person)
    except TelegramError:
        return False
    return member.status in _ADMINS
