"""Chats and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.errors import bad_request
from playground.methods.access import message, peopled_chat, readable_chat, writable_chat

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import Json, World

_NO_GIFTS = {
    "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False, "premium_subscription": False,
    "gifts_from_channels": False,
}  # fmt: skip
_MAX_TOPIC = 128
_PRESENT = {"creator", "administrator", "member", "restricted"}


def get_chat(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#getchat."""
    chat = readable_chat(world, arguments)
    return {**chat.json, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}


def get_chat_member(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#getchatmember."""
    user_id = arguments.number("user_id")
    chat = (readable_chat if user_id == world.bot["id"] else peopled_chat)(world, arguments)
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    if user_id == world.bot["id"]:
        return chat.member(world.bot, chat.bot_status)
    if user_id not in world.people:
        raise bad_request("user not found")
    return chat.member(world.people[user_id].json, chat.members.get(user_id, "left"))


def get_chat_administrators(world: World, arguments: Arguments) -> list[Json]:
    """https://core.telegram.org/bots/api#getchatadministrators: without other bots."""
    chat = peopled_chat(world, arguments)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    admins = [
        chat.member(world.people[user_id].json, status)
        for user_id, status in chat.members.items()
        if status in {"creator", "administrator"}
    ]
    if chat.bot_status == "administrator":
        admins.append(chat.member(world.bot, "administrator"))
    return admins


def get_chat_member_count(world: World, arguments: Arguments) -> int:
    """https://core.telegram.org/bots/api#getchatmembercount."""
    chat = peopled_chat(world, arguments)
    return sum(status in _PRESENT for status in chat.members.values()) + 1


def leave_chat(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#leavechat."""
    chat = readable_chat(world, arguments)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    before = chat.member(world.bot, chat.bot_status)
    chat.blocked = True
    left = chat.member(world.bot, "left")
    details = {"chat": chat.json, "from": world.bot, "date": int(world.clock())}
    world.queue({"my_chat_member": {**details, "old_chat_member": before, "new_chat_member": left}})
    world.event("left", chat_id=chat.id)
    return True


def pin_chat_message(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#pinchatmessage; https://core.telegram.org/bots/api#unpinchatmessage."""
    chat = writable_chat(world, arguments)
    if chat.kind != "private" and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    if arguments.number("message_id"):
        message(chat, arguments.number("message_id"), "message to pin")
    return True


def create_forum_topic(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#createforumtopic."""
    chat = writable_chat(world, arguments)
    if not chat.topics:
        raise bad_request("the chat is not a forum")
    name = arguments.text("name")
    if not 1 <= len(name) <= _MAX_TOPIC:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    thread = world.next_message_id(chat.id)
    chat.topics[thread] = name
    world.event("topics", chat_id=chat.id, topics=chat.topics)
    return {"message_thread_id": thread, "name": name, "icon_color": 7322096}


METHODS: dict[str, Method] = {
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatadministrators": get_chat_administrators,
    "getchatmembercount": get_chat_member_count,
    "leavechat": leave_chat,
    "pinchatmessage": pin_chat_message,
    "unpinchatmessage": pin_chat_message,
    "createforumtopic": create_forum_topic,
}
