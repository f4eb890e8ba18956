"""Long polling that loses nothing: an update is confirmed to Telegram only after it was handled.

python-telegram-bot's own loop confirms what it fetched, stops for good after one 401, and never gets past an update it cannot
parse. Here the raw updates are parsed one by one, handled in lanes, and the offset moves behind what is done
(https://core.telegram.org/bots/api#getupdates).
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import InvalidToken, TelegramError

from updates.errors import ConfigurationError, reason_of
from updates.fetching import Fetching, PollError, Trouble
from updates.http_client import HttpClient
from updates.jam import Jam, nobody
from updates.kinds import ALLOWED_UPDATES
from updates.lanes import Lanes
from updates.once import Handled
from updates.patience import UPDATE_TRIES, Warnings, backoff, pause, unless

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, MutableMapping

    from telegram import Bot
    from telegram.request import BaseRequest

    from store.interface import Store

_LOG = logging.getLogger(__name__)
_POLL_SECONDS = 25
_LONGEST_PAUSE = 15.0
_REFUSALS_TO_GIVE_UP = 5
_UNFINISHED_WAIT = 0.6
"""Seconds until the next look at Telegram while something is in hand; it slows down who asks twice within 0.5 s."""
_STOP_WAIT, _MARKS_WAIT, _LAST_CONFIRMATION = 2.5, 0.5, 1.0
_PAUSES = (1.0, 3.0, 8.0)
"""Seconds before each further try of an update."""
_SHARED_LASTS, _NEW, _LOOK_EVERY = 300.0, 30.0, 1.0
"""Seconds after the last sign of another copy; after the start, while perhaps only a copy that polled before knows of two; and
between two looks for what it knows."""
_COPY = "Another copy of the bot is running with the same token; only one may poll."
_WEBHOOK = "A webhook was set while the bot polls; it gets nothing until that is deleted."


class Poller:
    """Fetches updates and has them handled."""

    def __init__(
        self,
        bot: Bot,
        handle: Callable[[Update], Awaitable[None]],
        store: Store,
        *,
        counts: MutableMapping[str, int] | None = None,
        tell_left_out: Callable[[Update], Awaitable[None]] = nobody,
        make: Callable[[int], BaseRequest] = HttpClient,
    ) -> None:
        """Prepare.

        Args:
            bot: An initialised bot.
            handle: Handles one update, such as `Application.process_update`.
            store: Remembers what was handled, over restarts.
            counts: Where to count what is `repeated`, `unreadable`, `given_up` or `left_out`.
            tell_left_out: Tells whoever sent an update, and much more, that some of it was left out.
            make: Makes the client that polls.
        """
        self._bot = bot
        self._handle = handle
        self._fetching = Fetching(bot.base_url, ALLOWED_UPDATES, make)
        self._handled = Handled(store, bot.token)
        self._lanes = Lanes(self._work, again=self._again)
        self._open: dict[int, asyncio.Task[None] | None] = {}
        """Fetched and not yet confirmed, in the order they came; None: done. At most one poll's."""
        self._offset = self._polled = 0
        """Where what is not handled begins; and the same as the last poll told Telegram, unless that failed."""
        self._newest: int | None = None
        """The highest id that was fetched; None where another copy may have handled later ones: at the start, after a failure."""
        self._looked = float("-inf")
        """When the store was last asked for what another copy may know."""
        self._new_until = time.monotonic() + _NEW
        self._shared_until = float("-inf")
        """Until when another copy may handle the same updates; to agree with it on each costs two ways to the store."""
        self._unclaimed: set[int] = set()
        """Those that are being handled without that, or were and are not yet marked."""
        self._marks: set[asyncio.Task[None]] = set()
        """What is being marked as handled. Nothing waits for it: who ends before may say an answer twice, as just before it."""
        self._failures = self._refusals = 0
        self._is_reachable = asyncio.Event()
        self._warnings = Warnings()
        self.counts = counts if counts is not None else {"repeated": 0, "unreadable": 0, "given_up": 0, "left_out": 0}
        self._jam = Jam(self._lanes, tell_left_out, self.counts)
        self.last_success = time.monotonic()
        """When Telegram last answered a poll; the health signal."""

    async def run(self, stop: asyncio.Event, *, take_over: bool = False) -> None:
        """Poll until `stop` is set, then finish what is in hand within five seconds.

        Raises:
            ConfigurationError: the token is refused again and again, or a webhook is set and `take_over` is not.
        """
        await self._fetching.open()
        try:
            await self._make_way(stop, take_over=take_over)
            while not stop.is_set():
                await self._poll(stop)
        finally:
            await self._finish()
            await self._fetching.close()

    async def _make_way(self, stop: asyncio.Event, *, take_over: bool) -> None:
        """Find out whether a webhook is in the way; deleting one unasked would unhook a running bot."""
        while not stop.is_set():
            try:
                await unless(stop, self._delete_webhook(take_over=take_over))
            except InvalidToken:
                await self._wait_after(PollError(Trouble.REFUSED, "refused"), stop)
            except TelegramError as error:
                await self._wait_after(PollError(Trouble.AWAY, reason_of(error)), stop)
            else:
                return

    async def _delete_webhook(self, *, take_over: bool) -> None:
        info = await self._bot.get_webhook_info()
        if info.url and not take_over:
            raise ConfigurationError(
                "A webhook is set for this bot, so another copy of it may be running: stop that one, "
                "or start with --take-over to delete the webhook."
            )
        if info.url:
            await self._bot.delete_webhook()

    async def _poll(self, stop: asyncio.Event) -> None:
        seconds = 0 if self._open else _POLL_SECONDS
        self._polled = self._offset
        try:
            fetched = await unless(stop, self._fetching.fetch(self._offset, seconds))
        except PollError as error:
            self._is_reachable.clear()
            self._newest, self._polled = None, 0
            await self._wait_after(error, stop)
            return
        if fetched is None:
            return
        self.last_success = time.monotonic()
        self._failures = self._refusals = 0
        self._is_reachable.set()
        self._warnings.over()
        await self._take({raw["update_id"]: raw for raw in fetched if raw["update_id"] not in self._open})
        offset, waited = self._offset, len(self._open)
        await self._settle(stop)
        if self._jam.lasts(len(fetched), waited - len(self._open)):
            self._relieve(fetched)
        if fetched and not self._open and self._offset == offset:
            await pause(stop, _UNFINISHED_WAIT)  # the same again, though it is confirmed: no reason to ask at once

    async def _take(self, new: dict[int, dict[str, Any]]) -> None:
        """Put what is new into its lanes; the store is asked at once about all that was perhaps handled before.

        Whoever stops or is killed leaves at most what one poll fetches (Bot API, getUpdates: 100) handled and unconfirmed. So
        later ids than those of the poll before were never handled.
        """
        if new:
            await self._look_for_copies()
        newest = self._newest
        perhaps = [update_id for update_id in new if newest is None or update_id <= newest]
        done = await self._handled.handled_among(perhaps) if perhaps else set()
        self._newest = max([*new, newest or 0]) if new else newest
        for update_id, raw in new.items():
            if update_id in done:
                self.counts["repeated"] += 1
                self._open[update_id] = None
            else:
                self._put(update_id, raw)

    async def _look_for_copies(self) -> None:
        now = time.monotonic()
        if now < self._new_until and now - self._looked >= _LOOK_EVERY:
            self._looked = now
            if await self._handled.is_shared():
                self._shared_until = now + _SHARED_LASTS

    def _put(self, update_id: int, raw: dict[str, Any]) -> None:
        try:
            self._open[update_id] = self._lanes.put(Update.de_json(raw, self._bot))
        except Exception as error:  # noqa: BLE001 - whatever one update does, the others go on
            self.counts["unreadable"] += 1
            self._open[update_id] = None
            _LOG.error("Update %d cannot be read (%s) and is left out.", update_id, type(error).__name__)

    async def _work(self, update: Update) -> None:
        update_id = update.update_id
        if time.monotonic() < self._shared_until:
            async with self._handled.in_hand(update_id) as is_left:
                if is_left:
                    await self._handle(update)
                    await self._handled.mark(update_id)
                else:
                    self.counts["repeated"] += 1
            return
        self._unclaimed.add(update_id)
        try:
            await self._handle(update)
        except BaseException:
            self._unclaimed.discard(update_id)
            raise
        self._marks.add(mark := asyncio.create_task(self._mark(update_id)))
        mark.add_done_callback(self._marks.discard)

    async def _mark(self, update_id: int) -> None:
        try:
            await self._handled.mark(update_id)
        finally:
            self._unclaimed.discard(update_id)

    async def _share(self) -> None:
        """Agree from now on with the copy that polls too on who handles what, and tell it what is being handled here."""
        self._shared_until = time.monotonic() + _SHARED_LASTS
        await self._handled.share(_SHARED_LASTS)
        for update_id in tuple(self._unclaimed):
            await self._handled.renew(update_id)

    async def _again(self, update: Update, tries: int, wait: float) -> bool:
        """Wait before an undelivered answer is tried again; as long as Telegram is away this is no fault of the update's."""
        if tries == UPDATE_TRIES:
            await self._handled.give_up(update.update_id)
            self.counts["given_up"] += 1
            return False
        await asyncio.sleep(max(_PAUSES[tries - 1], wait))
        await self._is_reachable.wait()
        return True

    @property
    def _unfinished(self) -> dict[int, asyncio.Task[None]]:
        return {update_id: task for update_id, task in self._open.items() if task is not None and not task.done()}

    async def _settle(self, stop: asyncio.Event) -> None:
        """Wait a little for what is in hand, and move the offset behind what is done at the front."""
        running = self._unfinished
        if running:
            await unless(stop, _wait(running.values(), _UNFINISHED_WAIT))
        self._confirm()

    def _confirm(self) -> None:
        for update_id, task in list(self._open.items()):
            if task is not None and (not task.done() or task.cancelled()):
                break
            del self._open[update_id]
            self._offset = update_id + 1

    def _relieve(self, fetched: list[dict[str, Any]]) -> None:
        """Let the offset pass what chats with far too much wait for: behind it Telegram may hold what others said."""
        raws = {raw["update_id"]: raw for raw in fetched}
        waiting = [(raws[update_id], task) for update_id, task in self._unfinished.items() if update_id in raws]
        passed = self._jam.relieve((Update.de_json(raw, self._bot), task) for raw, task in waiting)
        self._open.update(dict.fromkeys(passed))
        self._confirm()

    async def _wait_after(self, error: PollError, stop: asyncio.Event) -> None:
        """Wait after a failure, the longer the more there were in a row.

        Raises:
            ConfigurationError: the token is refused again and again.
        """
        self._failures += 1
        self._refusals = self._refusals + 1 if error.trouble is Trouble.REFUSED else 0
        if self._refusals == _REFUSALS_TO_GIVE_UP:
            raise ConfigurationError("Telegram refuses the token again and again: was it revoked at @BotFather?")
        if error.trouble is Trouble.CONFLICT:
            await self._share()
            self._warnings.warn(_WEBHOOK if "webhook" in str(error) else _COPY)
        elif self._failures > 1:
            self._warnings.warn(f"Telegram cannot be polled ({error}); trying again.")
        await pause(stop, min(float(error.wait), _LONGEST_PAUSE) or backoff(self._failures))

    async def _finish(self) -> None:
        """Finish what is in hand; what is not yet begun stays with Telegram."""
        self._lanes.stop()
        left = [*self._unfinished.values(), *self._jam.held]
        if left:
            await _wait(left, _STOP_WAIT)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        if self._marks:
            await _wait(self._marks, _MARKS_WAIT)
        self._confirm()
        if self._offset != self._polled:
            try:
                async with asyncio.timeout(_LAST_CONFIRMATION):
                    await self._fetching.fetch(self._offset, 0, 1)
            except (PollError, TimeoutError):
                _LOG.info("The last updates could not be confirmed; the store remembers them.")


async def _wait(tasks: Iterable[asyncio.Task[None]], seconds: float) -> None:
    await asyncio.wait(tasks, timeout=seconds)
