"""Fetches updates as raw JSON: parsing all at once would stumble over a single bad one (Bot API, getUpdates)."""

from __future__ import annotations

import json
from enum import Enum
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from telegram.error import NetworkError

from updates.connection import Connection
from updates.errors import reason_of
from updates.http_client import HttpClient
from updates.sending import wait_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.request import BaseRequest

LIMIT = 100
"""Updates that a poll gives at most (Bot API, getUpdates)."""
_READ_MARGIN = 10.0
"""Seconds that an answer may take beyond the long poll."""


class Trouble(Enum):
    """Why there are no updates."""

    REFUSED = "the token is refused"
    CONFLICT = "another copy polls"
    FLOOD = "too many calls"
    AWAY = "no answer"


class PollError(Exception):
    """A poll failed."""

    def __init__(self, trouble: Trouble, told: str, wait: int = 0) -> None:
        """Tell.

        Args:
            trouble: What kind.
            told: A few words for the log, nothing that Telegram sent.
            wait: Seconds that Telegram asks to wait, or 0.
        """
        super().__init__(told)
        self.trouble = trouble
        self.wait = wait


class Fetching:
    """One long poll at a time."""

    def __init__(self, base_url: str, allowed: tuple[str, ...], make: Callable[[int], BaseRequest] = HttpClient) -> None:
        """Prepare.

        Args:
            base_url: The Bot API's address with the token.
            allowed: The kinds of updates to ask for; named at every call, because Telegram remembers the last list.
            make: Makes a client with so many places.
        """
        self._base_url = base_url
        self._allowed = json.dumps(allowed)
        self._connection = Connection(1, make)

    async def open(self) -> None:
        """Open the connection."""
        await self._connection.initialize()

    async def close(self) -> None:
        """Close the connection."""
        await self._connection.shutdown()

    async def fetch(self, offset: int, seconds: int, limit: int = LIMIT) -> list[dict[str, Any]]:
        """Give what waits, at most 100, and confirm everything before `offset`.

        Args:
            offset: The first update wanted; 0: the oldest.
            seconds: How long to wait for one.
            limit: How many at most.

        Raises:
            PollError: it failed.
        """
        given = {"offset": offset, "timeout": seconds, "limit": limit, "allowed_updates": self._allowed}
        url = f"{self._base_url}/getUpdates?{urlencode(given)}"
        try:
            code, body = await self._connection.do_request(url, "POST", read_timeout=seconds + _READ_MARGIN)
        except NetworkError as error:
            raise PollError(Trouble.AWAY, reason_of(error)) from None
        if code != 200:
            raise _refusal(code, body)
        return _updates(body)


def _refusal(code: int, body: bytes) -> PollError:
    match code:
        case 401 | 404:
            return PollError(Trouble.REFUSED, f"HTTP status {code}")
        case 409:
            return PollError(Trouble.CONFLICT, "a webhook is set" if b"webhook is active" in body else "another copy polls")
        case 429:
            return PollError(Trouble.FLOOD, "too many calls", wait_of(body))
        case _:
            return PollError(Trouble.AWAY, f"HTTP status {code}")


def _updates(body: bytes) -> list[dict[str, Any]]:
    try:
        fetched = json.loads(body)["result"]
    except (ValueError, KeyError, TypeError):
        fetched = None
    if not isinstance(fetched, list):
        raise PollError(Trouble.AWAY, "an answer that cannot be read")
    updates = [raw for raw in fetched if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]
    if fetched and not updates:
        # Without an id none of it can ever be confirmed: better wait than ask at once again.
        raise PollError(Trouble.AWAY, "updates without ids")
    return updates
