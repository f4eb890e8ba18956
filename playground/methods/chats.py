"""Chats and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.errors import bad_request

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import Chat, Json, World


def get_chat(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#getchat."""
    chat = world.chat(arguments.text("chat_id"))
    return {**chat.json, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}


_NO_GIFTS = {
    "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False, "premium_subscription": False,
    "gifts_from_channels": False,
}  # fmt: skip


def get_chat_member(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#getchatmember."""
    chat, user_id = world.chat(arguments.text("chat_id")), arguments.number("user_id")
    if user_id == world.bot["id"]:
        status = "administrator" if chat.bot_may_delete else "member"
        return _member(chat, world.bot, status)
    if user_id not in world.people:
        raise bad_request("invalid user_id specified")
    return _member(chat, world.people[user_id].json, chat.members.get(user_id, "left"))


def get_chat_administrators(world: World, arguments: Arguments) -> list[Json]:
    """https://core.telegram.org/bots/api#getchatadministrators."""
    chat = world.chat(arguments.text("chat_id"))
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    admins = {user_id: status for user_id, status in chat.members.items() if status in {"creator", "administrator"}}
    return [_member(chat, world.people[user_id].json, status) for user_id, status in admins.items()]


def leave_chat(world: World, arguments: Arguments) -> bool:
    """https://core.telegram.org/bots/api#leavechat."""
    chat = world.chat(arguments.text("chat_id"))
    chat.blocked = True
    world.event("left", chat_id=chat.id)
    return True


def _member(chat: Chat, user: Json, status: str) -> Json:
    member: Json = {"user": user, "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    if status == "administrator":
        rights = (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
            "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
            "can_edit_stories", "can_delete_stories",
        )  # fmt: skip
        member |= dict.fromkeys(rights, False) | {"can_delete_messages": chat.bot_may_delete}
    return member


METHODS: dict[str, Method] = {
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatadministrators": get_chat_administrators,
    "leavechat": leave_chat,
}
