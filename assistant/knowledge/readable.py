"""Finds what understanding cannot do without, or cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.models.trouble import Trouble
    from assistant.knowledge.models.vocabulary import Vocabulary
    from assistant.knowledge.yaml_reader import Document

_NEEDED = {"cue": ("common", "fillers", "function_words", "in_language"), "typed": ("next", "back")}
"""Words taken as lists, to tell languages and slips of the pen, and the least that can be told apart in a guide."""


def check_readable(
    vocabulary: Vocabulary | None, trees: Mapping[str, Trouble], documents: Mapping[str, Document]
) -> list[Mistake]:
    """Find lists of small words that are missing, and messages of programs in which the bot can read no word.

    Args:
        vocabulary: None where it is broken.
        trees: The trouble trees that are not broken.
        documents: All files.
    """
    return [*_missing(vocabulary, documents), *_unreadable(trees, documents)]


def _missing(vocabulary: Vocabulary | None, documents: Mapping[str, Document]) -> Iterator[Mistake]:
    if vocabulary is None:
        return
    for kind, needed in _NEEDED.items():
        document = next(found for file, found in documents.items() if file.startswith("vocabulary/") and kind in found.data)
        for one in needed:
            if one not in getattr(vocabulary, kind).root:
                name = f"{kind}.{one}"
                yield document.mistake((kind,), f"`{name}` is missing.", "Take it from the project's content.")


def _unreadable(trees: Mapping[str, Trouble], documents: Mapping[str, Document]) -> Iterator[Mistake]:
    for tree in trees.values():
        document = documents[f"trouble/{tree.trouble}.yaml"]
        for index, text in enumerate(tree.error_texts):
            if not words_of(text):
                what = f"In `{text}` there is no word that the bot can read."
                yield document.mistake(("error_texts", index), what, "Write it with the letters a to z, or delete it.")
