"""HTTP/1.1 on tornado's streams, connections kept open: a call costs a tenth of what it costs with httpx.

httpx is python-telegram-bot's own and takes some two milliseconds of the processor a call with sixteen at once; tornado serves
the webhook anyway (`make bench` measures the whole bot).
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest
from tornado.http1connection import HTTP1Connection, HTTP1ConnectionParameters
from tornado.httputil import HTTPHeaders, HTTPMessageDelegate, RequestStartLine
from tornado.iostream import StreamClosedError

from updates.origins import Origin, connect, origin_of

if TYPE_CHECKING:
    from telegram.request import RequestData

_PLACE, _CONNECT, _READ, _UPLOAD = 5.0, 5.0, 10.0, 30.0
"""Seconds. Telegram answers within one; what takes longer is tried again rather than waited for."""
_IDLE = 30.0
"""Seconds for which an unused connection is kept."""
_PARAMETERS = HTTP1ConnectionParameters(no_keep_alive=False, decompress=False, max_body_size=64 * 1024 * 1024)


class ConnectingError(OSError):
    """There was no connection: the call surely did not arrive."""


@dataclass(frozen=True)
class _Idle:
    """A connection that waits for the next call."""

    connection: HTTP1Connection
    since: float


class _Answer(HTTPMessageDelegate):
    """Gathers one response."""

    def __init__(self) -> None:
        self.status = 0
        self.parts: list[bytes] = []
        self.is_whole = False
        self.is_last = False
        """The server closes the connection after it."""

    def headers_received(self, start_line: Any, headers: HTTPHeaders) -> None:
        self.status = start_line.code
        self.is_last = headers.get("Connection", "").lower() == "close"

    def data_received(self, chunk: bytes) -> None:
        self.parts.append(chunk)

    def finish(self) -> None:
        self.is_whole = True


class HttpClient(BaseRequest):
    """Makes calls, each once."""

    def __init__(self, places: int) -> None:
        """Prepare.

        Args:
            places: How many calls it can make at once.
        """
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
                idle.connection.close()
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
            connection, origin = await self._connection(url, _given(connect_timeout, _CONNECT))
            return await self._exchange(connection, origin, _request(origin, method, url, body, kind), body, reading)
        finally:
            self._places.release()

    async def _take_place(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError as error:
            raise TimedOut from ConnectingError(str(error))

    async def _connection(self, url: str, seconds: float) -> tuple[HTTP1Connection, Origin]:
        """Give an idle connection, or make one."""
        origin = origin_of(url)
        now = asyncio.get_running_loop().time()
        waiting = self._idle[origin]
        while waiting:
            idle = waiting.pop()
            if now - idle.since < _IDLE and not idle.connection.stream.closed():
                return idle.connection, origin
            idle.connection.close()
        try:
            # Not `wait_for`, which before Python 3.12 may swallow a cancellation that comes just when the connection is there.
            async with asyncio.timeout(seconds):
                stream = await connect(origin)
        except TimeoutError as error:
            raise TimedOut from ConnectingError(str(error))
        except (OSError, StreamClosedError) as error:
            raise NetworkError(type(error).__name__) from ConnectingError(type(error).__name__)
        stream.set_nodelay(True)
        return HTTP1Connection(stream, True, _PARAMETERS), origin  # noqa: FBT003 - tornado's

    async def _exchange(
        self,
        connection: HTTP1Connection,
        origin: Origin,
        request: tuple[RequestStartLine, HTTPHeaders],
        body: bytes,
        reading: float,
    ) -> tuple[int, bytes]:
        """Send a request and read its response; whatever disturbs that ends the connection."""
        answer = _Answer()
        try:
            async with asyncio.timeout(reading):
                connection.write_headers(*request, body)
                connection.finish()
                await connection.read_response(answer)
        except TimeoutError as error:
            raise TimedOut from error
        except (StreamClosedError, OSError) as error:
            raise NetworkError(type(error).__name__) from error
        finally:
            if not answer.is_whole or answer.is_last or not self._is_open:
                connection.close()
        if not answer.is_whole:
            raise NetworkError("an answer that ended too early")
        if not connection.stream.closed():
            connection.stream.set_close_callback(lambda: None)  # so that the stream notices when the other side goes
            self._idle[origin].append(_Idle(connection, asyncio.get_running_loop().time()))
        return answer.status, b"".join(answer.parts)


def _request(origin: Origin, method: str, url: str, body: bytes, kind: str) -> tuple[RequestStartLine, HTTPHeaders]:
    """Give the head of a request; a proxy without a tunnel is told the whole address (RFC 9112, section 3.2.2)."""
    _, _, place, *path = url.split("/", 3)
    target = url if origin.proxy and origin.scheme == "http" else "/" + "".join(path)
    headers = {"Host": place, "User-Agent": BaseRequest.USER_AGENT, "Content-Length": str(len(body))}
    if kind:
        headers["Content-Type"] = kind
    return RequestStartLine(method, target, "HTTP/1.1"), HTTPHeaders(headers)


def _body(url: str, data: RequestData | None) -> tuple[bytes, str]:
    """Give the parameters as a form, with its files where there are some (Bot API, Making requests), and its type."""
    if data is None or not data.parameters:
        return b"", ""
    if not data.contains_files:
        return urlencode(data.json_parameters).encode(), "application/x-www-form-urlencoded"
    form = httpx.Request("POST", url, data=data.json_parameters, files=data.multipart_data)
    return form.read(), form.headers["Content-Type"]


def _given(seconds: Any, usual: float) -> float:
    return usual if seconds is BaseRequest.DEFAULT_NONE or seconds is None else float(seconds)
