"""What every handler needs, made once at the start and handed along in `bot_data`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.ext import Application, CallbackContext, ExtBot

if TYPE_CHECKING:
    from assistant.address import SpelledSigns
    from assistant.assistant import Assistant
    from assistant.choices import Choices
    from assistant.guides import TypedWords
    from assistant.knowledge.models.content import Content
    from assistant.live_check import LiveCheck, LiveCheckWords
    from assistant.password_guard import PasswordGuard
    from assistant.picks import Picks
    from assistant.pictures import Pictures
    from handlers.conversation import Conversation
    from handlers.groups.pace import Pace
    from handlers.groups.settings import GroupSettings
    from handlers.learning.statistics import Statistics
    from handlers.learning.unanswered import Unanswered

Context = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]
"""PTB's context; its own data stores stay empty but for `bot_data`."""
App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]
_KEY = "services"


@dataclass(frozen=True)
class Services:
    """The bot's parts."""

    assistant: Assistant
    typed: TypedWords
    choices: Choices
    picks: Picks
    signs: SpelledSigns
    conversation: Conversation
    groups: GroupSettings
    pace: Pace
    pictures: Pictures
    password_guard: PasswordGuard
    live_check: LiveCheck
    check_words: LiveCheckWords
    maintainers: frozenset[int]
    """Telegram user ids of those who run the bot."""
    statistics: Statistics
    unanswered: Unanswered

    @property
    def content(self) -> Content:
        """What the bot knows."""
        return self.assistant.content

    def word(self, key: str, language: str, **slots: object) -> str:
        """Give one of the bot's own words."""
        return self.content.word(key, language, **slots)

    def install(self, application: App) -> None:
        """Make them available to all handlers of an application."""
        application.bot_data[_KEY] = self


def services(context: Context) -> Services:
    """Give the bot's parts; an update keeps those it began with, also when newer content is loaded meanwhile."""
    # PTB makes one context for each update.
    found = context.__dict__.setdefault(_KEY, context.bot_data[_KEY])
    if not isinstance(found, Services):
        raise TypeError("Services were not installed")
    return found


def installed(bot_data: dict[Any, Any]) -> Services:
    """Give the parts that the next update of an application will get."""
    found = bot_data[_KEY]
    if not isinstance(found, Services):
        raise TypeError("Services were not installed")
    return found
