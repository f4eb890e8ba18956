"""`make run`: the bot with a token, the playground without one."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.environment import Environment


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing may follow the command."""


def run(environment: Environment, _given: argparse.Namespace) -> int:
    """Run the bot if there is a token, else the playground; either as if nothing followed its command."""
    way = import_module("ways.polling" if environment.token else "ways.playground")
    parser = argparse.ArgumentParser()
    way.add_arguments(parser)
    return int(way.run(environment, parser.parse_args([])))
