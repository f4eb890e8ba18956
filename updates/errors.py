"""What ends a run for good."""

from __future__ import annotations


class ConfigurationError(Exception):
    """The operator must change something; the text is one sentence without secrets. Exit code 78 (`EX_CONFIG`, sysexits.h)."""
