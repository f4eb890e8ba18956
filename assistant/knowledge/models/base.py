"""What all content models share: names, texts and phrases per language, and that unknown keys are mistakes."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, RootModel, StringConstraints

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,23}$")]
"""A name used inside the content: lower-case letters, digits, `-` and `_`, at most 24 characters (it travels in buttons)."""
ProtocolName = Annotated[str, StringConstraints(pattern=r"^(imap|pop3)$")]
"""`imap` or `pop3`: the protocols that the bot can tell apart."""
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""A language code of ISO 639, as Telegram gives it in `language_code`."""


class Model(BaseModel):
    """Frozen, and unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Text(RootModel[dict[Language, str]]):
    """One text in every language of the content."""

    model_config = ConfigDict(frozen=True)

    def get(self, language: str) -> str:
        """Give the text in `language`, else in the first language it was written in."""
        return self.root.get(language) or next(iter(self.root.values()))


class Phrases(RootModel[dict[Language, tuple[str, ...]]]):
    """Words or example sentences per language."""

    model_config = ConfigDict(frozen=True)

    def all(self) -> tuple[str, ...]:
        """Give the phrases of all languages."""
        return tuple(phrase for phrases in self.root.values() for phrase in phrases)
