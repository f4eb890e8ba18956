"""Editing and deleting messages (https://core.telegram.org/bots/api#updating-messages)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.errors import bad_request
from playground.methods.access import message, readable_chat, writable_chat
from playground.methods.keyboards import checked_keyboard
from playground.methods.texts import checked_caption, checked_text

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import Chat, Json, World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and "
    "reply markup of the message"
)
_DELETABLE = 48 * 3600
_MOST_DELETED = 100


def edit_message_text(world: World, arguments: Arguments) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagetext."""
    new = {**checked_text(arguments), **checked_keyboard(arguments)}
    chat, old = _editable(world, arguments)
    if "text" not in old:
        raise bad_request("there is no text in the message to edit")
    return _edited(world, arguments, chat, old, new, ("text", "entities"))


def edit_message_caption(world: World, arguments: Arguments) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagecaption."""
    new = {**checked_caption(arguments), **checked_keyboard(arguments)}
    chat, old = _editable(world, arguments)
    if "text" in old:
        raise bad_request("there is no caption in the message to edit")
    return _edited(world, arguments, chat, old, new, ("caption", "caption_entities"))


def edit_message_reply_markup(world: World, arguments: Arguments) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagereplymarkup."""
    new = checked_keyboard(arguments)
    chat, old = _editable(world, arguments)
    return _edited(world, arguments, chat, old, new, ())


def delete_message(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#deletemessage."""
    chat = writable_chat(world, arguments)
    old = message(chat, arguments.number("message_id"), "message to delete")
    _delete(world, chat, old)
    return True


def delete_messages(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#deletemessages: 1–100; those that are not there are passed over."""
    ids = arguments.list("message_ids", "message identifiers")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > _MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    chat = writable_chat(world, arguments)
    for message_id in ids:
        if int(message_id) in chat.messages:
            _delete(world, chat, chat.messages[int(message_id)])
    return True


def _delete(world: World, chat: Chat, old: Json) -> None:
    is_own = old["from"]["id"] == world.bot["id"]
    if not is_own and chat.kind != "private" and not chat.bot_may_delete:
        raise bad_request("message can't be deleted")
    if world.clock() - old["date"] > _DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[old["message_id"]]
    world.event("deleted", chat_id=chat.id, message_id=old["message_id"])


def _editable(world: World, arguments: Arguments) -> tuple[Chat, Json]:
    inline_id = arguments.text("inline_message_id")
    if inline_id and not arguments.text("chat_id"):
        if inline_id not in world.inline_messages:
            raise bad_request("MESSAGE_ID_INVALID")
        chat_id, message_id = world.inline_messages[inline_id]
        return world.chats[chat_id], message(world.chats[chat_id], message_id, "message to edit")
    chat = readable_chat(world, arguments)
    old = message(chat, arguments.number("message_id"), "message to edit")
    if old["from"]["id"] != world.bot["id"]:
        raise bad_request("message can't be edited")
    return chat, old


def _edited(world: World, arguments: Arguments, chat: Chat, old: Json, new: Json, replaced: tuple[str, ...]) -> Json | bool:
    keys = (*replaced, "reply_markup")
    if all(old.get(key) == new.get(key) for key in keys):
        raise bad_request(_NOT_MODIFIED)
    for key in keys:
        old.pop(key, None)
    old.update(new, edit_date=int(world.clock()))
    world.event("edited", chat_id=chat.id, message=old)
    return True if arguments.text("inline_message_id") else old


METHODS: dict[str, Method] = {
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
}
