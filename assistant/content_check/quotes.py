"""Finds quotation marks that were meant for YAML and are none for it, and texts without any that a ` #` cuts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.yaml_reader import DataPath

_OPENING, _CLOSING = "„“”‚»«", '“”"’«»'
_STRAIGHT = '"'
_BEFORE_VALUES = (":", "-", ",", "{", "[")


def quote_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give advice for each text that stands in typographic quotation marks as a whole, or has a straight one too many."""
    for document in loaded.documents.values():
        for path, text in _texts(document.data, ()):
            if what := _what(text):
                mistake = document.mistake(path, what, 'Put the text between `"` and `"`.', text)
                if _begins_plainly(mistake):  # else they are meant to be seen
                    yield replace(mistake, is_advice=True)


def cut_mistakes(loaded: Loaded) -> Iterator[Mistake]:
    """Give advice for each text without quotation marks behind which a comment stands: it may be the rest of the text."""
    what, remedy = "Behind ` #` nobody sees what stands there.", 'If it belongs to the text, put that in quotes: "…".'
    club = loaded.content.club
    languages = {*club.languages, *club.partial_languages}
    for document in loaded.documents.values():
        for path, text in _texts(document.data, ()):
            if not languages.isdisjoint(map(str, path)):
                mistake = document.mistake(path, what, remedy, text)
                after = mistake.excerpt[mistake.column - 1 + len(text) :]
                if _begins_plainly(mistake) and after.startswith(" ") and after.lstrip().startswith("#"):
                    yield replace(mistake, is_advice=True)


def _begins_plainly(mistake: Mistake) -> bool:
    """Tell whether a text stands on the line of its name, and between no quotation marks of YAML's own."""
    return mistake.excerpt[: mistake.column - 1].rstrip().endswith(_BEFORE_VALUES)


def _what(text: str) -> str:
    text = text.strip()
    inside = text[1:-1]
    if text[:1] in _OPENING and text[-1:] in _CLOSING and inside and not set(inside) & set(_OPENING + _CLOSING):
        return f"`{text[0]}` and `{text[-1]}` are no quotation marks for YAML: members see them."
    if text.endswith(_STRAIGHT) and text.count(_STRAIGHT) == 1:
        return f"Members see the `{_STRAIGHT}` at the end of this text."
    return ""


def _texts(data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*path, key))
