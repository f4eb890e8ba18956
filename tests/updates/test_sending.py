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
GATEWAY_TIMEOUT: Answer = (504, b"<html>504 Gateway Time-out</html>")
HALF: Answer = (200, b'{"ok": true, "res')


async def no_wait(_seconds: float) -> None:
    """Instead of a sleep."""


async def call(method: str, *answers: Answer) -> tuple[str, list[str]]:
    """Make a call; give how it ended, and the calls that were made for it."""
    clients = Clients(answers)
    sending = Sending(clients, pauses=(0.0, 0.0))
    await sending.initialize()
    try:
        ended = str(await sending.post(URL + method))
    except NetworkError as error:
        ended = type(error).__name__
    finally:
        await sending.shutdown()
    return ended, [made for client in clients.made for made in client.calls]


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery", "getMe"])
@pytest.mark.parametrize(
    "failure",
    [NOT_ARRIVED, BAD_GATEWAY, (503, b"<html>"), refused(500, "Internal Server Error"), (429, b"<html>slow down</html>")],
)
async def test_f17_what_was_not_carried_out_is_tried_three_times(method: str, failure: Answer) -> None:
    clients_see = await call(method, failure, good())
    assert clients_see == ("True", [method] * 2)
    ended, calls = await call(method, failure)
    assert (ended, len(calls)) == ("NetworkError", 3)


@pytest.mark.parametrize("failure", [UNSURE, HALF, (200, b""), failed(StreamClosedError()), GATEWAY_TIMEOUT, (520, b"<html>")])
async def test_where_nobody_knows_a_message_is_sent_once_more_at_most(failure: Answer) -> None:
    assert await call("sendMessage", failure, good()) == ("True", ["sendMessage"] * 2)
    for answers in ((failure,), (failure, BAD_GATEWAY, failure), (BAD_GATEWAY, failure, failure)):
        ended, calls = await call("sendMessage", *answers)
        assert (ended, len(calls)) == ("NetworkError", max(2, len(answers)))


@pytest.mark.parametrize("method", ["editMessageText", "sendChatAction", "answerCallbackQuery", "deleteMessage"])
@pytest.mark.parametrize("failure", [UNSURE, GATEWAY_TIMEOUT])
async def test_what_is_the_same_twice_is_tried_three_times_though_nobody_knows(method: str, failure: Answer) -> None:
    ended, calls = await call(method, failure)
    assert (ended, len(calls)) == ("NetworkError", 3)


async def test_f17_a_lost_connection_a_failure_and_a_short_wait_in_a_row_are_got_over() -> None:
    wait = refused(429, "Too Many Requests", retry_after=1)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("updates.sending.asyncio.sleep", no_wait)
        made = await call("sendMessage", UNSURE, refused(500, "Internal Server Error"), wait, wait, good())
    assert made == ("True", ["sendMessage"] * 5)


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
    assert slept == [10, 2, 2]


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
