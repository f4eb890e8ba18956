"""`python bot.py new`: asks for another club's values and writes its content folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.new_club import make_content
from ways.common import FAILED, FINE, WRONG_USAGE, not_written

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("folder", type=Path, help="where to write; must not exist yet")
    parser.add_argument("--language", default="de", help="one of the content's languages, in which to ask (default de)")


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Ask and write."""
    try:
        return FINE if make_content(environment.content_dir, given.folder.resolve(), given.language) else FAILED
    except FileExistsError:
        print(f"{given.folder} is there already: name a folder that does not exist yet.", file=sys.stderr)
        return WRONG_USAGE
    except OSError as error:
        return not_written(given.folder, error)
