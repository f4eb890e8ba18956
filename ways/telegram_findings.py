"""What Telegram tells about the bot: token, @BotFather's switches, clock, webhook, and whom the settings name."""

from __future__ import annotations

import contextlib
import time
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, TelegramError

from updates.errors import reason_of
from updates.http_client import HttpClient
from updates.origins import mistake_in_proxy
from ways.finding import Finding, Health, Way
from ways.telegram_way import bot_beside

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    from telegram import Bot, User, WebhookInfo

    from handlers.environment import Environment

_OTHER_COPY_WAIT = 5
"""Seconds to wait for another copy: Telegram ends the older of two polls, and a copy that lost its own comes back at once."""
_OTHER_COPY_READ = 20.0
"""Telegram holds such a refusal back for up to three seconds (telegram-bot-api, `fail_query_conflict`)."""
_CLOCK_MAY_DIFFER = 60.0
"""Seconds; a question in a group that is two minutes old by this machine's clock is answered only if it was put to the bot."""


async def ask_telegram(environment: Environment) -> AsyncIterator[Finding]:
    """Ask Telegram for everything it can tell; what comes after a failure is left out."""
    if not environment.token:
        remedy = "Put BOT_TOKEN=… from @BotFather (/newbot or /mybots) into .env."
        yield Finding("token", Health.WRONG, "BOT_TOKEN is not set.", remedy)
        return
    if mistake := mistake_in_proxy(environment.api_url):
        yield Finding("Telegram", Health.WRONG, mistake)
        return
    differences: list[float] = []

    def look_at_clock(date: str) -> None:
        with contextlib.suppress(ValueError):
            differences.append(time.time() - parsedate_to_datetime(date).timestamp())

    bot = bot_beside(environment, partial(HttpClient, tell_date=look_at_clock))
    try:
        await bot.initialize()
        yield Finding("token", Health.FINE, "accepted by Telegram.")
        for finding in bot_findings(bot.bot):
            yield finding
        async for finding in _named(bot, environment):
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
        yield Finding("Telegram", Health.WRONG, f"{host} cannot be reached ({reason_of(error)}).", remedy)
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


async def _named(bot: Bot, environment: Environment) -> AsyncIterator[Finding]:
    """Tell of persons and groups in the settings whom Telegram does not know here (Bot API, getChat, getChatMemberCount)."""
    if strange := await _listed(environment.maintainers, bot.get_chat):
        text = f"MAINTAINERS names {strange}, who has not started the bot: nothing can be told there."
        yield Finding("maintainers", Health.NOTE, text, "Have them open the bot and press Start, or compare the id.")
    moved: list[str] = []

    async def look_into(group: int) -> None:
        try:
            await bot.get_chat_member_count(group)  # unlike `getChat`, it tells where a group has moved
        except ChatMigrated as error:
            moved.append(f"{group}, which is {error.new_chat_id} now")

    strange = await _listed(environment.groups, look_into)
    if moved:
        text = f"ALLOWED_GROUPS names {'; '.join(moved)}: it has become a supergroup."
        yield Finding("allowed groups", Health.NOTE, text, "Name the new id in place of the old one.")
    if strange:
        remedy = "Add the bot there, or compare the id: a maintainer's /answers in the group shows it."
        yield Finding("allowed groups", Health.NOTE, f"ALLOWED_GROUPS names {strange}, where the bot is not.", remedy)


async def _listed(ids: Iterable[int], look_into: Callable[[int], Awaitable[object]]) -> str:
    """List those that Telegram does not know here."""
    strange = []
    for number in sorted(ids):
        try:
            await look_into(number)
        except (BadRequest, Forbidden):
            strange.append(str(number))
    return ", ".join(strange)


def webhook_finding(info: WebhookInfo, environment: Environment, way: Way = Way.OPEN) -> Finding:
    """Tell whether updates come the way they are meant to (Bot API, getWebhookInfo). A path may be secret: the host is shown."""
    if way is Way.POLLING or (way is Way.OPEN and not environment.webhook_url):
        return _polled(info, environment)
    if not info.url:
        if way is Way.WEBHOOK:
            remedy = "Run `python bot.py set-webhook`, once for all workers."
            return Finding("webhook", Health.WRONG, "Telegram knows of none, so this worker hears nothing.", remedy)
        remedy = "Run `python bot.py set-webhook` to use it, or take WEBHOOK_URL away to poll."
        return Finding("webhook", Health.NOTE, "WEBHOOK_URL is set, but Telegram knows of no webhook.", remedy)
    host = _host(info)
    if host != urlsplit(environment.webhook_url).hostname:
        remedy = "Run `python bot.py set-webhook` to take it over."
        return Finding("webhook", Health.WRONG, f"it leads to {host} and not to WEBHOOK_URL.", remedy)
    if info.last_error_message:
        remedy = "See that WEBHOOK_URL can be reached from outside by HTTPS with a valid certificate."
        text = f"Telegram's last try to deliver failed: {info.last_error_message}."
        return Finding("webhook", Health.NOTE, text, remedy)
    return Finding("webhook", Health.FINE, f"set for {host}, {info.pending_update_count} updates waiting.")


def _polled(info: WebhookInfo, environment: Environment) -> Finding:
    """Tell whether nothing is in the way of polling."""
    if info.url:
        remedy = "Stop the copy it belongs to, or start with --take-over, which deletes the webhook."
        return Finding("webhook", Health.WRONG, f"one is set for {_host(info)}, so polling gets nothing.", remedy)
    unused = " WEBHOOK_URL is only for workers: `python bot.py webhook`." if environment.webhook_url else ""
    return Finding("webhook", Health.FINE, f"none, so the bot can poll.{unused}")


def _host(info: WebhookInfo) -> str:
    return urlsplit(info.url).hostname or "another address"


async def _other_copy_finding(bot: Bot) -> Finding:
    """Poll once: of two polls Telegram refuses the older with 409, and that is ours as soon as a running copy polls again."""
    try:
        waiting = await bot.get_updates(limit=1, timeout=_OTHER_COPY_WAIT, read_timeout=_OTHER_COPY_READ)
    except Conflict:
        remedy = "Only one may poll: stop it before you start this one (it went on undisturbed)."
        return Finding("second copy", Health.NOTE, "a copy of the bot is polling with this token just now.", remedy)
    text = "none is polling, and messages are waiting." if waiting else "none is polling."
    return Finding("second copy", Health.FINE, text)
