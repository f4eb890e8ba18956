"""What was said lately in private chats, and what answered it, so that an edited question has its answer corrected.

In this process only, and without a word of it: of the text there is a number that tells whether it was changed.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram import Message

_MOST = 200
"""Messages of all chats together."""


@dataclass
class Heard:
    """The last messages: chat and message → a number for the text (Python's `hash`), and the message that answered, or 0."""

    _rows: OrderedDict[tuple[int, int], tuple[int, int]] = field(default_factory=OrderedDict)

    def hear(self, message: Message, text: str) -> None:
        """Take note of what a message says now."""
        self._rows[_key(message)] = hash(text), self.answer_to(message)
        if len(self._rows) > _MOST:
            self._rows.popitem(last=False)

    def knows(self, message: Message) -> bool:
        """Whether it was heard lately."""
        return _key(message) in self._rows

    def is_changed(self, message: Message, text: str) -> bool:
        """Whether it says something else than before: Telegram tells of other changes, too (Bot API, Update.edited_message)."""
        return self._rows[_key(message)][0] != hash(text)

    def answer_to(self, message: Message) -> int:
        """Give the message that answered it and can be corrected, or 0."""
        return self._rows.get(_key(message), (0, 0))[1]

    def answered(self, message: Message, answer: int) -> None:
        """Take note of what answered a message, if it was heard."""
        key = _key(message)
        if key in self._rows:
            self._rows[key] = self._rows[key][0], answer


def _key(message: Message) -> tuple[int, int]:
    return message.chat_id, message.message_id
