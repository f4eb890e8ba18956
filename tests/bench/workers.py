"""Two webhook workers against one, behind nginx over PostgreSQL, with the time a call takes to Telegram and back."""

from __future__ import annotations

import asyncio
import sys
import time

from playground.faults import Fault
from tests import postgres
from tests.bench.row import Row
from tests.workers import nginx
from tests.workers.cluster import Cluster

_CALL = 0.2
"""Seconds that a call takes: Telegram's distance is what limits a worker. Without it this server, which takes its share of
the same processors, would be measured instead."""
_CHATS, _EACH = 64, 3
_ROUNDS = 3


def run() -> list[Row]:
    """Measure one and two workers in turn."""
    missing = postgres.why_not() or nginx.why_not()
    if missing:
        print(f"workers: left out, {missing}", file=sys.stderr)
        return []
    rates: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(_ROUNDS):
        for workers, measured in rates.items():
            measured.append(asyncio.run(_rate(workers)))
    one, two = (max(rates[workers]) for workers in (1, 2))
    detail = f"{two:.0f} / {one:.0f}"
    return [Row("two webhook workers / one, updates a second", two / one, 1.7, at_most=False, detail=detail)]


async def _rate(workers: int) -> float:
    """Give the updates a second of a burst."""
    with postgres.running() as server:
        async with Cluster.start(workers, server.url, behind_nginx=True) as cluster:
            cluster.server.faults.always("sendMessage", Fault(delay=_CALL))
            people = [cluster.private() for _ in range(_CHATS)]
            began = time.perf_counter()
            for _ in range(_EACH):
                for person in people:
                    person.says("imap port?")
            await cluster.until(lambda: None if cluster.server.world.updates else True, "every update to be taken", 120)
            return _CHATS * _EACH / (time.perf_counter() - began)
