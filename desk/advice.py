"""What could be better in the content: the whole check, as `bot.py check` does it, for the page."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.content_check.check import check_content
from assistant.extras import mistake_tellers
from handlers.profile.check import profile_mistakes
from handlers.screens_check import screen_mistakes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistake_words import MistakeTeller
    from assistant.knowledge.mistakes import Mistake
    from desk.screens import Json


def advice(folder: Path, cache: Path) -> Json:
    """Check a content folder; this asks every example and takes seconds.

    Returns:
        `mistakes` with all that was found, and `coverage` as a table in plain text for each language it can be told in,
        empty where the content cannot be read.
    """
    report, tellers = check_content(folder, cache, _shown), mistake_tellers(folder)
    return {
        "mistakes": [mistake_json(mistake, tellers) for mistake in report.mistakes],
        "coverage": {name: report.coverage.table(teller.sentence) for name, teller in tellers.items()} if report.coverage else {},
    }


def _shown(loaded: Loaded) -> list[Mistake]:
    return [*screen_mistakes(loaded), *profile_mistakes(loaded)]


def mistake_json(mistake: Mistake, tellers: Mapping[str, MistakeTeller]) -> Json:
    """Give a mistake for the page: `excerpt` without indent and of a long line only the part around `at`.

    `told` has what is wrong and the remedy in each language; outside of it they are in English.
    """
    excerpt, at = mistake.pointed()
    in_languages = ((name, teller.told(mistake)) for name, teller in tellers.items())
    told = {name: {"what": one.what, "remedy": one.remedy} for name, one in in_languages}
    return {**asdict(mistake), "excerpt": excerpt, "at": at, "told": told}
