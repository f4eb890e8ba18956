"""Holds translations against the texts that they translate: one that names other values tells its readers something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.references import REFERENCE
from assistant.knowledge.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake

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
