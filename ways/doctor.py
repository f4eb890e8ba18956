"""`python bot.py doctor`: sees what stands in the bot's way, each with the remedy."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from updates.logs import set_up_logging
from ways.common import FAILED, FINE
from ways.findings import print_findings

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing may follow the command."""


def run(environment: Environment, _given: argparse.Namespace) -> int:
    """Look, and print what was found."""
    set_up_logging("CRITICAL")  # the report says it in one line
    return FINE if asyncio.run(print_findings(environment)) else FAILED
