"""The Bot API over HTTP: `/bot<token>/<method>`, answered as Telegram answers (https://core.telegram.org/bots/api)."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import tornado.httpserver
import tornado.netutil
import tornado.web

from playground.errors import RefusalError
from playground.faults import Faults
from playground.methods import METHODS, Arguments
from playground.people import People
from playground.polling import Polling
from playground.state import World

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Call:
    """One call of the bot, for the journal."""

    at: float
    """Seconds of a monotonic clock."""
    method: str
    arguments: dict[str, Any] = field(repr=False)
    status: int
    answer: dict[str, Any] = field(repr=False)


class BotApiServer:
    """A Bot API server for one bot on 127.0.0.1."""

    def __init__(
        self, token: str = "123456789:AAplaygroundplaygroundplaygroundplay", *, clock: Callable[[], float] = time.time
    ) -> None:
        self.world = World(token, clock=clock)
        self.people = People(self.world)
        self.polling = Polling(self.world)
        self.faults = Faults()
        self.journal: list[Call] = []
        self.port = 0
        self._http: tornado.httpserver.HTTPServer | None = None

    @property
    def url(self) -> str:
        """What goes into BOT_API_URL."""
        return f"http://{HOST}:{self.port}"

    def start(self, port: int = 0, extra: list[Any] | None = None) -> None:
        """Listen on `port`, or on a free one; `extra` adds routes (the chat page)."""
        routes = [
            (r"/bot([^/]+)/(\w+)", _MethodHandler, {"server": self}),
            (r"/file/bot[^/]+/(.+)", _FileHandler, {"server": self}),
        ]
        sockets = tornado.netutil.bind_sockets(port, HOST)
        self.port = sockets[0].getsockname()[1]
        self._http = tornado.httpserver.HTTPServer(tornado.web.Application([*routes, *(extra or [])], log_function=_no_log))
        self._http.add_sockets(sockets)

    async def stop(self) -> None:
        """Close everything."""
        if self._http is not None:
            self._http.stop()
            await self._http.close_all_connections()
            self._http = None

    async def call(self, token: str, method: str, arguments: Arguments) -> Any:
        """Answer one call.

        Raises:
            RefusalError: in Telegram's words.
        """
        if token != self.world.token:
            raise RefusalError(401, "Unauthorized")
        match method.lower():
            case "getupdates":
                return await self.polling.get_updates(arguments)
            case "setwebhook":
                return self.polling.set_webhook(arguments)
            case "deletewebhook":
                self.world.webhook = {"url": ""}
                return True
            case "getwebhookinfo":
                return self.polling.webhook_info()
            case "getfile":
                file_id = arguments.text("file_id")
                return {"file_id": file_id, "file_unique_id": file_id, "file_path": file_id}
            case name if name in METHODS:
                return METHODS[name](self.world, arguments)
        raise RefusalError(404, "Not Found")


class _MethodHandler(tornado.web.RequestHandler):
    def initialize(self, server: BotApiServer) -> None:
        self.server = server

    async def get(self, token: str, method: str) -> None:
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        arguments = self._arguments()
        if await self.server.faults.before(method, self):
            self.server.journal.append(Call(time.monotonic(), method, arguments.values, self.get_status(), {}))
            return
        try:
            status, body = 200, {"ok": True, "result": await self.server.call(token, method, arguments)}
        except RefusalError as refusal:
            status, body = refusal.code, refusal.body
        self.server.journal.append(Call(time.monotonic(), method, arguments.values, status, body))
        if await self.server.faults.after(method, self):
            return
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body))

    def _arguments(self) -> Arguments:
        if self.request.headers.get("Content-Type", "").startswith("application/json") and self.request.body:
            return Arguments(json.loads(self.request.body))
        values = {name: values[-1].decode() for name, values in self.request.arguments.items()}
        files = {name: (upload[-1]["filename"], upload[-1]["body"]) for name, upload in self.request.files.items()}
        return Arguments(values, files)


class _FileHandler(tornado.web.RequestHandler):
    def initialize(self, server: BotApiServer) -> None:
        self.server = server

    def get(self, file_id: str) -> None:
        if file_id not in self.server.world.files:
            raise tornado.web.HTTPError(404)
        name, content = self.server.world.files[file_id]
        self.set_header("Content-Type", "image/png" if name.endswith(".png") else "application/octet-stream")
        self.set_header("Content-Disposition", f'inline; filename="{name}"')
        self.finish(content)


def _no_log(_: tornado.web.RequestHandler) -> None:
    """Keep quiet: the journal remembers every call."""
