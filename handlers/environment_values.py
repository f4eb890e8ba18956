"""What one variable of the environment may say: each reads its text, or tells in one sentence what would be right."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from handlers.environment_files import WrongEnvironmentError

TELEGRAM = "https://api.telegram.org"
EXAMPLES = {"BOT_API_URL": TELEGRAM, "WEBHOOK_URL": "https://bot.example.org"}
"""Variable → an address as it could stand there."""
TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{20,100}")
"""A token as @BotFather gives it."""
_ON, _OFF = ("1", "yes", "true", "on"), ("0", "no", "false", "off")
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "”": "”", "«": "»"}
_ID = re.compile(r"-?[0-9]{1,15}")


def unquoted(name: str, text: str) -> str:
    """Give a variable's text as it stands.

    Raises:
        WrongEnvironmentError: it stands in quotation marks. A shell and `.env` take them away; `docker --env-file` and the web
            pages of hosting services do not.
    """
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1]:
        raise WrongEnvironmentError(f"{name} stands in quotation marks: write it without them.")
    return text


def url(name: str, text: str) -> str:
    """Read an address, without a slash at its end; empty where there is none.

    Raises:
        WrongEnvironmentError: nobody can be reached under it, or it is not written as it is sent (RFC 3986, section 2).
    """
    if not text:
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        raise WrongEnvironmentError(f"{name} must be an address such as {EXAMPLES[name]}.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WrongEnvironmentError(f"{name} must be a whole address, https:// and a name, such as {EXAMPLES[name]}.")
    if "@" in parts.netloc:
        raise WrongEnvironmentError(f"{name} must have no name and password before the host, only what stands behind the `@`.")
    for mark in "?#":
        if mark in text:
            raise WrongEnvironmentError(f"{name} must end before the `{mark}`: only a name and a path, such as {EXAMPLES[name]}.")
    if not text.isascii() or not text.isprintable() or " " in text:
        raise WrongEnvironmentError(f"{name} must be written as it is sent: an ä as %C3%A4, in the host's name as xn--….")
    try:
        is_port = parts.port != 0  # reading it raises ValueError for what is no port
    except ValueError:
        is_port = False
    if not is_port:
        raise WrongEnvironmentError(f"{name} has a port that there is not; ports are numbers from 1 to 65535.")
    return text.rstrip("/")


def port(name: str, text: str) -> int:
    """Read a port; 0 where there is none."""
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise WrongEnvironmentError(f"{name} must be a number from 1 to 65535.")
    return int(text)


def switch(name: str, text: str) -> bool:
    """Read whether something is on, however that is said elsewhere: `1`, `yes`, `true`, `on`."""
    said = text.lower()
    if said not in (*_ON, *_OFF):
        raise WrongEnvironmentError(f"{name} must be 1 (on) or 0 (off).")
    return said in _ON


def one_of(name: str, text: str, allowed: tuple[str, ...]) -> str:
    """Read a word, in the case of the allowed ones."""
    found = next((word for word in allowed if word.lower() == text.lower()), "")
    if not found:
        raise WrongEnvironmentError(f"{name} must be one of {', '.join(allowed)}.")
    return found


def people(name: str, text: str) -> frozenset[int]:
    """Read the ids of persons, which are positive (Bot API, User.id)."""
    ids = _ids(text)
    if ids is None:
        raise WrongEnvironmentError(f"{name} must be the ids of persons, separated by commas, such as 123456,654321.")
    if any(number <= 0 for number in ids):
        raise WrongEnvironmentError(
            f"{name} must be the ids of persons, which have no minus; a group's belongs into ALLOWED_GROUPS."
        )
    return ids


def groups(name: str, text: str) -> frozenset[int]:
    """Read the ids of groups, which are negative (Bot API, Chat.id): one that lost its minus would have the bot leave all."""
    ids = _ids(text)
    if ids is None:
        raise WrongEnvironmentError(
            f"{name} must be the ids of groups, separated by commas, such as -1001234567890,-1009876543210."
        )
    lost = sorted(number for number in ids if number >= 0)
    if lost:
        raise WrongEnvironmentError(f"{name} must be the ids of groups, and those begin with a minus: is -{lost[0]} meant?")
    return ids


def _ids(text: str) -> frozenset[int] | None:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return frozenset(map(int, parts)) if all(_ID.fullmatch(part) for part in parts) else None
