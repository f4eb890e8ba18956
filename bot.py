"""The door: reads the environment, wires everything, picks how to run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assistant.assistant import Assistant
from assistant.knowledge.load import ContentError, load_content
from assistant.terminal import ask_all
from handlers.environment import Environment, WrongEnvironmentError, read_environment

FINE, FAILED, WRONG_USAGE, CONFIGURATION = 0, 1, 2, 78
"""Exit codes; 78 is `EX_CONFIG` of sysexits.h, which service managers can be told not to restart."""
HERE = Path(__file__).parent


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line says; give the exit code."""
    given = command_line().parse_args(arguments)
    try:
        return int(given.run(read_environment(HERE), given))
    except (WrongEnvironmentError, ContentError) as mistake:
        print(mistake, file=sys.stderr)
        return CONFIGURATION
    except KeyboardInterrupt:
        return FINE


def command_line() -> argparse.ArgumentParser:
    """Give the command line: one line for each way to run."""
    parser = argparse.ArgumentParser(prog="bot.py", description="A Telegram bot that helps with mail settings.")
    parser.set_defaults(run=run_polling)
    ways = parser.add_subparsers(title="ways to run (none: the bot by long polling)", metavar="WAY")

    ask = ways.add_parser("ask", help="answer in the terminal")
    ask.add_argument("question", nargs="?", help="without it: one question a line from standard input")
    ask.add_argument("--json", action="store_true", help="one JSON object a line")
    ask.add_argument("--explain", action="store_true", help="say why, too")
    ask.add_argument("--language", default="", help="the client's language, where the question tells none")
    ask.set_defaults(run=run_ask)

    check = ways.add_parser("check", help="validate the content")
    check.set_defaults(run=run_check)
    return parser


def run_polling(environment: Environment, _given: argparse.Namespace) -> int:
    """Run the bot by long polling."""
    if not environment.token:
        raise WrongEnvironmentError(
            "BOT_TOKEN is not set: put BOT_TOKEN=… from @BotFather into .env, or try `python bot.py playground`."
        )
    raise NotImplementedError


def run_ask(environment: Environment, given: argparse.Namespace) -> int:
    """Answer in the terminal."""
    assistant = Assistant(load_content(environment.content_dir))
    questions = [given.question] if given.question is not None else sys.stdin
    ask_all(assistant, questions, sys.stdout, as_json=given.json, explain=given.explain, language=given.language)
    return FINE


def run_check(environment: Environment, _given: argparse.Namespace) -> int:
    """Validate the content."""
    try:
        content = load_content(environment.content_dir)
    except ContentError as error:
        print(error)
        print(f"{len(error.mistakes)} mistakes.", file=sys.stderr)
        return FAILED
    counted = f"{len(content.topics)} topics, {len(content.guides)} guides, {len(content.trouble)} troubles"
    print(f"The content is fine: {counted}.")
    return FINE


if __name__ == "__main__":
    sys.exit(main())
