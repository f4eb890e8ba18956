"""Loads one YAML file of the content that stands beside the rest and is needed by one part of the bot only."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from assistant.knowledge.loaded import ContentError
from assistant.knowledge.translations import read_translated
from assistant.knowledge.validation import validated

if TYPE_CHECKING:
    from pathlib import Path

_Model = TypeVar("_Model")


def load_file(folder: Path, name: str, model: type[_Model]) -> _Model:
    """Load `name` below the content folder.

    Raises:
        ContentError: with all mistakes, each with file, line, column and what is wrong.
    """
    document, mistakes = read_translated(folder, name)
    if mistakes:
        raise ContentError(mistakes)
    thing, mistakes = validated(document, model)
    if not isinstance(thing, model):
        raise ContentError(sorted(mistakes))
    return thing
