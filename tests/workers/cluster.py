"""Several webhook workers against one Telegram: real processes, on request behind nginx and over one PostgreSQL.

async with Cluster.start(2, database_url) as cluster:
    anna = cluster.private("Anna")
    await anna.asks("imap port?")
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import socket
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from telegram import Bot

from playground.server import BotApiServer
from playground.webhook import SECRET_HEADER
from store.keys import secret_of
from tests.telegram import ROOT, WAIT, Telegram, passed_on
from tests.workers.nginx import Nginx
from updates.registration import set_webhook
from updates.webhook import webhook_address

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playground.state import Json

SECRET = "only-for-tests-0123456789abcdef"


@dataclass
class Worker:
    """One process of `python bot.py webhook`."""

    number: int
    port: int
    process: asyncio.subprocess.Process | None = None
    reading: asyncio.Task[None] | None = None

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.returncode is None


class Cluster(Telegram):
    """Telegram, the workers, and what stands between them."""

    workers: list[Worker]
    nginx: Nginx | None = None
    url = ""
    """Under which the workers are reached."""

    @classmethod
    @contextlib.asynccontextmanager
    async def start(  # type: ignore[override]
        cls,
        workers: int = 2,
        database_url: str = "",
        *,
        behind_nginx: bool = False,
        register: bool = True,
        without: str = "",
        server: BotApiServer | None = None,
        **environment: str,
    ) -> AsyncIterator[Cluster]:
        """Start everything, register the webhook, and stop everything at the end.

        Args:
            workers: How many.
            database_url: What they share; by default a SQLite file.
            behind_nginx: Put nginx, with the configuration of `deploy/`, in front of them.
            register: Set the webhook.
            without: A variable that the processes do not find.
            server: Telegram, if it runs already; it is stopped at the end all the same.
            environment: More for the workers.
        """
        if server is None:
            server = BotApiServer()
            server.start()
        with tempfile.TemporaryDirectory() as folder:
            if without:
                environment[without] = ""
            cluster = cls(server, Path(folder), (), environment)
            if database_url:
                environment.setdefault("DATABASE_URL", database_url)
            cluster.workers = [Worker(number, free_port()) for number in range(workers)]
            try:
                cluster.url = f"http://127.0.0.1:{cluster.workers[0].port if workers else free_port()}"
                if behind_nginx:
                    cluster.nginx = Nginx(Path(folder) / "nginx", [worker.port for worker in cluster.workers])
                    cluster.nginx.start()
                    cluster.url = cluster.nginx.url
                await asyncio.gather(*(cluster.start_worker(worker.number) for worker in cluster.workers))
                if register:
                    await cluster.register()
                yield cluster
            finally:
                await server.webhook.stop()
                await asyncio.gather(*(cluster.stop_worker(worker.number) for worker in cluster.workers))
                if cluster.nginx is not None:
                    cluster.nginx.stop()
                await server.stop()

    def variables(self, port: int = 0) -> dict[str, str]:
        """Give what the processes find in their environment."""
        return {
            **passed_on(),
            "BOT_TOKEN": self.server.world.token,
            "BOT_API_URL": self.server.url,
            "DATABASE_URL": f"sqlite:///{self.folder}/bot.db",
            "WEBHOOK_URL": self.url,
            "WEBHOOK_SECRET": SECRET,
            "PYTHONUNBUFFERED": "1",
            "OPENBLAS_NUM_THREADS": "1",
            **({"PORT": str(port), "HOST": "127.0.0.1"} if port else {}),
            **self._environment,
        }

    async def run(self, *arguments: str) -> int:
        """Run `python bot.py …` to its end and give its exit code; what it says is in the log."""
        process = await self._start(*arguments)
        await self._read(process)
        return await process.wait()

    async def register(self) -> None:
        """Set the webhook as `python bot.py set-webhook` does, without the time a process takes to start."""
        async with Bot(self.server.world.token, f"{self.server.url}/bot") as bot:
            address = webhook_address(self.url, secret_of(self.server.world.token))
            await set_webhook(bot, address, SECRET, workers=len(self.workers))

    async def register_again(self) -> None:
        """Let Telegram send again after its deliveries were stopped."""
        await asyncio.sleep(1.0)  # one setWebhook a second is allowed
        await self.register()

    async def start_worker(self, number: int, *, wait: bool = True) -> None:
        """Start a worker, and wait until it can be given work."""
        worker = self.workers[number]
        worker.process = await self._start("webhook", port=worker.port)
        worker.reading = asyncio.create_task(self._read(worker.process))
        if wait:
            await self.until_status(worker, "/readyz", 200)

    async def stop_worker(self, number: int, how: signal.Signals = signal.SIGTERM) -> int:
        """End a worker and give its exit code."""
        worker = self.workers[number]
        process, worker.process = worker.process, None
        if process is None or worker.reading is None:
            return 0
        if process.returncode is None:
            process.send_signal(how)
        code = await asyncio.wait_for(process.wait(), WAIT)
        await worker.reading
        return code

    async def until_status(self, worker: Worker, path: str, status: int) -> dict[str, Any]:
        """Wait until a worker answers a request with a status, and give what it says."""
        async with asyncio.timeout(WAIT * 2):
            while True:
                with contextlib.suppress(OSError):
                    found, said = await get(worker.port, path)
                    if found == status:
                        return said
                if not worker.is_running:
                    raise AssertionError("the worker ended:\n" + "".join(self.log[-20:]))
                await asyncio.sleep(0.05)

    async def until_said(self, worker: Worker, status: str) -> None:
        """Wait until a worker's `/readyz` says something."""
        async with asyncio.timeout(WAIT * 3):
            while True:
                if (await self.until_status(worker, "/readyz", 200))["status"] == status:
                    return
                await asyncio.sleep(0.1)

    def spoken(self, chat_id: int) -> list[str]:
        """Give everything the bot said in a chat."""
        return [
            event["message"]["text"]
            for event in self.events
            if event["event"] == "message" and event["chat_id"] == chat_id and event["message"]["from"]["id"] == self.bot_id
        ]

    def to(self, number: int) -> None:
        """Let Telegram send to this worker from now on."""
        webhook = self.server.world.webhook
        webhook["url"] = f"http://127.0.0.1:{self.workers[number].port}{urlsplit(webhook['url']).path}"

    def taken_back(self) -> Json:
        """Take the latest update from Telegram's hands, to send it by hand."""
        world = self.server.world
        update: Json = next(update for update in world.updates if update["update_id"] == world.last_update_id)
        world.forget(update["update_id"])
        return update

    async def send(self, number: int, update: object, secret: str = SECRET) -> int:
        """Send an update to a worker, as Telegram or anybody does who knows the address; give the status."""
        return (await self.send_to(self.workers[number].port, update, secret))[0]

    async def send_to(self, port: int, update: object, secret: str = SECRET) -> tuple[int, dict[str, str]]:
        """Send an update to a port of this machine; give the status and the headers."""
        body = json.dumps(update).encode()
        path = urlsplit(self.server.world.webhook["url"]).path
        lines = [f"POST {path} HTTP/1.1", "Host: x", f"Content-Length: {len(body)}", f"{SECRET_HEADER}: {secret}"]
        status, headers, _ = await ask(port, "\n".join(lines), body)
        return status, headers

    async def done(self, number: int) -> int:
        """Give how many updates a worker has handled."""
        _, _, said = await ask(self.workers[number].port, "GET /metrics HTTP/1.1\nHost: x")
        return next(int(line.split()[-1]) for line in said.decode().splitlines() if 'outcome="done"' in line)

    async def _start(self, *arguments: str, port: int = 0) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            str(ROOT / "bot.py"),
            *arguments,
            env=self.variables(port),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )


def free_port() -> int:
    """Give a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def ask(port: int, head: str, body: bytes = b"") -> tuple[int, dict[str, str], bytes]:
    """Say something to a port as it is written here, and give status, headers and body of the answer.

    Args:
        port: On this machine.
        head: The request line and the headers, without the empty line.
        body: What follows; it need not be what the headers promise.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
        async with asyncio.timeout(WAIT):
            first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            length = 0 if head.startswith("HEAD ") else int(headers.get("content-length", "0"))  # RFC 9110, section 9.3.2
            content = await reader.readexactly(length)
        return int(first.split()[1]), headers, content
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


async def get(port: int, path: str) -> tuple[int, dict[str, Any]]:
    """Ask for a path; give the status and, if it is JSON, what is said."""
    status, headers, content = await ask(port, f"GET {path} HTTP/1.1\nHost: x\nConnection: close")
    return status, json.loads(content) if "json" in headers.get("content-type", "") else {}
