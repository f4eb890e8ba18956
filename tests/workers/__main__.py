"""Tries several workers out on this machine: PostgreSQL, two webhook workers, nginx and the chat page, until Ctrl+C.

python -m tests.workers [--workers N] [--port PORT]
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from typing import TYPE_CHECKING

from playground.chat_page import routes
from playground.serve import DEFAULT_PORT
from playground.server import BotApiServer
from tests import postgres
from tests.workers import nginx
from tests.workers.cluster import Cluster

if TYPE_CHECKING:
    from tests.workers.cluster import Worker


class Shown(Cluster):
    """Workers whose output is shown, each line with the worker's number."""

    async def _read(self, bot: asyncio.subprocess.Process) -> None:
        assert bot.stdout is not None
        async for line in bot.stdout:
            number = next((worker.number + 1 for worker in self.workers if worker.process is bot), 0)
            print(f"worker {number} | {line.decode(errors='replace')}", end="", flush=True)


def main() -> int:
    """Start everything; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.workers", description=__doc__)
    parser.add_argument("--workers", type=int, default=2, help="how many (default 2)")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="of the chat page (default %(default)s; 0: any)")
    given = parser.parse_args()
    missing = [why for why in (postgres.why_not(), nginx.why_not()) if why]
    if missing:
        print("; ".join(missing), file=sys.stderr)
        return 1
    with contextlib.suppress(KeyboardInterrupt), postgres.running() as database:
        asyncio.run(run(given.workers, given.port, database.url))
    return 0


async def run(workers: int, port: int, database_url: str) -> None:
    """Run until a signal asks to stop."""
    server = BotApiServer()
    server.start(port, routes(server))
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    print("Starting …", flush=True)
    async with Shown.start(workers, database_url, behind_nginx=True, server=server, METRICS="yes") as cluster:
        print(f"The chat page  {server.url}/")
        print(f"nginx          {cluster.url}/hook/…")
        for worker in cluster.workers:
            print(f"worker {worker.number + 1}       {_address(worker)}/healthz, /readyz, /metrics")
        print(f"PostgreSQL     {database_url}")
        print("Stop everything with Ctrl+C.", flush=True)
        await stop.wait()


def _address(worker: Worker) -> str:
    return f"http://127.0.0.1:{worker.port}"


if __name__ == "__main__":
    sys.exit(main())
