"""Makes the parts of the bot that come from the content; `assistant.prepared` keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.extras import load_extras
from assistant.guides import TypedWords
from assistant.knowledge.load import load_content
from assistant.prepared import Prepared

if TYPE_CHECKING:
    from pathlib import Path


def made_from(folder: Path, cache: Path | None) -> Prepared:
    """Make all parts.

    Raises:
        ContentError: with all mistakes of the content.
    """
    return made_around(Assistant(load_content(folder), cache), folder)


def made_around(assistant: Assistant, folder: Path) -> Prepared:
    """Make the other parts for an assistant.

    Raises:
        ContentError: one of the files that only parts of the bot read has mistakes.
    """
    pictures, guard, check_words = load_extras(folder)
    typed = TypedWords(assistant.content, assistant.cache and assistant.cache / "typed")
    return Prepared(assistant, typed, pictures, guard, check_words)
