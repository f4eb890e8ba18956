"""`python bot.py playground`: the bot against a Bot API server on this machine, with a chat page and the webmaster's desk."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.knowledge.load import load_content
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.snapshot import snapshot
from desk.edition import read_edition
from desk.routes import DESK_PAGE, desk_for
from playground.chat_page import GroupNames
from playground.serve import DEFAULT_PORT, RESTART_WAIT, NoPortError, serve
from updates.errors import ConfigurationError
from ways.common import CONFIGURATION, DATA, FAILED, FINE, HERE, number

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping
    from pathlib import Path

    from assistant.knowledge.snapshot import Snapshot
    from handlers.environment import Environment


_LOOK_EVERY = 0.5
"""Seconds between two looks at a content folder with mistakes."""
_OF_THE_MEMBERS_BOT = frozenset(
    {"PORT", "HOST", "METRICS", "ALLOWED_GROUPS", "WEBHOOK_URL", "WEBHOOK_SECRET"}
    | {"CREDENTIALS_DIRECTORY", "BOT_TOKEN_FILE", "WEBHOOK_SECRET_FILE", "DATABASE_URL_FILE"}
)
"""Its port may be in use, its groups are not the playground's, its secrets are not needed here."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument(
        "--port", type=number(0, 65535), default=DEFAULT_PORT, help=f"of the chat page (default {DEFAULT_PORT}; 0: any)"
    )


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Run the unchanged bot as a process of its own until interrupted."""
    try:
        asyncio.run(_play(environment.content_dir, given.port))
    except NoPortError as error:
        print(error, file=sys.stderr)
        return FAILED
    return FINE


def surroundings(content_dir: Path, variables: Mapping[str, str]) -> dict[str, str]:
    """Give what the bot finds in its environment: nothing of `.env`, and nothing that speaks of the bot that members write to.

    Args:
        content_dir: The content, wherever it was named.
        variables: The playground's own environment.
    """
    kept = {name: value for name, value in variables.items() if name not in _OF_THE_MEMBERS_BOT}
    return {**kept, "ENV_FILE": os.devnull, "CONTENT_DIR": str(content_dir)}


def group_names(content_dir: Path) -> GroupNames | None:
    """Give the names of the groups to try the bot in, as the content has them; None where it has mistakes or no such words."""
    with suppress(ContentError, KeyError):
        content = load_content(content_dir)
        keys = ("playground_group", "playground_forum", "playground_mail", "playground_party")
        group, forum, *topics = (content.word(key, content.languages[0], club=content.club.short_name) for key in keys)
        return GroupNames(group, forum, tuple(topics))
    return None


async def _play(content_dir: Path, port: int) -> None:
    read = await asyncio.to_thread(snapshot, content_dir)

    async def ended(code: int) -> None:
        nonlocal read
        read = await _wait_before_restart(content_dir, read, code)

    names = await asyncio.to_thread(group_names, content_dir)
    async with desk_for(content_dir, DATA) as more_routes:
        bot = [sys.executable, str(HERE / "bot.py")]
        await serve(
            bot,
            surroundings(content_dir, os.environ),
            port=port,
            more_routes=more_routes,
            more_page=DESK_PAGE,
            names=names,
            ended=ended,
        )


async def _wait_before_restart(content_dir: Path, read: Snapshot, code: int) -> Snapshot:
    """Wait a moment; after mistakes in the content until a file of it is saved, because they would only be told again.

    Args:
        content_dir: The content.
        read: Its files when the bot that has ended was started; what was saved since then is not waited for.
        code: The exit code.

    Returns:
        The files as they are now.

    Raises:
        ConfigurationError: the bot does not like its settings; they stay the same, however often it is started.
    """
    if code != CONFIGURATION:
        print(f"The bot has ended with code {code}; starting it again.", flush=True)
        await asyncio.sleep(RESTART_WAIT)
        return await asyncio.to_thread(snapshot, content_dir)
    reading = await asyncio.to_thread(read_edition, content_dir)
    now = await asyncio.to_thread(snapshot, content_dir)
    if now != read:
        return now
    if not reading.mistakes:
        raise ConfigurationError("The bot cannot be started, and its content is not why: what it said last tells what to change.")
    print("The bot waits until a file of the content is saved, and starts then. The page shows what is wrong.", flush=True)
    while now == read:
        await asyncio.sleep(_LOOK_EVERY)
        now = await asyncio.to_thread(snapshot, content_dir)
    return now
