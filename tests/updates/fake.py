"""A client that answers from a list, for what real servers do too rarely."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from telegram.request import BaseRequest

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


class Clients:
    """Makes clients, each with the next list of answers."""

    def __init__(self, *lists: Sequence[Answer]) -> None:
        self._lists = list(lists)
        self.made: list[FakeClient] = []

    def __call__(self, _places: int) -> FakeClient:
        answers = self._lists.pop(0) if len(self._lists) > 1 else self._lists[0]
        self.made.append(FakeClient(*answers))
        return self.made[-1]
