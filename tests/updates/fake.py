"""A client that answers from a list, for what real servers do too rarely."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from telegram.request import BaseRequest

from updates.fetching import LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram.request import RequestData

Answer = tuple[int, bytes] | Exception


def good(result: Any = True) -> Answer:
    return 200, json.dumps({"ok": True, "result": result}).encode()


def refused(code: int, description: str, **parameters: int) -> Answer:
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return code, json.dumps(body).encode()


class FakeClient(BaseRequest):
    """Gives the answers in turn and then only the last; remembers the calls."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.calls: list[str] = []
        self.is_open = False

    async def initialize(self) -> None:
        self.is_open = True

    async def shutdown(self) -> None:
        self.is_open = False

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        self.calls.append(url.rpartition("/")[2])
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


class Queue(FakeClient):
    """Gives what waits as Telegram does: at most a hundred, from the offset on; what lies before it is forgotten."""

    def __init__(self, *waiting: dict[str, Any], failures: Sequence[Exception | None] = ()) -> None:
        """`failures`: what the first polls fail with; None: that one does not."""
        super().__init__(good([]))
        self.waiting = list(waiting)
        self.failures = list(failures)
        self.is_empty, self.is_polled_on = asyncio.Event(), asyncio.Event()
        """Nothing waits any more; there were twenty polls."""

    async def do_request(self, url: str, *arguments: Any, **more: Any) -> tuple[int, bytes]:
        failure = self.failures.pop(0) if self.failures else None
        offset = int(url.partition("offset=")[2].partition("&")[0])
        self.waiting = [raw for raw in self.waiting if raw["update_id"] >= offset]
        self.answers = [failure or good(self.waiting[:LIMIT])]
        if not self.waiting:
            self.is_empty.set()
        if len(self.calls) == 20:
            self.is_polled_on.set()
        await asyncio.sleep(0)  # as any call does
        return await super().do_request(url, *arguments, **more)


class Clients:
    """Makes clients, each with the next list of answers."""

    def __init__(self, *lists: Sequence[Answer]) -> None:
        self._lists = list(lists)
        self.made: list[FakeClient] = []

    def __call__(self, _places: int) -> FakeClient:
        answers = self._lists.pop(0) if len(self._lists) > 1 else self._lists[0]
        self.made.append(FakeClient(*answers))
        return self.made[-1]
