"""Titles and names stand on buttons and in lists everywhere: references in them are filled once, when the content is loaded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.models.base import Text
from assistant.knowledge.references import REFERENCE, fill, values_told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.knowledge.models.content import Content


def with_titles_filled(content: Content) -> Content:
    """Give the content with what its titles refer to in their place: 'Was heißt KfSB?'."""
    texts = [topic.title for topic in content.topics.values()]
    texts += [tree.title for tree in content.trouble.values()]
    texts += [guide.name for guide in content.guides.values()]
    if not any(REFERENCE.search(written) for text in texts for written in text.root.values()):
        return content
    told = values_told(content)
    return replace(
        content,
        topics={name: replace(topic, title=_filled(topic.title, told)) for name, topic in content.topics.items()},
        trouble={name: replace(tree, title=_filled(tree.title, told)) for name, tree in content.trouble.items()},
        guides={name: replace(guide, name=_filled(guide.name, told)) for name, guide in content.guides.items()},
    )


def _filled(text: Text, told: Mapping[str, Mapping[str, str]]) -> Text:
    """Fill a title in each of its languages, without the marks of a value: a button shows plain words only."""
    return Text({language: fill(written, told[language]).replace("`", "") for language, written in text.root.items()})
