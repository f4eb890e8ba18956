"""Every answer of the content, in all its languages, as members see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.intent import ASPECTS, Intent
from desk.screens import as_json, asked
from desk.sources import answer_sources, command_source, word_source
from handlers.menu import help_shown, menu
from handlers.render import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.edition import Edition
    from desk.screens import Json
    from desk.sources import Source
    from handlers.render import Shown

_BY_DIRECTION = ("port", "server", "encryption")
_BY_PROTOCOL = (*_BY_DIRECTION, "settings")
_DIRECTIONS = ("", "incoming", "outgoing")
_HIDDEN_ASPECTS = frozenset({"account_type", "delivery"})


def all_answers(edition: Edition) -> list[Json]:
    """Give the answers in groups: values, topics, screens, and the bot's own words.

    Returns:
        Per group its `name` and `entries`; per entry a `name`, a `title`, the `sources` and `shown` by language.
    """
    return [
        {"name": "values", "entries": [_entry(edition, intent) for intent in value_intents(edition)]},
        {"name": "topics", "entries": [_entry(edition, intent) for intent in topic_intents(edition)]},
        {"name": "screens", "entries": list(_screens(edition))},
        {"name": "words", "entries": list(_words(edition))},
    ]


def value_intents(edition: Edition) -> Iterator[Intent]:
    """Give every question for values that has an answer of its own."""
    for aspect in (name for name in ASPECTS if name not in _HIDDEN_ASPECTS):
        for subject in ("", *edition.content.settings.protocols) if aspect in _BY_PROTOCOL else ("",):
            for direction in _DIRECTIONS if aspect in _BY_DIRECTION else ("",):
                yield Intent(aspect=aspect, subject=subject, direction=direction)


def topic_intents(edition: Edition) -> Iterator[Intent]:
    """Give every topic in each of its versions."""
    for topic in sorted(edition.content.topics.values(), key=lambda one: one.topic):
        if topic.answer.any is not None:
            yield Intent(topic=topic.topic)
        for protocol in ("imap", "pop3"):
            if getattr(topic.answer, protocol) is not None:
                yield Intent(topic=topic.topic, subject=protocol)


def _entry(edition: Edition, intent: Intent) -> Json:
    first = edition.content.languages[0]
    by_language = {language: asked(edition, intent, language) for language in edition.content.languages}
    return _with_title(
        edition, intent.key, edition.topics.title(intent, first), answer_sources(edition, intent, first), by_language
    )


def _screens(edition: Edition) -> Iterator[Json]:
    content, languages = edition.content, edition.content.languages
    by_name = {
        "start_greeting": {language: menu(content, language, "start_greeting") for language in languages},
        "help_text": {language: help_shown(content, language) for language in languages},
    }
    for name, by_language in by_name.items():
        command = command_source(edition, name.partition("_")[0])
        sources = (word_source(edition, name), *([command] if command else []))
        yield _with_title(edition, name, f"/{name.partition('_')[0]}", sources, by_language)


def _words(edition: Edition) -> Iterator[Json]:
    """Give the bot's own words as they are shown, with the slots that the bot fills still open."""
    for key, text in edition.content.words.root.items():
        by_language = {language: shown([text.get(language)]) for language in edition.content.languages}
        yield _with_title(edition, key, key, (word_source(edition, key),), by_language)


def _with_title(edition: Edition, name: str, title: str, sources: tuple[Source, ...], by_language: dict[str, Shown]) -> Json:
    return {
        "name": name,
        "title": title,
        "sources": [one.place for one in sources],
        "shown": {language: as_json(edition, one, language) for language, one in by_language.items()},
    }
