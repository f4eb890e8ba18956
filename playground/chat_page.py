"""The chat page: static files, and a WebSocket that carries what people do and what they see."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tornado.web
import tornado.websocket

from playground.http_calls import write_file
from playground.methods.commands import menu
from playground.methods.profile import profile_text

if TYPE_CHECKING:
    from playground.api import BotApi
    from playground.state import Chat, Json

_CHAT_TYPES = {"private": "sender"}
"""Bot API, `InlineQuery.chat_type`: the private chat with the bot itself is `sender`."""
PAGE = Path(__file__).parent / "page"
ANNA, BERND = 7001, 7002
GROUP, FORUM = -1001000000001, -1001000000002
_SHOWN = (ANNA, BERND, GROUP, FORUM)
_TOPICS = (11, 12)
_MAX_MESSAGE = 4096


@dataclass(frozen=True)
class GroupNames:
    """What the playground's groups are called."""

    group: str = "Group"
    forum: str = "Forum"
    topics: tuple[str, ...] = ("E-mail", "Party")
    """The topics of the forum: one for what the bot knows, one for what it does not."""


def routes(server: BotApi, more_page: str = "", names: GroupNames | None = None) -> list[Any]:
    """Give the page's routes and make its people: Anna and Bernd, each with a private chat, and two groups, one with topics.

    Args:
        server: Where they write.
        more_page: HTML for the end of the page, for what is served beside the chat.
        names: What the groups are called; English without.
    """
    names = names or GroupNames()
    people = server.people
    people.private(ANNA, "Anna")
    people.private(BERND, "Bernd")
    members = {ANNA: "creator", BERND: "member"}
    people.group(GROUP, names.group, members)
    people.group(FORUM, names.forum, members, topics=dict(zip(_TOPICS, names.topics, strict=True)))
    _privacy_mode(server, is_on=False)
    return [
        (r"/socket", _Socket, {"server": server}),
        (r"/", _Index, {"more_page": more_page}),
        (r"/sent/(.+)", _Sent, {"server": server}),
        (r"/page/(.*)", tornado.web.StaticFileHandler, {"path": PAGE}),
    ]


class _Index(tornado.web.RequestHandler):
    """The page itself."""

    def initialize(self, more_page: str) -> None:
        self.more_page = more_page

    def get(self) -> None:
        self.set_header("Cache-Control", "no-cache")
        self.finish((PAGE / "index.html").read_text("utf-8").replace("</body>", f"{self.more_page}</body>"))


class _Sent(tornado.web.RequestHandler):
    """A picture or file that somebody sent; people in a chat need no token for it."""

    def initialize(self, server: BotApi) -> None:
        self._files = server.world.files

    def get(self, file_id: str) -> None:
        if file_id not in self._files:
            raise tornado.web.HTTPError(404)
        write_file(self, *self._files[file_id])


