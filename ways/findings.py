"""The doctor: what stands in the bot's way and the remedy, a line each, for `python bot.py doctor` and the log at the start."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from assistant.knowledge.loaded import ContentError
from store.open import open_store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx
    from telegram import User, WebhookInfo

    from assistant.knowledge.models.content import Content
    from handlers.environment import Environment
    from store.resilient import ResilientStore

_LOG = logging.getLogger(__name__)
_OTHER_COPY_WAIT = 5
"""Seconds to wait for another copy: Telegram ends the older of two polls, and a copy that lost its own comes back at once."""
_OTHER_COPY_READ = 20.0
"""Telegram holds such a refusal back for up to three seconds (telegram-bot-api, `fail_query_conflict`)."""
_ANSWER_WAIT = 15.0
_CLOCK_MAY_DIFFER = 60.0
"""Seconds; a question in a group that is two minutes old by this machine's clock is answered only if it was put to the bot."""
_TRIED = "doctor"
"""The key of the row that is written to see whether the store can be written."""


class Health(StrEnum):
    """How a part is."""

    FINE = "ok"
    NOTE = "note"
    """It works; something could be better, or is only worth knowing."""
    WRONG = "WRONG"


@dataclass(frozen=True)
class Finding:
    """What was found about one part."""

    part: str
    health: Health
    text: str
    remedy: str = ""
    """What to do, in one sentence; empty when nothing is to be done."""

    def __str__(self) -> str:
        """Give one line."""
        return f"{self.part}: {self.text}{f' {self.remedy}' if self.remedy else ''}"


async def examine(environment: Environment) -> AsyncIterator[Finding]:
    """Examine everything, as `python bot.py doctor` shows it.

    To see whether another copy is running it polls once, without an offset, so nothing is confirmed and nothing lost; a copy that
    is running loses its own poll by that and begins the next one at once.
    """
    async for finding in _telegram(environment):
        yield finding
    yield content_finding(environment)
    store = open_store(environment.database_url)
    try:
        yield await store_finding(store, environment)
    finally:
        await store.close()


async def log_findings(bot: Bot, environment: Environment, content: Content, store: ResilientStore) -> None:
    """Tell the log how everything is, at the start; a second copy is noticed by the polling itself."""
    findings = [Finding("token", Health.FINE, "accepted by Telegram."), *bot_findings(bot.bot), _counted(content)]
    findings.append(await store_finding(store, environment))
    try:
        findings.append(webhook_finding(await bot.get_webhook_info(), environment))
    except TelegramError as error:
        findings.append(Finding("webhook", Health.NOTE, f"could not be asked for ({type(error).__name__})."))
    for finding in findings:
        _LOG.log(logging.WARNING if finding.health is Health.WRONG else logging.INFO, "%s", finding)


async def _telegram(environment: Environment) -> AsyncIterator[Finding]:
    if not environment.token:
        remedy = "Put BOT_TOKEN=… from @BotFather (/newbot or /mybots) into .env."
        yield Finding("token", Health.WRONG, "BOT_TOKEN is not set.", remedy)
        return
    differences: list[float] = []

    async def look_at_clock(response: httpx.Response) -> None:
        if "Date" in response.headers:
            differences.append(time.time() - parsedate_to_datetime(response.headers["Date"]).timestamp())

    request = HTTPXRequest(read_timeout=_ANSWER_WAIT, httpx_kwargs={"event_hooks": {"response": [look_at_clock]}})
    bot = Bot(environment.token, f"{environment.api_url}/bot", request=request)
    try:
        await bot.initialize()
        yield Finding("token", Health.FINE, "accepted by Telegram.")
        for finding in bot_findings(bot.bot):
            yield finding
        info = await bot.get_webhook_info()
        for difference in differences[-1:]:
            yield clock_finding(difference)
        yield webhook_finding(info, environment)
        yield (
            await _other_copy_finding(bot)
            if not info.url
            else Finding("second copy", Health.NOTE, "not checked, because with a webhook nobody can poll.")
        )
    except InvalidToken:
        remedy = "Compare BOT_TOKEN with the one @BotFather shows under /mybots, API Token."
        yield Finding("token", Health.WRONG, "Telegram refuses it.", remedy)
    except TelegramError as error:
        remedy = "Check the network, a proxy, and BOT_API_URL if it is set."
        host = urlsplit(environment.api_url).hostname
        yield Finding("Telegram", Health.WRONG, f"{host} cannot be reached ({type(error).__name__}).", remedy)
    finally:
        await bot.shutdown()


