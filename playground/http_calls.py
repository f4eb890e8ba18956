"""One call over HTTP: its arguments read, its faults applied, its answer written and remembered."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any

import tornado.web

from playground.errors import RefusalError, bad_request
from playground.journal import Call
from playground.methods import Arguments

if TYPE_CHECKING:
    from playground.api import BotApi
    from playground.faults import Fault


class MethodHandler(tornado.web.RequestHandler):
    """`/bot<token>/<method>`, by GET or POST."""

    def initialize(self, api: BotApi) -> None:
        """Take what the route gives."""
        self._api = api
        self._closed = asyncio.Event()

    def on_connection_close(self) -> None:
        """Notice that the bot has gone."""
        self._closed.set()

    async def get(self, token: str, method: str) -> None:
        """Answer as to POST: Telegram takes both."""
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        """Answer one call."""
        fault = self._api.faults.take(method)
        values: dict[str, Any] = {}
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault and await self._instead(fault, method):
            return
        try:
            arguments = self._arguments()
            values = arguments.values
            status, body = 200, {"ok": True, "result": await self._api.call(token, method, arguments)}
        except RefusalError as refusal:
            status, body = refusal.code, refusal.body
        # Remembered as it was said: what it tells of goes on changing.
        answer = json.dumps(body)
        self._remember(method, values, status, json.loads(answer), fault)
        if self._closed.is_set():
            return
        if fault and (fault.drop or fault.cut >= 0):
            await self._cut(answer, max(0, fault.cut) if not fault.drop else None)
        elif fault and fault.drip:
            await self._drip(status, answer, fault.drip)
        else:
            self._answer(status, answer)

    async def _instead(self, fault: Fault, method: str) -> bool:
        """Apply a fault that keeps the call from being carried out; True when one did."""
        if not (fault.hang or fault.status or fault.drop == "before"):
            return False
        self._remember(method, self._arguments().values, fault.status, {}, fault)
        if fault.hang:
            await self._closed.wait()
        elif fault.status:
            self._answer(fault.status, fault.answer)
        else:
            await self._cut("", None)
        return True

    def _answer(self, status: int, body: str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json" if body.startswith("{") else "text/html")
        self.finish(body)

    async def _cut(self, answer: str, after: int | None) -> None:
        """Close the connection, without a word or after so many bytes of the answer."""
        stream = self.detach()
        if after is not None:
            body = answer.encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            await stream.write(head.encode() + body[:after])
        stream.close()

    async def _drip(self, status: int, body: str, seconds: float) -> None:
        """Give an answer byte by byte."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        for byte in body:
            if self._closed.is_set():
                return
            self.write(byte)
            await self.flush()
            await asyncio.sleep(seconds)

    def _remember(self, method: str, values: dict[str, Any], status: int, answer: Any, fault: Fault | None) -> None:
        self._api.journal.append(Call(time.monotonic(), method, values, status, answer, fault.name if fault else ""))

    def _arguments(self) -> Arguments:
        if self.request.headers.get("Content-Type", "").startswith("application/json") and self.request.body:
            try:
                return Arguments(json.loads(self.request.body))
            except ValueError:
                raise bad_request("can't parse JSON") from None
        values = {name: values[-1].decode() for name, values in self.request.arguments.items()}
        files = {name: (upload[-1]["filename"], upload[-1]["body"]) for name, upload in self.request.files.items()}
        return Arguments(values, files)


class FileHandler(tornado.web.RequestHandler):
    """`/file/bot<token>/<file_path>`: what `getFile` pointed to."""

    def initialize(self, api: BotApi) -> None:
        """Take what the route gives."""
        self._api = api

    def get(self, token: str, file_id: str) -> None:
        """Give a file."""
        world = self._api.world
        if token != world.token or file_id not in world.files:
            raise tornado.web.HTTPError(404)
        write_file(self, *world.files[file_id])


def write_file(handler: tornado.web.RequestHandler, name: str, content: bytes) -> None:
    """Answer with a file, to be shown if it is a picture and to be saved otherwise."""
    is_picture = content.startswith((b"\x89PNG", b"\xff\xd8"))
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    handler.set_header("Content-Type", kind if is_picture else "application/octet-stream")
    safe_name = "".join(character for character in name if character.isascii() and character.isprintable() and character != '"')
    handler.set_header("Content-Disposition", f'{"inline" if is_picture else "attachment"}; filename="{safe_name}"')
    handler.set_header("X-Content-Type-Options", "nosniff")
    handler.finish(content)
