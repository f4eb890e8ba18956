"""What ends a run for good, and what is tried again."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter


class ConfigurationError(Exception):
    """The operator must change something; the text is one sentence without secrets. Exit code 78 (`EX_CONFIG`, sysexits.h)."""


class UndeliveredError(Exception):
    """Telegram did not take the answer to an update; the update can be handled again."""

    def __init__(self, told: str = "", wait: float = 0.0) -> None:
        """Prepare.

        Args:
            told: What happened, without words of a member's.
            wait: Seconds that Telegram asks to wait.
        """
        super().__init__(told)
        self.wait = wait


def wait_asked(error: RetryAfter) -> float:
    """Give the seconds that Telegram asks to wait (Bot API, ResponseParameters.retry_after)."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def reason_of(error: BaseException) -> str:
    """Tell for the log why nothing came: what lies deepest, in the system's own words. No address of ours is in these."""
    while (deeper := error.__cause__ or getattr(error, "real_error", None)) is not None:  # the latter is tornado's
        error = deeper
    words = getattr(error, "strerror", None)
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def is_unreachable(error: Exception) -> bool:
    """Whether the same call may work a little later. PTB counts refusals of a call among the network errors."""
    return isinstance(error, NetworkError | InvalidToken) and not isinstance(error, BadRequest)
