"""Sending messages and showing that the bot is at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.errors import bad_request
from playground.methods.access import message, readable_chat, replied, topic, writable_chat
from playground.methods.files import document, photo
from playground.methods.keyboards import checked_keyboard
from playground.methods.texts import checked_caption, checked_text

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import Json, World

_CHAT_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
_CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document")


def send_message(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#sendmessage."""
    return _sent(world, arguments, {**checked_text(arguments), **checked_keyboard(arguments)})


def send_document(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#senddocument."""
    content = {**checked_caption(arguments), **checked_keyboard(arguments)}
    return _sent(world, arguments, {"document": document(world, arguments), **content})


def send_photo(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#sendphoto."""
    content = {**checked_caption(arguments), **checked_keyboard(arguments)}
    return _sent(world, arguments, {"photo": photo(world, arguments), **content})


def copy_message(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#copymessage."""
    source = message(world.chat(arguments.text("from_chat_id")), arguments.number("message_id"), "message to copy")
    content = {key: source[key] for key in _CONTENT if key in source}
    return {"message_id": _sent(world, arguments, {**content, **checked_keyboard(arguments)})["message_id"]}


def forward_message(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#forwardmessage."""
    source = message(world.chat(arguments.text("from_chat_id")), arguments.number("message_id"), "message to forward")
    content = {key: source[key] for key in _CONTENT if key in source}
    origin = {"type": "user", "sender_user": source["from"], "date": source["date"]}
    return _sent(world, arguments, {**content, "forward_origin": origin})


def send_chat_action(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#sendchataction."""
    chat = writable_chat(world, arguments)
    if arguments.text("action") not in _CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    thread = topic(chat, arguments)
    world.event("action", chat_id=chat.id, action=arguments.text("action"), thread=thread)
    return True


def set_message_reaction(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#setmessagereaction: one emoji at most for a bot."""
    chat = readable_chat(world, arguments)
    target = message(chat, arguments.number("message_id"), "message to react")
    reactions = arguments.list("reaction", "ReactionType")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    world.event("reaction", chat_id=chat.id, message_id=target["message_id"], reactions=reactions)
    return True


def _sent(world: World, arguments: Arguments, content: Json) -> Json:
    chat = writable_chat(world, arguments)
    thread, reply = topic(chat, arguments), replied(chat, arguments)
    original = reply.get("reply_to_message", {})
    # An answer to a message in a topic stays in that topic.
    if not thread and original.get("is_topic_message"):
        thread = original["message_thread_id"]
    new: Json = {
        "message_id": world.next_message_id(chat.id),
        "date": int(world.clock()),
        "chat": chat.json,
        "from": world.bot,
        **content,
        **reply,
    }
    if thread:
        new |= {"message_thread_id": thread, "is_topic_message": True}
    chat.messages[new["message_id"]] = new
    world.event("message", chat_id=chat.id, message=new, silent=arguments.flag("disable_notification"))
    return new


METHODS: dict[str, Method] = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "copymessage": copy_message,
    "forwardmessage": forward_message,
    "sendchataction": send_chat_action,
    "setmessagereaction": set_message_reaction,
}
