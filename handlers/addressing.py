"""Tells whether a message is for the bot, and what it says to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import MessageEntity

if TYPE_CHECKING:
    from telegram import Message

_MAX_TEXT = 4096


@dataclass(frozen=True)
class Asked:
    """What somebody said where the bot could hear it."""

    text: str
    """Without the mention of the bot."""
    addressed: bool
    """Whether it was said to the bot."""


def asked_text(message: Message, bot_id: int, bot_username: str) -> Asked | None:
    """Give what was said, and whether to the bot; None when it is not for the bot to hear.

    In a private chat everything is said to it. In a group a reply to one of its messages, an @mention or a text
    mention is. Never: messages of bots or through a bot, forwarded ones, posts a channel sends to its group by itself.
    """
    text = (message.text or "")[:_MAX_TEXT]
    if not text or is_from_elsewhere(message):
        return None
    if message.chat.type == message.chat.PRIVATE:
        return Asked(text, addressed=True)
    mentions = [
        part
        for entity, part in message.parse_entities([MessageEntity.MENTION, MessageEntity.TEXT_MENTION]).items()
        if part.lower() == f"@{bot_username}".lower() or (entity.user is not None and entity.user.id == bot_id)
    ]
    for mention in mentions:
        text = text.replace(mention, " ")
    answered = message.reply_to_message
    is_reply = answered is not None and answered.from_user is not None and answered.from_user.id == bot_id
    return Asked(text.strip(), addressed=bool(mentions) or is_reply)


def is_from_elsewhere(message: Message) -> bool:
    """Whether nobody in this chat wrote it for the bot: from a bot, carried over, forwarded, or inline."""
    sender = message.from_user
    # Anonymous administrators and channels speak through Telegram's own bot accounts, with `sender_chat` set.
    is_bot = sender is not None and sender.is_bot and message.sender_chat is None
    is_forwarded = message.forward_origin is not None and message.chat.type != message.chat.PRIVATE
    return is_bot or is_forwarded or message.via_bot is not None or bool(message.is_automatic_forward)
