"""The poller's rarer ways, with a client that answers from a list; all others are in `tests/faults`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Bot, Update
from telegram.error import TimedOut

from store.keys import key, secret_of
from store.memory import MemoryStore
from tests.updates.fake import Answer, FakeClient, Queue, good, refused
from updates import patience, polling
from updates.errors import ConfigurationError, UndeliveredError
from updates.once import Claim, Handled
from updates.polling import Poller

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


TOKEN = "1:" + "a" * 30


def message(update_id: int, chat: int = 7) -> dict[str, Any]:
    sender = {"id": 5, "is_bot": False, "first_name": "Anna"}
    content = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "from": sender, "text": "x"}
    return {"update_id": update_id, "message": content}


def claimed(update_id: int) -> str:
    return key(secret_of(TOKEN), "claim", update_id)


class Bench:
    """A poller, what it is answered, and what it handles."""

    def __init__(
        self,
        answers: Sequence[Answer] = (),
        calls: Sequence[Answer] = (good(WEBHOOK),),
        client: FakeClient | None = None,
        store: MemoryStore | None = None,
    ) -> None:
        self.stop = asyncio.Event()
        self.handled: list[int] = []
        self.undelivered = 0
        self.hold: asyncio.Event | None = None
        self.client = client or Ending(self.stop, *answers)
        self.calls = FakeClient(*calls)
        bot = Bot(TOKEN, request=self.calls, get_updates_request=self.calls)
        self.store = store or MemoryStore()
        self.poller = Poller(bot, self._handle, self.store, make=lambda _places: self.client)

    async def _handle(self, update: Update) -> None:
        if self.undelivered:
            self.undelivered -= 1
            raise UndeliveredError("TimedOut")
        if self.hold is not None:
            await self.hold.wait()
        self.handled.append(update.update_id)

    @property
    def offsets(self) -> list[int]:
        return [int(call.partition("offset=")[2].partition("&")[0]) for call in self.client.calls]

    async def run(self, *, take_over: bool = False) -> None:
        async with asyncio.timeout(10):
            await self.poller.run(self.stop, take_over=take_over)


class Ending(FakeClient):
    """Asks the poller to stop when all answers are given."""

    def __init__(self, stop: asyncio.Event, *answers: Answer) -> None:
        super().__init__(*answers, good([]))
        self._stop = stop

    async def do_request(self, *arguments: Any, **more: Any) -> tuple[int, bytes]:
        if len(self.answers) == 1:
            self._stop.set()
        return await super().do_request(*arguments, **more)


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "BACKOFF", (0.0,))
    monkeypatch.setattr(polling, "_PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(polling, "_UNFINISHED_WAIT", 0.01)
    monkeypatch.setattr(polling, "_STOP_WAIT", 0.01)


async def test_the_offset_moves_behind_what_is_handled() -> None:
    bench = Bench([good([message(10), message(11, chat=8)]), good([message(12)])])
    await bench.run()
    assert sorted(bench.handled) == [10, 11, 12]
    assert bench.offsets == [0, 12, 13]


class SlowToMark(MemoryStore):
    """A store that marks nothing as handled until it may."""

    def __init__(self) -> None:
        super().__init__()
        self.may_mark = asyncio.Event()
        self.marked: list[int] = []

    async def mark_seen(self, update_id: int) -> None:
        await self.may_mark.wait()
        self.marked.append(update_id)


async def test_no_poll_waits_until_what_is_handled_is_marked_but_the_stop_does() -> None:
    store = SlowToMark()
    bench = Bench([good([message(10)]), good([message(11)])], store=store)
    running = asyncio.create_task(bench.run())
    await bench.stop.wait()
    assert bench.offsets == [0, 11, 12]
    assert store.marked == []
    store.may_mark.set()
    await running
    assert bench.handled == [10, 11]
    assert len(store.marked) == 2


async def test_a_store_that_hangs_does_not_hold_up_the_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "_MARKS_WAIT", 0.01)
    bench = Bench([good([message(10)])], store=SlowToMark())
    await bench.run()
    assert bench.handled == [10]


async def test_what_cannot_be_read_is_counted_and_passed() -> None:
    bench = Bench([good([{"update_id": 10, "message": 5}, message(11)])])
    await bench.run()
    assert bench.handled == [11]
    assert bench.poller.counts["unreadable"] == 1
    assert bench.offsets[-1] == 12


async def test_what_the_store_knows_is_counted_and_passed() -> None:
    bench = Bench([good([message(10), message(11)]), good([message(11)])])
    await Handled(bench.store, TOKEN).mark(10)
    await bench.run()
    assert bench.handled == [11]
    assert bench.poller.counts["repeated"] == 2


async def test_what_another_copy_may_have_handled_is_looked_up_at_the_start_and_after_a_failure() -> None:
    answers = [good([message(10)]), good([message(11)]), (502, b"away"), good([message(12)]), good([message(13)])]
    bench = Bench(answers)
    for update_id in (10, 12):
        await Handled(bench.store, TOKEN).mark(update_id)
    await bench.run()
    assert bench.handled == [11, 13]
    assert bench.poller.counts["repeated"] == 2


async def test_only_where_two_copies_poll_they_agree_on_who_handles_what() -> None:
    conflict = refused(409, "Conflict: terminated by other getUpdates request")
    bench = Bench([good([message(10)]), conflict, good([message(11)])])
    await bench.run()
    assert bench.handled == [10, 11]
    assert [name for name in bench.store.rows if name.startswith("claim:")] == [claimed(11)]
    newcomer = Bench([good([message(11), message(12)])])
    newcomer.store.rows.update(bench.store.rows)
    newcomer.store._seen.update(bench.store._seen)
    await newcomer.run()
    assert newcomer.handled == [12]
    assert claimed(12) in newcomer.store.rows


async def test_a_copy_that_comes_later_leaves_alone_what_is_being_handled() -> None:
    bench = Bench([good([message(10)]), refused(409, "Conflict: terminated by other getUpdates request"), good([])])
    bench.hold = asyncio.Event()
    running = asyncio.create_task(bench.run())
    async with asyncio.timeout(10):
        while not await (newcomer := Handled(bench.store, TOKEN)).is_shared():  # noqa: ASYNC110 - bounded by the time-out
            await asyncio.sleep(0)
    assert await newcomer.claim(10) is Claim.ELSEWHERE
    bench.hold.set()
    await running
    assert bench.handled == [10]


async def test_later_ids_than_those_of_the_poll_before_are_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench([good([message(10)]), good([message(11), message(12)]), good([message(12), message(13)])])
    asked: list[int] = []

    async def seen_among(numbers: Collection[int]) -> set[int]:
        asked.extend(numbers)
        return set()

    monkeypatch.setattr(bench.store, "seen_among", seen_among)
    await bench.run()
    assert sorted(set(bench.handled)) == [10, 11, 12, 13]
    assert len(asked) == 1, "12 came again, and is known without the store"


async def test_while_something_is_in_hand_nothing_behind_it_is_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "_STOP_WAIT", 5.0)
    bench = Bench([good([message(10), message(11, chat=8)]), good([message(10), message(11, chat=8), message(12, chat=9)])])
    bench.hold = bench.stop  # set by the third poll
    await bench.run()
    assert bench.offsets == [0, 0, 0, 13]
    assert "timeout=0" in bench.client.calls[1]
    assert sorted(bench.handled) == [10, 11, 12]


async def test_what_is_not_finished_at_the_end_is_not_confirmed() -> None:
    bench = Bench([good([message(10), message(11, chat=8), message(12, chat=8)])])
    bench.hold = asyncio.Event()
    await bench.run()
    assert bench.handled == []
    assert set(bench.offsets) == {0}


async def test_five_refusals_in_a_row_end_it() -> None:
    bench = Bench([refused(401, "Unauthorized")] * 4 + [good([])] + [refused(404, "Not Found")] * 5 + [good([])])
    with pytest.raises(ConfigurationError, match="revoked"):
        await bench.run()
    assert len(bench.client.calls) == 10


async def test_copies_and_webhooks_are_told_apart(caplog: pytest.LogCaptureFixture) -> None:
    other = refused(409, "Conflict: terminated by other getUpdates request")
    webhook = refused(409, "Conflict: can't use getUpdates method while webhook is active")
    await Bench([other, other, webhook, TimedOut(), refused(429, "Too Many Requests", retry_after=0), good([])]).run()
    assert [text.partition(" ")[0] for text in caplog.messages] == ["Another", "A", "Telegram", "Telegram", "Telegram"]
    assert "answers again" in caplog.messages[-1]


@pytest.mark.parametrize("take_over", [False, True])
async def test_a_webhook_in_the_way(*, take_over: bool) -> None:
    webhook = {**WEBHOOK, "url": "https://club.example/hook"}
    bench = Bench([good([])], [TimedOut(), refused(401, "Unauthorized"), good(webhook), good(True)])
    if take_over:
        await bench.run(take_over=True)
        assert bench.calls.calls == ["getWebhookInfo"] * 3 + ["deleteWebhook"]
    else:
        with pytest.raises(ConfigurationError, match="--take-over"):
            await bench.run()


async def test_a_refused_token_at_the_very_start_ends_it() -> None:
    bench = Bench([good([])], [refused(401, "Unauthorized")])
    with pytest.raises(ConfigurationError, match="refuses the token"):
        await bench.run()


async def test_asked_to_stop_before_anything_began() -> None:
    bench = Bench([good([])])
    bench.stop.set()
    await bench.run()
    assert bench.client.calls == []
    assert bench.calls.calls == []


async def test_asked_to_stop_while_a_poll_is_under_way_that_has_confirmed_everything(caplog: pytest.LogCaptureFixture) -> None:
    """To ask the same at once again Telegram would hold back for three seconds, as if something were lost."""
    caplog.set_level("INFO")

    class Hanging(FakeClient):
        async def do_request(self, *arguments: Any, **more: Any) -> tuple[int, bytes]:
            answer = await super().do_request(*arguments, **more)
            if len(self.calls) > 1:
                bench.stop.set()
                await asyncio.Event().wait()
            return answer

    bench = Bench(client=Hanging(good([message(10)])))
    await bench.run()
    assert bench.handled == [10]
    assert bench.offsets == [0, 11]
    assert "could not be confirmed" not in caplog.text


async def test_what_was_handled_since_the_last_poll_is_confirmed_at_the_end(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    monkeypatch.setattr(polling, "_STOP_WAIT", 5.0)
    bench = Bench([good([message(10)]), good([message(10)]), TimedOut()])
    bench.hold = asyncio.Event()
    running = asyncio.create_task(bench.run())
    while len(bench.client.calls) < 2:  # noqa: ASYNC110 - the client answers at once
        await asyncio.sleep(0)
    bench.stop.set()
    bench.hold.set()
    await running
    assert bench.offsets == [0, 0, 11]
    assert "could not be confirmed" in caplog.text


async def test_an_answer_is_tried_again_when_telegram_is_back() -> None:
    queue = Queue(message(10), failures=[None, TimedOut()])
    bench = Bench(client=queue)
    bench.undelivered = 1
    running = asyncio.create_task(bench.run())
    await asyncio.wait({running, asyncio.create_task(queue.is_empty.wait())}, return_when=asyncio.FIRST_COMPLETED)
    bench.stop.set()
    await running
    assert bench.handled == [10]


async def test_an_answer_that_telegram_asks_to_wait_with_is_not_tried_before(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(polling, "_PAUSES", (1.0, 3.0, 8.0))
    monkeypatch.setattr("updates.polling.asyncio.sleep", sleep)
    bench = Bench()
    update = Update.de_json(message(10), None)
    bench.poller._is_reachable.set()
    assert [await bench.poller._again(update, tries, 2.5) for tries in (1, 2)] == [True, True]
    assert slept == [2.5, 3.0]


@pytest.mark.parametrize(("asked", "waited"), [(7, 7), (600, polling._LONGEST_PAUSE)])
async def test_a_poll_that_telegram_asks_to_wait_with_is_made_after_that(
    monkeypatch: pytest.MonkeyPatch, asked: int, waited: float
) -> None:
    paused: list[float] = []

    async def pause(_stop: asyncio.Event, seconds: float) -> None:
        paused.append(seconds)

    monkeypatch.setattr(polling, "pause", pause)
    await Bench([refused(429, "Too Many Requests", retry_after=asked)]).run()
    assert paused == [waited]


async def test_an_answer_that_never_gets_through_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench([good([message(10)])] * 40)
    bench.undelivered = 10**6
    await bench.run()
    assert 10**6 - bench.undelivered == patience.UPDATE_TRIES
    assert caplog.text.count("Update 10 is given up") == bench.poller.counts["given_up"] == 1
    assert bench.offsets[-1] == 11


async def test_the_same_again_though_confirmed_is_no_reason_to_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    paused: list[float] = []

    async def pause(_stop: asyncio.Event, seconds: float) -> None:
        paused.append(seconds)

    monkeypatch.setattr(polling, "pause", pause)
    bench = Bench([good([message(10)])] * 3)
    await bench.run()
    assert bench.handled == [10]
    assert paused == [polling._UNFINISHED_WAIT] * 2
