"""What a process tells about itself: `/healthz` whether it works, `/readyz` whether it can take work, `/metrics` in figures."""

from __future__ import annotations

import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tornado.httpserver
import tornado.netutil
import tornado.web

from updates.errors import ConfigurationError, UndeliveredError
from updates.lines import outcome

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    from telegram import Update

    from store.resilient import ResilientStore

STALLED_AFTER = 90.0
"""Seconds without a successful poll after which the process is not well; a long poll takes 25."""
_BODY_LIMIT = 1024 * 1024
_BODY_SECONDS, _IDLE_SECONDS = 10.0, 75.0
"""For a body to arrive; and for a connection to stay open: longer than nginx's 60 s, so that it is never the worker that closes
a connection nginx is just about to use."""


class Health:
    """Knows how a process is."""

    def __init__(self, store: ResilientStore, stop: asyncio.Event, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare.

        Args:
            store: The store, which may be away.
            stop: Set when the process is asked to stop.
            clock: Seconds, never going back.
        """
        self._store = store
        self._stop = stop
        self._clock = clock
        self._started = clock()
        self.is_connected = False
        """Whether Telegram has taken the token."""
        self.last_poll: Callable[[], float] | None = None
        """When Telegram last answered a poll, by the same clock; None: this is no process that polls."""
        outcomes = ("done", "failed", "undelivered", "given_up", "repeated", "left_out", "unreadable", "refused")
        self.counts = dict.fromkeys(outcomes, 0)
        """Updates by what became of them; `undelivered`: tries whose answer did not get through; `given_up`: after the last of
        them; `left_out`: of a chat that sent far too much, or told by Telegram to wait too long; `refused`: requests without the
        secret."""
        self.seconds = 0.0
        """That handling took in all."""

    @property
    def is_stopping(self) -> bool:
        """Whether the process was asked to stop."""
        return self._stop.is_set()

    @property
    def poll_age(self) -> float:
        """Seconds since the last successful poll, or since the start."""
        return self._clock() - max(self._started, self.last_poll() if self.last_poll else self._started)

    @property
    def is_well(self) -> bool:
        """Whether the process works as it should; if not, starting it anew may help."""
        return self.last_poll is None or self.poll_age < STALLED_AFTER

    def state(self) -> dict[str, Any]:
        """Give what `/healthz` says.

        A process that Telegram has not answered since its start is stalled after the same time as one that it answers no more:
        nobody is answered by either, and whoever watches over it wants to know.
        """
        word = "stopping" if self.is_stopping else "stalled" if not self.is_well else "ok" if self.is_connected else "starting"
        polled = {"last_poll_seconds_ago": round(self.poll_age, 1)} if self.last_poll else {}
        return {"status": word, **polled}

    async def readiness(self) -> tuple[bool, dict[str, Any]]:
        """Tell whether the process can be given work, and what `/readyz` says."""
        await self._store.ping()
        store = "away" if self._store.is_away else "ok"
        is_ready = self.is_connected and not self.is_stopping
        word = "not ready" if not is_ready else "degraded" if self._store.is_away else "ready"
        return is_ready, {"status": word, "token": "ok" if self.is_connected else "unknown", "store": store}

    def watched(self, handle: Callable[[Update], Awaitable[None]]) -> Callable[[Update], Awaitable[None]]:
        """Count and time what a handler does."""

        async def watched(update: Update) -> None:
            began = self._clock()
            became = "failed"
            try:
                await handle(update)
                became = outcome()
            except UndeliveredError:
                became = "undelivered"
                raise
            finally:
                self.counts[became] += 1
                self.seconds += self._clock() - began

        return watched

    def metrics(self) -> str:
        """Give what `/metrics` says (Prometheus text format 0.0.4).

        Written by hand: prometheus-client would cost 0.9 MB of memory, 20-50 ms of the start and a dependency for these lines.
        """
        usage = resource.getrusage(resource.RUSAGE_SELF)
        lines = ["# TYPE mailbot_updates_total counter"]
        lines += [f'mailbot_updates_total{{outcome="{name}"}} {count}' for name, count in self.counts.items()]
        lines += _lines("mailbot_update_seconds_total", "counter", self.seconds)
        lines += _lines("mailbot_store_up", "gauge", int(not self._store.is_away))
        if self.last_poll:
            lines += _lines("mailbot_last_poll_age_seconds", "gauge", self.poll_age)
        lines += _lines("mailbot_up_seconds", "gauge", self._clock() - self._started)
        lines += _lines("process_cpu_seconds_total", "counter", usage.ru_utime + usage.ru_stime)
        lines += _lines("process_resident_memory_bytes", "gauge", _memory())
        return "\n".join(lines) + "\n"


def _memory() -> int:
    """Give the memory in use, in bytes (proc(5), statm); 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def _lines(name: str, kind: str, value: float) -> list[str]:
    return [f"# TYPE {name} {kind}", f"{name} {value:.10g}"]


class Quiet(tornado.web.RequestHandler):
    """Says no more than asked: no server name, no page about an error."""

    def set_default_headers(self) -> None:
        """Leave out tornado's name and version."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")

    def write_error(self, status_code: int, **_: Any) -> None:
        """Give the status and nothing else."""
        self.set_status(status_code)
        self.finish()


class _Asked(Quiet):
    def initialize(self, health: Health) -> None:
        self._health = health


class _Healthz(_Asked):
    def get(self) -> None:
        said = self._health.state()
        self.set_status(503 if said["status"] == "stalled" else 200)
        self.finish(said)

    head = get  # what watches over web sites asks so; tornado leaves the body out


class _Readyz(_Asked):
    async def get(self) -> None:
        is_ready, said = await self._health.readiness()
        self.set_status(200 if is_ready else 503)
        self.finish(said)

    head = get


class _Metrics(_Asked):
    def get(self) -> None:
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.finish(self._health.metrics())


class _NotFound(Quiet):
    def prepare(self) -> None:
        raise tornado.web.HTTPError(404)


class Door:
    """The port a process listens on."""

    def __init__(self, health: Health, *, has_metrics: bool, routes: list[Any] | None = None) -> None:
        """Prepare.

        Args:
            health: What `/healthz` and `/readyz` tell.
            has_metrics: Whether there is `/metrics` too.
            routes: More routes, as tornado takes them.
        """
        told = [("/healthz", _Healthz), ("/readyz", _Readyz), *([("/metrics", _Metrics)] if has_metrics else [])]
        application = tornado.web.Application(
            [*((path, kind, {"health": health}) for path, kind in told), *(routes or [])],
            default_handler_class=_NotFound,
            log_function=lambda _: None,  # the webhook's path is a secret
        )
        self._server = tornado.httpserver.HTTPServer(
            application, max_body_size=_BODY_LIMIT, body_timeout=_BODY_SECONDS, idle_connection_timeout=_IDLE_SECONDS
        )

    def open(self, port: int, host: str = "") -> None:
        """Listen.

        Args:
            port: Where.
            host: The address; empty: all of this machine.

        Raises:
            ConfigurationError: nobody can listen there.
        """
        try:
            sockets = tornado.netutil.bind_sockets(port, host or None)
        except OSError as error:
            where = f"port {port}{f' of {host}' if host else ''}"
            reason = error.strerror or type(error).__name__
            raise ConfigurationError(f"The bot cannot listen on {where} ({reason}): set PORT or HOST to another.") from None
        self._server.add_sockets(sockets)

    def close(self) -> None:
        """Take no more connections; those that are there stay."""
        self._server.stop()

    async def cut(self) -> None:
        """Cut all connections."""
        self._server.stop()
        await self._server.close_all_connections()
