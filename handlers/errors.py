"""What happens when a handler fails: the member gets an apology with a number, the log the same number and no words of theirs."""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import Application, ExtBot

from handlers import talk
from handlers.groups.addressing import asked_text
from handlers.of_update import client_language, message_of, who_of
from handlers.render import shown
from handlers.services import Context, services
from updates import lines
from updates.errors import UndeliveredError, is_unreachable, wait_asked
from updates.logs import without_words

if TYPE_CHECKING:
    from collections.abc import Callable

_LOG = logging.getLogger(__name__)
_APOLOGY_EVERY = 60.0
"""Seconds between two apologies in one chat."""
_MOST_CHATS = 1000
_WAITED_FOR = 60.0
"""Seconds that a private chat waits for its answer where Telegram asks for that. In a group the talk has gone on by then."""
_MAY_NOT_SPEAK = ("rights", "write_forbidden", "chat not found", "topic_closed", "plain_forbidden", "have no access")
"""Parts of refusals where nobody made a mistake: the bot may not write there."""


_QUOTED = re.compile(r"(:| ['\"“«]).*", re.DOTALL)
"""Where Telegram's own words end and what it quotes begins."""


class Helper(Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]):
    """python-telegram-bot's application, but where only the network is to blame the receiver learns of it and tries again."""

    def __init__(self, *, apologies: Apologies, **more: Any) -> None:
        """Prepare.

        Args:
            apologies: Deals with all other errors, instead of PTB's error handlers.
            more: PTB's own arguments.
        """
        super().__init__(**more)
        self._apologies = apologies

    async def process_error(
        self,
        update: object,
        error: Exception,
        job: Any = None,
        coroutine: Any = None,
    ) -> bool:
        """See `Application.process_error`; what is still to be done with the update goes on.

        Raises:
            UndeliveredError: Telegram could not be reached, also with an apology, or asks to wait before it takes an answer in a
                private chat.
        """
        if is_unreachable(error):
            raise UndeliveredError(type(error).__name__) from error
        if isinstance(error, RetryAfter) and _is_private(update) and (wait := wait_asked(error)) <= _WAITED_FOR:
            raise UndeliveredError(type(error).__name__, wait) from error
        context = self.context_types.context.from_error(update, error, self, job, coroutine)
        if not await self._apologies.deal_with(update, context, error):
            raise UndeliveredError(type(error).__name__)
        return False


class Apologies:
    """What is said where a handler made a mistake."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare.

        Args:
            clock: Seconds, never going back.
        """
        self._clock = clock
        self._last: OrderedDict[int, float] = OrderedDict()
        """When a chat got its last apology."""

    async def deal_with(self, update: object, context: Context, error: Exception) -> bool:
        """Deal with what a handler raised; this itself never fails.

        Returns:
            Whether that is all; False: an apology could not be sent because Telegram was away.
        """
        if not isinstance(update, Update):
            _LOG.error("Something failed outside of an update.\n%s", without_words(error))
            return True
        try:
            if not await self._dealt_with_nobodys_mistake(update, context, error):
                await self._apologise(update, context, error)
        except Exception as further:  # noqa: BLE001 - an apology that fails must not fail anything else
            if is_unreachable(further):
                self._last.pop(update.effective_chat.id if update.effective_chat else 0, None)
                return False
            _LOG.warning("Update %d: no apology could be sent (%s).", update.update_id, type(further).__name__)
        return True

    async def _dealt_with_nobodys_mistake(self, update: Update, context: Context, error: Exception) -> bool:
        """Deal with what happens without anybody's mistake; tell whether it was that."""
        chat = update.effective_chat
        if isinstance(error, Forbidden) and chat is not None:
            # Blocked, or thrown out: there is nobody to talk to, and nothing to remember.
            parts = services(context)
            await parts.conversation.forget(who_of(update))
            if "rights" not in error.message:
                await parts.groups.forget(chat.id)
            _LOG.info("Update %d: the bot was blocked or removed.", update.update_id)
        elif isinstance(error, ChatMigrated) and chat is not None:
            await services(context).groups.move(chat.id, error.new_chat_id)
            _LOG.info("Update %d: the group has a new id.", update.update_id)
        elif isinstance(error, RetryAfter):
            lines.note(lines.LEFT_OUT)
            _LOG.warning("Update %d: Telegram's flood limit is reached; the answer is left out.", update.update_id)
        elif isinstance(error, BadRequest) and any(part in error.message.lower() for part in _MAY_NOT_SPEAK):
            _LOG.info("Update %d: the bot may not write there.", update.update_id)
        else:
            return False
        return True

    async def _apologise(self, update: Update, context: Context, error: Exception) -> None:
        lines.note(lines.FAILED)
        number = secrets.token_hex(3)
        told = f" {_QUOTED.sub('', error.message)}" if isinstance(error, TelegramError) else ""
        _LOG.error("Update %d failed, number %s.%s\n%s", update.update_id, number, told, without_words(error))
        if not _expects_answer(update, context) or not self._claim_apology(update):
            return
        parts = services(context)
        language = parts.assistant.language_for("", client_language(update))
        text = parts.word("apology", language, number=number, webmaster=parts.content.club.webmaster.get(language))
        message = update.effective_message
        if update.callback_query is not None and (message is None or message.chat.type != message.chat.PRIVATE):
            await talk.toast(update.callback_query, parts.word("apology_short", language, number=number), alert=True)
        else:
            await talk.reply(context, message_of(update), shown([text]))

    def _claim_apology(self, update: Update) -> bool:
        chat = update.effective_chat.id if update.effective_chat else 0
        now = self._clock()
        if now - self._last.get(chat, float("-inf")) < _APOLOGY_EVERY:
            return False
        self._last[chat] = now
        self._last.move_to_end(chat)
        if len(self._last) > _MOST_CHATS:
            self._last.popitem(last=False)
        return True


def _is_private(update: object) -> bool:
    chat = update.effective_chat if isinstance(update, Update) else None
    return chat is not None and chat.type == chat.PRIVATE


def _expects_answer(update: Update, context: Context) -> bool:
    """Whether somebody waits for an answer: in a private chat and after a press always, in a group after words to the bot."""
    if update.callback_query is not None:
        return True
    message = update.message
    if message is None:
        return False
    if message.chat.type == message.chat.PRIVATE or (message.text or "").startswith("/"):
        return True
    asked = asked_text(message, context.bot.id, context.bot.username)
    return asked is not None and asked.addressed
