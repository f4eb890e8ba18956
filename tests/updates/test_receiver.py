"""The webhook's receiver by itself, in this process: every end a request can have, and the registration's patience."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from store.memory import MemoryStore
from store.resilient import ResilientStore
from tests.updates.fake import FakeClient, good, refused
from tests.workers.cluster import ask, free_port, get
from updates.errors import ConfigurationError, UndeliveredError
from updates.health import Door, Health
from updates.patience import UPDATE_TRIES
from updates.registration import delete_webhook, reach, set_webhook
from updates.webhook import (
    ELSEWHERE,
    FINISHED,
    NOT_CONNECTED,
    SECRET_HEADER,
    STOPPING,
    UNREACHED,
    Receiver,
    Taken,
    flooded,
    routes,
    webhook_address,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Update

    from tests.updates.fake import Answer


ME = {"id": 1, "is_bot": True, "first_name": "Bot"}


class Worker:
    """A receiver with all it needs; what it handles is decided by the test."""

    def __init__(self, store: MemoryStore | None = None) -> None:
        self.stop = asyncio.Event()
        self.store = ResilientStore(store or MemoryStore())
        self.health = Health(self.store, self.stop)
        self.health.is_connected = True
        self.handled: list[int] = []
        self.work: Callable[[], Awaitable[None]] | None = None
        self.began = asyncio.Event()
        self.telegram = FakeClient(good(ME))
        self.receiver = Receiver(
            Bot("1:" + "a" * 30, request=self.telegram), self.health.watched(self._handle), self.store, self.health
        )

    async def take(self, update_id: int = 1) -> Taken:
        with self.receiver.request():
            return await self.receiver.take(json.dumps({"update_id": update_id}).encode())

    async def _handle(self, update: Update) -> None:
        self.began.set()
        if self.work is not None:
            await self.work()
        self.handled.append(update.update_id)


async def test_each_update_is_handled_once_over_all_workers() -> None:
    shared = MemoryStore()
    one, other = Worker(shared), Worker(shared)
    assert [await one.take(), await other.take(), await one.take()] == [FINISHED] * 3
    assert (one.handled, other.handled) == ([1], [])
    assert (one.health.counts["done"], one.health.counts["repeated"], other.health.counts["repeated"]) == (1, 1, 1)


async def test_an_update_in_another_workers_hands_is_left_there() -> None:
    shared = MemoryStore()
    one, other = Worker(shared), Worker(shared)
    go_on = asyncio.Event()

    async def waits() -> None:
        await go_on.wait()

    one.work = waits
    first = asyncio.create_task(one.take())
    await one.began.wait()
    assert await other.take() is ELSEWHERE
    go_on.set()
    assert await first is FINISHED
    assert await other.take() is FINISHED
    assert other.handled == []


async def test_a_killed_workers_update_is_taken_over_when_its_time_is_over() -> None:
    now = 1000.0
    shared = MemoryStore(lambda: now)
    killed, other = Worker(shared), Worker(shared)
    killed.work = asyncio.Event().wait  # type: ignore[assignment]
    first = asyncio.create_task(killed.take())
    await killed.began.wait()
    assert await other.take() is ELSEWHERE
    now += 11
    assert await other.take() is FINISHED
    assert other.handled == [1]
    first.cancel()


async def test_what_could_not_be_delivered_may_be_sent_again_at_once_to_anybody() -> None:
    shared = MemoryStore()
    one, other = Worker(shared), Worker(shared)

    async def fails() -> None:
        raise UndeliveredError("NetworkError")

    one.work = fails
    assert await one.take() is UNREACHED
    assert await other.take() is FINISHED
    assert other.handled == [1]


@pytest.fixture
def _renewed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("updates.webhook.RENEW_EVERY", 0.0)


class Renewals(MemoryStore):
    """Lets a test wait until a claim is renewed."""

    renewed: asyncio.Event | None = None

    async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
        version = await super().put(key, value, lasts=lasts, expected=expected)
        if expected and self.renewed is not None:
            self.renewed.set()
        return version

    async def renewal(self) -> None:
        self.renewed = asyncio.Event()
        async with asyncio.timeout(10):
            await self.renewed.wait()


@pytest.mark.usefixtures("_renewed_at_once")
async def test_what_takes_longer_than_a_claim_lasts_stays_in_the_workers_hands() -> None:
    now = 1000.0
    shared = Renewals(lambda: now)
    one, other = Worker(shared), Worker(shared)
    go_on = asyncio.Event()
    one.work = go_on.wait  # type: ignore[assignment]
    first = asyncio.create_task(one.take())
    await one.began.wait()
    for _ in range(6):
        now += 8
        await shared.renewal()
        assert await other.take() is ELSEWHERE
    go_on.set()
    assert await first is FINISHED
    assert await other.take() is FINISHED
    assert (one.handled, other.handled) == ([1], [])


async def test_what_a_worker_has_in_hand_it_does_not_take_again_though_its_claim_has_ended() -> None:
    now = 1000.0
    worker = Worker(MemoryStore(lambda: now))
    go_on = asyncio.Event()
    worker.work = go_on.wait  # type: ignore[assignment]
    first = asyncio.create_task(worker.take())
    await worker.began.wait()
    now += 11
    assert await worker.take() is ELSEWHERE
    go_on.set()
    assert await first is FINISHED
    assert worker.handled == [1]


@pytest.mark.usefixtures("_renewed_at_once")
async def test_what_another_worker_did_meanwhile_is_not_done_when_its_turn_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("updates.lanes.MAX_LANES", 1)
    now = 1000.0
    shared = Renewals(lambda: now)
    one, other = Worker(shared), Worker(shared)
    go_on = asyncio.Event()
    one.work = go_on.wait  # type: ignore[assignment]
    first = asyncio.create_task(one.take(1))
    await one.began.wait()
    waiting = asyncio.create_task(one.take(2))
    await shared.renewal()
    await shared.renewal()
    now += 11  # the machine sleeps
    assert await other.take(2) is FINISHED
    go_on.set()
    assert [await first, await waiting] == [FINISHED] * 2
    assert (one.handled, other.handled) == ([1], [2])
    assert one.health.counts["repeated"] == 1


async def never(*_: object) -> None:
    raise UndeliveredError("NetworkError")


async def test_an_answer_that_never_gets_through_is_given_up_by_all_workers_together(caplog: pytest.LogCaptureFixture) -> None:
    shared = MemoryStore()
    one, other = Worker(shared), Worker(shared)
    one.work = other.work = never
    assert [await worker.take() for worker in (one, other, one)] == [UNREACHED] * 3
    assert await other.take() is FINISHED
    assert "Update 1 is given up" in caplog.text
    one.work = None
    assert await one.take() is FINISHED
    assert one.handled == [], "it is done with for good"
    assert await one.take(2) is FINISHED
    assert one.handled == [2], "and its chat goes on"


async def test_where_telegram_asks_to_wait_it_is_told_to_send_again_after_that_and_not_before() -> None:
    worker = Worker()

    async def floods() -> None:
        raise UndeliveredError("RetryAfter", 29.5)

    worker.work = floods
    assert [await worker.take() for _ in range(UPDATE_TRIES - 1)] == [flooded(30)] * (UPDATE_TRIES - 1)
    worker.work = None
    assert await worker.take() is FINISHED
    assert worker.handled == [1]


@pytest.mark.parametrize("end", [TimedOut(), (502, b"away"), refused(401, "Unauthorized")])
async def test_as_long_as_telegram_cannot_be_reached_no_update_is_given_up(end: Answer) -> None:
    worker = Worker()
    worker.work, worker.telegram.answers = never, [end]
    assert [await worker.take() for _ in range(UPDATE_TRIES + 2)] == [UNREACHED] * (UPDATE_TRIES + 2)
    worker.work = None
    assert await worker.take() is FINISHED
    assert worker.handled == [1]


async def test_a_telegram_that_hangs_is_not_waited_for_and_no_update_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("updates.webhook._PROBE_WAIT", 0.01)
    worker = Worker()
    worker.work = never
    monkeypatch.setattr(worker.telegram, "do_request", lambda *_, **__: asyncio.Event().wait())
    async with asyncio.timeout(10):
        assert [await worker.take() for _ in range(UPDATE_TRIES)] == [UNREACHED] * UPDATE_TRIES


async def test_what_fails_for_good_is_finished() -> None:
    worker = Worker()

    async def fails() -> None:
        raise RuntimeError

    worker.work = fails
    assert await worker.take() is FINISHED
    assert worker.health.counts["failed"] == 1


async def test_what_cannot_be_read_is_finished() -> None:
    worker = Worker()
    for body in (b"", b"[]", b'{"update_id": "x"}'):
        assert await worker.receiver.take(body) is FINISHED
    assert worker.health.counts["unreadable"] == 3


async def test_before_the_start_and_after_the_end_nothing_is_taken() -> None:
    worker = Worker()
    worker.health.is_connected = False
    assert await worker.take() is NOT_CONNECTED
    worker.health.is_connected = True
    worker.stop.set()
    assert await worker.take() is STOPPING
    await worker.receiver.finish()
    assert worker.handled == []


async def test_the_end_waits_for_what_is_in_hand_and_gives_the_rest_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("updates.webhook._STOP_WAIT", 0.2)
    shared = MemoryStore()
    worker = Worker(shared)
    worker.work = asyncio.Event().wait  # type: ignore[assignment]
    hanging = asyncio.create_task(worker.take())
    await worker.began.wait()
    worker.stop.set()
    await worker.receiver.finish()
    assert await hanging is STOPPING
    assert await Worker(shared).take() is FINISHED


async def test_over_http() -> None:
    worker, port = Worker(), free_port()
    door = Door(
        worker.health, has_metrics=True, routes=routes("https://x.org/hook/abc", worker.receiver, "s3cret", worker.health)
    )
    door.open(port, "127.0.0.1")

    async def post(secret: str, body: bytes = b'{"update_id": 7}', length: int = 0, more: str = "") -> int:
        head = f"POST /hook/abc HTTP/1.1\nHost: x\nContent-Length: {length or len(body)}\n{SECRET_HEADER}: {secret}{more}"
        return (await ask(port, head, body))[0]

    assert [await post("s3cret"), await post("s3cret"), await post("guess"), await post("")] == [200, 200, 403, 403]
    assert await post("s3cret", length=2**21) == 400
    assert worker.handled == [7]
    assert (await get(port, "/healthz"))[1] == {"status": "ok"}
    assert (await get(port, "/readyz"))[1]["status"] == "ready"
    _, _, said = await ask(port, "GET /metrics HTTP/1.1\nHost: x")
    assert 'mailbot_updates_total{outcome="refused"} 2' in said.decode()
    assert (await get(port, "/"))[0] == 404
    worker.health.is_connected = False
    status, headers, _ = await ask(port, f"POST /hook/abc HTTP/1.1\nHost: x\nContent-Length: 2\n{SECRET_HEADER}: s3cret", b"{}")
    assert (status, headers["retry-after"]) == (503, "5")
    worker.stop.set()
    status, headers, _ = await ask(port, f"POST /hook/abc HTTP/1.1\nHost: x\nContent-Length: 2\n{SECRET_HEADER}: s3cret", b"{}")
    assert (status, headers["retry-after"], headers["connection"]) == (503, "1", "close")
    assert (await get(port, "/readyz"))[0] == 503
    door.close()
    await door.cut()


def test_the_address_cannot_be_guessed_unless_the_operator_named_it() -> None:
    first, second = (webhook_address("https://bot.example.org", secret) for secret in (b"one", b"two"))
    assert first.startswith("https://bot.example.org/hook/")
    assert len(first.rpartition("/")[2]) == 32
    assert first != second
    assert webhook_address("https://bot.example.org/", b"one") == first
    assert webhook_address("https://bot.example.org/own", b"one") == "https://bot.example.org/own"


class Registering:
    """A bot whose calls end as the test says."""

    def __init__(self, *ends: Exception | None) -> None:
        self.ends = list(ends)
        self.said: list[dict[str, Any]] = []

    async def _end(self) -> None:
        end = self.ends.pop(0) if self.ends else None
        if end is not None:
            raise end

    async def initialize(self) -> None:
        await self._end()

    async def set_webhook(self, url: str, **given: Any) -> bool:
        await self._end()
        self.said.append({"url": url, **given})
        return True

    async def delete_webhook(self) -> bool:
        await self._end()
        return True

    async def get_webhook_info(self) -> WebhookInfo:
        most = self.said[-1]["max_connections"]
        return WebhookInfo("https://x.org/hook/abc", has_custom_certificate=False, pending_update_count=0, max_connections=most)


def bot(*ends: Exception | None) -> tuple[Bot, Registering]:
    made = Registering(*ends)
    return cast("Bot", made), made


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited; nobody waits for them."""
    seconds: list[float] = []

    async def sleep(wanted: float) -> None:
        seconds.append(wanted)

    monkeypatch.setattr("asyncio.sleep", sleep)
    return seconds


