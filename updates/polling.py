"""Long polling that loses nothing: an update is confirmed to Telegram only after it was handled.

python-telegram-bot's own loop confirms what it fetched, stops for good after one 401, and never gets past an update it cannot
parse. Here the raw updates are parsed one by one, handled in lanes, and the offset moves behind what is done
(https://core.telegram.org/bots/api#getupdates).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from updates.errors import ConfigurationError
from updates.lanes import Lanes
from updates.once import Handled

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot
    from telegram.request import BaseRequest

    from store.interface import Store

_LOG = logging.getLogger(__name__)
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
)
_POLL_SECONDS = 25
_READ_MARGIN = 10
_BACKOFF = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
_REFUSALS_TO_GIVE_UP = 5
_UNFINISHED_WAIT = 1.0
_STOP_WAIT = 4.0
_WARN_EVERY = 60.0


class Poller:
    """Fetches updates and has them handled."""

    def __init__(
        self,
        bot: Bot,
        handle: Callable[[Update], Awaitable[None]],
        store: Store,
        *,
        request: BaseRequest | None = None,
        allowed_updates: tuple[str, ...] = ALLOWED_UPDATES,
    ) -> None:
        """Prepare.

        Args:
            bot: An initialised bot.
            handle: Handles one update, such as `Application.process_update`.
            store: Remembers what was handled, over restarts.
            request: The connection `getUpdates` uses, one of its own by default; it is built anew after two failures in a row.
            allowed_updates: The kinds of updates to ask for; named at every call, because Telegram remembers the last list.
        """
        self._bot = bot
        self._store = store
        self._request = request or HTTPXRequest(connection_pool_size=1)
        self._allowed = list(allowed_updates)
        self._handled = Handled(store)
        self._lanes = Lanes(self._counted(handle))
        self._open: dict[int, asyncio.Task[None] | None] = {}
        """Fetched and not yet confirmed, in the order they came; None: done."""
        self._offset = 0
        self._failures = 0
        self._refusals = 0
        self._warned = float("-inf")
        self.last_success = time.monotonic()
        """When Telegram last answered a poll; the health signal."""

    async def run(self, stop: asyncio.Event, *, take_over: bool = False) -> None:
        """Poll until `stop` is set, then finish what is in hand within five seconds.

        Raises:
            ConfigurationError: the token is refused, or a webhook is set and `take_over` is not.
        """
        await self._request.initialize()
        try:
            await self._make_way(stop, take_over=take_over)
            await self._poll(stop)
        finally:
            await self._finish()
            await self._request.shutdown()

    async def _poll(self, stop: asyncio.Event) -> None:
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                fetch = asyncio.create_task(self._fetch())
                await asyncio.wait({fetch, stopped}, return_when=asyncio.FIRST_COMPLETED)
                if not fetch.done():
                    fetch.cancel()
                    await asyncio.gather(fetch, return_exceptions=True)
                    break
                await self._take(fetch, stop)
        finally:
            stopped.cancel()

    async def _make_way(self, stop: asyncio.Event, *, take_over: bool) -> None:
        """Find out whether a webhook is in the way; deleting one unasked would unhook a running bot."""
        while not stop.is_set():
            try:
                info = await self._bot.get_webhook_info()
            except InvalidToken:
                raise ConfigurationError("Telegram refuses the token: check BOT_TOKEN against @BotFather.") from None
            except TelegramError as error:
                await self._wait_after(error, stop)
                continue
            if info.url and not take_over:
                raise ConfigurationError(
                    "A webhook is set for this bot, so another copy of it may be running: stop that one, "
                    "or start with --take-over to delete the webhook."
                )
            if info.url:
                await self._bot.delete_webhook()
            self._failures = 0
            return

    async def _fetch(self) -> list[dict[str, Any]]:
        timeout = 0 if self._open else _POLL_SECONDS
        result: Any = await self._call(timeout=timeout, limit=100, allowed_updates=json.dumps(self._allowed))
        if not isinstance(result, list):
            raise NetworkError("not a list of updates")
        return result

    async def _call(self, **arguments: object) -> object:
        """Call `getUpdates` for raw JSON: parsing all updates at once would stumble over a single bad one."""
        query = urlencode({"offset": self._offset, **arguments})
        read_timeout = float(str(arguments["timeout"])) + _READ_MARGIN
        return await self._request.post(f"{self._bot.base_url}/getUpdates?{query}", read_timeout=read_timeout)

    async def _take(self, fetch: asyncio.Task[list[dict[str, Any]]], stop: asyncio.Event) -> None:
        try:
            fetched = fetch.result()
        except InvalidToken:
            self._refusals += 1
            if self._refusals >= _REFUSALS_TO_GIVE_UP:
                raise ConfigurationError("Telegram refuses the token again and again: was it revoked?") from None
            await self._wait_after(NetworkError("token refused"), stop)
            return
        except TelegramError as error:
            await self._wait_after(error, stop)
            return
        self.last_success = time.monotonic()
        self._failures = self._refusals = 0
        new = {raw["update_id"]: raw for raw in fetched if isinstance(raw.get("update_id"), int)}
        new = {update_id: raw for update_id, raw in new.items() if update_id not in self._open}
        done = await asyncio.gather(*(self._handled.before(update_id) for update_id in new))
        for (update_id, raw), is_done in zip(new.items(), done, strict=True):
            self._open[update_id] = None
            if not is_done:
                self._put(update_id, raw)
        await self._settle(stop)

    def _put(self, update_id: int, raw: dict[str, Any]) -> None:
        try:
            update = Update.de_json(raw, self._bot)
        except Exception as error:  # noqa: BLE001 - whatever one update does, the others go on
            _LOG.error("Update %d cannot be read (%s) and is left out.", update_id, type(error).__name__)
            return
        self._open[update_id] = self._lanes.put(update)

    async def _settle(self, stop: asyncio.Event) -> None:
        """Wait a little for what is in hand, and move the offset behind what is done at the front."""
        running = [task for task in self._open.values() if task is not None and not task.done()]
        if running:
            stopped = asyncio.create_task(stop.wait())
            gathered = asyncio.create_task(asyncio.wait(running))
            await asyncio.wait({gathered, stopped}, timeout=_UNFINISHED_WAIT, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
            gathered.cancel()
        self._confirm()

    def _confirm(self) -> None:
        for update_id, task in list(self._open.items()):
            if task is not None and not task.done():
                break
            del self._open[update_id]
            self._offset = update_id + 1

    async def _wait_after(self, error: TelegramError, stop: asyncio.Event) -> None:
        delay = _BACKOFF[min(self._failures, len(_BACKOFF) - 1)]
        self._failures += 1
        if isinstance(error, RetryAfter):
            wait = error.retry_after
            delay = min(15.0, wait.total_seconds() if hasattr(wait, "total_seconds") else float(wait))
        if isinstance(error, Conflict):
            self._warn("Another copy of the bot is running with the same token; only one may poll.")
        elif self._failures > 1:
            self._warn(f"Telegram cannot be reached ({type(error).__name__}); trying again.")
        if self._failures >= 2 and isinstance(error, NetworkError):
            # A dead connection can hold its place in the pool for ever; a new pool cannot.
            await self._request.shutdown()
            await self._request.initialize()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), delay)

    def _warn(self, sentence: str) -> None:
        now = time.monotonic()
        if now - self._warned >= _WARN_EVERY:
            self._warned = now
            _LOG.warning(sentence)

    async def _finish(self) -> None:
        running = [task for task in self._open.values() if task is not None and not task.done()]
        if running:
            await asyncio.wait(running, timeout=_STOP_WAIT)
        self._confirm()
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        if self._offset:
            try:
                await asyncio.wait_for(self._call(timeout=0, limit=1), 1.0)
            except (TelegramError, TimeoutError):
                _LOG.info("The last updates could not be confirmed; the store remembers them.")

    def _counted(self, handle: Callable[[Update], Awaitable[None]]) -> Callable[[Update], Awaitable[None]]:
        async def handled(update: Update) -> None:
            await handle(update)
            await self._handled.mark(update.update_id)

        return handled
