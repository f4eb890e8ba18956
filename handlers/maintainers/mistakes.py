"""Shows mistakes of the content to a maintainer in the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.render import Shown, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.content import Content

_MOST = 5
_LONGEST_LINE = 120


def mistakes_shown(content: Content, mistakes: Sequence[Mistake], language: str) -> Shown:
    """Tell what is wrong and where; of many mistakes the first few."""
    paragraphs = [content.word("content_broken", language)]
    for mistake in mistakes[:_MOST]:
        place = content.word("content_mistake_place", language, file=mistake.file, line=mistake.line, column=mistake.column)
        lines = [place if mistake.line else f"**{mistake.file}**", f"{mistake.what} {mistake.remedy}".strip()]
        # Backticks would end the line's own markup.
        excerpt = mistake.pointed(_LONGEST_LINE)[0].replace("`", "'")
        paragraphs.append("\n".join([*lines, *([f"`{excerpt}`"] if excerpt else [])]))
    if len(mistakes) > _MOST:
        paragraphs.append(content.word("content_more_mistakes", language, count=len(mistakes) - _MOST))
    return shown(paragraphs)


def mended_shown(content: Content, language: str) -> Shown:
    """Tell that the content is good again."""
    return shown([content.word("content_mended", language)])