async def test_registration_waits_as_long_as_telegram_asks(waited: list[float], caplog: pytest.LogCaptureFixture) -> None:
    ready, made = bot(RetryAfter(3), NetworkError("away"), RetryAfter(timedelta(seconds=900)))
    said = await set_webhook(ready, "https://x.org/hook/abc", "s3cret", workers=2)
    assert said == "Telegram now sends updates to x.org, at most 16 at once; no update is waiting."
    assert waited == [3, 2, 30]
    assert caplog.messages == [
        "Telegram asks to wait; trying again in 3 s.",
        "Telegram cannot be reached (NetworkError); trying again in 2 s.",
        "Telegram asks to wait; trying again in 30 s.",
    ]
    assert made.said[0]["secret_token"] == "s3cret"
    assert "drop_pending_updates" not in made.said[0]


@pytest.mark.parametrize(("workers", "most"), [(0, 1), (1, 8), (50, 100)])
async def test_never_more_than_telegram_allows(workers: int, most: int) -> None:
    ready, made = bot()
    await set_webhook(ready, "https://x.org/hook/abc", "s3cret", workers=workers)
    assert made.said[0]["max_connections"] == most


@pytest.mark.parametrize(
    ("address", "is_near"),
    [
        ("https://localhost/hook/abc", True),
        ("https://192.168.1.3:8443/hook/abc", True),
        ("https://[fd00::1]/hook/abc", True),
        ("https://nas.local/hook/abc", True),
        ("https://bot.example.org/hook/abc", False),
        ("https://93.184.215.14/hook/abc", False),
    ],
)
async def test_an_address_that_only_this_network_knows_gets_a_word(address: str, is_near: bool) -> None:
    assert ("cannot reach it" in await set_webhook(bot()[0], address, "s3cret")) == is_near


async def test_registration_gives_up_in_the_end(waited: list[float]) -> None:
    with pytest.raises(TelegramError, match=r"^Telegram cannot be reached \(NetworkError\); nothing was changed\."):
        await delete_webhook(bot(*[NetworkError("away")] * 6)[0])
    assert len(waited) == 5


@pytest.mark.parametrize(("refusal", "says"), [(InvalidToken(), "BOT_TOKEN"), (BadRequest("no HTTPS"), "WEBHOOK_URL")])
async def test_a_refusal_is_told_at_once(refusal: Exception, says: str, waited: list[float]) -> None:
    with pytest.raises(ConfigurationError, match=says):
        await reach(bot(refusal)[0])
    assert not waited
