"""May the bot do this here? Chats, topics and messages found by a call's arguments, or Telegram's refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.errors import bad_request, forbidden

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments
    from playground.state import Chat, Json, World

_GENERAL_TOPIC = 1


def readable_chat(world: World, arguments: Arguments) -> Chat:
    """Give the chat that the bot is in."""
    chat = world.chat(arguments.text("chat_id"))
    if chat.blocked and chat.kind != "private":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    return chat


def peopled_chat(world: World, arguments: Arguments) -> Chat:
    """Give the chat whose members the bot may see: a group that became a supergroup has none any more."""
    chat = readable_chat(world, arguments)
    if chat.migrated_to:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    return chat


def writable_chat(world: World, arguments: Arguments) -> Chat:
    """Give the chat that the bot may write to."""
    chat = peopled_chat(world, arguments)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def topic(chat: Chat, arguments: Arguments) -> int:
    """Give the forum topic that a call names, or 0."""
    thread = arguments.number("message_thread_id")
    if not thread:
        return 0
    if thread not in chat.topics or thread == _GENERAL_TOPIC:
        raise bad_request("message thread not found")
    return thread


def message(chat: Chat, message_id: int, purpose: str) -> Json:
    """Give a message of a chat; `purpose` is Telegram's word, such as "message to edit"."""
    if message_id not in chat.messages:
        raise bad_request(f"{purpose} not found")
    return chat.messages[message_id]


def replied(chat: Chat, arguments: Arguments) -> Json:
    """Give `reply_to_message` and `quote` for a new message (https://core.telegram.org/bots/api#replyparameters)."""
    reply = arguments.object("reply_parameters", "reply parameters")
    wanted: int = int(reply.get("message_id") or 0) if reply else arguments.number("reply_to_message_id")
    if not wanted and not reply:
        return {}
    original = chat.messages.get(wanted)
    if original is None:
        if reply.get("allow_sending_without_reply") or arguments.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    found: Json = {"reply_to_message": {key: value for key, value in original.items() if key != "reply_to_message"}}
    quote = str(reply.get("quote", ""))
    if quote:
        if quote not in str(original.get("text", original.get("caption", ""))):
            raise bad_request("QUOTE_TEXT_INVALID")
        found["quote"] = {"text": quote, "position": 0, "is_manual": True}
    return found
