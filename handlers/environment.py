"""Reads the environment: what the operator set, checked, or one clear sentence that says what to do."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from handlers.environment_files import WrongEnvironmentError, credentials, env_file
from handlers.environment_values import TELEGRAM, TOKEN, groups, one_of, people, port, switch, unquoted, url
from store.keys import secret_of
from store.open import DEFAULT_URL, mistake_in, placed
from updates.webhook import webhook_address

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Environment", "WrongEnvironmentError", "read_environment"]

_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""Bot API, setWebhook: 1-256 characters; a short one is soon guessed, and what hides it in the log hides half of the log."""
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True)
class Environment:
    """What the operator set."""

    token: str = field(repr=False)
    """From @BotFather; empty when there is none."""
    api_url: str
    database_url: str = field(repr=False)
    content_dir: Path
    webhook_url: str
    webhook_secret: str = field(repr=False)
    port: int
    """Where to listen; 0: not set."""
    host: str
    """The address to listen on; empty: all of this machine."""
    has_metrics: bool
    maintainers: frozenset[int]
    collect_gaps: bool
    """Whether questions that found no answer are kept for the maintainers, masked and without sender."""
    groups: frozenset[int]
    """Groups the bot may stay in; empty: all."""
    log_level: str
    log_json: bool = False
    """One JSON object a line instead of text."""
    slips: tuple[str, ...] = ()
    """What most likely should be set and is not, a sentence each."""

    def require_token(self) -> None:
        """See that there is a token.

        Raises:
            WrongEnvironmentError: there is none.
        """
        if not self.token:
            raise WrongEnvironmentError(
                "BOT_TOKEN is not set: put BOT_TOKEN=… from @BotFather into .env, or try `python bot.py playground`."
            )

    def webhook_address(self) -> str:
        """Give the whole address of the webhook.

        Raises:
            WrongEnvironmentError: WEBHOOK_URL or WEBHOOK_SECRET is not set.
        """
        if not self.webhook_url:
            raise WrongEnvironmentError(
                "WEBHOOK_URL is not set: give the address under which Telegram reaches the workers, such as https://bot.example.org."
            )
        if not self.webhook_secret:
            raise WrongEnvironmentError(
                "WEBHOOK_SECRET is not set: give 32 random letters and digits, the same to set-webhook and to every worker."
            )
        return webhook_address(self.webhook_url, secret_of(self.token))


def read_environment(folder: Path, variables: Mapping[str, str] | None = None) -> Environment:
    """Read the environment, and the file `.env`, or the one that ENV_FILE names, for what is not set there.

    Args:
        folder: Where `.env` may lie, and where relative paths begin.
        variables: Instead of the process's own, for tests.

    Raises:
        WrongEnvironmentError: with one sentence that says which variable is wrong and what would be right.
    """
    variables = os.environ if variables is None else variables
    own = {key: value for key, value in variables.items() if value}
    filed, missed = env_file(folder, own)
    given = {**filed, **credentials(filed), **credentials(own), **own}

    def get(name: str, default: str = "") -> str:
        return unquoted(name, given.get(name, "").strip()) or default

    token = get("BOT_TOKEN")
    if token and not TOKEN.fullmatch(token):
        raise WrongEnvironmentError("BOT_TOKEN is not a token as @BotFather gives it (digits, a colon, letters).")
    secret = get("WEBHOOK_SECRET")
    if secret and not _SECRET.fullmatch(secret):
        raise WrongEnvironmentError(
            "WEBHOOK_SECRET must have 16 to 256 characters, only A-Z, a-z, 0-9, `_` and `-`, such as 32 random ones."
        )
    return Environment(
        token=token,
        api_url=url("BOT_API_URL", get("BOT_API_URL", TELEGRAM)),
        database_url=_database(get("DATABASE_URL", DEFAULT_URL), folder),
        content_dir=_folder(get("CONTENT_DIR", "content"), folder),
        webhook_url=url("WEBHOOK_URL", get("WEBHOOK_URL")),
        webhook_secret=secret,
        port=port("PORT", get("PORT")),
        host=get("HOST"),
        has_metrics=switch("METRICS", get("METRICS", "0")),
        maintainers=people("MAINTAINERS", get("MAINTAINERS")),
        collect_gaps=switch("COLLECT_GAPS", get("COLLECT_GAPS", "0")),
        groups=groups("ALLOWED_GROUPS", get("ALLOWED_GROUPS")),
        log_level=one_of("LOG_LEVEL", get("LOG_LEVEL", "INFO"), _LEVELS),
        log_json=one_of("LOG_FORMAT", get("LOG_FORMAT", "text"), ("text", "json")) == "json",
        slips=missed,
    )


def _database(text: str, base: Path) -> str:
    mistake = mistake_in(text)
    if mistake:
        raise WrongEnvironmentError(mistake)
    return placed(text, base)


def _folder(text: str, base: Path) -> Path:
    path = Path(text)
    path = path if path.is_absolute() else base / path
    if not os.path.isdir(path):  # noqa: PTH112 - `is_dir` fails where the bot may not look into a folder above
        told = f"CONTENT_DIR must be the content's folder; there is no folder {text}, or the bot may not look where it lies."
        raise WrongEnvironmentError(told)
    return path
