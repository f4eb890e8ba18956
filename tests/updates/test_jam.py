"""A chat that fills all that a poll shows: the others are answered all the same."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot, Update

from store.memory import MemoryStore
from tests.updates.fake import FakeClient, Queue, good
from tests.updates.test_polling import WEBHOOK, message
from updates import polling
from updates.fetching import LIMIT
from updates.jam import Jam
from updates.lanes import Lanes
from updates.polling import Poller

ANNA, BERTA = 7, 8


class Scene:
    """A poller whose updates of Anna's are held until told otherwise."""

    def __init__(self, queue: Queue) -> None:
        self.queue = queue
        self.stop, self.hold, self.came = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.handled: list[int] = []
        self.told: list[int] = []
        calls = FakeClient(good(WEBHOOK))
        bot = Bot("1:" + "a" * 30, request=calls, get_updates_request=calls)
        self.poller = Poller(bot, self._handle, MemoryStore(), tell_left_out=self._tell, make=lambda _places: queue)

    async def _handle(self, update: Update) -> None:
        if update.effective_chat is not None and update.effective_chat.id == ANNA:
            await self.hold.wait()
        else:
            self.came.set()
        self.handled.append(update.update_id)

    async def _tell(self, update: Update) -> None:
        self.told.append(update.update_id)

    async def until_berta(self) -> None:
        async with asyncio.timeout(10):
            self.running = asyncio.create_task(self.poller.run(self.stop))
            await self.came.wait()

    async def end(self) -> None:
        self.stop.set()
        async with asyncio.timeout(10):
            await self.running


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "_UNFINISHED_WAIT", 0.005)


async def test_who_stands_behind_a_flood_is_answered_and_who_sent_it_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    flood = [message(number, ANNA) for number in range(1, 351)]
    scene = Scene(Queue(*flood, message(351, BERTA), message(352, ANNA)))
    await scene.until_berta()
    assert scene.handled == [351], "Anna's first is still in hand"
    scene.hold.set()
    await scene.queue.is_empty.wait()
    await scene.end()
    assert scene.handled[:2] == [351, 1], "what is in hand is finished"
    assert scene.handled[-1] == 352, "and what comes after the flood is answered, after all before it"
    assert len(scene.told) == 1
    assert scene.handled == sorted(scene.handled, key=lambda number: (number != 351, number)), "in order"
    assert scene.poller.counts["left_out"] == 352 - len(scene.handled) == 299
    assert caplog.text.count("far more than can be answered") == 1


async def test_what_a_chat_has_in_hand_and_is_told_is_finished_when_the_bot_stops() -> None:
    scene = Scene(Queue(*(message(number, ANNA) for number in range(1, LIMIT + 1)), message(LIMIT + 1, BERTA)))
    await scene.until_berta()
    asyncio.get_running_loop().call_later(0.05, scene.hold.set)
    await scene.end()
    assert scene.handled == [LIMIT + 1, 1]


async def test_a_hundred_of_one_chat_with_nobody_behind_them_are_all_answered() -> None:
    """As long as Telegram shows fewer than it can, there is nobody to make room for."""
    scene = Scene(Queue(*(message(number, ANNA) for number in range(1, LIMIT - 1)), message(LIMIT - 1, BERTA)))
    await scene.until_berta()
    await scene.queue.is_polled_on.wait()
    scene.hold.set()
    await scene.queue.is_empty.wait()
    await scene.end()
    assert sorted(scene.handled) == list(range(1, LIMIT))
    assert scene.told == []


async def test_an_answer_that_has_to_wait_keeps_nobody_from_being_answered_and_is_given_all_the_same() -> None:
    others = [message(number, number + 100) for number in range(2, LIMIT + 20)]
    scene = Scene(Queue(message(1, ANNA), *others, message(LIMIT + 20, ANNA)))
    async with asyncio.timeout(10):
        scene.running = asyncio.create_task(scene.poller.run(scene.stop))
        await scene.queue.is_polled_on.wait()
    assert sorted(scene.handled) == list(range(2, LIMIT + 20))
    scene.hold.set()
    await scene.queue.is_empty.wait()
    await scene.end()
    assert scene.handled[-2:] == [1, LIMIT + 20]
    assert scene.poller.counts["left_out"] == 0


async def test_members_who_wrote_no_more_than_twenty_each_lose_nothing() -> None:
    lanes = Lanes(_never)
    jam = Jam(lanes, _never, counts := {"left_out": 0})
    sent = [Update.de_json(message(number, number % 5), None) for number in range(LIMIT)]
    waiting = [(update, lanes.put(update)) for update in sent]
    assert jam.relieve(waiting) == []
    assert counts == {"left_out": 0}
    lanes.stop()
    await asyncio.wait([task for _, task in waiting])


async def test_a_chat_is_told_once_in_ten_minutes_and_once_more_when_it_floods_again_after_that() -> None:
    now = 0.0
    told: list[int] = []
    hold = asyncio.Event()

    async def handle(_update: Update) -> None:
        await hold.wait()

    async def tell(update: Update) -> None:
        told.append(update.update_id)

    lanes = Lanes(handle)
    jam = Jam(lanes, tell, {"left_out": 0}, lambda: now)

    async def flood(chat: int) -> int:
        """Let a chat send far too much; give how often it is told."""
        told.clear()
        hold.clear()
        sent = [Update.de_json(message(number, chat), None) for number in range(1, LIMIT)]
        waiting = [(update, lanes.put(update)) for update in sent]
        jam.relieve(waiting)
        hold.set()
        await asyncio.wait([task for _, task in waiting] + jam.held)
        return len(told)

    assert [await flood(ANNA), await flood(ANNA), await flood(BERTA)] == [1, 0, 1]
    now = 599
    assert await flood(ANNA) == 0
    now = 600
    assert await flood(ANNA) == 1
    assert list(jam._told) == [ANNA], "the other is forgotten"


def test_a_jam_is_what_lasts() -> None:
    jam = Jam(Lanes(_never), _never, {"left_out": 0})
    assert not any(jam.lasts(LIMIT, done) for done in [0] * 7 + [20] + [0] * 7)
    assert jam.lasts(LIMIT, 0)
    assert jam.lasts(LIMIT, 1), "until it is over"
    assert not jam.lasts(LIMIT - 1, 0)
    assert not jam.lasts(LIMIT, 0)


async def _never(_update: Update) -> None:
    await asyncio.Event().wait()
