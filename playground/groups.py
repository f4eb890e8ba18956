"""What happens to groups: the bot comes and goes, people come and go, a group becomes a supergroup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playground.chats import Chat
    from playground.people import People
    from playground.state import Json


def bot_changes(people: People, chat: Chat, by: int, new: str, old: str = "") -> int:
    """Change what the bot is in a chat, and give the update's id (https://core.telegram.org/bots/api#chatmemberupdated).

    Args:
        people: Who acts.
        chat: Where.
        by: The user who does it.
        new: `member`, `administrator`, `left` or `kicked`.
        old: What it was; by default what it is.
    """
    world = people.world
    before = chat.member(world.bot, old or chat.bot_status)
    chat.blocked = new in {"left", "kicked"}
    chat.bot_is_admin = new == "administrator"
    if new != "administrator":
        chat.bot_may_delete = False
    changed = {
        "chat": chat.json, "from": world.people[by].json, "date": int(world.clock()),
        "old_chat_member": before, "new_chat_member": chat.member(world.bot, new),
    }  # fmt: skip
    return world.queue({"my_chat_member": changed})


def bot_joins(people: People, chat: Chat, by: int, status: str = "member") -> int:
    """Add the bot to a group: its own membership changes, and the group shows a service message."""
    update_id = bot_changes(people, chat, by, status, "left")
    people.send(chat, by, new_chat_members=[people.world.bot])
    return update_id


def member_joins(people: People, chat: Chat, user_id: int) -> Json:
    """Let a person join a group."""
    chat.members[user_id] = "member"
    return people.send(chat, user_id, new_chat_members=[people.world.people[user_id].json])


def member_leaves(people: People, chat: Chat, user_id: int) -> Json:
    """Let a person leave a group."""
    chat.members[user_id] = "left"
    return people.send(chat, user_id, left_chat_member=people.world.people[user_id].json)


def migrate(people: People, chat: Chat, by: int, **settings: Any) -> Chat:
    """Turn a group into a supergroup with a new id, and give that; both tell it by a service message.

    The bot is told besides that it has come into the supergroup (tdlib/telegram-bot-api#266); here that comes first.
    """
    new_id = -1_001_000_000_000 + chat.id
    supergroup = people.group(new_id, chat.title, chat.members, bot_reads_all=chat.bot_reads_all, **settings)
    bot_changes(people, supergroup, by, supergroup.bot_status, "left")
    people.send(chat, by, migrate_to_chat_id=new_id)
    people.send(supergroup, by, migrate_from_chat_id=chat.id)
    chat.migrated_to = new_id
    return supergroup
