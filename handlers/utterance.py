"""What somebody wrote in a private chat: understood where that is asked for, and only once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from handlers.of_update import client_language
from handlers.services import services

if TYPE_CHECKING:
    from telegram import Update

    from assistant.assistant import Reply
    from assistant.guides import Typed
    from handlers.conversation import Recalled
    from handlers.services import Context, Services

_GOES = frozenset({"cancel", "restart", "works", "done", "finish", "start", "next", "back"})
"""What leaves the page: for another one, for the end of the guide, or for good."""


@dataclass(frozen=True)
class Utterance:
    """What somebody wrote, and what is remembered of them."""

    update: Update
    context: Context
    text: str
    recalled: Recalled

    @property
    def parts(self) -> Services:
        """The bot's parts."""
        return services(self.context)

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @cached_property
    def meant(self) -> Typed | None:
        """What it means in a guide.

        Who asks leaves, turns pages, ends or begins anew only with words for that: 'kann ich abbrechen', but not 'darf ich das
        leer lassen' or 'will my laptop see them too', and who asks what if does none of it: 'was ist, wenn ich mich vertippe'.
        Nor does who misses something on the page, without such words. Who says that they want to go back does, whatever they say
        it is for.
        """
        typed = self.parts.typed
        meant = (None if "?" in self.text else typed.goes_back(self.text)) or typed.understand(self.text)
        if meant is not None and meant.intent == "back" and not meant.is_exact and self.parts.choices.has(self.text, "came_back"):
            return None  # 'die Testmail kommt zurück'
        if meant is None or meant.is_exact or meant.intent not in _GOES or not (self.asks or self._misses_a_thing):
            return meant
        return None if self.asks_what_if or not typed.holds(self.text, meant.intent) else meant

    @property
    def _misses_a_thing(self) -> bool:
        """Whether it says that something is not to be found: 'I do not see other'."""
        choices = self.parts.choices
        return choices.has(self.text, "missed") and choices.has(self.text, "denied")

    @property
    def asks(self) -> bool:
        """Whether it has a question mark, or begins as a question does."""
        return "?" in self.text or self.parts.choices.begins(self.text, "asks") or self.asks_what_if

    @property
    def asks_what_if(self) -> bool:
        """Whether it asks what happens if something is done, and does not do it: 'was wenn ich mich vertippe?'."""
        return self.parts.choices.begins(self.text.replace("?", ""), "what_if")

    @cached_property
    def reply(self) -> Reply:
        """What the assistant has to say to it."""
        return self.parts.assistant.ask(self.text, client_language=client_language(self.update), memory=self.recalled.last)

    def means(self, *intents: str, least: float = 0.0) -> bool:
        """Whether it means one of these in a guide, and how sure that must be at least."""
        return self.meant is not None and self.meant.intent in intents and self.meant.score >= least
