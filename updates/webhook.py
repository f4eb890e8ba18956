"""A webhook worker: Telegram is told that an update arrived only after it was handled.

https://core.telegram.org/bots/api#setwebhook. Telegram sends one update at a time of each chat (presses: of each person), waits
60 seconds for the answer, and sends again, to any worker, what was not answered with 2xx.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import logging
import math
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import tornado.web
from telegram import Update
from telegram.error import TelegramError
from tornado.iostream import StreamClosedError

from store.keys import key
from updates.errors import UndeliveredError
from updates.health import Quiet
from updates.lanes import Lanes
from updates.once import RENEW_EVERY, Claim, Handled
from updates.patience import UPDATE_TRIES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from telegram import Bot

    from store.interface import Store
    from updates.health import Health

_LOG = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
TIME_LIMIT = 50.0
"""Seconds an update may take: Telegram waits 60."""
_STOP_WAIT, _ANSWER_WAIT = 3.5, 0.5
"""Seconds for what is in hand, and for the answers to what was given up, so that all is over within five."""
_PROBE_WAIT = 4.0
"""Seconds for Telegram to answer another call, where it did not take an answer; `TIME_LIMIT` leaves room for them."""
_WARN_EVERY = 60.0


@dataclass(frozen=True)
class Taken:
    """What became of a request: the status Telegram gets, and after how many seconds it may send again.

    503 says that another worker may take the update, and lets nginx ask it at once (`deploy/nginx`); all others Telegram itself
    gets, for which they are alike (`WebhookActor.cpp` of tdlib/telegram-bot-api, `handle`): it obeys `Retry-After` up to an hour.
    """

    status: int
    retry_after: int = 0


FINISHED = Taken(200)
NOT_CONNECTED = Taken(503, 5)
"""Telegram has not taken the token yet."""
STOPPING = Taken(503, 1)
ELSEWHERE = Taken(409, 2)
"""Another worker has the update in hand."""
UNREACHED = Taken(502, 5)
"""Telegram could not be reached with the answer."""


def flooded(wait: float) -> Taken:
    """Telegram asks for some seconds before it takes the answer."""
    return Taken(429, math.ceil(wait))


def webhook_address(url: str, secret: bytes) -> str:
    """Give the whole address of the webhook.

    Args:
        url: What the operator named: an address without a path gets one that nobody guesses, any other stays as it is.
        secret: What the path follows from (`store.keys.secret_of`), the same for all workers.
    """
    return url if urlsplit(url).path.strip("/") else f"{url.rstrip('/')}/hook/{key(secret, 'hook').partition(':')[2]}"


class Receiver:
    """Handles updates as they are sent, each once over all workers, in order per chat."""

    def __init__(self, bot: Bot, handle: Callable[[Update], Awaitable[None]], store: Store, health: Health) -> None:
        """Prepare.

        Args:
            bot: The bot, which need not be initialised before `health.is_connected`.
            handle: Handles one update, such as `Application.process_update`.
            store: Remembers what was handled, for all workers.
            health: Is told how it goes.
        """
        self._bot = bot
        self._handle = handle
        self._handled = Handled(store, bot.token)
        self._health = health
        self._lanes = Lanes(self._work, TIME_LIMIT)
        self._undelivered: dict[int, float] = {}
        """Id → the seconds that Telegram asks to wait, or 0."""
        self._in_hand: dict[int, int] = {}
        """Id → how often its claim was renewed."""
        self._works: set[asyncio.Task[None]] = set()
        self._requests: set[asyncio.Task[Any]] = set()

    async def take(self, body: bytes) -> Taken:
        """Handle the update in a request's body, and tell what becomes of the request.

        What cannot be read, or fails, is finished too: sent again, it would fail again, and hold up its chat for good.
        """
        if self._health.is_stopping:
            return STOPPING
        if not self._health.is_connected:
            return NOT_CONNECTED
        update = self._read(body)
        if update is None:
            return FINISHED
        match await self._claim(update.update_id):
            case Claim.DONE:
                self._health.counts["repeated"] += 1
                return FINISHED
            case Claim.ELSEWHERE:
                return ELSEWHERE
        return await self._run(update)

    @contextlib.contextmanager
    def request(self) -> Iterator[None]:
        """Count the running request among those that are finished before the worker stops."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - for the type checker: coroutines run in tasks
        self._requests.add(task)
        try:
            yield
        finally:
            self._requests.discard(task)

    async def finish(self) -> None:
        """Finish what is in hand, within four seconds; what is left then is given back to Telegram."""
        if self._requests:
            await asyncio.wait(self._requests, timeout=_STOP_WAIT)
        for work in self._works:
            work.cancel()
        if self._requests:
            await asyncio.wait(self._requests, timeout=_ANSWER_WAIT)

    async def _claim(self, update_id: int) -> Claim:
        if update_id in self._in_hand:
            return Claim.ELSEWHERE  # in this very worker's hands, whatever became of its claim
        return await self._handled.claim(update_id)

    async def _run(self, update: Update) -> Taken:
        update_id = update.update_id
        self._in_hand[update_id] = 0
        work = self._lanes.put(update)
        self._works.add(work)
        work.add_done_callback(self._works.discard)
        try:
            while not (await asyncio.wait({work}, timeout=RENEW_EVERY))[0]:
                self._in_hand[update_id] += 1
                await self._handled.renew(update_id)
        finally:
            del self._in_hand[update_id]
        wait = self._undelivered.pop(update_id, None)
        if not work.cancelled() and (wait is None or await self._gave_up(update_id)):
            return FINISHED
        await self._handled.release(update_id)
        if work.cancelled():
            return STOPPING
        return flooded(wait) if wait else UNREACHED

    async def _gave_up(self, update_id: int) -> bool:
        """Count a try whose answer did not get through; as long as Telegram is away this is no fault of the update's."""
        try:
            async with asyncio.timeout(_PROBE_WAIT):
                await self._bot.get_me()
        except (TelegramError, TimeoutError):
            return False
        if await self._handled.failed(update_id) < UPDATE_TRIES:
            return False
        await self._handled.give_up(update_id)
        self._health.counts["given_up"] += 1
        return True

    def _read(self, body: bytes) -> Update | None:
        try:
            update = Update.de_json(json.loads(body), self._bot)
            if not isinstance(update.update_id, int):
                raise TypeError("update_id")  # noqa: TRY301 - as unreadable as the rest
        except Exception as error:  # noqa: BLE001 - whatever Telegram adds one day, the other updates go on
            self._health.counts["unreadable"] += 1
            _LOG.error("An update cannot be read (%s) and is left out.", type(error).__name__)
            return None
        return update

    async def _work(self, update: Update) -> None:
        # Whose turn came late may have lost its claim, as when the machine slept, and another worker may have done it.
        if self._in_hand.get(update.update_id) and await self._handled.before(update.update_id):
            self._health.counts["repeated"] += 1
            return
        try:
            await self._handle(update)
        except UndeliveredError as error:
            self._undelivered[update.update_id] = error.wait
            raise
        await self._handled.mark(update.update_id)


