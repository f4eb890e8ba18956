"""Logging without secrets: the token never reaches the output, whoever writes it."""

from __future__ import annotations

import logging
import re
import sys

_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}")
_HIDDEN = "<token>"


class RedactingFormatter(logging.Formatter):
    """Formats a record, traceback included, and takes out everything that looks like a token."""

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter.format`."""
        return redacted(super().format(record))


def redacted(text: str) -> str:
    """Replace tokens, as @BotFather gives them, by `<token>`."""
    return _TOKEN.sub(_HIDDEN, text)


def set_up_logging(level: str) -> None:
    """Log to standard error.

    Args:
        level: `DEBUG`, `INFO`, `WARNING`, `ERROR` or `CRITICAL`.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore"):  # these log every URL, and the URL holds the token
        logging.getLogger(chatty).setLevel(logging.WARNING)
