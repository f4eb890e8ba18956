"""Every answer of the content, in all its languages, as members see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, BY_DIRECTION, DIRECTIONS, PROTOCOLS, Intent
from desk.screens import as_json, asked
from desk.sources import answer_sources, command_source, word_source
from handlers.menu import help_shown, menu
from handlers.render import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desk.edition import Edition
    from desk.screens import Json
    from desk.sources import Source
    from handlers.render import Shown

_BY_PROTOCOL = (*BY_DIRECTION, "settings")
_DIRECTIONS = ("", *DIRECTIONS)
_HIDDEN_ASPECTS = frozenset({"account_type", "delivery"})


def all_answers(edition: Edition) -> list[Json]:
    """Give the answers in groups: values, topics, screens, and the bot's own words.

    Returns:
        Per group its `name` and `entries`; per entry its `name` and `in` each language `title`, `screen` and `sources`.
    """
    return [
        {"name": "values", "entries": [_answer(edition, intent) for intent in value_intents(edition)]},
        {"name": "topics", "entries": [_answer(edition, intent) for intent in topic_intents(edition)]},
        {"name": "screens", "entries": list(_screens(edition))},
        {"name": "words", "entries": [_word(edition, key) for key in edition.content.words.root]},
    ]


def value_intents(edition: Edition) -> Iterator[Intent]:
    """Give every question for values that has an answer of its own."""
    for aspect in (name for name in ASPECTS if name not in _HIDDEN_ASPECTS):
        for subject in ("", *edition.content.settings.protocols) if aspect in _BY_PROTOCOL else ("",):
            for direction in _DIRECTIONS if aspect in BY_DIRECTION else ("",):
                yield Intent(aspect=aspect, subject=subject, direction=direction)


def topic_intents(edition: Edition) -> Iterator[Intent]:
    """Give every topic in each of its versions."""
    for topic in sorted(edition.content.topics.values(), key=lambda one: one.topic):
        if topic.answer.any is not None:
            yield Intent(topic=topic.topic)
        for protocol in PROTOCOLS:
            if getattr(topic.answer, protocol) is not None:
                yield Intent(topic=topic.topic, subject=protocol)


def _answer(edition: Edition, intent: Intent) -> Json:
    def seen(language: str) -> _Seen:
        title = edition.topics.title(intent, language)
        return _Seen(title, asked(edition, intent, language), answer_sources(edition, intent, language))

    return _entry(edition, intent.key, seen)


def _screens(edition: Edition) -> Iterator[Json]:
    """Give what commands show that is no answer."""
    yield _screen(edition, "start", "start_greeting", lambda language: menu(edition.content, language, "start_greeting"))
    yield _screen(edition, "help", "help_text", lambda language: help_shown(edition.content, language))


def _screen(edition: Edition, command: str, key: str, show: Callable[[str], Shown]) -> Json:
    stands = command_source(edition, command)

    def seen(language: str) -> _Seen:
        return _Seen(f"/{command}", show(language), (word_source(edition, key, language), *([stands] if stands else [])))

    return _entry(edition, key, seen)


def _word(edition: Edition, key: str) -> Json:
    """Give one of the bot's own words as it is shown, with the slots that the bot fills still open."""
    text = edition.content.words.root[key]

    def seen(language: str) -> _Seen:
        return _Seen(key, shown([text.get(language)]), (word_source(edition, key, language),))

    return _entry(edition, key, seen)


@dataclass(frozen=True)
class _Seen:
    """An answer in one language."""

    title: str
    screen: Shown
    sources: tuple[Source, ...]


def _entry(edition: Edition, name: str, seen: Callable[[str], _Seen]) -> Json:
    by_language = {language: seen(language) for language in edition.content.languages}
    return {
        "name": name,
        "in": {
            language: {
                "title": one.title,
                "sources": [place.place for place in one.sources],
                "screen": as_json(edition, one.screen, language),
            }
            for language, one in by_language.items()
        },
    }
