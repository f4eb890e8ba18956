"""Finds what is wrong with a content folder; `python -m handlers.maintainers.content_mistakes CONTENT` prints it as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.extras import load_extras
from assistant.knowledge.load import read_content
from assistant.knowledge.loaded import ContentError
from handlers.screens_check import screen_mistakes

if TYPE_CHECKING:
    from assistant.knowledge.mistakes import Mistake


def content_mistakes(folder: Path) -> list[Mistake]:
    """Give all mistakes for which changed content is not taken."""
    try:
        loaded = read_content(folder)
        load_extras(folder)
    except ContentError as error:
        return error.mistakes
    return [mistake for mistake in screen_mistakes(loaded) if not mistake.is_advice]


if __name__ == "__main__":
    print(json.dumps([asdict(mistake) for mistake in content_mistakes(Path(sys.argv[1]))]))