@tornado.web.stream_request_body
class UpdateHandler(Quiet):
    """The webhook itself."""

    _warned = float("-inf")

    def initialize(self, receiver: Receiver, secret: str, health: Health) -> None:
        """Take what the route gives."""
        self._receiver = receiver
        self._secret = secret
        self._health = health
        self._body = bytearray()

    def prepare(self) -> None:
        """Look at the secret before the body is read."""
        given = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            self._health.counts["refused"] += 1
            self._warn()
            raise tornado.web.HTTPError(403)

    def data_received(self, chunk: bytes) -> None:
        """Collect the body; the server cuts it off at its limit."""
        self._body += chunk

    async def post(self) -> None:
        """Take an update."""
        with self._receiver.request():
            taken = await self._receiver.take(bytes(self._body))
            self.set_status(taken.status)
            if taken.retry_after:
                self.set_header("Retry-After", str(taken.retry_after))
            if self._health.is_stopping:
                self.set_header("Connection", "close")
            with contextlib.suppress(StreamClosedError):  # then Telegram sends again, and finds it done
                await self.finish()

    @classmethod
    def _warn(cls) -> None:
        now = time.monotonic()
        if now - cls._warned >= _WARN_EVERY:
            cls._warned = now
            _LOG.warning("Somebody knows the webhook's address but not its secret; or WEBHOOK_SECRET changed after set-webhook.")


def routes(address: str, receiver: Receiver, secret: str, health: Health) -> list[Any]:
    """Give the webhook's route, as tornado takes it."""
    path = re.escape(urlsplit(address).path)  # tornado takes it for a regular expression
    return [(path, UpdateHandler, {"receiver": receiver, "secret": secret, "health": health})]
