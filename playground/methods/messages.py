"""Sending, editing and deleting messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.errors import RefusalError, bad_request
from playground.methods.checks import checked_caption, checked_keyboard, checked_text

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import Chat, Json, World

_CHAT_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


def send_message(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#sendmessage."""
    return _sent(world, arguments, {**checked_text(arguments), **checked_keyboard(arguments)})


def send_document(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#senddocument."""
    name, content = _upload(arguments, "document")
    file_id = _stored(world, name, content)
    document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(content)}
    return _sent(world, arguments, {"document": document, **checked_caption(arguments), **checked_keyboard(arguments)})


def send_photo(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#sendphoto."""
    known = arguments.text("photo")
    if known in world.files:
        file_id, content = known, world.files[known][1]
    else:
        name, content = _upload(arguments, "photo")
        file_id = _stored(world, name, content)
    photo = [{"file_id": file_id, "file_unique_id": file_id, "width": 1280, "height": 1280, "file_size": len(content)}]
    return _sent(world, arguments, {"photo": photo, **checked_caption(arguments), **checked_keyboard(arguments)})


def edit_message_text(world: World, arguments: Arguments) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagetext."""
    if arguments.text("inline_message_id"):
        checked_text(arguments)
        return True
    chat, message = _own_message(world, arguments, "edit")
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _edited(world, chat, message, {**checked_text(arguments), **checked_keyboard(arguments)}, ("text", "entities"))


def edit_message_caption(world: World, arguments: Arguments) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagecaption."""
    chat, message = _own_message(world, arguments, "edit")
    new = {**checked_caption(arguments), **checked_keyboard(arguments)}
    return _edited(world, chat, message, new, ("caption", "caption_entities"))


def edit_message_reply_markup(world: World, arguments: Arguments) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagereplymarkup."""
    if arguments.text("inline_message_id"):
        return True
    chat, message = _own_message(world, arguments, "edit")
    return _edited(world, chat, message, checked_keyboard(arguments), ())


def delete_message(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#deletemessage."""
    chat = world.chat(arguments.text("chat_id"))
    message_id = arguments.number("message_id")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    own = message["from"]["id"] == world.bot["id"]
    if not own and chat.kind != "private" and not chat.bot_may_delete:
        raise bad_request("message can't be deleted")
    if world.clock() - message["date"] > 48 * 3600:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message_id]
    world.event("deleted", chat_id=chat.id, message_id=message_id)
    return True


def send_chat_action(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#sendchataction."""
    chat = _reachable(world, arguments)
    if arguments.text("action") not in _CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.event("action", chat_id=chat.id, action=arguments.text("action"))
    return True


def _reachable(world: World, arguments: Arguments) -> Chat:
    chat = world.chat(arguments.text("chat_id"))
    if chat.migrated_to:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if chat.blocked:
        what = "bot was blocked by the user" if chat.kind == "private" else "bot was kicked from the supergroup chat"
        raise RefusalError(403, f"Forbidden: {what}")
    return chat


def _sent(world: World, arguments: Arguments, content: Json) -> Json:
    chat = _reachable(world, arguments)
    message: Json = {
        "message_id": world.next_message_id(chat.id),
        "date": int(world.clock()),
        "chat": chat.json,
        "from": world.bot,
        **content,
    }
    thread = arguments.number("message_thread_id")
    if thread:
        if thread not in chat.topics:
            raise bad_request("message thread not found")
        message |= {"message_thread_id": thread, "is_topic_message": True}
    reply = arguments.json("reply_parameters") or {}
    if reply:
        original = chat.messages.get(int(reply.get("message_id", 0)))
        if original is not None:
            message["reply_to_message"] = {key: value for key, value in original.items() if key != "reply_to_message"}
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    chat.messages[message["message_id"]] = message
    silent = arguments.flag("disable_notification")
    world.event("message", chat_id=chat.id, message=message, silent=silent)
    return message


def _own_message(world: World, arguments: Arguments, verb: str) -> tuple[Chat, Json]:
    chat = _reachable(world, arguments)
    message = chat.messages.get(arguments.number("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if message["from"]["id"] != world.bot["id"]:
        raise bad_request(f"message can't be {verb}ed")
    return chat, message


def _edited(world: World, chat: Chat, message: Json, new: Json, replaced: tuple[str, ...]) -> Json:
    keys = (*replaced, "reply_markup")
    if all(message.get(key) == new.get(key) for key in keys):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    for key in keys:
        message.pop(key, None)
    message.update(new, edit_date=int(world.clock()))
    world.event("edited", chat_id=chat.id, message=message)
    return message


def _upload(arguments: Arguments, name: str) -> tuple[str, bytes]:
    upload = arguments.file(name)
    if upload is None or not upload[1]:
        raise bad_request("file must be non-empty" if upload else "wrong remote file identifier specified")
    return upload


def _stored(world: World, name: str, content: bytes) -> str:
    file_id = f"file{world.next_id()}"
    world.files[file_id] = (name, content)
    return file_id


METHODS: dict[str, Method] = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "sendchataction": send_chat_action,
}
