"""Looks at the slots of texts, such as `{imap.incoming.port}`.

A translation that names other values than the text that it translates tells its readers something else, and backticks around a
value that brings its own are shown as they stand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.references import REFERENCE, protocol_values, values_told
from assistant.knowledge.texts import FREE_SLOTS_IN, texts_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.content import Content

_REMEDY = "Use the same slots in all languages."


def slot_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give the translations whose slots, such as `{imap.incoming.port}`, are not those of the first language."""
    first, *others = loaded.content.languages
    for document in loaded.documents.values():
        for path, text in texts_in(document.data, loaded.content.languages):
            meant = _slots(text.get(first, ""))
            for language in others:
                if language not in text or first not in text:
                    continue
                said = _slots(text[language])
                whats = [f"`{{{slot}}}` stands in the text in `{first}`, but not here." for slot in sorted(meant - said)]
                whats += [f"`{{{slot}}}` stands here, but not in the text in `{first}`." for slot in sorted(said - meant)]
                for what in whats:
                    yield replace(document.mistake((*path, language), what, _REMEDY), is_advice=True)


def _slots(text: str) -> set[str]:
    return set(REFERENCE.findall(text))


def backtick_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give the slots that stand between backticks although their values bring backticks: the inner ones would end the outer."""
    content = loaded.content
    as_code = {language: _as_code(content, language, told) for language, told in values_told(content).items()}
    for file, document in loaded.documents.items():
        for path, text in texts_in(document.data, content.languages):
            for language, written in text.items():
                for name in _between_backticks(written):
                    # A name without a point is the code's there, which fills in what has no backticks.
                    is_value = "." in name or not file.startswith(FREE_SLOTS_IN)
                    if is_value and name in as_code.get(language, ()):
                        what = f"`{{{name}}}` stands between backticks, but brings its own: members see them."
                        yield document.mistake((*path, language), what, "Delete those around it.", f"{{{name}}}")


def _as_code(content: Content, language: str, told: Mapping[str, str]) -> set[str]:
    """Give the names of the values with backticks; those that guides and troubles name without a protocol are among them."""
    of_protocols = (protocol_values(content, key, language) for key in content.settings.protocols)
    return {name for known in (told, *of_protocols) for name, value in known.items() if "`" in value}


def _between_backticks(text: str) -> set[str]:
    return {name for line in text.split("\n") for code in line.split("`")[1::2] for name in REFERENCE.findall(code)}
