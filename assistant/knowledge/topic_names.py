"""A topic is asked for by its name, too: its title and its file's name are words for it; a new one needs no vocabulary."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.models.base import Phrases
from assistant.knowledge.models.vocabulary import SlotWords, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.knowledge.models.topics import Topic

_CATCH_ALL = "not_given"
"""The topic of all that the club says nothing about: what has a topic of its own is none of it."""
_MOST_WORDS = 2
"""A longer title is a sentence or a list; nobody asks with it."""


def with_topic_names(vocabulary: Vocabulary, topics: Mapping[str, Topic], languages: tuple[str, ...]) -> Vocabulary:
    """Give the vocabulary with the names of those topics that have no words in it yet."""
    found = dict(vocabulary.topic.root)
    for name, topic in topics.items():
        if name in found or topic.small_talk:
            continue
        names = {language: tuple(dict.fromkeys(_names(topic, language))) for language in languages}
        found[name] = Phrases(names)
        if _CATCH_ALL in found:
            taken = {phrase for phrases in names.values() for phrase in phrases}
            kept = {one: tuple(p for p in phrases if p.lower() not in taken) for one, phrases in found[_CATCH_ALL].root.items()}
            found[_CATCH_ALL] = Phrases(kept)
    return replace(vocabulary, topic=SlotWords(found))


def _names(topic: Topic, language: str) -> Iterator[str]:
    for name in (topic.topic.replace("_", " "), topic.title.get(language).lower()):
        if len(name.split()) <= _MOST_WORDS and name.replace(" ", "").isalpha():
            yield name
