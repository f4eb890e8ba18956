"""What people do in their Telegram: write, press, edit, choose. Each act becomes the update Telegram would send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.entities import found
from playground.privacy import bot_gets
from playground.state import Chat, Person, Press

if TYPE_CHECKING:
    from playground.state import Json, World

ANONYMOUS_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""The sender of messages of anonymous administrators (Bot API, `Message.from`)."""
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
"""The sender of a linked channel's posts in its discussion group (Bot API, `Message.from`)."""
_MAX_INLINE_QUERY = 256


class People:
    """Acts for people, as a Telegram client does."""

    def __init__(self, world: World) -> None:
        self.world = world

    def private(self, user_id: int, name: str, language: str = "de") -> Chat:
        """Open the private chat of a person with the bot."""
        self.world.people.setdefault(user_id, Person(user_id, name, language)).language_code = language
        return self.world.chats.setdefault(user_id, Chat(user_id, "private", name, {user_id: "member"}))

    def group(self, chat_id: int, title: str, members: dict[int, str], **settings: Any) -> Chat:
        """Open a group with the bot in it; `settings` are the fields of a `Chat`, by default a supergroup's."""
        kind = settings.pop("kind", "supergroup")
        return self.world.chats.setdefault(chat_id, Chat(chat_id, kind, title, dict(members), **settings))

    def write(self, chat: Chat, user_id: int, text: str, **more: Any) -> Json:
        """Send a text message.

        Args:
            chat: Where.
            user_id: Who.
            text: What, at most 4,096 characters.
            more: Further keys of the `Message`, and for short: `reply_to` (a message id), `thread` (a forum topic),
                `anonymous` (as the group), `channel` (a post of the linked channel: its title).
        """
        message = self._message(chat, user_id, **more)
        message["text"] = text
        entities = more.get("entities") or found(text)
        if entities:
            message["entities"] = entities
        return self._publish(chat, message)

    def send(self, chat: Chat, user_id: int, **content: Any) -> Json:
        """Send something else than text: `photo`, `document`, `sticker`, … with the keys of the Bot API's `Message`."""
        return self._publish(chat, self._message(chat, user_id, **content))

    def edit(self, chat: Chat, message_id: int, text: str) -> Json:
        """Edit an own message."""
        message = chat.messages[message_id]
        message |= {"text": text, "edit_date": int(self.world.clock()), "entities": found(text)}
        self.world.event("edited", chat_id=chat.id, message=message)
        if bot_gets(self.world, chat, message):
            self.world.queue({"edited_message": dict(message)})
        return message

    def delete(self, chat: Chat, message_id: int) -> None:
        """Delete a message; bots are not told."""
        del chat.messages[message_id]
        self.world.event("deleted", chat_id=chat.id, message_id=message_id)

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
        }
        via_bot = message is not None and message.get("via_bot", {}).get("id") == self.world.bot["id"]
        if via_bot and message is not None:
            query["inline_message_id"] = message["inline_message_id"]
        else:
            # An old message is `inaccessible`: date 0 and nothing else.
            query["message"] = dict(message) if message else {"chat": chat.json, "message_id": message_id, "date": 0}
        self.world.queue({"callback_query": query})
        return press_id

    def inline_query(self, user_id: int, query: str, offset: str = "", chat_type: str = "") -> str:
        """Type `@bot query` in any chat and give the id of the query."""
        query_id = self.world.next_id()
        self.world.inline_queries[query_id] = {}
        update: Json = {
            "id": query_id, "from": self.world.people[user_id].json, "query": query[:_MAX_INLINE_QUERY], "offset": offset
        }  # fmt: skip
        if chat_type:
            update["chat_type"] = chat_type
        self.world.queue({"inline_query": update})
        return query_id

    def choose(self, chat: Chat, user_id: int, query_id: str, result_id: str, **more: Any) -> Json:
        """Pick an inline result: it is sent in the person's name, via the bot.

        Raises:
            KeyError: there is no such result.
        """
        results = {str(result["id"]): result for result in self.world.inline_queries[query_id]["results"]}
        result = results[result_id]
        inline_id = f"inline{self.world.next_id()}"
        content = dict(result["shown"])
        if result.get("reply_markup"):
            content["reply_markup"] = result["reply_markup"]
        message = self._message(chat, user_id, via_bot=self.world.bot, **content, **more)
        self.world.inline_messages[inline_id] = (chat.id, message["message_id"])
        # Only messages with a keyboard can be edited, so only they have an id (Bot API, ChosenInlineResult).
        chosen: Json = {"result_id": result_id, "from": self.world.people[user_id].json, "query": more.get("query", "")}
        if "reply_markup" in content:
            chosen["inline_message_id"] = inline_id
        self.world.queue({"chosen_inline_result": chosen})
        published = self._publish(chat, message)
        published["inline_message_id"] = inline_id
        return published

    def _publish(self, chat: Chat, message: Json) -> Json:
        chat.messages[message["message_id"]] = message
        self.world.event("message", chat_id=chat.id, message=message)
        if bot_gets(self.world, chat, message):
            self.world.queue({"message": dict(message)})
        return message

    def _message(self, chat: Chat, user_id: int, **more: Any) -> Json:
        message: Json = {
            "message_id": self.world.next_message_id(chat.id),
            "date": int(self.world.clock()),
            "chat": chat.json,
            "from": self.world.people[user_id].json,
        }
        reply_to, thread, channel = more.pop("reply_to", 0), more.pop("thread", 0), more.pop("channel", "")
        more.pop("query", None)
        if more.pop("anonymous", False):
            message |= {"from": ANONYMOUS_ADMIN, "sender_chat": chat.json}
        if channel:
            message |= {"from": TELEGRAM, "sender_chat": _channel(chat, channel), "is_automatic_forward": True}
        if reply_to:
            original = {key: value for key, value in chat.messages[reply_to].items() if key != "reply_to_message"}
            message["reply_to_message"] = original
            thread = thread or original.get("message_thread_id", 0)
        if thread:
            message |= {"message_thread_id": thread}
            if thread in chat.topics:
                message["is_topic_message"] = True
        return message | more


def _channel(chat: Chat, title: str) -> Json:
    return {"id": chat.id - 1, "type": "channel", "title": title}
