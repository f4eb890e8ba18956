"""The assistant: one object that answers, for every way of talking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.intent import Intent
    from assistant.knowledge import Content
    from assistant.understanding.explain import Explanation


@dataclass(frozen=True)
class Memory:
    """What was said last, so that 'und ausgehend?' is understood. Plain data without anything about the person."""

    intent: Intent
    language: str


@dataclass(frozen=True)
class Reply:
    """What comes back for a message."""

    answer: Answer | None
    """None: stay silent."""
    answered: bool
    """False when the answer only offers choices or says that it does not know."""
    intents: tuple[Intent, ...]
    """What was understood, likeliest first; several when the message asked several things."""
    language: str
    """The language of the answer."""
    score: float
    """How sure, 0 to 1."""
    memory: Memory | None
    """What to remember for the next message of the same person in the same chat, for ten minutes."""
    explanation: Explanation
    """Why: slots found, candidates and scores, decision and threshold."""


class Assistant:
    """Understands questions and composes answers from one content.

    Building it trains the topic classifier (well under a second); it is immutable and safe to share.
    """

    def __init__(self, content: Content) -> None:
        self.content = content

    def ask(
        self, text: str, *, client_language: str = "", memory: Memory | None = None, addressed: bool = True
    ) -> Reply:
        """Answer one message.

        Args:
            text: The message, any length; only a bounded part is read.
            client_language: The `language_code` of the member's client; used where the text tells none.
            memory: What this person asked last in this chat, if it was minutes ago.
            addressed: Whether the message was meant for the bot; if not, it answers only when sure.
        """
        raise NotImplementedError

    def answer(self, intent: Intent, language: str) -> Answer | None:
        """Answer an intent directly, for buttons and commands; None where its names no longer exist."""
        raise NotImplementedError

    def language_for(self, text: str, client_language: str, memory: Memory | None = None) -> str:
        """Give the language to answer in: that of the text, else of the client, else the club's first."""
        raise NotImplementedError
