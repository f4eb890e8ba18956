"""Runs the live check: all ports at once in threads, one run at a time, the result kept for some minutes."""

from __future__ import annotations

import asyncio
import ssl
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.live_check.probe import probe
from assistant.live_check.report import Outcome, Report, Result, endpoints
from assistant.live_check.wire import resolve as resolve_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.knowledge.models.club import Settings
    from assistant.live_check.report import Endpoint
    from assistant.live_check.wire import Resolve

_KEPT, _KEPT_OPEN = 300.0, 30.0
"""Seconds; a report that the bot's own network kept from finding anything is soon tried again."""
_TIMEOUT = 5.0
_TIMEOUTS_IN_ALL = 3.5
"""A run ends after so many timeouts whatever happens: looking a name up knows no timeout of its own."""


class LiveCheck:
    """The live check of one process. Reaches only the servers and ports in the settings it is given."""

    def __init__(
        self,
        *,
        make_context: Callable[[], ssl.SSLContext] = ssl.create_default_context,
        resolve: Resolve = resolve_name,
        timeout: float = _TIMEOUT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare; nothing is reached yet.

        Args:
            make_context: Gives a new context that verifies certificates and names.
            resolve: Looks names up; tests lead names to their own servers by it.
            timeout: Seconds for each wait.
            clock: For the age of a kept result.
        """
        self._make_context = make_context
        self._resolve = resolve
        self._timeout = timeout
        self._clock = clock
        self._kept: tuple[tuple[Endpoint, ...], float, Report] | None = None
        self._running: asyncio.Task[Report] | None = None

    def kept(self, settings: Settings) -> Report | None:
        """Give the last report of the same settings: for five minutes, or half a minute where nothing could be found out."""
        if self._kept is None:
            return None
        places, when, report = self._kept
        lasts = _KEPT_OPEN if report.is_open else _KEPT
        return report if places == endpoints(settings) and self._clock() - when < lasts else None

    async def check(self, settings: Settings) -> Report:
        """Check all servers and ports of the settings, or give the kept report; a few seconds at most.

        Whoever asks during a run gets that run's report. Never raises for what networks and servers do.
        """
        while self._running is not None and not self._running.done():
            await asyncio.shield(self._running)
        report = self.kept(settings)
        if report is not None:
            return report
        # A task of its own: the run goes on for the others when the one who asked first is cancelled.
        self._running = asyncio.create_task(self._run(endpoints(settings)))
        return await asyncio.shield(self._running)

    async def _run(self, places: tuple[Endpoint, ...]) -> Report:
        results = await self._probe_all(places)
        report = Report(results, datetime.now(UTC))
        self._kept = (places, self._clock(), report)
        return report

    async def _probe_all(self, places: tuple[Endpoint, ...]) -> tuple[Result, ...]:
        """Probe all at once; what has told nothing in time counts as without a network.

        In daemon threads, whose end neither the event loop nor the interpreter waits for: a name service that hangs must
        not keep the bot from stopping.
        """
        loop = asyncio.get_running_loop()
        found: dict[Endpoint, asyncio.Future[Result]] = {place: loop.create_future() for place in places}

        def look(place: Endpoint) -> None:
            result = probe(place, make_context=self._make_context, resolve=self._resolve, timeout=self._timeout)
            with suppress(RuntimeError):  # the loop is closed: the bot has stopped
                loop.call_soon_threadsafe(_tell, found[place], result)

        for place in places:
            threading.Thread(target=look, args=(place,), name=f"live-check-{place.port}", daemon=True).start()
        await asyncio.wait(found.values(), timeout=self._timeout * _TIMEOUTS_IN_ALL)
        missing = (Result(place, Outcome.NO_NETWORK, self._timeout) for place in places)
        return tuple(one.result() if one.done() else other for one, other in zip(found.values(), missing, strict=True))


def _tell(future: asyncio.Future[Result], result: Result) -> None:
    if not future.done():
        future.set_result(result)