def bot_findings(me: User) -> list[Finding]:
    """Tell what @BotFather was told about the bot (Bot API, getMe)."""
    name = Finding("bot name", Health.FINE, f"{me.first_name}, @{me.username}.")
    privacy = Finding("privacy mode", Health.FINE, "off: in groups the bot hears everything and answers as /answers there says.")
    if not me.can_read_all_group_messages:
        heard = "on: in groups the bot hears only commands, mentions and replies to it, unless it is an administrator there."
        remedy = "For clear questions too: @BotFather, /setprivacy, Disable; then remove the bot from the group and add it again."
        privacy = Finding("privacy mode", Health.NOTE, heard, remedy)
    inline = Finding("inline mode", Health.FINE, f"on: `@{me.username} imap port` works in every chat.")
    if not me.supports_inline_queries:
        remedy = f"To have `@{me.username} imap port` in every chat: @BotFather, /setinline."
        inline = Finding("inline mode", Health.NOTE, "off.", remedy)
    groups = Finding("groups", Health.FINE, "the bot can be added to groups.")
    if not me.can_join_groups:
        remedy = "To allow it: @BotFather, /setjoingroups, Enable."
        groups = Finding("groups", Health.NOTE, "the bot cannot be added to groups.", remedy)
    return [name, privacy, inline, groups]


def clock_finding(seconds: float) -> Finding:
    """Tell whether this machine's clock is right.

    Args:
        seconds: By how much it is ahead of Telegram's, as its answers tell that (RFC 9110, section 6.6.1).
    """
    if abs(seconds) < _CLOCK_MAY_DIFFER:
        return Finding("clock", Health.FINE, "as Telegram's.")
    side = "ahead of" if seconds > 0 else "behind"
    text = f"{abs(seconds):.0f} seconds {side} Telegram's; where it is ahead, questions in groups seem too old to be answered."
    return Finding("clock", Health.WRONG, text, "Have it set by NTP: `timedatectl set-ntp true`, or your system's settings.")


def webhook_finding(info: WebhookInfo, environment: Environment) -> Finding:
    """Tell whether updates come the way they are meant to (Bot API, getWebhookInfo). A path may be secret: the host is shown."""
    host = urlsplit(info.url).hostname or "another address"
    if not environment.webhook_url:
        if not info.url:
            return Finding("webhook", Health.FINE, "none, so the bot can poll.")
        remedy = "Stop the copy it belongs to, or start with --take-over, which deletes the webhook."
        return Finding("webhook", Health.WRONG, f"one is set for {host}, so polling gets nothing.", remedy)
    if not info.url:
        remedy = "Run `python bot.py set-webhook` to use it, or take WEBHOOK_URL away to poll."
        return Finding("webhook", Health.NOTE, "WEBHOOK_URL is set, but Telegram knows of no webhook.", remedy)
    if host != urlsplit(environment.webhook_url).hostname:
        remedy = "Run `python bot.py set-webhook` to take it over."
        return Finding("webhook", Health.WRONG, f"it leads to {host} and not to WEBHOOK_URL.", remedy)
    if info.last_error_message:
        remedy = "See that WEBHOOK_URL can be reached from outside by HTTPS with a valid certificate."
        text = f"Telegram's last try to deliver failed: {info.last_error_message}."
        return Finding("webhook", Health.NOTE, text, remedy)
    return Finding("webhook", Health.FINE, f"set for {host}, {info.pending_update_count} updates waiting.")


async def _other_copy_finding(bot: Bot) -> Finding:
    """Poll once: of two polls Telegram refuses the older with 409, and that is ours as soon as a running copy polls again."""
    try:
        waiting = await bot.get_updates(limit=1, timeout=_OTHER_COPY_WAIT, read_timeout=_OTHER_COPY_READ)
    except Conflict:
        remedy = "Only one may poll: stop it before you start this one (it went on undisturbed)."
        return Finding("second copy", Health.NOTE, "a copy of the bot is polling with this token just now.", remedy)
    text = "none is polling, and messages are waiting." if waiting else "none is polling."
    return Finding("second copy", Health.FINE, text)


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
    await store.put(_TRIED, "", lasts=_ANSWER_WAIT)
    await store.delete(_TRIED)
    engine = "SQLite" if environment.database_url.startswith("sqlite") else "PostgreSQL"
    if not store.is_away:
        return Finding("store", Health.FINE, f"{engine} works.")
    remedy = (
        "See that the bot may write to the file of DATABASE_URL and its folder, and that the disk is not full."
        if engine == "SQLite"
        else "See that the server of DATABASE_URL runs and lets the bot in."
    )
    return Finding("store", Health.WRONG, f"{engine} does not work; groups' choices and guides' places would be lost.", remedy)


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
