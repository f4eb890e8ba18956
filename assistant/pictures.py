"""The content's pictures: a PNG for each language, with a caption that also is the alternative text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.knowledge.models.base import Name, Rooted, Text

if TYPE_CHECKING:
    from pathlib import Path

CAPTIONS = "pictures/captions.yaml"


class Captions(Rooted):
    """The captions of `pictures/captions.yaml`, by the picture's name."""

    root: dict[Name, Text]


@dataclass(frozen=True)
class Picture:
    """One picture in one language."""

    file: Path
    """A PNG."""
    caption: str
    """What is to be seen, for whoever does not see it."""


class Pictures:
    """The pictures of a content folder."""

    def __init__(self, folder: Path, captions: Captions) -> None:
        """Put captions and pictures together.

        Args:
            folder: The content folder.
            captions: Those of `CAPTIONS` there.
        """
        self._folder = folder
        self._captions = captions.root

    def get(self, name: str, language: str) -> Picture | None:
        """Give a picture in `language`, else in the first language it is drawn in; None where there is none."""
        caption = self._captions.get(name)
        if caption is None:
            return None
        for drawn in (language, *caption.root):
            file = self._folder / "pictures" / f"{name}.{drawn}.png"
            if drawn in caption.root and file.is_file():
                return Picture(file, caption.get(drawn))
        return None
