"""Composes an answer and tells which of the bot's own words it took, so that each sentence can be traced to its line."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from assistant.compose.lookups import Lookups
from assistant.knowledge.models.content import Content
from assistant.knowledge.references import values_told

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.intent import Intent


class _Heard(Content):
    """A content that notes which of the bot's own words are asked for."""

    keys: list[str] = field(default_factory=list, compare=False)

    def word(self, key: str, language: str, **slots: object) -> str:
        self.keys.append(key)
        return super().word(key, language, **slots)

    def take(self) -> tuple[str, ...]:
        """Give the words asked for since the last time, each once, in their order."""
        keys = tuple(dict.fromkeys(self.keys))
        self.keys.clear()
        return keys


class Listening:
    """Answers look-ups of one content and listens."""

    def __init__(self, content: Content) -> None:
        self._content = _Heard(**vars(content))
        self._lookups = Lookups(self._content, values_told(self._content))

    def answer(self, intent: Intent, language: str) -> tuple[Answer, tuple[str, ...]]:
        """Give the answer, and the keys of the words it took."""
        self._content.take()
        return self._lookups.answer(intent, language), self._content.take()
