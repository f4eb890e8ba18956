"""Lanes: in order within a chat, side by side between chats, tried again where Telegram was away."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User

from updates.errors import UndeliveredError
from updates.lanes import MAX_LANES, Lanes, lane_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

ANNA = User(5, "Anna", is_bot=False)


def message(update_id: int, chat: int = 7) -> Update:
    return Update(update_id, message=Message(1, None, Chat(chat, "private"), from_user=ANNA))  # type: ignore[arg-type]


def test_the_lane_is_the_chat_else_the_person_else_its_own() -> None:
    assert lane_of(message(1)) == 7
    assert lane_of(Update(1, inline_query=InlineQuery("1", ANNA, "", ""))) == 5
    assert lane_of(Update(1, callback_query=CallbackQuery("1", ANNA, "x"))) == 5
    assert lane_of(Update(1)) == 1


async def test_a_chat_waits_for_itself_and_not_for_others() -> None:
    hold = asyncio.Event()
    done: list[int] = []

    async def handle(update: Update) -> None:
        if update.update_id == 1:
            await hold.wait()
        done.append(update.update_id)

    lanes = Lanes(handle)
    first, second, other = lanes.put(message(1)), lanes.put(message(2)), lanes.put(message(3, chat=8))
    await other
    assert done == [3]
    hold.set()
    await asyncio.gather(first, second)
    assert done == [3, 1, 2]
    assert not lanes._last
    assert not lanes._waiting


async def test_no_more_than_sixteen_at_once() -> None:
    hold = asyncio.Event()
    at_once = most = 0

    async def handle(_update: Update) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await hold.wait()
        at_once -= 1

    lanes = Lanes(handle)
    tasks = [lanes.put(message(number, chat=number)) for number in range(MAX_LANES + 5)]
    await _turns(5)
    hold.set()
    await asyncio.gather(*tasks)
    assert most == MAX_LANES


@pytest.mark.parametrize(
    ("error", "logged"),
    [(ValueError("geheim"), "ValueError"), (TimeoutError(), "TimeoutError"), (None, "took longer than")],
)
async def test_whatever_a_handler_does_its_chat_goes_on(
    error: Exception | None, logged: str, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[int] = []

    async def handle(update: Update) -> None:
        if update.update_id == 1:
            if error is not None:
                raise error
            await asyncio.Event().wait()
        done.append(update.update_id)

    lanes = Lanes(handle, time_limit=0.01 if error is None else 60)
    await asyncio.gather(lanes.put(message(1)), lanes.put(message(2)))
    assert done == [2]
    assert logged in caplog.text
    assert "geheim" not in caplog.text


def failing(times: int, done: list[int], wait: float = 0.0) -> Callable[[Update], Awaitable[None]]:
    left = times

    async def handle(update: Update) -> None:
        nonlocal left
        if update.update_id == 1 and left:
            left -= 1
            raise UndeliveredError("NetworkError", wait)
        done.append(update.update_id)

    return handle


async def test_an_undelivered_answer_is_tried_again_and_its_chat_waits() -> None:
    done: list[int] = []
    asked: list[tuple[int, float]] = []

    async def again(_update: Update, tries: int, wait: float) -> bool:
        asked.append((tries, wait))
        return True

    lanes = Lanes(failing(2, done, 15.0), again=again)
    await asyncio.gather(lanes.put(message(1)), lanes.put(message(2)))
    assert done == [1, 2]
    assert asked == [(1, 15.0), (2, 15.0)]


async def test_without_another_try_it_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []
    lanes = Lanes(failing(1, done))
    await asyncio.gather(lanes.put(message(1)), lanes.put(message(2)))
    assert done == [2]
    assert "could not be reached with the answer" in caplog.text


async def test_stopping_cancels_what_nobody_has_in_hand() -> None:
    hold = asyncio.Event()

    async def handle(update: Update) -> None:
        if update.update_id == 9:
            raise UndeliveredError
        await hold.wait()

    async def again(_update: Update, _tries: int, _wait: float) -> bool:
        await asyncio.Event().wait()
        return True

    lanes = Lanes(handle, again=again)
    running, behind, undelivered = lanes.put(message(1)), lanes.put(message(2)), lanes.put(message(9, chat=8))
    await _turns(5)
    lanes.stop()
    hold.set()
    async with asyncio.timeout(5):
        await asyncio.wait({running, behind, undelivered})
    assert [task.cancelled() for task in (running, behind, undelivered)] == [False, True, True]


async def test_what_comes_after_the_end_of_a_lane_was_cut_waits_for_what_is_in_hand() -> None:
    hold = asyncio.Event()
    done: list[int] = []

    async def handle(update: Update) -> None:
        if update.update_id == 1:
            await hold.wait()
        done.append(update.update_id)

    lanes = Lanes(handle)
    in_hand, *left_out = (lanes.put(message(number)) for number in (1, 2, 3))
    await _turns(5)
    lanes.cut(7, left_out, in_hand)
    later = lanes.put(message(4))
    await _turns(5)
    assert done == []
    hold.set()
    await asyncio.gather(in_hand, later)
    assert done == [1, 4]


async def _turns(count: int) -> None:
    """Let the loop turn so often."""
    for _ in range(count):
        await asyncio.sleep(0)
