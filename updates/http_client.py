"""HTTP/1.1 on tornado's streams, read by httptools, connections kept open: a call costs a tenth of what it costs with httpx.

httpx is python-telegram-bot's own and takes some two milliseconds of the processor a call with sixteen at once; tornado serves
the webhook anyway, and httptools is Node.js's own parser (`make bench` measures the whole bot).
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
from httptools import HttpParserError, HttpResponseParser
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest
from tornado.iostream import StreamClosedError

from updates.origins import Origin, connect, origin_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from telegram.request import RequestData
    from tornado.iostream import IOStream

_PLACE, _CONNECT, _READ, _UPLOAD = 5.0, 5.0, 10.0, 30.0
"""Seconds. Telegram answers within one; what takes longer is tried again rather than waited for."""
_IDLE = 30.0
"""Seconds for which an unused connection is kept."""
_CHUNK, _MAX_BODY = 64 * 1024, 64 * 1024 * 1024
"""Bytes: read at once, and of a whole response."""
_LENGTHS = (b"content-length", b"transfer-encoding")
_CODES = tuple(quote(bytes([byte]), safe="") for byte in range(256))
"""What stands in a form for each byte of a text (RFC 3986, section 2.1)."""


class ConnectingError(OSError):
    """There was no connection: the call surely did not arrive."""


@dataclass(frozen=True)
class _Idle:
    """A connection that waits for the next call."""

    stream: IOStream
    since: float


class _Response:
    """Gathers one response; httptools calls the methods that begin with `on_`."""

    date = ""
    """When it was made, as the server tells that (RFC 9110, section 6.6.1)."""

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        self._has_length = False
        self._parts: list[bytes] = []
        self._size = 0
        self.status = 0
        """0: not yet known."""
        self.is_whole = False
        self.is_last = False
        """The server closes the connection after it."""

    def feed(self, data: bytes) -> None:
        """Read on.

        Raises:
            HttpParserError: this is no HTTP, or too much of it.
        """
        self._parser.feed_data(data)

    @property
    def ends_with_connection(self) -> bool:
        """Whether the end of the connection is its own: it does not tell its length (RFC 9112, section 6.3)."""
        return self.status > 0 and not self._has_length

    @property
    def body(self) -> bytes:
        return b"".join(self._parts)

    def let_go(self) -> None:
        """Let go of the parser, which holds this one: else both would wait for the garbage collector."""
        del self._parser

    def on_header(self, name: bytes, value: bytes) -> None:
        name = name.lower()
        if name in _LENGTHS:
            self._has_length = True
        elif name == b"date":
            self.date = value.decode("ascii", "replace")

    def on_headers_complete(self) -> None:
        self.status = self._parser.get_status_code()
        self.is_last = not self._parser.should_keep_alive()

    def on_body(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > _MAX_BODY:
            raise ValueError("a response that is too long")
        self._parts.append(part)

    def on_message_complete(self) -> None:
        # Before the response proper there may be others that only say that it will come (RFC 9110, section 15.2).
        self.is_whole = self.status >= 200


class HttpClient(BaseRequest):
    """Makes calls, each once."""

    def __init__(self, places: int, tell_date: Callable[[str], None] | None = None) -> None:
        """Prepare.

        Args:
            places: How many calls it can make at once.
            tell_date: Is told when each response was made, where the server says that.
        """
        self._tell_date = tell_date
        self._places = asyncio.Semaphore(places)
        self._idle: defaultdict[Origin, list[_Idle]] = defaultdict(list)
        self._is_open = False

    async def initialize(self) -> None:
        """See `BaseRequest.initialize`."""
        self._is_open = True

    async def shutdown(self) -> None:
        """See `BaseRequest.shutdown`."""
        self._is_open = False
        for waiting in self._idle.values():
            for idle in waiting:
                idle.stream.close()
        self._idle.clear()

    @property
    def read_timeout(self) -> float | None:
        """See `BaseRequest.read_timeout`."""
        return _READ

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - writing counts as a part of the read time-out
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """See `BaseRequest.do_request`.

        Raises:
            NetworkError: no answer came; its cause is a `ConnectingError` where the call surely did not arrive.
        """
        if not self._is_open:
            raise NetworkError("This client is closed.") from ConnectingError()
        body, kind = _body(url, request_data)
        reading = max(_given(read_timeout, _READ), _UPLOAD if request_data and request_data.contains_files else 0.0)
        await self._take_place(_given(pool_timeout, _PLACE))
        try:
            stream, origin = await self._stream(url, _given(connect_timeout, _CONNECT))
            return await self._exchange(stream, origin, _head(origin, method, url, len(body), kind) + body, reading)
        finally:
            self._places.release()

    async def _take_place(self, seconds: float) -> None:
        if not self._places.locked():
            await self._places.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError as error:
            raise TimedOut from _not_arrived(error)

    async def _stream(self, url: str, seconds: float) -> tuple[IOStream, Origin]:
        """Give an idle connection, or make one."""
        origin = origin_of(url)
        now = asyncio.get_running_loop().time()
        waiting = self._idle[origin]
        while waiting:
            idle = waiting.pop()
            if now - idle.since < _IDLE and not idle.stream.closed():
                return idle.stream, origin
            idle.stream.close()
        try:
            # Not `wait_for`, which before Python 3.12 may swallow a cancellation that comes just when the connection is there.
            async with asyncio.timeout(seconds):
                stream = await connect(origin)
        except TimeoutError as error:
            raise TimedOut from _not_arrived(error)
        except (OSError, StreamClosedError) as error:
            raise NetworkError(type(error).__name__) from _not_arrived(error)
        stream.set_nodelay(True)
        stream.set_close_callback(lambda: None)  # so that the stream notices when the other side goes while it is idle
        return stream, origin

    async def _exchange(self, stream: IOStream, origin: Origin, request: bytes, seconds: float) -> tuple[int, bytes]:
        """Send a request and read its response; whatever disturbs that ends the connection."""
        response, is_kept = _Response(), False
        try:
            async with asyncio.timeout(seconds):
                stream.write(request)
                while not response.is_whole:
                    response.feed(await stream.read_bytes(_CHUNK, partial=True))
            is_kept = self._is_open and not response.is_last
        except TimeoutError as error:
            raise TimedOut from error
        except (OSError, HttpParserError) as error:
            if not (isinstance(error, StreamClosedError) and response.ends_with_connection):
                raise NetworkError(type(error).__name__) from error
        finally:
            response.let_go()
            if is_kept:
                self._idle[origin].append(_Idle(stream, asyncio.get_running_loop().time()))
            else:
                stream.close()
        if self._tell_date is not None and response.date:
            self._tell_date(response.date)
        return response.status, response.body


def _not_arrived(error: Exception) -> ConnectingError:
    """Give what says that a call did not arrive, and why."""
    found = ConnectingError()
    found.__cause__ = error
    return found


def _head(origin: Origin, method: str, url: str, length: int, kind: str) -> bytes:
    """Give the head of a request; a proxy without a tunnel is told the whole address (RFC 9112, section 3.2.2)."""
    _, _, place, *path = url.split("/", 3)
    target = url if origin.proxy and origin.scheme == "http" else "/" + "".join(path)
    lines = [
        f"{method} {target} HTTP/1.1",
        f"Host: {place}",
        f"User-Agent: {BaseRequest.USER_AGENT}",
        f"Content-Length: {length}",
    ]
    if kind:
        lines.append(f"Content-Type: {kind}")
    return "\r\n".join([*lines, "", ""]).encode()


def _body(url: str, data: RequestData | None) -> tuple[bytes, str]:
    """Give the parameters as a form, with its files where there are some (Bot API, Making requests), and its type."""
    if data is None or not data.parameters:
        return b"", ""
    if not data.contains_files:
        return _form(data.json_parameters).encode(), "application/x-www-form-urlencoded"
    request = httpx.Request("POST", url, data=data.json_parameters, files=data.multipart_data)
    return request.read(), request.headers["Content-Type"]


def _form(values: Mapping[str, str]) -> str:
    """Write a form in less than half the time that `urllib.parse.urlencode` takes."""
    return "&".join([f"{name}={_quoted(value)}" for name, value in values.items()])


def _quoted(text: str) -> str:
    return "".join([_CODES[byte] for byte in text.encode()])


def _given(seconds: Any, usual: float) -> float:
    return usual if seconds is BaseRequest.DEFAULT_NONE or seconds is None else float(seconds)
