"""Those who run the bot: who they are, and how they are told something in their private chats."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from telegram.error import BadRequest, Forbidden, TelegramError

from handlers import talk
from handlers.services import Context, installed, services

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Update

    from handlers.render import Shown
    from handlers.services import App

_LOG = logging.getLogger(__name__)
_AGAIN = 30.0
"""Seconds until those are told again whom something did not reach."""


def is_maintainer(update: Update, context: Context) -> bool:
    """Whether an update comes from a maintainer, in their private chat."""
    chat = update.effective_chat
    return chat is not None and chat.type == chat.PRIVATE and is_from_maintainer(update, context)


def is_from_maintainer(update: Update, context: Context) -> bool:
    """Whether a maintainer wrote it, in any chat; an anonymous administrator cannot be told."""
    user = update.effective_user
    return user is not None and user.id in services(context).maintainers


class Telling:
    """Tells the maintainers something, each in their private chat, and again whom it did not reach for the network's sake."""

    def __init__(self, application: App, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare.

        Args:
            application: With its services installed.
            clock: Seconds, never going back.
        """
        self._application = application
        self._clock = clock
        self._shown: Shown | None = None
        self._left: tuple[int, ...] = ()
        """Those who are still to be told."""
        self._next = 0.0

    async def tell(self, shown: Shown) -> None:
        """Say something to all; what was still to be said is old by now."""
        self._shown, self._left = shown, tuple(sorted(installed(self._application.bot_data).maintainers))
        await self._try()

    async def again(self) -> None:
        """Say it again to those whom it did not reach, unless that was tried just now."""
        if self._left and self._clock() >= self._next:
            await self._try()

    async def _try(self) -> None:
        self._left = tuple([maintainer for maintainer in self._left if not await self._settled(maintainer)])
        self._next = self._clock() + _AGAIN

    async def _settled(self, maintainer: int) -> bool:
        """Say it to one, and tell whether it need not be tried again; a failure does not keep it from the others."""
        assert self._shown is not None  # noqa: S101 - for the type checker: there is nobody left to be told before
        try:
            await talk.say(Context(self._application), maintainer, self._shown)
        except TelegramError as error:
            is_passing = not isinstance(error, BadRequest | Forbidden)
            hint = "it is tried again" if is_passing else "they have to start the bot once"
            _LOG.warning("A maintainer could not be told (%s): %s.", error.message, hint)
            return not is_passing
        return True
