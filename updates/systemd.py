"""Tells systemd how the process is (sd_notify(3)): started, alive, stopping. Without systemd nothing happens."""

from __future__ import annotations

import asyncio
import os
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

READY, STOPPING, _ALIVE = "READY=1", "STOPPING=1", "WATCHDOG=1"
_EVERY = 20.0


def notify(state: str) -> None:
    """Send a state to the socket that systemd named; if it is gone, that is systemd's affair."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender:
        try:
            sender.sendto(state.encode(), f"\0{address[1:]}" if address.startswith("@") else address)
        except OSError:
            return


async def feed_watchdog(is_well: Callable[[], bool]) -> None:
    """Say now and then that all is well; when it is not, or the event loop hangs, systemd hears nothing and starts us anew."""
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    every = min(_EVERY, int(microseconds) / 3_000_000) if microseconds.isdecimal() else _EVERY
    while True:
        if is_well():
            notify(_ALIVE)
        await asyncio.sleep(every)
