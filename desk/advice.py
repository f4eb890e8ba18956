"""What could be better in the content: the whole check, as `bot.py check` does it, for the page."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.content_check.check import check_content
from handlers.profile.check import profile_mistakes
from handlers.screens_check import screen_mistakes

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.knowledge.load import Loaded
    from assistant.knowledge.mistakes import Mistake
    from desk.screens import Json


def advice(folder: Path, cache: Path) -> Json:
    """Check a content folder; this asks every example and takes seconds.

    Returns:
        `mistakes` with all that was found, and `coverage` as a table in plain text, empty where the content cannot be read.
    """
    report = check_content(folder, cache, _shown)
    return {
        "mistakes": [mistake_json(mistake) for mistake in report.mistakes],
        "coverage": str(report.coverage) if report.coverage else "",
    }


def _shown(loaded: Loaded) -> list[Mistake]:
    return [*screen_mistakes(loaded), *profile_mistakes(loaded)]


def mistake_json(mistake: Mistake) -> Json:
    """Give a mistake for the page: `excerpt` without indent and of a long line only the part around `at`."""
    excerpt, at = mistake.pointed()
    return {**asdict(mistake), "excerpt": excerpt, "at": at}
