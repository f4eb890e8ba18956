"""`python bot.py playground`: the bot against a Bot API server on this machine, with a chat page and the webmaster's desk."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from desk.routes import DESK_PAGE, desk_for
from playground.serve import DEFAULT_PORT, serve
from ways.common import DATA, FINE, HERE

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from handlers.environment import Environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help=f"of the chat page (default {DEFAULT_PORT}; 0: any)")


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Run the unchanged bot as a process of its own until interrupted."""
    asyncio.run(_play(environment.content_dir, given.port))
    return FINE


async def _play(content_dir: Path, port: int) -> None:
    async with desk_for(content_dir, DATA) as more_routes:
        await serve([sys.executable, str(HERE / "bot.py")], port=port, more_routes=more_routes, more_page=DESK_PAGE)
