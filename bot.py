"""The door: reads the environment, wires everything, picks how to run."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path

from telegram.error import TelegramError

from assistant.assistant import Assistant
from assistant.content_check import check_content
from assistant.content_check.report import Format
from assistant.content_check.schema import write_schemas
from assistant.knowledge.load import ContentError, load_content
from assistant.new_club import make_content
from assistant.setup_files import export
from assistant.terminal import ask_all
from assistant.unanswered import as_examples, grouped
from desk.routes import DESK_PAGE, desk_for
from handlers.content_check import screen_mistakes
from handlers.doctor import print_findings
from handlers.environment import Environment, WrongEnvironmentError, read_environment
from handlers.extras import mistake_teller
from handlers.profile_check import profile_mistakes
from handlers.unanswered import Unanswered
from handlers.ways import poll, receive, register, start_logging
from playground.markup import refusal
from playground.serve import serve
from store.open import open_store
from updates.errors import ConfigurationError
from updates.logs import set_up_logging

FINE, FAILED, WRONG_USAGE, CONFIGURATION = 0, 1, 2, 78
"""Exit codes; 78 is `EX_CONFIG` of sysexits.h, which service managers can be told not to restart."""
HERE = Path(__file__).parent
DATA = Path(os.environ.get("CACHE_DIRECTORY") or HERE / "data")
"""For what can be computed anew; systemd names a folder of its own (systemd.exec(5), CacheDirectory=)."""


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line says; give the exit code."""
    given = command_line().parse_args(arguments)
    try:
        return int(given.run(read_environment(HERE), given))
    except (WrongEnvironmentError, ConfigurationError, ContentError) as mistake:
        print(mistake, file=sys.stderr)
        return CONFIGURATION
    except KeyboardInterrupt:
        return FINE


def command_line() -> argparse.ArgumentParser:
    """Give the command line: one entry for each way to run."""
    parser = argparse.ArgumentParser(prog="bot.py", description="A Telegram bot that helps with mail settings.")
    parser.set_defaults(run=run_polling)
    parser.add_argument("--take-over", action="store_true", help="delete a webhook that is in the way of polling")
    ways = parser.add_subparsers(title="ways to run (none: the bot by long polling)", metavar="WAY")

    play = ways.add_parser("playground", help="the bot against a Bot API server on this machine, with a chat page")
    play.add_argument("--port", type=int, default=8081, help="of the chat page (default 8081; 0: any)")
    play.set_defaults(run=run_playground)

    ask = ways.add_parser("ask", help="answer in the terminal")
    ask.add_argument("question", nargs="?", help="without it: one question a line from standard input")
    ask.add_argument("--json", action="store_true", help="one JSON object a line")
    ask.add_argument("--explain", action="store_true", help="say why, too")
    ask.add_argument("--language", default="", help="the client's language, where the question tells none")
    ask.set_defaults(run=run_ask)

    ways.add_parser("webhook", help="a worker that takes updates from Telegram's webhook").set_defaults(run=run_webhook)
    hook = ways.add_parser("set-webhook", help="tell Telegram where the webhook is; once, before the workers are needed")
    hook.add_argument("--workers", type=int, default=1, help="how many share the work (default 1)")
    hook.add_argument("--delete", action="store_true", help="remove the webhook instead, so that the bot can poll")
    hook.set_defaults(run=run_set_webhook)

    check = ways.add_parser("check", help="find every mistake in the content, with its place and the remedy")
    check.add_argument("--format", type=Format, choices=Format, default=Format.TEXT, help="text, json, or github's annotations")
    check.add_argument("--language", default="", help="de or en (default: the system's, by LANG)")
    check.set_defaults(run=run_check)
    doctor = ways.add_parser("doctor", help="see what stands in the bot's way: token, @BotFather's switches, webhook, store …")
    doctor.set_defaults(run=run_doctor)
    schema = ways.add_parser("schema", help="write JSON Schemas of the content's files, for editors")
    schema.add_argument("folder", type=Path, help="where to write, such as content/schema")
    schema.set_defaults(run=run_schema)
    gaps = ways.add_parser("gaps", help="what was asked in vain (with COLLECT_GAPS=1)")
    gaps.add_argument("--yaml", action="store_true", help="as examples to paste into the content")
    gaps.set_defaults(run=run_gaps)
    out = ways.add_parser("export", help="write the set-up files for the club's web site")
    out.add_argument("folder", type=Path, help="where to write")
    out.set_defaults(run=run_export)
    new = ways.add_parser("new", help="write a content folder for another club")
    new.add_argument("folder", type=Path, help="where to write; must not exist yet")
    new.add_argument("--language", choices=("de", "en"), default="de", help="in which to ask (default de)")
    new.set_defaults(run=run_new)
    either = ways.add_parser("run-or-play", help="the bot with a token, the playground without one")
    either.set_defaults(run=run_or_play, port=8081)
    return parser


