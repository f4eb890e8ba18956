"""What several ways to run share: exit codes, folders, how the log is set up."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from updates.logs import set_up_logging

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.knowledge.loaded import ContentError
    from assistant.knowledge.mistake_words import MistakeTeller
    from handlers.environment import Environment

FINE, FAILED, WRONG_USAGE, CONFIGURATION = 0, 1, 2, 78
"""Exit codes; 78 is `EX_CONFIG` of sysexits.h, which service managers can be told not to restart."""
HERE = Path(__file__).parents[1]
DATA = Path(os.environ.get("CACHE_DIRECTORY") or HERE / "data")
"""For what can be computed anew; systemd (systemd.exec(5), CacheDirectory=) and the image name a folder that can be written."""


def start_logging(environment: Environment) -> None:
    """Log as the operator wants it, without the secrets."""
    # The part behind the colon too: it is the secret one, and how an address writes the colon is open.
    secrets = (environment.token, environment.token.partition(":")[2], environment.webhook_secret)
    set_up_logging(environment.log_level, as_json=environment.log_json, secrets=secrets)


def not_written(folder: Path, error: OSError) -> int:
    """Say in one line that a folder cannot be written, and why; give the exit code."""
    # Where a whole folder was copied, the error is a list: source, target and reason of each file (shutil.copytree).
    why = error.args[0][0][-1] if isinstance(error, shutil.Error) else error.strerror or type(error).__name__
    print(f"{folder} cannot be written ({why}): name a folder in which the bot may write.", file=sys.stderr)
    return FAILED


def number(least: int, most: int) -> Callable[[str], int]:
    """Give what reads a whole number from the command line, both limits included."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and least <= int(text) <= most:
            return int(text)
        raise ArgumentTypeError(f"must be a number from {least} to {most}")

    return read


def system_language() -> str:
    """Give the language of the system: `de` where LANG is `de_DE.UTF-8`; empty where nothing is set."""
    return os.environ.get("LANG", "")[:2]


def teller(environment: Environment) -> MistakeTeller:
    """Give what tells the webmaster something in the system's language (LANG), where the content has the sentences for it."""
    # A start without mistakes needs neither YAML nor pydantic.
    from assistant.extras import mistake_teller  # noqa: PLC0415

    return mistake_teller(environment.content_dir, system_language())


def told_mistakes(error: ContentError, environment: Environment | None) -> str:
    """Give the mistakes of the content, a paragraph each; in English where nothing is known of the content's folder."""
    if environment is None:
        return str(error)
    tells = teller(environment)
    return "\n".join(str(tells.told(mistake)) for mistake in error.mistakes)
