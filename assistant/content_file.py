"""Loads one YAML file of the content that stands beside the rest and is needed by one part of the bot only."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.knowledge.load import ContentError
from assistant.knowledge.translations import read_translated

if TYPE_CHECKING:
    from pathlib import Path

_Model = TypeVar("_Model", bound=BaseModel)


def load_file(folder: Path, name: str, model: type[_Model]) -> _Model:
    """Load `name` below the content folder.

    Raises:
        ContentError: with all mistakes, each with file, line, column and what is wrong.
    """
    document, mistakes = read_translated(folder, name)
    if mistakes:
        raise ContentError(mistakes)
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        wrong = [document.mistake(tuple(one["loc"]), f"{one['msg']}.") for one in error.errors()]
        raise ContentError(sorted(wrong)) from None
