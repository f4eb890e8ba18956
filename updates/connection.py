"""Connections to Telegram that come back: one that failed twice in a row is replaced by a new one.

A pool of connections can keep a place taken for ever (httpx's does after a time-out behind a proxy, encode/httpcore#1093);
with the last place gone every further call fails. A new client has all its places, whatever its library forgot.
"""

from __future__ import annotations

import asyncio
import functools
import json
from typing import TYPE_CHECKING, Any

from telegram.error import NetworkError
from telegram.request import BaseRequest

from updates.http_client import HttpClient

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.request import RequestData

_FAILURES_TO_RENEW = 2
_GRACE = 90.0
"""Seconds until a client that was replaced is closed: longer than any call takes."""
_CLOSING = 1.0
"""Seconds that closing a client may take; what hangs is left to the operating system."""


class Connection(BaseRequest):
    """Calls Telegram, each call once."""

    def __init__(self, places: int, make: Callable[[int], BaseRequest] = HttpClient) -> None:
        """Prepare.

        Args:
            places: How many calls can be made at once.
            make: Makes a client with so many places.
        """
        self._make = functools.partial(make, places)
        self._client = self._make()
        self._failures = 0
        self._replaced: dict[BaseRequest, asyncio.Task[None]] = {}

    async def initialize(self) -> None:
        """See `BaseRequest.initialize`."""
        await self._client.initialize()

    async def shutdown(self) -> None:
        """See `BaseRequest.shutdown`."""
        for waiting in self._replaced.values():
            waiting.cancel()
        await asyncio.gather(*(_close(client) for client in (self._client, *self._replaced)))
        self._replaced.clear()

    @property
    def read_timeout(self) -> float | None:
        """See `BaseRequest.read_timeout`."""
        return self._client.read_timeout

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """See `BaseRequest.do_request`.

        Raises:
            NetworkError: no answer came; its cause tells why.
        """
        client = self._client
        try:
            answer = await client.do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )
        except Exception as error:
            if client is self._client:
                self._failures += 1
                if self._failures >= _FAILURES_TO_RENEW:
                    await self._renew()
            if isinstance(error, NetworkError):
                raise
            # Whatever else a library lets out, such as errors about names: for us, no answer came.
            raise NetworkError(type(error).__name__) from error
        self._failures = 0
        return answer

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; what cannot be read stays out of the log, for it may hold what a member wrote.

        Raises:
            NetworkError: it is not an answer of a Bot API server.
        """
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or (answer.get("ok") and "result" not in answer):
            raise NetworkError("an answer that cannot be read")
        return answer

    async def _renew(self) -> None:
        """Take a new client; calls that are under way end with the old one."""
        old, self._client = self._client, self._make()
        self._failures = 0
        await self._client.initialize()
        self._replaced[old] = asyncio.create_task(self._close_later(old))

    async def _close_later(self, client: BaseRequest) -> None:
        await asyncio.sleep(_GRACE)
        self._replaced.pop(client, None)
        await _close(client)


async def _close(client: BaseRequest) -> None:
    try:
        async with asyncio.timeout(_CLOSING):
            await client.shutdown()
    except (TimeoutError, OSError):
        return
