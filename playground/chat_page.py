"""The chat page: static files, and a WebSocket that carries what people do and what they see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tornado.web
import tornado.websocket

if TYPE_CHECKING:
    from playground.server import BotApiServer
    from playground.state import Chat, Json

PAGE = Path(__file__).parent / "page"
ANNA, BERND = 7001, 7002
GROUP = -1001000000001
_MAX_MESSAGE = 4096


def routes(server: BotApiServer) -> list[Any]:
    """Give the page's routes and make its people: Anna and Bernd, each with a private chat, and a group of both."""
    people = server.people
    people.private(ANNA, "Anna")
    people.private(BERND, "Bernd")
    group = people.group(GROUP, "Kolping-Gruppe", {ANNA: "creator", BERND: "member"}, bot_reads_all=True)
    group.topics = {}
    return [
        (r"/socket", _Socket, {"server": server}),
        (r"/()", tornado.web.StaticFileHandler, {"path": PAGE, "default_filename": "index.html"}),
        (r"/page/(.*)", tornado.web.StaticFileHandler, {"path": PAGE}),
    ]


class _Socket(tornado.websocket.WebSocketHandler):
    """One open page."""

    def initialize(self, server: BotApiServer) -> None:
        self.server = server

    def check_origin(self, origin: str) -> bool:
        """Only our own page may talk to us."""
        return origin.rsplit("//", maxsplit=1)[-1].split(":", maxsplit=1)[0] in {"127.0.0.1", "localhost"}

    def open(self, *_: str, **__: str) -> None:
        world = self.server.world
        world.on_event.append(self._show)
        chats = [self._chat(chat) for chat in world.chats.values() if chat.id in {ANNA, BERND, GROUP}]
        self._show({"event": "hello", "bot": world.bot, "chats": chats, "people": [p.json for p in world.people.values()]})
        self._commands()

    def on_close(self) -> None:
        if self._show in self.server.world.on_event:
            self.server.world.on_event.remove(self._show)

    def on_message(self, message: str | bytes) -> None:
        act = json.loads(message)
        people, world = self.server.people, self.server.world
        user_id = int(act.get("user", ANNA))
        chat = world.chats.get(int(act.get("chat", 0)))
        match act.get("act"):
            case "language":
                for person in world.people.values():
                    person.language_code = str(act["language"])
                self._commands()
            case "write" if chat is not None and str(act.get("text", "")).strip():
                reply_to = int(act.get("reply_to", 0))
                more = {"reply_to": reply_to} if reply_to in chat.messages else {}
                people.write(chat, user_id, str(act["text"]).strip()[:_MAX_MESSAGE], **more)
            case "press" if chat is not None:
                press_id = people.press(chat, user_id, int(act["message"]), str(act["data"]))
                self._show({"event": "pressed", "press_id": press_id, "message": act["message"], "user": user_id})
            case "inline":
                query_id = people.inline_query(user_id, str(act.get("text", "")))
                self._show({"event": "queried", "query_id": query_id})
            case "choose" if chat is not None:
                self._choose(chat, user_id, act)

    def _choose(self, chat: Chat, user_id: int, act: Json) -> None:
        """Send an inline result, as picked in the list above the input."""
        answer = self.server.world.inline_queries.get(str(act.get("query_id")), {})
        for result in answer.get("results", []):
            if str(result["id"]) == str(act.get("id")):
                extra = {"via_bot": self.server.world.bot, "entities": result["shown"]["entities"]}
                if result.get("reply_markup"):
                    extra["reply_markup"] = result["reply_markup"]
                message = self.server.people.write(chat, user_id, result["shown"]["text"], **extra)
                message.update(extra)

    def _chat(self, chat: Chat) -> Json:
        return {**chat.json, "messages": list(chat.messages.values())}

    def _commands(self) -> None:
        """Tell the command menus: the narrowest scope with the client's language wins (Bot API, BotCommandScope)."""
        menus = [
            {"scope": json.loads(scope).get("type"), "language": language, "commands": commands}
            for (scope, language), commands in self.server.world.commands.items()
        ]
        self._show({"event": "menus", "menus": menus})

    def _show(self, event: Json) -> None:
        if event["event"] == "commands":
            self._commands()
            return
        try:
            self.write_message(json.dumps(event))
        except tornado.websocket.WebSocketClosedError:
            self.on_close()
