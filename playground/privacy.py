"""Which messages of a chat reach the bot (https://core.telegram.org/bots/features#privacy-mode)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.entities import cut

if TYPE_CHECKING:
    from playground.state import Chat, Json, World

_SERVICE = frozenset({
    "new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created", "supergroup_chat_created",
    "migrate_to_chat_id", "migrate_from_chat_id", "pinned_message", "forum_topic_created", "forum_topic_closed",
})  # fmt: skip


def bot_gets(world: World, chat: Chat, message: Json) -> bool:
    """Tell whether the bot gets a message.

    Messages of other bots never come. With privacy mode come: commands meant for it, mentions of it, answers to its messages,
    what was sent via it, and service messages.
    """
    if chat.blocked or chat.migrated_to or _is_by_another_bot(message):
        return False
    if chat.bot_gets_everything or _SERVICE & message.keys():
        return True
    bot = world.bot
    if message.get("via_bot", {}).get("id") == bot["id"]:
        return True
    if message.get("reply_to_message", {}).get("from", {}).get("id") == bot["id"]:
        return True
    return any(_is_meant(bot, message, entity) for entity in message.get("entities", ()))


def _is_by_another_bot(message: Json) -> bool:
    return bool(message["from"]["is_bot"]) and "sender_chat" not in message


def _is_meant(bot: Json, message: Json, entity: Json) -> bool:
    name = f"@{bot['username']}".lower()
    covered = cut(message.get("text", ""), entity).lower()
    match entity["type"]:
        case "bot_command":
            return "@" not in covered or covered.endswith(name)
        case "mention":
            return covered == name
        case "text_mention":
            return bool(entity["user"]["id"] == bot["id"])
    return False
