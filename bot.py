"""The door: reads the command line and the environment, and picks how to run. Each way is a module in `ways/`."""

from __future__ import annotations

import gc

if __name__ == "__main__":
    gc.disable()  # what is loaded at the start stays: to look for garbage in it would take a fifth of the start

import argparse
import sys
from importlib import import_module

from assistant.knowledge.loaded import ContentError
from handlers.environment import WrongEnvironmentError, read_environment
from updates.errors import ConfigurationError
from ways.common import CONFIGURATION, FINE, HERE, told_mistakes
from ways.reader import until_reader_goes

POLLING = "polling"
WAYS = {
    "playground": "the bot against a Bot API server on this machine, with a chat page and the webmaster's desk",
    "ask": "answer in the terminal",
    "check": "find every mistake in the content, with its place and the remedy",
    "doctor": "see what stands in the bot's way: token, @BotFather's switches, webhook, store …",
    "webhook": "a worker that takes updates from Telegram's webhook",
    "set-webhook": "tell Telegram where the webhook is; once, before the workers are needed",
    "export": "write the set-up files for the club's web site",
    "gaps": "what was asked in vain (with COLLECT_GAPS=1)",
    "schema": "write JSON Schemas of the content's files, for editors",
    "new": "write a content folder for another club",
    "run-or-play": "the bot with a token, the playground without one",
}
"""Command → what it does. Without one: the bot by long polling."""


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line says; give the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    name = next((word for word in words if word in WAYS), POLLING)
    # Only the chosen way is loaded: the others would cost memory and time at every start.
    way = import_module(f"ways.{name.replace('-', '_')}")
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
    parser = argparse.ArgumentParser(prog="bot.py", description="A Telegram bot that helps with mail settings.")
    commands = parser.add_subparsers(title="ways to run (none: the bot by long polling)", metavar="WAY")
    parsers = {command: commands.add_parser(command, help=does) for command, does in WAYS.items()}
    way.add_arguments(parsers.get(name, parser))
    given = parser.parse_args(words)
    environment = None
    try:
        environment = read_environment(HERE)
        for slip in environment.slips:
            print(slip, file=sys.stderr)
        return int(way.run(environment, given))
    except ContentError as error:
        print(told_mistakes(error, environment), file=sys.stderr)
        return CONFIGURATION
    except (WrongEnvironmentError, ConfigurationError) as mistake:
        print(mistake, file=sys.stderr)
        return CONFIGURATION
    except KeyboardInterrupt:
        return FINE


if __name__ == "__main__":
    with until_reader_goes():
        sys.exit(main())
