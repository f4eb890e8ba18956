"""Asks the bot every example of the content: does it answer what the example stands for?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.intent import trouble_label
from assistant.trouble import START_TREE
from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assistant.assistant import Assistant
    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.base import Phrases
    from assistant.knowledge.yaml_reader import DataPath, Document

_NOT_OURS = "none"
"""The examples of what the bot must stay silent to."""


@dataclass(frozen=True)
class Example:
    """One example question and what it stands for."""

    text: str
    label: str
    """A topic, an aspect of the settings, `setup`, `trouble:<tree>`, or `none`."""
    language: str
    file: str
    path: DataPath


@dataclass(frozen=True)
class Asked:
    """An example, and what the bot made of it."""

    example: Example
    is_hit: bool
    answered: str
    """What was answered instead, for a person to read."""
    language: str = ""
    """The language it is written in, where that is another one than it stands under."""


def all_examples(loaded: Loaded) -> list[Example]:
    """Give all examples of topics, troubles and the vocabulary, with their places."""
    content = loaded.content
    found = [
        example
        for topic in content.topics.values()
        for example in _of(topic.examples, topic.topic, f"topics/{topic.topic}.yaml", ("examples",))
    ]
    for tree in content.trouble.values():
        found += _of(tree.examples, trouble_label(tree.trouble), f"trouble/{tree.trouble}.yaml", ("examples",))
    file = _file_with(loaded.documents, "examples")
    for label, phrases in content.vocabulary.examples.root.items():
        found += _of(phrases, label, file, ("examples", label))
    if content.vocabulary.talk.root:
        found += _of(content.vocabulary.talk, _NOT_OURS, _file_with(loaded.documents, "talk"), ("talk",))
    return found


def _file_with(documents: Mapping[str, Document], key: str) -> str:
    return next(file for file, document in documents.items() if file.startswith("vocabulary/") and key in document.data)


def _of(phrases: Phrases, label: str, file: str, path: DataPath) -> Iterator[Example]:
    for language, texts in phrases.root.items():
        for index, text in enumerate(texts):
            yield Example(text, label, language, file, (*path, language, index))


def ask_all(assistant: Assistant, examples: Sequence[Example]) -> list[Asked]:
    """Ask every example as a member would in a private chat; what is not for the bot, as in a group."""
    asked, partial = [], assistant.content.club.partial_languages
    for example in examples:
        is_ours = example.label != _NOT_OURS
        reply = assistant.ask(example.text, client_language=example.language, addressed=is_ours)
        labels = [intent.aspect or intent.topic for intent in reply.intents] if reply.answered else []
        is_hit = example.label in labels if is_ours else not reply.answered
        is_elsewhere = is_ours and reply.language != example.language and example.language not in partial
        answered = " and ".join(f"`{label}`" for label in labels)
        asked.append(Asked(example, is_hit, answered, reply.language if is_elsewhere else ""))
    return asked


def example_mistakes(asked: Sequence[Asked], documents: Mapping[str, Document]) -> list[Mistake]:
    """Tell which examples stand twice, which are answered with something else, and what no example leads to."""
    examples = [one.example for one in asked]
    found = [*_twice(examples, documents), *_unreached(asked, documents)]
    told = [(one, _elsewhere(one)) for one in asked if not one.is_hit]
    told += [(one, _of_another_language(one)) for one in asked if one.language]
    for one, what in told:
        mistake = documents[one.example.file].mistake(one.example.path, *what)
        found.append(replace(mistake, is_advice=True))
    return found


def _of_another_language(one: Asked) -> tuple[str, str]:
    what = f"This looks like the language `{one.language}`, but it stands under `{one.example.language}`."
    return what, f"If it is, move it to `{one.language}`."


def _elsewhere(one: Asked) -> tuple[str, str]:
    if one.example.label == _NOT_OURS:
        return f"In a group the bot would answer this with {one.answered}.", "Reword it, or delete it if that is right."
    if not one.answered:
        return "The bot is not sure enough to answer this.", "Add similar examples, or words to the vocabulary."
    what = f"The bot answers this with {one.answered}, not with `{one.example.label}`."
    return what, "Reword it, move it there, or add similar examples here."


def _twice(examples: Sequence[Example], documents: Mapping[str, Document]) -> Iterator[Mistake]:
    places: dict[tuple[str, ...], list[Example]] = defaultdict(list)
    for example in examples:
        places[tuple(words_of(example.text))].append(example)
    for first, *others in places.values():
        for other in others:
            line = documents[first.file].mistake(first.path, "").line
            what = f"The same example stands in {first.file}, line {line}"
            is_same = first.label == other.label
            remedy = "Delete one of the two." if is_same else "A question has one answer: delete one of the two."
            what += "." if is_same else f", for `{first.label}`."
            mistake = documents[other.file].mistake(other.path, what, remedy)
            yield replace(mistake, is_advice=is_same)


def _unreached(asked: Sequence[Asked], documents: Mapping[str, Document]) -> Iterator[Mistake]:
    hits: dict[tuple[str, str], int] = defaultdict(int)
    for file in documents:
        kind, _, name = file.removesuffix(".yaml").partition("/")
        if kind == "topics" or (kind == "trouble" and name != START_TREE):
            hits[trouble_label(name) if kind == "trouble" else name, file] = 0
    for one in asked:
        hits[one.example.label, one.example.file] += one.is_hit
    for (label, file), count in hits.items():
        if not count:
            what = f"No example leads to `{label}`: members cannot reach it by asking."
            yield documents[file].mistake(("examples",), what, "Add examples of how members ask for it.")
