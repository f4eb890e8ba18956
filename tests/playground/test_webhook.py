"""Deliveries to a webhook, again and again as Telegram does it (`WebhookActor.cpp` of tdlib/telegram-bot-api)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
import tornado.httpserver
import tornado.netutil
import tornado.web

from playground.webhook import SECRET_HEADER, queue_of
from tests.playground.conftest import ANNA
from tests.telegram import WAIT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.playground.conftest import Api


class Bot:
    """A bot that answers with one status after the other, and then only with the last."""

    def __init__(self) -> None:
        self.statuses: list[tuple[int, str]] = [(200, "")]
        self.secrets: list[str | None] = []
        self.called = asyncio.Event()
        bot = self

        class Handler(tornado.web.RequestHandler):
            def post(self) -> None:
                bot.secrets.append(self.request.headers.get(SECRET_HEADER))
                status, retry_after = bot.statuses.pop(0) if len(bot.statuses) > 1 else bot.statuses[0]
                self.set_status(status)
                if retry_after:
                    self.set_header("Retry-After", retry_after)
                bot.called.set()

        self.http = tornado.httpserver.HTTPServer(tornado.web.Application([("/hook", Handler)], log_function=lambda _: None))
        sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
        self.url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/hook"
        self.http.add_sockets(sockets)

    async def was_called(self, times: int) -> None:
        async with asyncio.timeout(WAIT):
            while len(self.secrets) < times:
                self.called.clear()
                await self.called.wait()


@pytest.fixture
async def bot(api: Api) -> AsyncIterator[Bot]:
    """A bot that waits; there are no pauses between the tries."""
    api.server.webhook.speed = 1e6
    made = Bot()
    yield made
    await api.server.webhook.stop()
    made.http.stop()
    await made.http.close_all_connections()


async def taken(api: Api) -> None:
    """Wait until nothing waits for the bot any more."""
    async with asyncio.timeout(WAIT):
        while api.server.world.updates:  # noqa: ASYNC110 - bounded by the time-out
            await asyncio.sleep(0)


async def test_what_is_not_taken_is_sent_again(api: Api, bot: Bot) -> None:
    bot.statuses = [(500, ""), (503, "1"), (503, "soon"), (500, ""), (200, "")]
    await api.call("setWebhook", url=bot.url, secret_token="hush")
    api.people.write(api.anna, ANNA, "port?")
    await bot.was_called(5)
    await taken(api)
    assert bot.secrets == ["hush"] * 5
    info = await api.call("getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")
    assert "too" in (await api.refused("setWebhook", url=bot.url)).lower()


async def test_nobody_there_is_told_too_and_without_a_secret_none_is_sent(api: Api, bot: Bot) -> None:
    await api.call("setWebhook", url="http://127.0.0.1:1/hook")
    api.people.write(api.anna, ANNA, "port?")
    async with asyncio.timeout(WAIT):
        while "last_error_message" not in api.server.webhook.info():  # noqa: ASYNC110 - bounded by the time-out
            await asyncio.sleep(0)
    assert api.server.webhook.info()["last_error_message"].startswith("Connection failed")
    api.server.webhook._next_set = 0
    await api.call("setWebhook", url=bot.url, allowed_updates=["message"])
    await bot.was_called(1)
    await taken(api)
    assert bot.secrets == [None]
    assert (await api.call("getWebhookInfo"))["allowed_updates"] == ["message"]


async def test_410_for_23_hours_removes_the_webhook(api: Api, bot: Bot) -> None:
    bot.statuses = [(410, "")]
    await api.call("setWebhook", url=bot.url)
    api.people.write(api.anna, ANNA, "port?")
    await bot.was_called(3)
    assert api.server.webhook.is_sending
    api.now += 23 * 3600 + 1
    async with asyncio.timeout(WAIT):
        while api.server.webhook.is_sending:  # noqa: ASYNC110 - bounded by the time-out
            await asyncio.sleep(0)
    assert (await api.call("getWebhookInfo"))["url"] == ""
    assert len(api.server.world.updates) == 1, "what was not taken waits for whoever fetches it"


@pytest.mark.parametrize("method", ["setWebhook", "deleteWebhook"])
async def test_what_waits_is_dropped_on_request(api: Api, bot: Bot, method: str) -> None:
    api.people.write(api.anna, ANNA, "alt")
    more: dict[str, Any] = {"url": bot.url} if method == "setWebhook" else {}
    assert await api.call(method, drop_pending_updates=True, **more)
    assert api.server.world.updates == []
    assert await api.call("setWebhook", url="")
    assert not api.server.webhook.is_sending


@pytest.mark.parametrize(
    ("update", "queue"),
    [
        ({"update_id": 1, "message": {"chat": {"id": 5}, "from": {"id": 7}}}, "chat 5"),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}, "message": {"chat": {"id": 5}}}}, "user 7"),
        ({"update_id": 1, "poll": {"id": "3"}}, "update 1"),
    ],
)
def test_what_waits_for_what(update: dict[str, Any], queue: str) -> None:
    assert queue_of(update) == queue


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({"url": "x"}, "invalid webhook URL specified"),
        ({"url": "http://bot.example/"}, "An HTTPS URL must be provided for webhook"),
        ({"url": "https://bot.example:99/"}, "Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ({"url": "https://bot.example/"}, "what is written here stays on this machine"),
        ({"url": "https://127.0.0.1.bot.example/"}, "what is written here stays on this machine"),
        ({"url": "https://localhost@bot.example/"}, "what is written here stays on this machine"),
        ({"url": "https://localhost/", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "https://localhost/", "secret_token": "ä"}, "secret token contains unallowed characters"),
    ],
)
async def test_addresses_and_secrets_that_are_refused(api: Api, arguments: dict[str, Any], why: str) -> None:
    assert why in await api.refused("setWebhook", **arguments)
