"""`python bot.py ask`: answers in the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from assistant.prepare import prepare
from assistant.terminal import ask_all
from ways.common import DATA, FINE, WRONG_USAGE

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("question", nargs="?", help="without it: one question a line from standard input, as in one chat")
    parser.add_argument("--apart", action="store_true", help="no line leans on those before it")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--explain", action="store_true", help="say why, too")
    parser.add_argument("--language", default="", help="the client's language, where the question tells none")


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Answer one question, or all of standard input."""
    if given.question is not None and not given.question.strip():
        print("The question is empty; without one, questions are read from standard input.", file=sys.stderr)
        return WRONG_USAGE
    assistant = prepare(environment.content_dir, DATA).assistant
    languages = assistant.content.languages
    if given.language and given.language.lower().partition("-")[0] not in languages:
        print(f"--language must be one of {', '.join(languages)}.", file=sys.stderr)
        return WRONG_USAGE
    questions = [given.question] if given.question is not None else sys.stdin
    options = {"as_json": given.json, "explain": given.explain, "apart": given.apart}
    ask_all(assistant, questions, sys.stdout, language=given.language, **options)
    return FINE
