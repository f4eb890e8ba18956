"""Checks every text of the content: all languages there, references known, markup sound, values not written out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from assistant.knowledge import references
from assistant.knowledge.mistakes import Mistake, did_you_mean
from assistant.knowledge.models import Phrases, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.knowledge.models import Content
    from assistant.knowledge.yaml_reader import DataPath, Document

_FREE_SLOTS_IN = ("words/",)
"""Files whose texts have slots of their own, filled by the code."""


def check_texts(content: Content, documents: Mapping[str, Document]) -> list[Mistake]:
    """Check every text.

    Returns:
        All mistakes, none twice.
    """
    mistakes: list[Mistake] = []
    known = set(references.values(content, content.club.languages[0]))
    relative = {
        name for key in content.settings.protocols for name in references.protocol_values(content, key, content.club.languages[0])
    }
    relative |= {"protocol.name", "protocol.caution"}
    for file, path, text in _texts(content, documents):
        document = documents[file]
        for language in content.club.languages:
            if not text.root.get(language):
                what = f"The text in `{language}` is missing."
                mistakes.append(document.mistake((*path, language), what, f"Add a line `{language}: …` beside the others."))
        for language, written in text.root.items():
            where = (*path, language)
            if language not in content.languages:
                remedy = f"Languages of this content: {', '.join(content.languages)} (club.yaml)."
                mistakes.append(document.mistake(where, f"`{language}` is not a language of this content.", remedy))
            mistakes += _check_markup(document, where, written)
            if file.startswith(_FREE_SLOTS_IN):
                continue
            possible = known | relative if file.startswith(("guides/", "trouble/")) else known
            for name in references.unknown_in(written, dict.fromkeys(possible, "")):
                remedy = did_you_mean(name, possible)
                mistakes.append(document.mistake(where, f"`{{{name}}}` leads nowhere.", remedy))
    return mistakes


def _check_markup(document: Document, where: DataPath, written: str) -> Iterator[Mistake]:
    if written.count("**") % 2:
        yield document.mistake(where, "A `**` is not closed.", "Bold text is written `**so**`.")
    if written.count("`") % 2:
        yield document.mistake(where, "A ` is not closed.", "Values to type in are written `so`.")
    if len(written) > 3000:
        yield document.mistake(
            where, f"The text has {len(written)} characters.", "At most 3,000 fit into one message with room to spare."
        )


def _texts(content: Content, documents: Mapping[str, Document]) -> Iterator[tuple[str, DataPath, Text]]:
    yield from _inside(content.club, "club.yaml", ())
    yield from _inside(content.settings, "settings.yaml", ())
    yield from _inside(content.statements, "protocols.yaml", ())
    for index, command in enumerate(content.commands):
        yield from _inside(command, "commands.yaml", ("commands", index))
    for kind, things in (("topics", content.topics), ("guides", content.guides), ("trouble", content.trouble)):
        for name, thing in things.items():
            yield from _inside(thing, f"{kind}/{name}.yaml", ())
    for name, step in content.shared_steps.items():
        yield from _inside(step, "guides/shared.yaml", ("shared", name))
    for file, document in documents.items():
        if file.startswith("words/") and isinstance(document.data, dict):
            for key in document.data:
                yield file, (key,), content.words.root[key]


def _inside(thing: Any, file: str, path: DataPath) -> Iterator[tuple[str, DataPath, Text]]:
    if isinstance(thing, Text):
        yield file, path, thing
    elif isinstance(thing, Phrases):
        return
    elif isinstance(thing, BaseModel):
        for name in type(thing).model_fields:
            yield from _inside(getattr(thing, name), file, (*path, name))
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from _inside(value, file, (*path, key))
    elif isinstance(thing, tuple):
        for index, value in enumerate(thing):
            yield from _inside(value, file, (*path, index))
