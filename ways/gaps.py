"""`python bot.py gaps`: prints what was asked in vain."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from assistant.prepare import prepare
from assistant.unanswered import as_examples, grouped
from handlers.learning.unanswered import Unanswered
from store.keys import secret_of
from store.open import open_store
from ways.common import DATA, FAILED, FINE, teller

if TYPE_CHECKING:
    import argparse

    from handlers.environment import Environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow the command."""
    parser.add_argument("--yaml", action="store_true", help="as examples to paste into the content")


def run(environment: Environment, given: argparse.Namespace) -> int:
    """Print the questions, alike ones together."""
    environment.require_token()  # by it the bot's own rows are found
    say = teller(environment).sentence
    if not environment.collect_gaps:
        print(say("COLLECT_GAPS is not set to 1: nothing new is collected."), file=sys.stderr)
    questions = asyncio.run(_read(environment))
    if questions is None:
        return FAILED  # the store has said why
    groups, answered = grouped(questions, prepare(environment.content_dir, DATA).assistant)
    if given.yaml:
        print(as_examples(groups))
    else:
        for group in groups:
            print(f"{group.count} × {group.texts[0]}  → {group.nearest or '-'}", *group.texts[1:], sep="\n      ")
    print(say(f"{len(questions) - answered} questions wait; {answered} more are answered by now."), file=sys.stderr)
    return FINE


async def _read(environment: Environment) -> dict[str, str] | None:
    """Read the questions that had no answer, by their ids; None where the store cannot be read."""
    store = open_store(environment.database_url)
    try:
        found = await Unanswered(store, secret_of(environment.token), is_on=environment.collect_gaps).all()
        return None if store.is_away else found
    finally:
        await store.close()
