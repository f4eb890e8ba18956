"""One webhook worker, as a process of its own: whom it lets in, what it answers, and how it ends."""

from __future__ import annotations

import asyncio
import json
import signal
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from telegram import Bot

from playground.faults import HANG, LOST, SERVER_ERROR, Fault, flood
from playground.webhook import SECRET_HEADER
from store.memory import MemoryStore
from store.resilient import ResilientStore
from tests.workers.cluster import SECRET, Cluster, ask, get
from updates.health import Health
from updates.webhook import FINISHED, Receiver

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Update


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def _one_of_the_module() -> AsyncIterator[Cluster]:
    async with Cluster.start(1) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def cluster(_one_of_the_module: Cluster) -> Cluster:
    """One worker for all tests, with everything forgotten that was said to Telegram or logged before."""
    if not _one_of_the_module.workers[0].is_running:
        await _one_of_the_module.start_worker(0)
    for remembered in (_one_of_the_module.server.journal, _one_of_the_module.log):
        remembered.clear()
    _one_of_the_module.server.faults.clear()
    return _one_of_the_module


def post(cluster: Cluster, length: int, secret: str = SECRET, *more: str) -> str:
    path = urlsplit(cluster.server.world.webhook["url"]).path
    lines = [f"POST {path} HTTP/1.1", "Host: x", f"Content-Length: {length}", *more]
    return "\n".join([*lines, f"{SECRET_HEADER}: {secret}"] if secret else lines)


def written(cluster: Cluster, text: str = "imap port?") -> dict[str, object]:
    """What Telegram sends when a new person writes; nobody hears of it by itself."""
    person = cluster.private("Fremde")
    message_id = person.says(text)
    message = dict(person.chat.messages[message_id])
    update_id = cluster.server.world.last_update_id
    cluster.server.world.forget(update_id)
    return {"update_id": update_id + 5000, "message": message}


async def test_a_question_is_answered(cluster: Cluster) -> None:
    anna = cluster.private("Anna")
    assert "993" in (await anna.asks("welcher port für imap?")).text
    assert not cluster.refused()


async def test_f31_the_secret_is_looked_at_before_the_body_is_read(cluster: Cluster) -> None:
    port = cluster.workers[0].port
    for secret in ("", "wrong", SECRET + "x", SECRET[:-1]):
        status, headers, said = await ask(port, post(cluster, 1000, secret))  # the body never comes
        assert (status, said) == (403, b"")
        assert "server" not in headers
    status, _, _ = await ask(port, post(cluster, 2 * 1024 * 1024))
    assert status in (400, 413)
    assert (await get(port, "/healthz"))[0] == 200
    status, _, _ = await ask(port, post(cluster, 2).replace("POST", "GET"), b"{}")
    assert status == 405
    assert (await get(port, "/"))[0] == 404
    assert (await get(port, "/hook/guessed"))[0] == 404
    assert not any(SECRET in line for line in cluster.log)


async def test_f31_nobody_without_the_secret_is_answered(cluster: Cluster) -> None:
    update = written(cluster)
    assert await cluster.send(0, update, secret="guessed") == 403
    assert await cluster.send(0, update) == 200
    assert [call.arguments["chat_id"] for call in cluster.server.journal.of("sendMessage")] == [
        str(update["message"]["chat"]["id"])  # type: ignore[index]
    ]


UNREADABLE = (
    b"", b"{", b"[]", b"null", b"{}", b'{"update_id": "x"}', b'{"update_id": 1, "message": {"date": "yesterday"}}', b"\xff\xfe"
)  # fmt: skip


async def test_f27_what_cannot_be_read_is_taken_and_logged(cluster: Cluster) -> None:
    for body in UNREADABLE:
        status, _, _ = await ask(cluster.workers[0].port, post(cluster, len(body)), body)
        assert status == 200, "sent again, it would hold up its chat"
    assert "993" in (await cluster.private("Anna").asks("imap port?")).text
    assert sum("cannot be read" in line for line in cluster.log) == len(UNREADABLE)


async def test_f33_what_comes_twice_is_answered_once(cluster: Cluster) -> None:
    update = written(cluster)
    assert await cluster.send(0, update) == 200
    assert await cluster.send(0, update) == 200
    assert len(cluster.server.journal.of("sendMessage")) == 1


