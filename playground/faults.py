"""Faults on purpose: what networks and servers do to a bot, scripted per method."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tornado.web


@dataclass(frozen=True)
class Fault:
    """What happens to one call."""

    status: int = 0
    """Answer with this HTTP status and `body` instead of the truth."""
    body: str = ""
    delay: float = 0.0
    """Seconds to wait first."""
    drop: str = ""
    """`before` or `after` the call was carried out: close the connection without an answer."""
    retry_after: int = 0
    """With status 429: the seconds in Telegram's `parameters`."""


class Faults:
    """The faults still to come, per method in lower case; `*` stands for every method."""

    def __init__(self) -> None:
        self._next: dict[str, deque[Fault]] = defaultdict(deque)
        self._after: dict[int, Fault] = {}

    def add(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method fail, one fault a call."""
        self._next[method.lower()].extend(faults)

    def clear(self) -> None:
        """Let everything work again."""
        self._next.clear()

    async def before(self, method: str, handler: tornado.web.RequestHandler) -> bool:
        """Apply the next fault of a method; True when the call is already answered or cut."""
        queue = self._next[method.lower()] or self._next["*"]
        if not queue:
            return False
        fault = queue.popleft()
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.drop == "before":
            _cut(handler)
            return True
        if fault.drop == "after":
            self._after[id(handler)] = fault
            return False
        if fault.status:
            handler.set_status(fault.status)
            body = fault.body
            if fault.retry_after:
                body = (
                    f'{{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {fault.retry_after}",'
                    f'"parameters":{{"retry_after":{fault.retry_after}}}}}'
                )
            handler.finish(body)
            return True
        return False

    async def after(self, method: str, handler: tornado.web.RequestHandler) -> bool:  # noqa: ARG002 - a pair with `before`
        """Apply a fault that comes after the work; True when the connection was cut."""
        if self._after.pop(id(handler), None) is None:
            return False
        _cut(handler)
        return True


def _cut(handler: tornado.web.RequestHandler) -> None:
    connection = handler.request.connection
    if connection is not None:
        stream = getattr(connection, "stream", None)
        if stream is not None:
            stream.close()
    handler._finished = True  # noqa: SLF001 - tornado has no public way to leave a request unanswered
