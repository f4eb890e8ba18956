"""What people do in their Telegram: write, press, edit, open deep links. Each act becomes the update Telegram would send."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playground.markup import utf16
from playground.state import Chat, Person, Press

if TYPE_CHECKING:
    from playground.state import Json, World

ANONYMOUS_ADMIN = 1087968824
"""The sender of messages of anonymous administrators (Bot API, `GroupAnonymousBot`)."""
_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,64})?")
_MENTION = re.compile(r"(?<!\w)@[A-Za-z0-9_]{3,32}")


class People:
    """Acts for people, as a Telegram client does."""

    def __init__(self, world: World) -> None:
        self.world = world

    def private(self, user_id: int, name: str, language: str = "de") -> Chat:
        """Open the private chat of a person with the bot."""
        self.world.people.setdefault(user_id, Person(user_id, name, language)).language_code = language
        return self.world.chats.setdefault(user_id, Chat(user_id, "private", name, {user_id: "member"}))

    def group(self, chat_id: int, title: str, members: dict[int, str], **settings: Any) -> Chat:
        """Open a group with the bot in it."""
        kind = settings.pop("kind", "supergroup")
        return self.world.chats.setdefault(chat_id, Chat(chat_id, kind, title, dict(members), **settings))

    def join(self, chat: Chat, by: int, status: str = "member", old: str = "left") -> int:
        """Add the bot to a group, or change what it may do there."""
        changed = {
            "chat": chat.json, "from": self.world.people[by].json, "date": int(self.world.clock()),
            "old_chat_member": {"user": self.world.bot, "status": old},
            "new_chat_member": {"user": self.world.bot, "status": status},
        }  # fmt: skip
        return self.world.queue({"my_chat_member": changed})

    def write(self, chat: Chat, user_id: int, text: str, **more: Any) -> Json:
        """Send a text message.

        Args:
            chat: Where.
            user_id: Who.
            text: What, at most 4,096 characters.
            more: Further keys of the `Message`: `reply_to` (a message id), `thread` (a forum topic), `anonymous`, …
        """
        message = self._message(chat, user_id, **more)
        message["text"] = text
        entities = _entities(text)
        if entities:
            message["entities"] = entities
        chat.messages[message["message_id"]] = message
        self.world.event("message", chat_id=chat.id, message=message)
        if self._bot_gets(chat, message):
            self.world.queue({"message": dict(message)})
        return message

    def edit(self, chat: Chat, message_id: int, text: str) -> Json:
        """Edit an own message."""
        message = chat.messages[message_id]
        message["text"], message["edit_date"] = text, int(self.world.clock())
        message["entities"] = _entities(text)
        self.world.event("edited", chat_id=chat.id, message=message)
        if self._bot_gets(chat, message):
            self.world.queue({"edited_message": dict(message)})
        return message

    def press(self, chat: Chat, user_id: int, message_id: int, data: str) -> str:
        """Press a callback button and give the id of the press. The data is taken as it comes: clients can be forged."""
        press_id = self.world.next_id()
        self.world.presses[press_id] = Press(chat.id, user_id, self.world.clock())
        message = chat.messages.get(message_id)
        query: Json = {
            "id": press_id,
            "from": self.world.people[user_id].json,
            "chat_instance": str(chat.id),
            "data": data,
            "message": message or {"chat": chat.json, "message_id": message_id, "date": 0},
        }
        self.world.queue({"callback_query": query})
        return press_id

    def inline_query(self, user_id: int, query: str, offset: str = "") -> str:
        """Type `@bot query` in any chat and give the id of the query."""
        query_id = self.world.next_id()
        self.world.inline_queries[query_id] = {}
        person = self.world.people[user_id].json
        self.world.queue({"inline_query": {"id": query_id, "from": person, "query": query[:256], "offset": offset}})
        return query_id

    def _message(self, chat: Chat, user_id: int, **more: Any) -> Json:
        message: Json = {
            "message_id": self.world.next_message_id(chat.id),
            "date": int(self.world.clock()),
            "chat": chat.json,
            "from": self.world.people[user_id].json,
        }
        reply_to, thread = more.pop("reply_to", 0), more.pop("thread", 0)
        if more.pop("anonymous", False):
            message["from"] = {
                "id": ANONYMOUS_ADMIN,
                "is_bot": True,
                "first_name": "Group",
                "username": "GroupAnonymousBot",
            }
            message["sender_chat"] = chat.json
        if reply_to:
            original = {key: value for key, value in chat.messages[reply_to].items() if key != "reply_to_message"}
            message["reply_to_message"] = original
        if thread:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        return message | more

    def _bot_gets(self, chat: Chat, message: Json) -> bool:
        """Privacy mode: in groups a bot gets only what is meant for it (https://core.telegram.org/bots/features#privacy-mode)."""
        if chat.kind == "private":
            return not chat.blocked
        if chat.bot_reads_all:
            return True
        text, name = message.get("text", ""), f"@{self.world.bot['username']}".lower()
        answered = message.get("reply_to_message", {}).get("from", {}).get("id") == self.world.bot["id"]
        commands = [
            text[e["offset"] : e["offset"] + e["length"]] for e in message.get("entities", ()) if e["type"] == "bot_command"
        ]
        for_us = any("@" not in command or command.lower().endswith(name) for command in commands)
        return answered or for_us or name in text.lower()


def _entities(text: str) -> list[Json]:
    found = [("bot_command", match) for match in _COMMAND.finditer(text)]
    found += [
        ("mention", match)
        for match in _MENTION.finditer(text)
        if "/" not in text[max(0, match.start() - 65) : match.start()].rsplit(" ", maxsplit=1)[-1]
    ]
    return [
        {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match[0])}
        for kind, match in sorted(found, key=lambda item: item[1].start())
    ]
