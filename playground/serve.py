"""Runs the playground: the server with its chat page, and the unchanged bot as a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playground.chat_page import routes
from playground.server import HOST, BotApiServer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from playground.chat_page import GroupNames

DEFAULT_PORT = 8081
_MORE_PORTS = 20
_STOP_WAIT = 6.0
RESTART_WAIT = 2.0
"""Seconds before a bot that has ended is started again."""


class NoPortError(OSError):
    """There is no free port; the text is one sentence for who started the playground."""


async def serve(
    bot_command: Sequence[str],
    environment: Mapping[str, str],
    *,
    port: int = DEFAULT_PORT,
    more_routes: Sequence[Any] = (),
    more_page: str = "",
    names: GroupNames | None = None,
    ended: Callable[[int], Awaitable[None]] | None = None,
) -> None:
    """Serve until interrupted.

    Args:
        bot_command: Starts the bot.
        environment: What the bot finds in its environment, beside BOT_TOKEN, BOT_API_URL and DATABASE_URL, which lead here.
        port: Where to listen; if it is taken, the next free one of twenty.
        more_routes: What is served beside the chat, as tornado's routes.
        more_page: What the chat page carries at its end for that, as HTML.
        names: What the groups are called.
        ended: Awaited with the exit code before a bot that has ended is started again; without it that is after two seconds.
            What it raises ends the playground.

    Raises:
        NoPortError: no port is free.
    """
    server = BotApiServer()
    _listen(server, port, [*routes(server, more_page, names), *more_routes])
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    print(f"The playground is at http://{HOST}:{server.port}/ (stop it with Ctrl+C)", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        own = {"BOT_TOKEN": server.world.token, "BOT_API_URL": server.url, "DATABASE_URL": f"sqlite:///{Path(folder) / 'bot.db'}"}
        keeping = asyncio.create_task(_keep_running(bot_command, {**environment, **own}, ended or _told_and_waited))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({keeping, stopping}, return_when=asyncio.FIRST_COMPLETED)
        keeping.cancel()
        stopping.cancel()
        try:
            with contextlib.suppress(asyncio.CancelledError):
                await keeping
        finally:
            await server.stop()


def _listen(server: BotApiServer, port: int, page: list[Any]) -> None:
    for candidate in range(port, min(port + _MORE_PORTS, 65536)):
        try:
            server.start(candidate, page)
        except OSError:
            continue
        return
    raise NoPortError(f"No port from {port} on is free: name another with --port.")


async def _told_and_waited(code: int) -> None:
    print(f"The bot has ended with code {code}; starting it again.", flush=True)
    await asyncio.sleep(RESTART_WAIT)


async def _keep_running(command: Sequence[str], environment: dict[str, str], ended: Callable[[int], Awaitable[None]]) -> None:
    """Run the bot, and run it again when it ends."""
    while True:
        bot = await asyncio.create_subprocess_exec(*command, env=environment)
        try:
            code = await bot.wait()
        except asyncio.CancelledError:
            bot.terminate()
            try:
                await asyncio.wait_for(bot.wait(), _STOP_WAIT)
            except TimeoutError:
                bot.kill()
                await bot.wait()
            raise
        await ended(code)
