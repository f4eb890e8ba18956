"""People and chats, as Telegram describes them (https://core.telegram.org/bots/api#user, #chat, #chatmember)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

_NO_RIGHTS = dict.fromkeys(
    (
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
        "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
        "can_edit_stories", "can_delete_stories",
    ),
    False,
)  # fmt: skip


@dataclass
class Person:
    """A user of Telegram."""

    id: int
    first_name: str
    language_code: str = "de"
    username: str = ""
    is_bot: bool = False

    @property
    def json(self) -> Json:
        """The `User` object."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.language_code:
            user["language_code"] = self.language_code
        if self.username:
            user["username"] = self.username
        return user


@dataclass
class Chat:
    """A chat and its messages."""

    id: int
    kind: str
    """`private`, `group`, `supergroup` or `channel`."""
    title: str
    members: dict[int, str] = field(default_factory=dict)
    """User id → `creator`, `administrator`, `member`, `restricted`, `left` or `kicked`."""
    topics: dict[int, str] = field(default_factory=dict)
    """Forum topics: thread id → name. A group with topics is a forum."""
    bot_reads_all: bool = False
    """Privacy mode is off, or the bot is an administrator."""
    bot_may_delete: bool = False
    """The bot is an administrator who may delete the messages of others."""
    bot_is_admin: bool = False
    """The bot is an administrator; then it reads everything."""
    blocked: bool = False
    """The person has blocked the bot; in groups: the bot was removed."""
    migrated_to: int = 0
    """The supergroup that this group has become, or 0."""
    messages: dict[int, Json] = field(default_factory=dict)

    @property
    def json(self) -> Json:
        """The `Chat` object."""
        if self.kind == "private":
            return {"id": self.id, "type": "private", "first_name": self.title}
        chat: Json = {"id": self.id, "type": self.kind, "title": self.title}
        if self.topics:
            chat["is_forum"] = True
        return chat

    @property
    def bot_status(self) -> str:
        """What the bot is here: `member`, `administrator` or `kicked`."""
        if self.blocked:
            return "kicked"
        return "administrator" if self.bot_may_delete or self.bot_is_admin else "member"

    @property
    def bot_gets_everything(self) -> bool:
        """Whether privacy mode does not apply."""
        return self.kind == "private" or self.bot_reads_all or self.bot_status == "administrator"

    def member(self, user: Json, status: str) -> Json:
        """Give the `ChatMember` object of somebody."""
        member: Json = {"user": user, "status": status}
        match status:
            case "creator":
                member["is_anonymous"] = False
            case "administrator":
                rights = {"can_manage_chat": True, "can_delete_messages": self.bot_may_delete or not user["is_bot"]}
                member |= _NO_RIGHTS | rights
                if self.kind != "private":
                    member["can_pin_messages"] = False
                if self.kind == "supergroup":
                    member["can_manage_topics"] = False
            case "kicked":
                member["until_date"] = 0
        return member
