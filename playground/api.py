"""The Bot API: its methods by name, and what Telegram knows behind them (https://core.telegram.org/bots/api). Knows no HTTP."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any

from playground.errors import RefusalError
from playground.faults import Faults
from playground.journal import Journal
from playground.limits import SendingLimits
from playground.methods import METHODS, Arguments
from playground.people import People
from playground.polling import Polling
from playground.state import World
from playground.webhook import Webhook

if TYPE_CHECKING:
    from collections.abc import Callable

_BOT_ID = 123456789


class BotApi:
    """The Bot API for one bot."""

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        """Prepare, with a token that nobody can guess (`world.token`).

        Args:
            clock: Unix time in seconds, for dates and lifetimes.
        """
        self.world = World(f"{_BOT_ID}:{secrets.token_urlsafe(27)}", clock=clock)
        self.people = People(self.world)
        self.polling = Polling(self.world)
        self.webhook = Webhook(self.world, self.polling.abort)
        self.faults = Faults()
        self.limits = SendingLimits(clock)
        self.journal = Journal()

    async def call(self, token: str, method: str, arguments: Arguments) -> Any:
        """Answer one call.

        Raises:
            RefusalError: in Telegram's words.
        """
        if token != self.world.token:
            raise RefusalError(401, "Unauthorized")
        self.limits.check(method, arguments.text("chat_id"))
        match method.lower():
            case "getupdates":
                return await self.polling.get_updates(arguments)
            case "setwebhook":
                return self.webhook.set(arguments)
            case "deletewebhook":
                return self.webhook.delete(arguments)
            case "getwebhookinfo":
                return self.webhook.info()
            case name if name in METHODS:
                return METHODS[name](self.world, arguments)
        raise RefusalError(404, "Not Found: method not found")
