"""Tells Telegram where the webhook is: once, before the workers are needed, never by the workers themselves."""

from __future__ import annotations

import asyncio
import logging
from ipaddress import ip_address
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from updates.errors import ConfigurationError, reason_of, wait_asked
from updates.kinds import ALLOWED_UPDATES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot

_LOG = logging.getLogger(__name__)
PER_WORKER = 8
"""Updates that a worker is sent at once: more would wait longer in the worker than at Telegram."""
_TRIES = 6
_LONGEST_WAIT = 30.0
_REMEDY = "`python bot.py doctor` looks for what stands in the way."
_NEAR = "That address is only known here: Telegram's own servers cannot reach it, a Bot API server of yours can."
_NEAR_NAMES = (".localhost", ".local", ".internal", ".home.arpa", ".lan")
_T = TypeVar("_T")


async def set_webhook(bot: Bot, address: str, secret: str, *, workers: int = 1) -> str:
    """Register the webhook.

    Args:
        bot: An initialised bot.
        address: The whole address.
        secret: What Telegram sends along with each update.
        workers: How many workers share the work.

    Returns:
        What was done, in a sentence without secrets.

    Raises:
        ConfigurationError: Telegram refuses the token or the address.
        TelegramError: Telegram could not be reached again and again.
    """
    connections = max(1, min(100, workers * PER_WORKER))
    allowed = list(ALLOWED_UPDATES)
    await _tried(lambda: bot.set_webhook(address, secret_token=secret, max_connections=connections, allowed_updates=allowed))
    info = await _tried(bot.get_webhook_info)
    waiting = f"{info.pending_update_count} updates are waiting" if info.pending_update_count else "no update is waiting"
    host = urlsplit(address).netloc.rpartition("@")[2]
    done = f"Telegram now sends updates to {host}, at most {info.max_connections} at once; {waiting}."
    return f"{done} {_NEAR}" if _is_near(urlsplit(address).hostname or "") else done


async def reach(bot: Bot) -> None:
    """Initialise the bot.

    Raises:
        ConfigurationError: Telegram refuses the token.
        TelegramError: Telegram could not be reached again and again.
    """
    await _tried(bot.initialize)


async def delete_webhook(bot: Bot) -> str:
    """Remove the webhook, so that the bot can poll again; nothing that waits is lost.

    Returns:
        What was done, in a sentence.

    Raises:
        ConfigurationError: Telegram refuses the token.
        TelegramError: Telegram could not be reached again and again.
    """
    await _tried(bot.delete_webhook)
    return "The webhook is removed; the bot can poll again."


def _is_near(host: str) -> bool:
    """Whether a name or address means something only on this machine or in its network (RFC 6761, 6762, 8375, 9476)."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_NEAR_NAMES)


async def _tried(call: Callable[[], Awaitable[_T]]) -> _T:
    """Call until it works: Telegram allows one setWebhook a second, and may be away for a moment."""
    why = ""
    for number in range(1, _TRIES + 1):
        try:
            return await call()
        except InvalidToken:
            raise ConfigurationError("Telegram refuses the token: check BOT_TOKEN against @BotFather.") from None
        except BadRequest as error:
            raise ConfigurationError(f"Telegram refuses the webhook: {error.message}. Check WEBHOOK_URL.") from None
        except RetryAfter as error:
            why, seconds = "Telegram asks to wait", wait_asked(error)
        except NetworkError as error:
            # Not its own words: they may have the address of the call, and that has the token.
            why, seconds = f"Telegram cannot be reached ({reason_of(error)})", 2.0**number / 2
        if number < _TRIES:
            seconds = min(seconds, _LONGEST_WAIT)
            _LOG.warning("%s; trying again in %.0f s.", why, seconds)
            await asyncio.sleep(seconds)
    raise TelegramError(f"{why}; nothing was changed. {_REMEDY}")
