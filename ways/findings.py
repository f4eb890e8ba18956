"""The doctor: what stands in the bot's way and the remedy, a line each, for `python bot.py doctor` and the log at the start."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from assistant.knowledge.loaded import ContentError
from store.keys import key, secret_of
from store.open import open_store
from updates.errors import reason_of
from ways.finding import Finding, Health, Way
from ways.telegram_findings import ask_telegram, bot_findings, webhook_finding

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Bot

    from assistant.knowledge.models.content import Content
    from handlers.environment import Environment
    from store.resilient import ResilientStore

_LOG = logging.getLogger(__name__)
_TRIED = "doctor"
"""The kind of the row that is written to see whether the store can be written."""
_TRIED_LASTS = 15.0


async def examine(environment: Environment) -> AsyncIterator[Finding]:
    """Examine everything, as `python bot.py doctor` shows it.

    To see whether another copy is running it polls once, without an offset, so nothing is confirmed and nothing lost; a copy that
    is running loses its own poll by that and begins the next one at once.
    """
    async for finding in ask_telegram(environment):
        yield finding
    yield content_finding(environment)
    store = open_store(environment.database_url)
    try:
        yield await store_finding(store, environment)
    finally:
        await store.close()


async def log_findings(bot: Bot, environment: Environment, content: Content, store: ResilientStore, way: Way) -> None:
    """Tell the log how everything is, at the start; a second copy is noticed by the polling itself."""
    findings = [Finding("token", Health.FINE, "accepted by Telegram."), *bot_findings(bot.bot), _counted(content)]
    findings.append(await store_finding(store, environment))
    try:
        findings.append(webhook_finding(await bot.get_webhook_info(), environment, way))
    except TelegramError as error:
        findings.append(Finding("webhook", Health.NOTE, f"could not be asked for ({reason_of(error)})."))
    for finding in findings:
        _LOG.log(logging.WARNING if finding.health is Health.WRONG else logging.INFO, "%s", finding)


def content_finding(environment: Environment) -> Finding:
    """Tell whether the content can be loaded."""
    # Only the doctor asks; a bot that runs can do without YAML, pydantic and all checks, which take a dozen megabytes.
    from assistant.extras import load_extras  # noqa: PLC0415
    from assistant.knowledge.load import load_content  # noqa: PLC0415

    try:
        content = load_content(environment.content_dir)
        load_extras(environment.content_dir)
    except ContentError as error:
        remedy = "`python bot.py check` shows them with file, line and what would be right."
        return Finding("content", Health.WRONG, f"{len(error.mistakes)} mistakes.", remedy)
    return _counted(content)


async def store_finding(store: ResilientStore, environment: Environment) -> Finding:
    """Tell whether the store works, by writing to it: a file of somebody else's and a full disk can still be read."""
    tried = key(secret_of(environment.token), _TRIED)
    await store.put(tried, "", lasts=_TRIED_LASTS)
    await store.delete(tried)
    engine = "SQLite" if environment.database_url.startswith("sqlite") else "PostgreSQL"
    if not store.is_away:
        return Finding("store", Health.FINE, f"{engine} works.")
    remedy = (
        "See that the bot may write to the file of DATABASE_URL and its folder, and that the disk is not full."
        if engine == "SQLite"
        else "See that the server of DATABASE_URL runs and lets the bot in."
    )
    told = f"{engine} does not work ({store.why_away}); groups' choices and guides' places would be lost."
    return Finding("store", Health.WRONG, told, remedy)


def _counted(content: Content) -> Finding:
    counted = f"{len(content.topics)} topics, {len(content.guides)} guides, languages: {', '.join(content.languages)}"
    return Finding("content", Health.FINE, f"{counted}.")


async def print_findings(environment: Environment) -> bool:
    """Examine everything and print a line for each part; tell whether nothing is wrong."""
    is_well = True
    async for finding in examine(environment):
        print(f"{finding.health:<5}  {finding}", flush=True)
        is_well = is_well and finding.health is not Health.WRONG
    return is_well