def run_polling(environment: Environment, given: argparse.Namespace) -> int:
    """Run the bot by long polling."""
    environment.require_token()
    start_logging(environment)
    asyncio.run(poll(environment, DATA, take_over=given.take_over))
    return FINE


def run_webhook(environment: Environment, _given: argparse.Namespace) -> int:
    """Run a webhook worker."""
    environment.require_token()
    address = environment.webhook_address()
    start_logging(environment)
    asyncio.run(receive(environment, DATA, address))
    return FINE


def run_set_webhook(environment: Environment, given: argparse.Namespace) -> int:
    """Register the webhook, once for all workers."""
    environment.require_token()
    address = "" if given.delete else environment.webhook_address()
    start_logging(environment)
    try:
        asyncio.run(register(environment, address, workers=given.workers, delete=given.delete))
    except TelegramError as error:
        print(error.message, file=sys.stderr)
        return FAILED
    return FINE


def run_playground(environment: Environment, given: argparse.Namespace) -> int:
    """Run the unchanged bot as a process of its own against a Bot API server on this machine, with the desk beside it."""
    asyncio.run(play(environment.content_dir, given.port))
    return FINE


def run_or_play(environment: Environment, given: argparse.Namespace) -> int:
    """Run the bot if there is a token, else the playground."""
    return run_polling(environment, given) if environment.token else run_playground(environment, given)


def run_ask(environment: Environment, given: argparse.Namespace) -> int:
    """Answer in the terminal."""
    assistant = Assistant(load_content(environment.content_dir), DATA)
    questions = [given.question] if given.question is not None else sys.stdin
    ask_all(assistant, questions, sys.stdout, as_json=given.json, explain=given.explain, language=given.language)
    return FINE


def run_check(environment: Environment, given: argparse.Namespace) -> int:
    """Validate the content."""
    folder = environment.content_dir
    report = check_content(folder, DATA, lambda loaded: [*screen_mistakes(loaded, refusal), *profile_mistakes(loaded)])
    shown_folder = folder.relative_to(HERE) if folder.is_relative_to(HERE) else folder
    report = report.told_by(mistake_teller(folder, given.language or os.environ.get("LANG", "")[:2]))
    print(report.written(given.format, shown_folder.as_posix()))
    return FINE if report.is_fine else FAILED


def run_schema(_environment: Environment, given: argparse.Namespace) -> int:
    """Write the schemas of the content's files."""
    for file in write_schemas(given.folder):
        print(file)
    return FINE


def run_gaps(environment: Environment, given: argparse.Namespace) -> int:
    """Print what was asked in vain."""
    if not environment.collect_gaps:
        print("COLLECT_GAPS is not set to 1: nothing new is collected.", file=sys.stderr)
    questions = asyncio.run(read_gaps(environment))
    groups, answered = grouped(questions, Assistant(load_content(environment.content_dir), DATA))
    if given.yaml:
        print(as_examples(groups))
    else:
        for group in groups:
            print(f"{group.count} × {group.texts[0]}  → {group.nearest or '-'}", *group.texts[1:], sep="\n      ")
    print(f"{len(questions) - answered} questions wait; {answered} more are answered by now.", file=sys.stderr)
    return FINE


async def read_gaps(environment: Environment) -> dict[str, str]:
    """Read the questions that had no answer, by their ids."""
    store = open_store(environment.database_url)
    try:
        return await Unanswered(store, is_on=environment.collect_gaps).all()
    finally:
        await store.close()


def run_doctor(environment: Environment, _given: argparse.Namespace) -> int:
    """Tell what stands in the bot's way."""
    set_up_logging("CRITICAL")  # the report says it in one line
    return FINE if asyncio.run(print_findings(environment)) else FAILED


def run_export(environment: Environment, given: argparse.Namespace) -> int:
    """Write the files by which mail programs find the settings on the club's web site."""
    content = load_content(environment.content_dir)
    for file in export(content.settings, content.club, given.folder, notes=environment.content_dir / "export"):
        print(file)
    return FINE


def run_new(environment: Environment, given: argparse.Namespace) -> int:
    """Ask for another club's values and write its content folder."""
    try:
        return FINE if make_content(environment.content_dir, given.folder.resolve(), given.language) else FAILED
    except FileExistsError:
        print(f"{given.folder} is there already: name a folder that does not exist yet.", file=sys.stderr)
        return WRONG_USAGE


async def play(content_dir: Path, port: int) -> None:
    """Serve the chat page and the desk until interrupted."""
    async with desk_for(content_dir, DATA) as more_routes:
        await serve([sys.executable, str(HERE / "bot.py")], port=port, more_routes=more_routes, more_page=DESK_PAGE)


if __name__ == "__main__":
    sys.exit(main())
