"""`python bot.py export`: writes the files by which mail programs find the settings on the club's web site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.knowledge.load import load_content
from assistant.setup_files import export
from ways.common import FINE, not_written

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("folder", type=Path, help="where to write")


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Write the files and print their names."""
    content = load_content(environment.content_dir)
    try:
        files = export(content.settings, content.club, given.folder, notes=environment.content_dir / "export")
    except OSError as error:
        return not_written(given.folder, error)
    print(*files, sep="\n")
    return FINE
