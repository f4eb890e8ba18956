"""The Bot API over HTTP: `/bot<token>/<method>`, answered as Telegram answers (https://core.telegram.org/bots/api)."""

from __future__ import annotations

import ssl
import time
from typing import TYPE_CHECKING, Any

import tornado.httpserver
import tornado.netutil

from playground.api import BotApi
from playground.http_calls import FileHandler, MethodHandler
from playground.visitors import Application

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOST = "127.0.0.1"
_BODY_LIMIT = 60 * 1024 * 1024

__all__ = ["HOST", "BotApiServer"]


class BotApiServer(BotApi):
    """A Bot API server for one bot on 127.0.0.1."""

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        """Prepare; for the arguments see `BotApi`."""
        super().__init__(clock=clock)
        self.port = 0
        self.names = {HOST, "localhost"}
        """Host names under which it answers."""
        self._http: tornado.httpserver.HTTPServer | None = None
        self._routes: list[Any] = []

    @property
    def url(self) -> str:
        """What goes into BOT_API_URL."""
        return f"http://{HOST}:{self.port}"

    def start(self, port: int = 0, extra: list[Any] | None = None, *, tls: tuple[Path, Path] | None = None) -> None:
        """Listen on `port`, or on a free one; `extra` adds routes (the chat page), `tls` are certificate and key.

        Raises:
            OSError: the port is taken.
        """
        sockets = tornado.netutil.bind_sockets(port, HOST)
        self.port = sockets[0].getsockname()[1]
        self._routes = [
            (r"/bot([^/]+)/(\w+)", MethodHandler, {"api": self}),
            (r"/file/bot([^/]+)/(.+)", FileHandler, {"api": self}),
            *(extra or []),
        ]
        application = Application(self._routes, self.names)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) if tls else None
        if context is not None and tls is not None:
            context.load_cert_chain(*tls)
        self._http = tornado.httpserver.HTTPServer(application, max_buffer_size=_BODY_LIMIT, ssl_options=context)
        self._http.add_sockets(sockets)

    async def refuse(self) -> None:
        """Go away as a server that is down: connections are cut, new ones refused. What it knows stays."""
        if self._http is not None:
            self._http.stop()
            await self._http.close_all_connections()
            self._http = None

    def come_back(self) -> None:
        """Listen again, on the same port."""
        self.start(self.port, self._routes[2:])

    async def stop(self) -> None:
        """Close everything."""
        await self.webhook.stop()
        self.polling.abort("server stopped")
        await self.refuse()
