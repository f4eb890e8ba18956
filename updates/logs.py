"""Logging without secrets and without words of members: whoever writes to the log, neither reaches the output."""

from __future__ import annotations

import json
import logging
import re
import sys
import time
import traceback
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterable
    from types import TracebackType

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
FIELDS = ("update_id", "kind", "topic", "ms")
"""What a line about an update tells; fields of their own in JSON."""
_TOKEN = re.compile(r"\d{6,}(?::|%3A)[\w-]{30,}", re.IGNORECASE)
_HIDDEN = "<token>"
_FOREIGN = ("telegram", "httpx", "httpcore", "tornado")
"""Libraries that handle what members write."""
_CHATTY = ("telegram", "httpx", "httpcore", "asyncio", "tornado.access")
"""Loggers that are never below WARNING: they log whole updates, or every URL, and the URL holds the token."""
_SPEAKING = (OSError, ImportError)
"""Errors that tell of the machine; all others may quote what a member wrote."""


class RedactingFormatter(logging.Formatter):
    """Formats a record, traceback included, and takes out tokens, secrets, and what may quote a member."""

    def __init__(self, *, as_json: bool = False, secrets: Iterable[str] = ()) -> None:
        """Prepare.

        Args:
            as_json: One JSON object a line instead of plain text.
            secrets: What else must not be seen, such as the webhook's secret.
        """
        super().__init__(_LINE)
        self._as_json = as_json
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter.format`."""
        if record.name.startswith(_FOREIGN) and record.args:
            record = logging.makeLogRecord({**record.__dict__, "args": None})
        text = self._json(record) if self._as_json else super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return redacted(text)

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's name
        """See `logging.Formatter.formatException`; the error's own words are left out."""
        error = ei[1] if isinstance(ei, tuple) else None
        return without_words(error) if isinstance(error, BaseException) else ""

    def _json(self, record: logging.LogRecord) -> str:
        at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{record.msecs:03.0f}Z"
        fields: dict[str, object] = {"at": at, "level": record.levelname, "logger": record.name}
        fields["message"] = record.getMessage()
        fields |= {name: record.__dict__[name] for name in FIELDS if name in record.__dict__}
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False)


def redacted(text: str) -> str:
    """Replace tokens, as @BotFather gives them, by `<token>`."""
    return _TOKEN.sub(_HIDDEN, text)


def without_words(error: BaseException) -> str:
    """Give an error's way through the code, its kind and its causes, but not its words: they may quote a member."""
    told = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        words = f": {current}" if isinstance(current, _SPEAKING) else ""
        frames = "".join(
            f"  {frame.filename}:{frame.lineno} in {frame.name}\n" for frame in traceback.extract_tb(current.__traceback__)
        )
        told.append(f"{frames}{type(current).__name__}{words}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nafter\n".join(told)


def set_up_logging(level: str, *, as_json: bool = False, secrets: Iterable[str] = ()) -> None:
    """Log to standard error, uncaught errors too.

    Args:
        level: `DEBUG`, `INFO`, `WARNING`, `ERROR` or `CRITICAL`.
        as_json: One JSON object a line.
        secrets: What else must not be seen.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(as_json=as_json, secrets=secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLogger().level))
    sys.excepthook = _log_uncaught


def log_left_behind(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what asyncio tells of errors nobody waited for (`loop.set_exception_handler`): its own words quote them whole.

    Args:
        _loop: Whose task or callback it was.
        context: What asyncio knows; in its `message` only what stands before a bracket is surely its own.
    """
    error = context.get("exception")
    what = str(context.get("message", "")).partition("(")[0].strip()
    told = without_words(error) if isinstance(error, BaseException) else ""
    logging.getLogger("bot").error("%s\n%s", what, told)


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("The program ended by an error.", exc_info=(kind, error, trace))
