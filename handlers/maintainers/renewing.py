"""Makes the parts of the running bot anew from content that has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.knowledge.load import read_content
from assistant.knowledge.mistakes import ContentError
from assistant.prepared import prepare
from assistant.preparing import made_around
from handlers.screens_check import screen_mistakes

if TYPE_CHECKING:
    from pathlib import Path

    from handlers.services import Services


def renewed(parts: Services, folder: Path) -> Services:
    """Give the parts as the folder has them now, built whole.

    Raises:
        ContentError: there are mistakes.
    """
    loaded = read_content(folder)
    mistakes = [mistake for mistake in screen_mistakes(loaded) if not mistake.is_advice]
    if mistakes:
        raise ContentError(mistakes)
    cache = parts.assistant.cache
    return replace(parts, **vars(prepare(folder, cache) if cache else made_around(Assistant(loaded.content), folder)))
