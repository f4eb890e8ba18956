"""What ends a run for good, and what is tried again."""

from __future__ import annotations


class ConfigurationError(Exception):
    """The operator must change something; the text is one sentence without secrets. Exit code 78 (`EX_CONFIG`, sysexits.h)."""


class UndeliveredError(Exception):
    """Telegram could not be reached with the answer to an update; the update can be handled again."""
