"""Makes the parts of the bot that come from the content; `python -m assistant.preparing CONTENT CACHE` keeps them in a file."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import kept
from assistant.address import SpelledSigns
from assistant.assistant import Assistant
from assistant.choices import Choices
from assistant.extras import load_extras
from assistant.guides import TypedWords
from assistant.knowledge.load import load_content
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.snapshot import fingerprint
from assistant.picks import Picks
from assistant.prepared import Prepared, name_of

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content


def made_from(folder: Path, cache: Path | None) -> Prepared:
    """Make all parts.

    Raises:
        ContentError: with all mistakes of the content.
    """
    return made_around(load_content(folder), cache, folder)


def made_around(content: Content, cache: Path | None, folder: Path) -> Prepared:
    """Make all parts of a content that was loaded from a folder.

    Raises:
        ContentError: one of the files that only parts of the bot read has mistakes.
    """
    pictures, guard, check_words = load_extras(folder)
    assistant = Assistant(content, cache)
    typed = TypedWords(content, cache and cache / "typed", assistant.knows, assistant.forms)
    choices = Choices(content.vocabulary.choice, typed)
    signs = SpelledSigns.of(content.vocabulary.cue)
    return Prepared(assistant, typed, choices, Picks(content), signs, pictures, guard, check_words)


def keep(folder: Path, cache: Path) -> None:
    """Make all parts and keep them, unless something is saved meanwhile: then what was read may be half of it.

    Raises:
        ContentError: with all mistakes of the content.
    """
    state = fingerprint(folder)
    made = made_from(folder, cache)
    if fingerprint(folder) == state:
        kept.save(cache, name_of(state, folder, cache), made)


if __name__ == "__main__":
    with contextlib.suppress(ContentError):  # who waits for it tells the mistakes
        keep(Path(sys.argv[1]), Path(sys.argv[2]))
