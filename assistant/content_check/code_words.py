"""Compares the words of the content with those that the program says: the rest is of no use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.knowledge.mistakes import did_you_mean
from assistant.knowledge.said import needed_words, said_by_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake


def word_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give the words that are of no use."""
    said, words = said_by_program(), loaded.content.words.root
    for file, document in loaded.documents.items():
        if not file.startswith("words/"):
            continue
        for key in document.data:
            if not said.mentions(key):
                what = f"Nothing says `{key}`."
                near = did_you_mean(key, needed_words() - words.keys())
                yield replace(document.mistake((key,), what, near or "Delete it."), is_advice=True)


def cue_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give the groups of small words that nothing looks for."""
    said = said_by_program()
    for file, document in loaded.documents.items():
        if file.startswith("vocabulary/"):
            for name in document.data.get("cue", {}):
                if not said.mentions(name):
                    yield replace(document.mistake(("cue", name), f"Nothing looks for `{name}`.", "Delete it."), is_advice=True)
