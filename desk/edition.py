"""One state of the content folder: what was read, with the places of everything in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.compose.lookups import Lookups
from assistant.compose.topics import Topics
from assistant.extras import load_extras
from assistant.guides import TypedWords
from assistant.knowledge.load import read_content
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.references import values_told
from desk.listening import Listening
from handlers.screens_check import screen_mistakes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.yaml_reader import Document
    from assistant.password_guard import PasswordGuard
    from assistant.pictures import Pictures


@dataclass(frozen=True)
class Edition:
    """The content as it stood in the files at one moment. Composes answers at once; what understands is built apart."""

    content: Content
    documents: Mapping[str, Document]
    """File, relative to the content folder → its data with the places of every value."""
    pictures: Pictures
    guard: PasswordGuard

    @cached_property
    def lookups(self) -> Lookups:
        """What answers questions for values."""
        return Lookups(self.content, values_told(self.content))

    @cached_property
    def topics(self) -> Topics:
        """What answers everything else."""
        return Topics(self.content, values_told(self.content))

    @cached_property
    def listening(self) -> Listening:
        """What tells the words an answer takes."""
        return Listening(self.content)

    def typed(self, cache: Path) -> TypedWords:
        """Build what understands words typed in a guide; this takes a moment."""
        return TypedWords(self.content, cache / "typed")


@dataclass(frozen=True)
class Reading:
    """What came of reading the folder."""

    edition: Edition | None
    """None where the files cannot be read as content at all."""
    mistakes: tuple[Mistake, ...]
    """All of them; while there is one, the bot keeps what it has."""


def read_edition(folder: Path) -> Reading:
    """Read a content folder; mistakes are given back, not raised, because the desk is there to show them."""
    mistakes: list[Mistake] = []
    try:
        loaded: Loaded | None = read_content(folder)
    except ContentError as error:
        loaded, mistakes = error.draft, error.mistakes
    try:
        pictures, guard, _ = load_extras(folder)
    except ContentError as error:
        return Reading(None, (*mistakes, *error.mistakes))
    if loaded is None:
        return Reading(None, tuple(mistakes))
    mistakes = mistakes or [mistake for mistake in screen_mistakes(loaded) if not mistake.is_advice]
    return Reading(Edition(loaded.content, loaded.documents, pictures, guard), tuple(mistakes))