class _Socket(tornado.websocket.WebSocketHandler):
    """One open page."""

    def initialize(self, server: BotApi) -> None:
        self.server = server
        self._looking_at = (ANNA, ANNA)

    def open(self, *_: str, **__: str) -> None:
        world = self.server.world
        world.on_event.append(self._show)
        chats = [self._chat(chat) for chat in world.chats.values() if chat.id in _SHOWN]
        self._show({"event": "hello", "bot": world.bot, "chats": chats, "people": [p.json for p in world.people.values()]})

    def on_close(self) -> None:
        if self._show in self.server.world.on_event:
            self.server.world.on_event.remove(self._show)

    def on_message(self, message: str | bytes) -> None:
        act = json.loads(message)
        chat = self.server.world.chats.get(int(act.get("chat", 0)))
        user_id = int(act.get("user", ANNA))
        if act.get("act") == "language":
            for person in self.server.world.people.values():
                person.language_code = str(act["language"])
            self._menu()
        elif chat is not None and user_id in chat.members:
            self._act(act, chat, user_id)

    def _act(self, act: Json, chat: Chat, user_id: int) -> None:
        """Do what a person does in a chat."""
        people = self.server.people
        match act.get("act"):
            case "look":
                self._looking_at = chat.id, user_id
                self._menu()
            case "write" if str(act.get("text", "")).strip():
                people.write(chat, user_id, str(act["text"]).strip()[:_MAX_MESSAGE], **_where(act, chat))
            case "edit" if int(act.get("message", 0)) in chat.messages and str(act.get("text", "")).strip():
                people.edit(chat, int(act["message"]), str(act["text"]).strip()[:_MAX_MESSAGE])
            case "press":
                press_id = people.press(chat, user_id, int(act["message"]), str(act["data"]))
                self._show({"event": "pressed", "press_id": press_id, "message": act["message"], "user": user_id})
            case "inline":
                query_id = people.inline_query(user_id, str(act.get("text", "")), chat_type=_CHAT_TYPES.get(chat.kind, chat.kind))
                self._show({"event": "queried", "query_id": query_id})
            case "choose":
                with contextlib.suppress(KeyError):  # a list that is no longer there
                    people.choose(chat, user_id, str(act.get("query_id")), str(act.get("id")), **_where(act, chat))
            case "rights" if chat.kind != "private":
                self._change_rights(chat, str(act["rights"]))

    def _change_rights(self, chat: Chat, rights: str) -> None:
        """Make the bot an administrator of a group, or switch its privacy mode, which is the same in all groups."""
        chat.bot_is_admin = chat.bot_may_delete = rights == "admin"
        if rights != "admin":
            _privacy_mode(self.server, is_on=rights == "commands")
        groups = [group for group in self.server.world.chats.values() if group.kind != "private"]
        self._show({"event": "rights", "rights": {group.id: _rights(group) for group in groups}})

    def _chat(self, chat: Chat) -> Json:
        topics = [{"id": thread, "name": name} for thread, name in chat.topics.items()]
        admins = [user_id for user_id, status in chat.members.items() if status in {"creator", "administrator"}]
        more: Json = {"members": list(chat.members), "admins": admins, "topics": topics, "rights": _rights(chat)}
        return {**chat.json, **more, "messages": list(chat.messages.values())}

    def _menu(self) -> None:
        """Tell the command menu of whoever is writing, where they are, the languages of menus, and the description."""
        chat_id, user_id = self._looking_at
        world = self.server.world
        language = world.people[user_id].language_code
        commands, description = menu(world, world.chats[chat_id], user_id, language), profile_text(world, "description", language)
        languages = sorted({code for _, code in world.commands if code})
        self._show({"event": "menu", "commands": commands, "languages": languages, "description": description})

    def _show(self, event: Json) -> None:
        if event["event"] in {"commands", "profile"}:
            self._menu()
            return
        try:
            self.write_message(json.dumps(event))
        except tornado.websocket.WebSocketClosedError:
            self.on_close()


def _privacy_mode(server: BotApi, *, is_on: bool) -> None:
    server.world.bot["can_read_all_group_messages"] = not is_on
    for chat in server.world.chats.values():
        chat.bot_reads_all = not is_on


def _rights(chat: Chat) -> str:
    """Tell what the bot is in a group: `admin`, or else whether it `reads` everything or only `commands`."""
    if chat.bot_status == "administrator":
        return "admin"
    return "reads" if chat.bot_reads_all else "commands"


def _where(act: Json, chat: Chat) -> dict[str, Any]:
    """Tell where in a chat something is said: as an answer, in a topic, in the group's own name."""
    reply_to, thread = int(act.get("reply_to", 0)), int(act.get("thread", 0))
    return {
        **({"reply_to": reply_to} if reply_to in chat.messages else {}),
        **({"thread": thread} if thread in chat.topics else {}),
        **({"anonymous": True} if act.get("anonymous") and chat.kind != "private" else {}),
    }
