from __future__ import annotations

import asyncio

import pytest
from telegram.error import NetworkError, TimedOut

from tests.updates.fake import Clients, FakeClient, good
from updates import connection
from updates.connection import Connection

URL = "http://127.0.0.1/bot1:a/getMe"


async def test_after_two_failures_in_a_row_a_new_client_takes_over() -> None:
    clients = Clients([TimedOut(), good(), TimedOut()], [good("new")])
    calls = Connection(1, clients)
    await calls.initialize()
    answers: list[object] = []
    for _ in range(5):
        try:
            answers.append(await calls.post(URL))
        except TimedOut:
            answers.append("-")
    assert answers == ["-", True, "-", "-", "new"]
    assert clients.made[0].is_open, "calls that are under way may end"
    await calls.shutdown()
    assert [client.is_open for client in clients.made] == [False, False]


async def test_a_client_that_was_replaced_is_closed_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_GRACE", 0.0)
    clients = Clients([TimedOut()], [good()])
    calls = Connection(1, clients)
    await calls.initialize()
    for _ in range(2):
        with pytest.raises(TimedOut):
            await calls.post(URL)
    while clients.made[0].is_open:  # noqa: ASYNC110 - bounded by the other end: it is closed as soon as the loop turns
        await asyncio.sleep(0)
    assert await calls.post(URL)
    await calls.shutdown()


async def test_a_failure_of_a_client_that_was_replaced_does_not_count() -> None:
    class Slow(FakeClient):
        async def do_request(self, url: str, *arguments: object, **more: object) -> tuple[int, bytes]:
            await hold.wait()
            raise TimedOut

    hold = asyncio.Event()
    made: list[FakeClient] = []

    def make(_places: int) -> FakeClient:
        made.append(FakeClient(good()) if made else Slow())
        return made[-1]

    calls = Connection(3, make)
    waiting = [asyncio.create_task(calls.post(URL)) for _ in range(4)]
    await asyncio.sleep(0)
    hold.set()
    assert [type(result) for result in await asyncio.gather(*waiting, return_exceptions=True)] == [TimedOut] * 4
    assert len(made) == 2
    await calls.shutdown()


async def test_a_client_that_will_not_close_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stuck(FakeClient):
        async def shutdown(self) -> None:
            await asyncio.Event().wait()

    monkeypatch.setattr(connection, "_CLOSING", 0.01)
    calls = Connection(1, lambda _places: Stuck(good()))
    assert await calls.post(URL)
    await calls.shutdown()


@pytest.mark.parametrize("body", [b"", b"{'ok': True}", b"[]", b"null", b'"ok"', b'{"ok": true}', b"\xff\xfe", b'{"ok"'])
async def test_what_is_no_answer_is_a_failure_and_is_not_logged(body: bytes, caplog: pytest.LogCaptureFixture) -> None:
    calls = Connection(1, Clients([(200, body)]))
    with pytest.raises(NetworkError):
        await calls.post(URL)
    assert not caplog.records
    assert calls.read_timeout == 1.0
