"""Calls that get through: what failed is tried again, as often as is right for what the call does.

A call that was not carried out may be made again: there was no connection, Telegram asks to wait, or it answers that it failed
(500, 502, 503). Where nobody knows (no answer, half of one, 504 and what else a gateway in between may say), one more try is made
if the call says something (better said twice than not at all), and as many as for the others if twice is the same as once.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from telegram.error import NetworkError
from telegram.request import BaseRequest

from updates.connection import Connection
from updates.http_client import ConnectingError, HttpClient

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.request import RequestData

TRIES = 3
_TRIES_WHERE_TWICE_SHOWS = 2
LONGEST_WAIT = 10
"""Seconds: who is told to wait longer is not kept waiting (Bot API, ResponseParameters.retry_after)."""
_PAUSES = (0.3, 1.0)
_NOT_DONE = (500, 502, 503)
"""Answers that say that a call was not carried out (RFC 9110, section 15.6)."""
_PLACES = 64
_SAYS_SOMETHING = "send"
_SHOWS_ONCE = "sendchataction"
_DONE = (200, b'{"ok":true,"result":true}')


class Sending(Connection):
    """The connection for everything but polls."""

    def __init__(self, make: Callable[[int], BaseRequest] = HttpClient, pauses: tuple[float, ...] = _PAUSES) -> None:
        """Prepare.

        Args:
            make: Makes a client with so many places.
            pauses: Seconds before the second try and the third.
        """
        super().__init__(_PLACES, make)
        self._pauses = pauses

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
        """Call until it works, but let it fail and be told to wait at most three times each; see `BaseRequest.do_request`.

        Raises:
            NetworkError: no answer came, or none that can be read.
        """
        name = url.rpartition("/")[2].partition("?")[0].lower()
        timeouts = (read_timeout, write_timeout, connect_timeout, pool_timeout)
        failed = waited = 0
        unsure = 0
        """How often nobody knows whether the call was carried out."""
        while True:
            try:
                code, body = await super().do_request(url, method, request_data, *timeouts)
            except NetworkError as error:
                unsure += not isinstance(error.__cause__, ConnectingError)
                failure = error
            else:
                wait = wait_of(body) if code == 429 else 0
                if 0 < wait <= LONGEST_WAIT and waited < TRIES - 1:
                    waited += 1
                    await asyncio.sleep(wait)
                    continue
                if code < 500 and (method != "POST" or _is_answer(body)):
                    return _DONE if unsure and _is_gone(name, body) else (code, body)
                unsure += code < 400 or (code >= 500 and code not in _NOT_DONE)
                failure = NetworkError(f"HTTP status {code}")
            failed += 1
            if failed == TRIES or (unsure == _TRIES_WHERE_TWICE_SHOWS and _shows_twice(name)):
                raise failure
            await asyncio.sleep(self._pauses[failed - 1])


def wait_of(body: bytes) -> int:
    """Give the seconds that a refusal asks to wait, or 0."""
    try:
        return int(json.loads(body)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return 0


def _is_answer(body: bytes) -> bool:
    """Whether it is a whole JSON object, told by its ends: read it is later."""
    return body[:1] == b"{" and body[-1:] == b"}"


def _shows_twice(name: str) -> bool:
    return name.startswith(_SAYS_SOMETHING) and name != _SHOWS_ONCE


def _is_gone(name: str, body: bytes) -> bool:
    """Whether a message is not there to be deleted, which after an unsure try means that this one did it."""
    return name == "deletemessage" and b"message to delete not found" in body
