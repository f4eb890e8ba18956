"""The webhook: its registration, and the delivery of updates to it as Telegram's own server does it.

https://core.telegram.org/bots/api#setwebhook, and `WebhookActor.cpp` of tdlib/telegram-bot-api for the order and the retries:
one update in flight per chat (presses and inline queries: per user); after a failure again at once, then after 2, 4, … up to
60–120 seconds, or when `Retry-After` says (at most an hour); 410 for 23 hours removes the webhook.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections import defaultdict, deque
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tornado.httpclient import HTTPError, HTTPRequest
from tornado.simple_httpclient import SimpleAsyncHTTPClient

from playground.errors import bad_request, too_many_requests
from playground.polling import take_allowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.methods.arguments import Arguments
    from playground.state import Json, World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
ANSWER_WAIT = 60.0
"""Seconds after which Telegram closes a connection and sends again."""
_HERE = frozenset({"127.0.0.1", "::1", "localhost"})
"""Where it delivers to: nothing that people write leaves this machine."""
_PORTS = frozenset({443, 80, 88, 8443})
_LONGEST_DELAY = 60
_LONGEST_RETRY_AFTER = 3600
_GONE_LIMIT = 23 * 3600.0
_SECRET = re.compile(r"^[A-Za-z0-9_-]*$")
_MAX_SECRET = 256
_GONE = 410


class Webhook:
    """Sends what waits for the bot to its webhook, while one is set."""

    def __init__(self, world: World, abort_poll: Callable[[str], None]) -> None:
        self._world = world
        self._abort_poll = abort_poll
        self._next_set = 0.0
        self._sender: asyncio.Task[None] | None = None
        self._deliveries: set[asyncio.Task[None]] = set()
        self._queues: dict[str, deque[Json]] = defaultdict(deque)
        self._taken: set[int] = set()
        self._error: Json = {}
        self._gone_since = 0.0
        self.speed = 1.0
        """How much faster than Telegram's the waits before further tries are; tests need not wait for hours."""
        self.random = random.Random(0)  # noqa: S311 - spreads retries
        self.answer_wait = ANSWER_WAIT

    def set(self, arguments: Arguments) -> bool:
        """https://core.telegram.org/bots/api#setwebhook, but only for this machine, and so by http too; once a second.

        Raises:
            RefusalError: in Telegram's words.
        """
        url = arguments.text("url")
        if not url:
            return self.delete(arguments)
        now = asyncio.get_running_loop().time()
        if now < self._next_set:
            raise too_many_requests(1)
        self._next_set = now + 1
        secret = arguments.text("secret_token")
        _check(url, secret)
        self._stop()
        if arguments.flag("drop_pending_updates"):
            self._world.keep_last(0)
        self._abort_poll("terminated by setWebhook request")
        connections = max(1, min(100, arguments.number("max_connections", 40)))
        self._world.webhook = {"url": url, "secret_token": secret, "max_connections": connections}
        take_allowed(self._world, arguments)
        self._error = {}
        self._sender = asyncio.create_task(self._send_all())
        return True

    def delete(self, arguments: Arguments) -> bool:
        """https://core.telegram.org/bots/api#deletewebhook."""
        self._stop()
        self._world.webhook = {"url": ""}
        if arguments.flag("drop_pending_updates"):
            self._world.keep_last(0)
        return True

    def info(self) -> Json:
        """https://core.telegram.org/bots/api#getwebhookinfo."""
        webhook = self._world.webhook
        info: Json = {
            "url": webhook["url"],
            "has_custom_certificate": False,
            "pending_update_count": len(self._world.updates),
            **self._error,
        }
        if webhook["url"]:
            info |= {"max_connections": webhook["max_connections"], "ip_address": "127.0.0.1"}
        if self._world.allowed_updates:
            info["allowed_updates"] = self._world.allowed_updates
        return info

    @property
    def is_sending(self) -> bool:
        """Whether updates are being delivered."""
        return self._sender is not None

    async def stop(self) -> None:
        """End all deliveries."""
        tasks = [task for task in (self._sender, *self._deliveries) if task is not None]
        self._stop()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _stop(self) -> None:
        for task in (self._sender, *self._deliveries):
            if task is not None:
                task.cancel()
        self._sender = None
        self._queues.clear()
        self._taken.clear()

    async def _send_all(self) -> None:
        """Hand each update to the queue of its chat or person, and let every queue run by itself."""
        slots = asyncio.Semaphore(int(self._world.webhook["max_connections"]))
        client = SimpleAsyncHTTPClient(force_instance=True, max_clients=100)
        try:
            while True:
                self._world.arrived.clear()
                for update in self._world.updates:
                    if update["update_id"] not in self._taken:
                        self._taken.add(update["update_id"])
                        self._enqueue(update, client, slots)
                await self._world.arrived.wait()
        finally:
            client.close()

    def _enqueue(self, update: Json, client: SimpleAsyncHTTPClient, slots: asyncio.Semaphore) -> None:
        name = queue_of(update)
        self._queues[name].append(update)
        if len(self._queues[name]) == 1:
            delivery = asyncio.create_task(self._run_queue(self._queues[name], client, slots))
            self._deliveries.add(delivery)
            delivery.add_done_callback(self._deliveries.discard)

    async def _run_queue(self, queue: deque[Json], client: SimpleAsyncHTTPClient, slots: asyncio.Semaphore) -> None:
        while queue:
            await self._deliver(queue[0], client, slots)
            self._world.forget(queue[0]["update_id"])
            queue.popleft()

    async def _deliver(self, update: Json, client: SimpleAsyncHTTPClient, slots: asyncio.Semaphore) -> None:
        delay, failures = 1, 0
        while update in self._world.updates:
            async with slots:
                retry_after = await self._try(update, client)
            if retry_after is None:
                return
            wait = retry_after
            if not retry_after and failures:
                longest = self.random.randint(_LONGEST_DELAY, _LONGEST_DELAY * 2)
                wait = delay = min(longest, delay * 2)
            failures += 1
            await asyncio.sleep(wait / self.speed)

    async def _try(self, update: Json, client: SimpleAsyncHTTPClient) -> int | None:
        """Send an update once; None when it was taken, else the seconds that `Retry-After` asks for."""
        webhook = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if webhook["secret_token"]:
            headers[SECRET_HEADER] = webhook["secret_token"]
        body = json.dumps(update)
        request = HTTPRequest(webhook["url"], "POST", headers, body, request_timeout=self.answer_wait, follow_redirects=False)
        try:
            await client.fetch(request)
        except HTTPError as error:
            self._failed(f"Wrong response from the webhook: {error.code} {error.message}", gone=error.code == _GONE)
            wanted = error.response.headers.get("Retry-After", "0") if error.response is not None else "0"
            return min(_LONGEST_RETRY_AFTER, int(wanted) if wanted.isdecimal() else 0)
        except OSError as error:
            self._failed(f"Connection failed: {error.strerror or type(error).__name__}")
            return 0
        self._gone_since = 0.0
        return None

    def _failed(self, why: str, *, gone: bool = False) -> None:
        now = self._world.clock()
        self._error = {"last_error_date": int(now), "last_error_message": why}
        if not gone:
            self._gone_since = 0.0
        elif not self._gone_since:
            self._gone_since = now
        elif now - self._gone_since > _GONE_LIMIT:
            self._world.webhook = {"url": ""}
            self._stop()


def queue_of(update: Json) -> str:
    """Give the name of an update's queue: in each, one update at a time is on its way."""
    kind = next(key for key in update if key != "update_id")
    content = update[kind]
    if isinstance(content, dict) and kind not in {"callback_query", "inline_query"} and "chat" in content:
        return f"chat {content['chat']['id']}"
    if isinstance(content, dict) and "from" in content:
        return f"user {content['from']['id']}"
    return f"update {update['update_id']}"


def _check(url: str, secret: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    is_here = parts.hostname in _HERE
    if parts.scheme == "http" and not is_here:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not is_here and (parts.port or 443) not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if not is_here:
        raise bad_request("bad webhook: what is written here stays on this machine; use 127.0.0.1 or localhost")
    if len(secret) > _MAX_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
