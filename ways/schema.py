"""`python bot.py schema`: writes JSON Schemas of the content's files, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.content_check.schema import write_schemas
from ways.common import FINE, not_written

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("folder", type=Path, help="where to write, such as content/schema")


def run(_environment: Environment, given: argparse.Namespace) -> int:
    """Write the schemas and print their names."""
    try:
        files = list(write_schemas(given.folder))
    except OSError as error:
        return not_written(given.folder, error)
    print(*files, sep="\n")
    return FINE
