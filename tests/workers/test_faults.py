"""What happens to several workers in years of running: killed, started anew, overloaded, without their store."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playground.faults import HANG, LOST, Fault, flood
from tests import postgres
from tests.workers.cluster import Cluster, get

if TYPE_CHECKING:
    from tests.telegram import Member

QUESTIONS = {"imap port beim empfangen?": "993", "imap port beim senden?": "587", "pop3 port beim empfangen?": "110"}


def ask_all(cluster: Cluster, people: int = 8) -> list[Member]:
    """Everybody asks everything at once; the answers must come in the same order."""
    asking = [cluster.private(f"Person {number}") for number in range(people)]
    for question in QUESTIONS:
        for person in asking:
            person.says(question)
    return asking


async def all_taken(cluster: Cluster) -> None:
    await cluster.until(lambda: None if cluster.server.world.updates else True, "every update to be taken", 60)


def nothing_is_lost_doubled_or_out_of_order(cluster: Cluster, people: list[Member]) -> None:
    for person in people:
        said = cluster.spoken(person.chat.id)
        assert len(said) == len(QUESTIONS), said
        assert all(value in text for value, text in zip(QUESTIONS.values(), said, strict=True)), said


async def test_f32_http_balancing_gives_both_workers_work(balanced: Cluster) -> None:
    people = ask_all(balanced)
    await all_taken(balanced)
    nothing_is_lost_doubled_or_out_of_order(balanced, people)
    assert min(await balanced.done(0), await balanced.done(1)) > 0
    assert not balanced.refused()


async def test_f26_one_worker_is_killed_in_mid_work(balanced: Cluster) -> None:
    balanced.server.webhook.speed = 5
    balanced.server.faults.add("sendMessage", *[HANG] * 4)
    people = ask_all(balanced)
    await balanced.until(lambda: True if len(balanced.server.journal) >= 4 else None, "work in hand")
    await balanced.stop_worker(0, signal.SIGKILL)
    await all_taken(balanced)
    nothing_is_lost_doubled_or_out_of_order(balanced, people)


async def test_f27_while_no_worker_runs_telegram_keeps_everything(balanced: Cluster) -> None:
    balanced.server.webhook.speed = 20
    for number in (0, 1):
        await balanced.stop_worker(number, signal.SIGKILL)
    people = ask_all(balanced, 3)
    await balanced.until(lambda: "502" in str(balanced.server.webhook.info()) or None, "a failed delivery")
    assert balanced.nginx is not None
    assert urlsplit(balanced.server.world.webhook["url"]).path not in balanced.nginx.log, "it is a secret"
    await asyncio.gather(*(balanced.start_worker(number) for number in (0, 1)))
    await all_taken(balanced)
    nothing_is_lost_doubled_or_out_of_order(balanced, people)
    assert balanced.server.world.webhook["url"], "never 410, which would remove the webhook"


async def test_workers_are_started_anew_one_after_the_other_and_nobody_notices(balanced: Cluster) -> None:
    balanced.server.webhook.speed = 5
    balanced.server.faults.always("sendMessage", Fault(delay=0.05))
    people = ask_all(balanced)
    for number in (0, 1):
        assert await balanced.stop_worker(number) == 0
        await balanced.start_worker(number)
    await all_taken(balanced)
    nothing_is_lost_doubled_or_out_of_order(balanced, people)


async def test_f18_where_telegram_asks_to_wait_it_sends_again_after_that_and_no_other_worker_tries_before(
    balanced: Cluster,
) -> None:
    balanced.server.faults.always("sendMessage", flood(30))
    anna = balanced.private("Anna")
    anna.says("imap port beim empfangen?")
    update = balanced.taken_back()
    assert balanced.nginx is not None
    status, headers = await balanced.send_to(balanced.nginx.port, update)
    assert (status, headers["retry-after"]) == (429, "30")
    assert len(balanced.server.journal.of("sendMessage")) == 1
    balanced.server.faults.clear()
    status, _ = await balanced.send_to(balanced.nginx.port, update)
    assert status == 200
    assert ["993" in text for text in balanced.spoken(anna.chat.id)] == [True]


async def test_an_answer_that_does_not_get_through_is_not_tried_by_the_other_worker_at_once(balanced: Cluster) -> None:
    balanced.server.faults.always("sendMessage", LOST)
    balanced.private("Anna").says("imap port beim empfangen?")
    assert balanced.nginx is not None
    status, headers = await balanced.send_to(balanced.nginx.port, balanced.taken_back())
    assert (status, headers["retry-after"]) == (502, "5")
    assert sum("could not be reached with the answer" in line for line in balanced.log) == 1


async def test_f29_four_workers_start_together_and_register_nothing(database_url: str) -> None:
    async with Cluster.start(4, database_url, register=False) as cluster:
        assert [worker.is_running for worker in cluster.workers] == [True] * 4
        assert not cluster.server.journal.of("setWebhook")
        assert not cluster.server.journal.of("deleteWebhook")
        assert not cluster.server.journal.of("setMyCommands"), "the profile is set along with the webhook"
        await cluster.register()
        for number in range(4):
            cluster.to(number)
            assert "993" in (await cluster.private().asks("imap port?")).text
    assert "The store is away" not in "".join(cluster.log), "the tables were made once"


async def test_f30_a_hundred_chats_at_once(balanced: Cluster) -> None:
    assert balanced.server.webhook.info()["max_connections"] == 16
    people = [balanced.private(f"Person {number}") for number in range(100)]
    for person in people:
        person.says("imap port?")
    await all_taken(balanced)
    assert [len(balanced.spoken(person.chat.id)) for person in people] == [1] * 100
    assert not balanced.refused()


async def test_without_their_store_workers_go_on_answering_and_say_so() -> None:
    with postgres.running() as server:
        async with Cluster.start(2, server.url) as cluster:
            anna = cluster.private("Anna")
            assert "993" in (await anna.asks("imap port beim empfangen?")).text
            server.stop()
            assert "110" in (await anna.asks("pop3 port beim empfangen?")).text
            said = await get(cluster.workers[0].port, "/readyz")
            assert said == (200, {"status": "degraded", "token": "ok", "store": "away"})
            server.start()
            await cluster.until_said(cluster.workers[0], "ready")
            assert "587" in (await anna.asks("imap port beim senden?")).text
            assert 1 <= sum("The store is away" in line for line in cluster.log) <= 2, "once a worker"
            assert any("The store is back" in line for line in cluster.log)
