"""`python bot.py check`: finds every mistake in the content, with its place and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.content_check import check_content
from assistant.content_check.report import Format
from assistant.extras import mistake_teller
from handlers.profile.check import profile_mistakes
from handlers.screens_check import screen_mistakes
from playground.markup import refusal
from ways.common import DATA, FAILED, FINE, HERE, system_language

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("--format", type=Format, choices=Format, default=Format.TEXT, help="text, json, or github's annotations")
    parser.add_argument("--language", default="", help="de or en (default: the system's, by LANG)")


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Check everything and print the report."""
    folder = environment.content_dir
    report = check_content(folder, DATA, lambda loaded: [*screen_mistakes(loaded, refusal), *profile_mistakes(loaded)])
    shown_folder = folder.relative_to(HERE) if folder.is_relative_to(HERE) else folder
    report = report.told_by(mistake_teller(folder, given.language or system_language()))
    print(report.written(given.format, shown_folder.as_posix()))
    return FINE if report.is_fine else FAILED
