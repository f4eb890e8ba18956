"""Tells Telegram where the webhook is: once, before the workers are needed, never by the workers themselves."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeVar

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from updates.errors import ConfigurationError, wait_asked
from updates.lines import ALLOWED_UPDATES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot

_LOG = logging.getLogger(__name__)
PER_WORKER = 8
"""Updates that a worker is sent at once: more would wait longer in the worker than at Telegram."""
_TRIES = 6
_LONGEST_WAIT = 30.0
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
    host = address.partition("://")[2].partition("/")[0]
    return f"Telegram now sends updates to {host}, at most {info.max_connections} at once; {waiting}."


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


async def _tried(call: Callable[[], Awaitable[_T]]) -> _T:
    """Call until it works: Telegram allows one setWebhook a second, and may be away for a moment."""
    for number in range(1, _TRIES + 1):
        try:
            return await call()
        except InvalidToken:
            raise ConfigurationError("Telegram refuses the token: check BOT_TOKEN against @BotFather.") from None
        except BadRequest as error:
            raise ConfigurationError(f"Telegram refuses the webhook: {error.message}. Check WEBHOOK_URL.") from None
        except RetryAfter as error:
            seconds = wait_asked(error)
        except NetworkError:
            seconds = 2.0**number / 2
        if number < _TRIES:
            _LOG.info("Trying again in %.0f s.", seconds)
            await asyncio.sleep(min(seconds, _LONGEST_WAIT))
    raise TelegramError("Telegram could not be reached; nothing was changed.")
