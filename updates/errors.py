"""What ends a run for good, and what is tried again."""

from __future__ import annotations

from telegram.error import BadRequest, InvalidToken, NetworkError


class ConfigurationError(Exception):
    """The operator must change something; the text is one sentence without secrets. Exit code 78 (`EX_CONFIG`, sysexits.h)."""


class UndeliveredError(Exception):
    """Telegram could not be reached with the answer to an update; the update can be handled again."""


def is_unreachable(error: Exception) -> bool:
    """Whether the same call may work a little later. PTB counts refusals of a call among the network errors."""
    return isinstance(error, NetworkError | InvalidToken) and not isinstance(error, BadRequest)
