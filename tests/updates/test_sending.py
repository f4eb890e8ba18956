"""How often a call is made, by what happened to it and what it does."""

from __future__ import annotations

import pytest
from telegram.error import NetworkError, RetryAfter
from tornado.iostream import StreamClosedError

from tests.updates.fake import Answer, Clients, good, refused
from updates.http_client import ConnectingError
from updates.sending import Sending

URL = "http://127.0.0.1/bot1:a/"


def failed(cause: Exception) -> Answer:
    error = NetworkError(type(cause).__name__)
    error.__cause__ = cause
    return error


NOT_ARRIVED, UNSURE = failed(ConnectingError()), failed(TimeoutError())
BAD_GATEWAY: Answer = (502, b"<html>502 Bad Gateway</html>")
HALF: Answer = (200, b'{"ok": true, "res')


async def call(method: str, *answers: Answer) -> tuple[str, list[str]]:
    """Make a call; give how it ended, and the calls that were made for it."""
    clients = Clients(answers)
    sending = Sending(clients, pauses=(0.0,) * 3)
    await sending.initialize()
    try:
        ended = str(await sending.post(URL + method))
    except NetworkError as error:
        ended = type(error).__name__
    finally:
        await sending.shutdown()
    return ended, [made for client in clients.made for made in client.calls]


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery", "getMe"])
@pytest.mark.parametrize("failure", [NOT_ARRIVED, BAD_GATEWAY, refused(500, "Internal Server Error")])
async def test_what_did_not_arrive_is_tried_four_times(method: str, failure: Answer) -> None:
    clients_see = await call(method, failure, good())
    assert clients_see == ("True", [method] * 2)
    ended, calls = await call(method, failure)
    assert (ended, len(calls)) == ("NetworkError", 4)


@pytest.mark.parametrize("failure", [UNSURE, HALF, (200, b""), failed(StreamClosedError())])
async def test_where_nobody_knows_a_message_is_sent_once_more_at_most(failure: Answer) -> None:
    assert await call("sendMessage", failure, good()) == ("True", ["sendMessage"] * 2)
    ended, calls = await call("sendMessage", failure)
    assert (ended, len(calls)) == ("NetworkError", 2)


@pytest.mark.parametrize("method", ["editMessageText", "sendChatAction", "answerCallbackQuery", "deleteMessage"])
async def test_what_is_the_same_twice_is_tried_four_times_though_nobody_knows(method: str) -> None:
    ended, calls = await call(method, UNSURE)
    assert (ended, len(calls)) == ("NetworkError", 4)


async def test_a_short_wait_is_waited_for_and_a_long_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("updates.sending.asyncio.sleep", sleep)
    assert await call("sendMessage", refused(429, "Too Many Requests", retry_after=10), good()) == ("True", ["sendMessage"] * 2)
    assert slept == [10]
    with pytest.raises(RetryAfter):
        await call("sendMessage", refused(429, "Too Many Requests", retry_after=11))
    assert slept == [10]
    with pytest.raises(RetryAfter):
        await call("sendMessage", refused(429, "Too Many Requests", retry_after=2))
    assert slept == [10, 2, 2, 2]


async def test_a_flood_limit_without_a_wait_is_tried_again() -> None:
    assert await call("sendMessage", (429, b"<html>slow down</html>"), good()) == ("True", ["sendMessage"] * 2)


async def test_a_refusal_is_no_reason_to_try_again() -> None:
    assert await call("sendMessage", refused(400, "Bad Request: chat not found")) == ("BadRequest", ["sendMessage"])


async def test_a_message_that_is_gone_after_an_unsure_try_was_deleted_by_it() -> None:
    gone = refused(400, "Bad Request: message to delete not found")
    assert await call("deleteMessage", UNSURE, gone) == ("True", ["deleteMessage"] * 2)
    assert await call("deleteMessage", gone) == ("BadRequest", ["deleteMessage"])
    assert await call("deleteMessage", NOT_ARRIVED, gone) == ("BadRequest", ["deleteMessage"] * 2)


async def test_files_are_no_json_and_fine() -> None:
    sending = Sending(Clients([(200, b"\x89PNG")]))
    assert await sending.retrieve(URL + "file") == b"\x89PNG"
