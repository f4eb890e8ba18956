"""`make run`: the bot with a token, the playground without one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing may follow the command."""


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Run the bot if there is a token, else the playground."""
    given.take_over = False
    given.port = 8081
    return int(import_module("ways.polling" if environment.token else "ways.playground").run(environment, given))
