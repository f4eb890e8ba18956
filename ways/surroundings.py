"""What surrounds a run of the bot, however its updates arrive: signals, store, application, health, systemd."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.knowledge.loaded import ContentError
from assistant.prepare import last_good, prepare
from handlers.application import build_application
from handlers.services import installed
from store.open import open_store
from store.purging import keep_purged
from updates import systemd
from updates.health import Health
from updates.lag import watch_lag
from updates.logs import log_left_behind, without_words
from ways.common import FINE
from ways.forgetting import keep_forgetting_words
from ways.lean import without_docstrings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator
    from pathlib import Path

    from assistant.knowledge.models.content import Content
    from assistant.prepared import Prepared
    from handlers.environment import Environment
    from handlers.services import App
    from store.resilient import ResilientStore

_LOG = logging.getLogger(__name__)
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True)
class Run:
    """One run of the bot."""

    application: App
    store: ResilientStore
    health: Health
    stop: asyncio.Event
    """Set by the first signal that asks to stop; further ones change nothing."""

    @property
    def content(self) -> Content:
        """What the bot knows now. It is not kept here: what it knew at the start would stay in memory for good."""
        return installed(self.application.bot_data).content


@contextlib.asynccontextmanager
async def running(environment: Environment, cache: Path) -> AsyncIterator[Run]:
    """Set everything up, and clear it away at the end; Telegram is not yet asked for anything.

    Args:
        environment: What the operator set.
        cache: The folder for what can be computed anew.

    Raises:
        SystemExit: a signal asked to stop while the content was learned.
    """
    gc.disable()
    without_docstrings("telegram")
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.set_exception_handler(log_left_behind)
    for number in _SIGNALS:
        loop.add_signal_handler(number, stop.set)
    with _ending_at_once():
        prepared = _prepared(environment.content_dir, cache)
    store = open_store(environment.database_url)
    application = build_application(environment, prepared, store)
    del prepared  # only the application has it, until there is newer content
    statistics = installed(application.bot_data).statistics
    health = Health(store, stop)
    # What was loaded stays: left out of collections, which would else hold up a message for 20 ms now and then.
    gc.freeze()
    gc.enable()
    # At once and not only when Telegram has answered: at boot the network may take its time.
    systemd.notify(systemd.READY)
    try:
        watchdog = alongside(systemd.feed_watchdog(lambda: health.is_well))
        forgetting, writing = alongside(keep_forgetting_words()), alongside(statistics.keep_written())
        async with alongside(keep_purged(store)), forgetting, writing, alongside(watch_lag()), watchdog:
            yield Run(application, store, health, stop)
    finally:
        systemd.notify(systemd.STOPPING)
        await application.shutdown()
        await statistics.write()
        await store.close()
        for number in _SIGNALS:
            loop.remove_signal_handler(number)
            # Everything is done: one more signal in the last moments must not make it look like a crash.
            signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def _ending_at_once() -> Iterator[None]:
    """Let a signal to stop break off what holds up the loop: nothing is under way yet that would have to be finished.

    Whoever waits for a process then ends that process, too.
    """

    def break_off(*_: object) -> None:
        sys.exit(FINE)

    before = {number: signal.signal(number, break_off) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _prepared(folder: Path, cache: Path) -> Prepared:
    """Give what is made from the content; where that has mistakes, from what it was before: whoever watches it tells of them.

    Raises:
        ContentError: there are mistakes, and nothing is known of any content before.
    """
    try:
        return prepare(folder, cache)
    except ContentError:
        before = last_good(folder, cache)
        if before is None:
            raise
        _LOG.error("The content has mistakes; the bot starts with what it was before.")
        return before


@contextlib.asynccontextmanager
async def alongside(work: Coroutine[None, None, object]) -> AsyncIterator[None]:
    """Do something on the side as long as the body runs; if it fails, the log says so at once and the body goes on."""
    task = asyncio.create_task(work)
    task.add_done_callback(_tell_failure)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _tell_failure(task: asyncio.Task[object]) -> None:
    error = None if task.cancelled() else task.exception()
    if error is not None:
        _LOG.error("%s ended by an error.\n%s", getattr(task.get_coro(), "__qualname__", "A task"), without_words(error))
