"""A CONNECT proxy on this machine that fails on purpose, as proxies on the way to Telegram do (RFC 9110, section 9.3.6)."""

from __future__ import annotations

import asyncio
import contextlib
from enum import Enum

HOST = "127.0.0.1"
_BLOCK = 65536


class Mood(Enum):
    """What the proxy does with the next connections, and with those that are open."""

    WORKS = "works"
    STALLS = "stalls"
    """Says that the tunnel stands, and lets nothing through it."""
    HANGS = "hangs"
    """Does not even answer."""
    REFUSES = "refuses"
    """Answers 502."""
    DROPS = "drops"
    """Closes the connection without a word."""


class ConnectProxy:
    """Tunnels to one address, whatever it is asked for."""

    def __init__(self, target: int) -> None:
        """Prepare.

        Args:
            target: The port on this machine that all tunnels lead to.
        """
        self._target = target
        self._server: asyncio.Server | None = None
        self._mood = Mood.WORKS
        self._works = asyncio.Event()
        self._tunnels: set[asyncio.Task[None]] = set()
        self.asked = 0
        """How many tunnels were asked for."""
        self.port = 0

    @property
    def url(self) -> str:
        """What goes into HTTPS_PROXY."""
        return f"http://{HOST}:{self.port}"

    @property
    def mood(self) -> Mood:
        """What the proxy does."""
        return self._mood

    @mood.setter
    def mood(self, mood: Mood) -> None:
        self._mood = mood
        if mood is Mood.WORKS:
            self._works.set()
        else:
            self._works.clear()

    async def start(self) -> None:
        """Listen on a free port."""
        self.mood = self._mood
        self._server = await asyncio.start_server(self._accept, HOST, 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Cut all tunnels."""
        if self._server is not None:
            self._server.close()
        await self.cut()

    async def cut(self) -> None:
        """Cut the tunnels that stand."""
        tunnels = list(self._tunnels)
        for tunnel in tunnels:
            tunnel.cancel()
        await asyncio.gather(*tunnels, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tunnels.add(task)
            task.add_done_callback(self._tunnels.discard)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await self._tunnel(reader, writer)
        writer.close()

    async def _tunnel(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        self.asked += 1
        match self._mood:
            case Mood.HANGS:
                await reader.read()
                return
            case Mood.REFUSES:
                writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
                return
            case Mood.DROPS:
                return
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        there, back = await asyncio.open_connection(HOST, self._target)
        try:
            await asyncio.gather(self._carry(reader, back), self._carry(there, writer))
        finally:
            back.close()

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        """Carry bytes while the proxy works; what comes while it stalls is lost, as with a router that forgot the connection."""
        while block := await source.read(_BLOCK):
            if self._mood is not Mood.WORKS:
                await self._works.wait()
                sink.close()
                return
            sink.write(block)
            await sink.drain()
        sink.close()