async def test_f33_what_comes_twice_at_once_is_answered_once(cluster: Cluster) -> None:
    cluster.server.faults.add("sendMessage", Fault(delay=0.5))
    update = written(cluster)
    assert sorted(await asyncio.gather(cluster.send(0, update), cluster.send(0, update))) == [200, 409]
    assert await cluster.send(0, update) == 200
    assert len(cluster.server.journal.of("sendMessage")) == 1


async def test_f26_the_answer_comes_after_the_work(cluster: Cluster) -> None:
    cluster.server.faults.add("sendMessage", Fault(delay=0.3))
    assert await cluster.send(0, written(cluster)) == 200
    assert len(cluster.server.journal.of("sendMessage")) == 1


async def test_an_answer_that_could_not_be_delivered_is_tried_again(cluster: Cluster) -> None:
    cluster.server.faults.always("sendMessage", LOST)
    update = written(cluster)
    assert await cluster.send(0, update) == 502
    cluster.server.faults.clear()
    assert await cluster.send(0, update) == 200
    assert sum(call.status == 200 for call in cluster.server.journal.of("sendMessage")) == 1


async def test_f27_an_update_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram closes the connection after 60 seconds and sends again: it would hold up its chat for good."""
    monkeypatch.setattr("updates.webhook.TIME_LIMIT", 0.1)
    store = ResilientStore(MemoryStore())
    health = Health(store, asyncio.Event())
    health.is_connected = True

    async def never_ends(_update: Update) -> None:
        await asyncio.Event().wait()

    receiver = Receiver(Bot("1:x"), never_ends, store, health)
    async with asyncio.timeout(5):
        assert await receiver.take(b'{"update_id": 1}') is FINISHED


@pytest.mark.parametrize("signals", [1, 3])
async def test_f10_a_stop_finishes_what_is_in_hand_and_takes_nothing_more(cluster: Cluster, signals: int) -> None:
    cluster.server.faults.add("sendMessage", Fault(delay=1.0))
    worker = cluster.workers[0]
    assert worker.process is not None
    late = written(cluster)
    sending = asyncio.create_task(cluster.send(0, written(cluster)))
    reader, writer = await asyncio.open_connection("127.0.0.1", worker.port)
    body = json.dumps(late).encode()
    writer.write(post(cluster, len(body)).replace("\n", "\r\n").encode() + b"\r\n\r\n" + body[:10])
    await cluster.until(lambda: None if cluster.server.faults._next["sendmessage"] else True, "the work")
    for _ in range(signals):
        worker.process.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.05)
    writer.write(body[10:])
    answer = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)).decode()
    assert " 503 " in answer
    assert "Retry-After: 1" in answer
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await get(worker.port, "/healthz")
    assert await sending == 200, "what was in hand is finished"
    assert await cluster.stop_worker(0) == 0
    assert len(cluster.server.journal.of("sendMessage")) == 1


async def test_f11_a_stop_does_not_wait_for_a_telegram_that_hangs(cluster: Cluster) -> None:
    cluster.server.faults.add("sendMessage", HANG)
    update = written(cluster)
    sending = asyncio.create_task(cluster.send(0, update))
    await cluster.until(lambda: cluster.server.journal.of("sendMessage") or None, "the work")
    before = asyncio.get_running_loop().time()
    assert await cluster.stop_worker(0) == 0
    assert asyncio.get_running_loop().time() - before < 6
    assert await sending == 503, "Telegram sends it again"
    await cluster.start_worker(0)
    assert await cluster.send(0, update) == 200
    assert [call.status for call in cluster.server.journal.of("sendMessage")] == [0, 200]


async def test_before_telegram_has_taken_the_token_there_is_no_work() -> None:
    async with Cluster.start(1, register=False) as cluster:
        await cluster.stop_worker(0)
        cluster.server.faults.always("getMe", SERVER_ERROR)
        await cluster.start_worker(0, wait=False)
        said = await cluster.until_status(cluster.workers[0], "/readyz", 503)
        assert said == {"status": "not ready", "token": "unknown", "store": "ok"}
        assert (await get(cluster.workers[0].port, "/healthz")) == (200, {"status": "starting"})
        cluster.server.faults.clear()
        said = await cluster.until_status(cluster.workers[0], "/readyz", 200)
        assert said == {"status": "ready", "token": "ok", "store": "ok"}


async def test_figures_are_there_on_request() -> None:
    async with Cluster.start(1, METRICS="yes") as cluster:
        await cluster.private("Anna").asks("imap port?")
        await cluster.until(lambda: None if cluster.server.world.updates else True, "the update to be taken")
        await cluster.send(0, {}, secret="wrong")
        _, headers, said = await ask(cluster.workers[0].port, "GET /metrics HTTP/1.1\nHost: x")
        assert headers["content-type"].startswith("text/plain; version=0.0.4")
        lines = said.decode().splitlines()
        assert 'mailbot_updates_total{outcome="done"} 1' in lines
        assert 'mailbot_updates_total{outcome="refused"} 1' in lines
        assert "mailbot_store_up 1" in lines
        assert cluster.server.world.token not in said.decode()


async def test_no_figures_without_request(cluster: Cluster) -> None:
    assert (await get(cluster.workers[0].port, "/metrics"))[0] == 404


@pytest.mark.parametrize(
    ("way", "missing"),
    [("webhook", "WEBHOOK_URL"), ("webhook", "WEBHOOK_SECRET"), ("set-webhook", "WEBHOOK_URL"), ("webhook", "BOT_TOKEN")],
)
async def test_without_its_settings_it_says_so_in_one_sentence(way: str, missing: str) -> None:
    async with Cluster.start(0, register=False, without=missing) as cluster:
        assert await cluster.run(way) == 78
        assert len(cluster.log) == 1
        assert cluster.log[0].startswith(f"{missing} is not set: ")
        assert not cluster.server.journal


async def test_a_port_that_is_taken_is_named() -> None:
    async with Cluster.start(1, register=False) as cluster:
        taken = str(cluster.workers[0].port)
        cluster._environment |= {"PORT": taken, "HOST": "127.0.0.1"}
        assert await cluster.run("webhook") == 78
        said = cluster.log[-1]
        assert said.startswith(f"The bot cannot listen on port {taken} of 127.0.0.1 (Address already in use")


async def test_a_worker_that_hears_nothing_yet_warns_and_says_what_to_do() -> None:
    async with Cluster.start(1, register=False) as cluster:

        def warned() -> str | None:
            return next((line for line in cluster.log if "webhook: Telegram knows of none" in line), None)

        told = await cluster.until(warned, "a word about the webhook")
        assert " WARNING " in told
        assert "Run `python bot.py set-webhook`, once for all workers." in told


async def test_set_webhook_says_what_it_did_and_waits_for_telegram() -> None:
    async with Cluster.start(1, register=False) as cluster:
        cluster.server.faults.add("setWebhook", flood(1), SERVER_ERROR)
        cluster.private("Anna").says("hallo")
        assert await cluster.run("set-webhook", "--workers", "3") == 0
        assert "at most 24 at once; 1 updates are waiting" in "".join(cluster.log)
        call = cluster.server.journal.of("setWebhook")[-1]
        assert call.arguments["secret_token"] == SECRET
        assert json.loads(call.arguments["allowed_updates"])[0] == "message"
        assert not any(word in "".join(cluster.log) for word in (SECRET, call.arguments["url"]))
        assert "drop_pending_updates" not in call.arguments
        assert await cluster.run("set-webhook", "--delete") == 0
        assert not cluster.server.world.webhook["url"]
        assert "The webhook is removed" in cluster.log[-1]


async def test_set_webhook_tells_why_telegram_refuses() -> None:
    async with Cluster.start(0, register=False, WEBHOOK_URL="http://bot.example.org") as cluster:
        assert await cluster.run("set-webhook") == 78
        assert "an https url must be provided" in "".join(cluster.log)


@pytest.mark.parametrize("path", ["/mail/7hx2", "/mail+7.hx(2)", "/b%C3%A4r"])
async def test_an_address_with_a_path_of_its_own_is_used_as_it_is(path: str) -> None:
    async with Cluster.start(1, register=False) as cluster:
        await cluster.stop_worker(0)
        cluster._environment["WEBHOOK_URL"] = f"{cluster.url}{path}"
        await cluster.start_worker(0)
        assert await cluster.run("set-webhook") == 0
        assert urlsplit(cluster.server.world.webhook["url"]).path == path
        assert "993" in (await cluster.private("Anna").asks("imap port?")).text
