"""What loading gives: the content with its places in the files, or all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.content import Content
    from assistant.knowledge.yaml_reader import Document


@dataclass(frozen=True)
class Loaded:
    """The content, and where in the files it stands."""

    content: Content
    documents: Mapping[str, Document]
    """File, relative to the content folder → its data with the places of every value."""


class ContentError(Exception):
    """The content has mistakes; nothing of it is used."""

    def __init__(self, mistakes: list[Mistake], draft: Loaded | None = None) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes
        self.draft = draft
        """What could be read all the same, to be shown to whoever mends it; None where it is no content at all."""
