"""Where in the files an answer comes from: its sentences, its values, its topic, guide or tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.compose.topics import version
from assistant.intent import DIRECTIONS, PROTOCOLS
from assistant.knowledge.references import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.intent import Intent
    from assistant.knowledge.models.guides import Step
    from assistant.knowledge.yaml_reader import DataPath
    from desk.edition import Edition

_SETTINGS, _CLUB, _STATEMENTS = "settings.yaml", "club.yaml", "protocols.yaml"
_BY_CONNECTION = {"port": ("port",), "encryption": ("encryption",), "server": ("server",)}
_BELOW = (":", "|", "|-", ">", ">-")
"""Ends of lines whose text stands in the next one."""
_SENTENCE_WORDS = 3
"""The bot's own words from this length on are sentences of an answer, shorter ones parts of them."""


@dataclass(frozen=True)
class Source:
    """One place in a file."""

    file: str
    """Relative to the content folder."""
    line: int
    """Counted from 1; 0 when the whole file is meant."""
    column: int
    excerpt: str
    """The line as it stands there, with the one below where that holds its text."""

    @property
    def place(self) -> str:
        """The place as editors write it: `settings.yaml:10`."""
        return f"{self.file}:{self.line}" if self.line else self.file


def source(edition: Edition, file: str, path: DataPath = ()) -> Source:
    """Give the place of a part of the data, or of the nearest part above it that exists."""
    document = edition.documents.get(file)
    if document is None:
        return Source(file, 0, 0, "")
    found = document.mistake(path, "")
    excerpt = found.excerpt.strip()
    if excerpt.endswith(_BELOW) and found.file == file and found.line < len(document.lines):
        excerpt = f"{excerpt.rstrip('|>-: ')}: {document.lines[found.line].strip()}"
    return Source(found.file, found.line, found.column, excerpt)


def word_source(edition: Edition, key: str, language: str = "") -> Source:
    """Give the place of one of the bot's own words, of its text in a language if one is named."""
    for file, document in edition.documents.items():
        if file.startswith("words/") and isinstance(document.data, dict) and key in document.data:
            return source(edition, file, (key, language) if language else (key,))
    return Source("words/", 0, 0, "")


def command_source(edition: Edition, spelled: str) -> Source | None:
    """Give the place of a command or one of its other spellings; None where there is none."""
    for index, command in enumerate(edition.content.commands):
        if spelled in (command.command, *command.aliases):
            return source(edition, "commands.yaml", ("commands", index))
    return None


def step_source(edition: Edition, program: str, step: Step) -> Source:
    """Give the place of a step as a walk shows it: in its guide, or among the shared ones."""
    for name, shared in edition.content.shared_steps.items():
        if shared is step:
            return source(edition, "guides/shared.yaml", ("shared", name))
    steps = edition.content.guides[program].steps
    index = next((number for number, one in enumerate(steps) if one is step), 0)
    return source(edition, f"guides/{program}.yaml", ("steps", index))


def answer_sources(edition: Edition, intent: Intent, language: str) -> tuple[Source, ...]:
    """Give where the answer to an intent comes from, the most telling place first; none where there is no such answer."""
    if intent.aspect:
        found = [*_values(edition, intent), *_sentences(edition, intent, language)]
    elif intent.topic == "setup":
        guide = intent.program if intent.program in edition.content.guides else ""
        found = [source(edition, f"guides/{guide}.yaml") if guide else word_source(edition, "guide_choose_program")]
    elif intent.tree:
        tree = edition.content.trouble.get(intent.tree)
        found = [source(edition, f"trouble/{tree.trouble}.yaml", ("nodes", tree.start))] if tree else []
    else:
        found = list(_topic(edition, intent, language))
    return tuple(dict.fromkeys(found))


def _topic(edition: Edition, intent: Intent, language: str) -> Iterator[Source]:
    topic = edition.content.topics.get(intent.topic)
    text = version(topic, intent.subject) if topic else None
    if topic is None or text is None:
        return
    name = next(name for name in ("any", *PROTOCOLS) if getattr(topic.answer, name) is text)
    yield source(edition, f"topics/{topic.topic}.yaml", ("answer", name, language))
    yield from _references(edition, text.get(language), language)


def _values(edition: Edition, intent: Intent) -> Iterator[Source]:
    """Give the places of the values that a look-up shows."""
    protocols = edition.content.settings.protocols
    names = [intent.subject] if intent.subject in protocols else list(protocols)
    if intent.aspect == "settings":
        for name in names:
            yield source(edition, _SETTINGS, ("protocols", name))
    for name in names if intent.aspect in _BY_CONNECTION else ():
        for direction in [intent.direction] if intent.direction in DIRECTIONS else DIRECTIONS:
            path = ("protocols", name, direction, *_BY_CONNECTION[intent.aspect])
            has_own = intent.aspect != "server" or getattr(protocols[name], direction).server
            yield source(edition, _SETTINGS, path if has_own else ("mail_server",))


def _sentences(edition: Edition, intent: Intent, language: str) -> Iterator[Source]:
    """Give the places of the bot's own sentences in an answer, found by composing it once and listening which are taken."""
    answer, keys = edition.listening.answer(intent, language)
    labels = {action.label for action in answer.actions} | {value.label for value in answer.values}
    for key in keys:
        text = edition.content.words.root[key].get(language)
        if text not in labels and len(text.split()) >= _SENTENCE_WORDS:
            yield word_source(edition, key, language)
            yield from _references(edition, text, language)


def _references(edition: Edition, text: str, language: str) -> Iterator[Source]:
    """Give the places of what a text refers to: `{account.username}`."""
    protocols = edition.content.settings.protocols
    for name in REFERENCE.findall(text):
        first, *rest = name.split(".")
        if first in protocols and rest and rest[0] in ("summary", "notes", "advantages", "disadvantages"):
            yield source(edition, _STATEMENTS, ("protocols", first, *rest, language))
        elif first in protocols:
            yield source(edition, _SETTINGS, ("protocols", first, *rest))
        elif first in ("account", "mail_server"):
            yield source(edition, _SETTINGS, (first, *rest, language))
        elif first == "club" and rest:
            file = _CLUB if hasattr(edition.content.club, rest[0]) else _STATEMENTS
            yield source(edition, file, (*rest, language))
