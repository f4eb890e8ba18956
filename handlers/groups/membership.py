"""Coming into a group, leaving it, moving with it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, cast

from telegram import ChatMember, ChatMemberRestricted
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from handlers import talk
from handlers.groups.rights import reads_everything
from handlers.of_update import client_language, message_of
from handlers.render import shown
from handlers.services import services

if TYPE_CHECKING:
    from telegram import Chat, ChatMemberUpdated, Message, Update

    from handlers.services import Context

_LOG = logging.getLogger(__name__)
_LOOKS, _BETWEEN_LOOKS = 4, 0.4
"""Times and seconds."""
_IN = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)


async def on_membership(update: Update, context: Context) -> None:
    """Greet a group the bot was added to, forget one it was removed from; one it must not be in is left later on."""
    change = cast("ChatMemberUpdated", update.my_chat_member)
    if change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
        return
    parts = services(context)
    was_in, is_in = (_is_in(member) for member in (change.old_chat_member, change.new_chat_member))
    if not is_in:
        await parts.groups.forget(change.chat.id)
        return
    if was_in or not await parts.groups.is_ours(change.chat.id) or await _has_moved(context, change.chat):
        return
    language = parts.assistant.language_for("", client_language(update))
    _LOG.info("Added to group %d.", change.chat.id)
    words = [parts.word("group_hello", language)]
    if not await reads_everything(context, change.chat):
        words.append(parts.word("group_cannot_read", language))
    await talk.say(context, change.chat.id, shown(words))


def _is_in(member: ChatMember) -> bool:
    """Whether somebody is in a group; who is restricted may have been removed besides (Bot API, ChatMemberRestricted)."""
    return member.is_member if isinstance(member, ChatMemberRestricted) else member.status in _IN


async def _has_moved(context: Context, chat: Chat) -> bool:
    """Whether a group has only become a supergroup: that tells of the bot's coming, too (tdlib/telegram-bot-api#266).

    What tells the old group's side of it may be handled at the same time, so it is waited for: else it would greet again.
    """
    if chat.type != ChatType.SUPERGROUP:
        return False
    for _ in range(_LOOKS):
        if await services(context).groups.has_moved(chat.id):
            return True
        await asyncio.sleep(_BETWEEN_LOOKS)
    return False


async def on_migration(update: Update, context: Context) -> None:
    """Take everything along when a group becomes a supergroup; both chats tell it (Bot API, Message.migrate_to_chat_id)."""
    message = message_of(update)
    old = message.migrate_from_chat_id or message.chat_id
    new = message.migrate_to_chat_id or message.chat_id
    await services(context).groups.move(old, new)


async def on_joining(update: Update, context: Context) -> None:
    """See whether a group that the bot has just come into is a foreign one."""
    message = message_of(update)
    if any(member.id == context.bot.id for member in message.new_chat_members):
        await left_foreign_group(context, message)


async def left_foreign_group(context: Context, message: Message) -> bool:
    """Leave a group the operator did not name; tell whether it may be one, so that nothing else is said there.

    Only a message tells for certain. That the bot has come may mean as well that one of the named groups became a supergroup, and
    the first message there says so (`on_migration`); where that may be lost, Telegram is asked. Where the store is away, nobody
    knows: leaving cannot be undone.
    """
    parts = services(context)
    is_ours = await parts.groups.is_ours(message.chat_id)
    if is_ours is False and message.chat.type == ChatType.SUPERGROUP:
        is_ours = await _was_ours(context, message.chat_id)
    if is_ours is False:
        sender = message.from_user
        await _leave(context, message.chat_id, parts.assistant.language_for("", (sender and sender.language_code) or ""))
    return not is_ours


async def _was_ours(context: Context, chat: int) -> bool | None:
    """Whether a supergroup was a named group before; None: Telegram does not tell just now.

    Asked for the members of a group that has moved, it says where to (telegram-bot-api, `check_chat_access`); `getChat` does not.
    """
    groups = services(context).groups
    for group in groups.may_have_moved:
        try:
            await context.bot.get_chat_member_count(group)
        except ChatMigrated as error:
            if error.new_chat_id == chat:
                await groups.move(group, chat)
                return True
        except (BadRequest, Forbidden):
            continue  # the bot is not there
        except TelegramError:
            return None
    return False


async def _leave(context: Context, chat: int, language: str) -> None:
    """Leave a group with one sentence; where the bot may not speak, without it."""
    parts = services(context)
    _LOG.warning("Leaving group %d, which ALLOWED_GROUPS does not name; add it there to let the bot stay.", chat)
    try:
        await talk.say(context, chat, shown([parts.word("group_not_ours", language, club=parts.content.club.name)]))
    except TelegramError as error:
        _LOG.info("No word of farewell could be said (%s).", type(error).__name__)
    try:
        await context.bot.leave_chat(chat)
    except TelegramError as error:
        _LOG.info("The group could not be left (%s).", type(error).__name__)
