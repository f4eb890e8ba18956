"""Tells whether a message is for the bot, and what it says to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import MessageEntity
from telegram.constants import MessageLimit

if TYPE_CHECKING:
    from telegram import Message

_MAX_TEXT = int(MessageLimit.MAX_TEXT_LENGTH)
_MENTIONS: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]


@dataclass(frozen=True)
class Asked:
    """What somebody said where the bot could hear it."""

    text: str
    """Without the mention of the bot; empty when it was only called."""
    addressed: bool
    """Whether it was said to the bot."""
    to_somebody: bool = False
    """Whether it names somebody of the group, and not the bot."""
    in_passing: bool = False
    """Whether it only stands below one of the bot's messages, without its name."""
    to: int = 0
    """The message that the bot was called to answer, when it is somebody else's; its text is the one above."""


def asked_text(message: Message, bot_id: int, bot_username: str) -> Asked | None:
    """Give what was said, and whether to the bot; None when it is not for the bot to hear.

    In a private chat everything is said to it. In a group a reply to one of its messages, an @mention or a text
    mention is. A mention alone, as a reply to somebody, asks the bot to answer them. Never: messages of bots or through
    a bot, forwarded ones, posts a channel sends to its group by itself.
    """
    text = _words_of(message)
    if not text or is_from_elsewhere(message):
        return None
    if message.chat.type == message.chat.PRIVATE:
        return Asked(text, addressed=True)
    entities = message.parse_entities(_MENTIONS) if message.text else message.parse_caption_entities(_MENTIONS)
    mentions = [
        part
        for entity, part in entities.items()
        if part.lower() == f"@{bot_username}".lower() or (entity.user is not None and entity.user.id == bot_id)
    ]
    for mention in mentions:
        text = text.replace(mention, " ")
    text = text.strip()
    answered = message.reply_to_message
    is_reply = answered is not None and answered.from_user is not None and answered.from_user.id == bot_id
    is_addressed = bool(mentions) or is_reply
    if mentions and not text and answered is not None and is_somebodys(answered) and _words_of(answered):
        return Asked(_words_of(answered), addressed=True, to=answered.message_id)
    to_somebody = bool(entities) and not is_addressed
    return Asked(text, is_addressed, to_somebody, in_passing=is_reply and not mentions)


def is_from_elsewhere(message: Message) -> bool:
    """Whether nobody in this chat wrote it for the bot: from a bot, carried over, forwarded, or inline."""
    is_forwarded = message.forward_origin is not None and message.chat.type != message.chat.PRIVATE
    return _is_bots(message) or is_forwarded or message.via_bot is not None or bool(message.is_automatic_forward)


def is_somebodys(message: Message) -> bool:
    """Whether somebody in this chat wrote it, so that it can be answered; in forums the first message of a topic is nobody's."""
    return not _is_bots(message) and message.forum_topic_created is None


def _is_bots(message: Message) -> bool:
    # Anonymous administrators and channels speak through Telegram's own bot accounts, with `sender_chat` set.
    return message.from_user is not None and message.from_user.is_bot and message.sender_chat is None


def _words_of(message: Message) -> str:
    return (message.text or message.caption or "")[:_MAX_TEXT]
