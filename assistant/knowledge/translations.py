"""Further languages in folders of their own: `languages/fr/topics/difference.yaml` adds French to `topics/difference.yaml`.

A translation has the entries of the file it translates, with the text itself where that file has one text per language:

    title: "Différence POP3/IMAP"       # beside  title: {de: "Unterschied …", en: "Difference …"}
    answer:
      any: "POP3 …"

Lists keep their order; what is left out stays untranslated, and so does a list of which the file has more or fewer entries
(`check` tells how much is translated). So somebody who translates opens one folder and no other.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from assistant.knowledge.mistakes import Mistake, nearest
from assistant.knowledge.yaml_reader import DataPath, Document, read_yaml

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

FOLDER = "languages"


def translated_files(folder: Path, name: str) -> list[tuple[str, str]]:
    """Give language and name of every translation of a file, both relative to the content folder."""
    languages = sorted(path.name for path in (folder / FOLDER).glob("*"))
    files = [(language, f"{FOLDER}/{language}/{name}") for language in languages]
    # A link that leads nowhere is a file all the same: whoever reads it tells so.
    return [(language, file) for language, file in files if os.path.lexists(folder / file)]


def read_translated(folder: Path, name: str) -> tuple[Document, list[Mistake]]:
    """Read a file of the content with its translations put beside its own texts.

    Args:
        folder: The content folder.
        name: The file, relative to it.

    Returns:
        The document and all mistakes of form, as `read_yaml` gives them; those in a translation have that file's place.
    """
    document, mistakes = read_yaml(folder / name, name)
    if document.data is None:
        return document, mistakes
    for language, file in translated_files(folder, name):
        translation, found = read_yaml(folder / file, file)
        mistakes += found
        mistakes += _Adding(document, translation, language).add(document.data, translation.data, ())
    return document, mistakes


def translated_languages(folder: Path) -> set[str]:
    """Give the languages of which there is a file of translations."""
    return {file.relative_to(folder / FOLDER).parts[0] for file in _files(folder)}


def stray_translations(folder: Path) -> list[Mistake]:
    """Find the translations of files that do not exist."""
    named = [(file.relative_to(folder).as_posix(), file.relative_to(folder / FOLDER).parts[1:]) for file in _files(folder)]
    remedy = "Delete it too, or name it as the file that it translates."
    return [
        Mistake(file, 0, 0, f"There is no {'/'.join(parts)} to be translated.", remedy)
        for file, parts in named
        if not folder.joinpath(*parts).is_file()
    ]


def empty_translations(folder: Path) -> list[Mistake]:
    """Give advice for the translations that are there and say nothing."""
    read = [read_yaml(file, file.relative_to(folder).as_posix()) for file in _files(folder)]
    remedy = "Write the translation into it, or delete it."
    return [
        Mistake(document.file, 1, 1, "The file is empty.", remedy, is_advice=True)
        for document, mistakes in read
        if document.data is None and not mistakes
    ]


def _files(folder: Path) -> list[Path]:
    """Give all files of translations."""
    return sorted((folder / FOLDER).glob("*/**/*.yaml"))


def without_stray(mistakes: Collection[Mistake]) -> list[Mistake]:
    """Leave out the translations of files that are told to be wrong themselves: first these."""
    told = {mistake.file for mistake in mistakes}
    return [
        one for one in mistakes if not (one.line == 0 and one.file.startswith(f"{FOLDER}/") and one.file.split("/", 2)[2] in told)
    ]


class _Adding:
    """Adds one translation to one document."""

    def __init__(self, document: Document, translation: Document, language: str) -> None:
        self._document, self._translation, self._language = document, translation, language

    def add(self, here: Any, translated: Any, path: DataPath) -> list[Mistake]:
        if translated is None:
            return []
        if isinstance(translated, dict) and isinstance(here, dict):
            return [mistake for key in translated for mistake in self._entry(here, key, translated, path)]
        if isinstance(translated, list) and isinstance(here, list):
            return self._list(here, translated, path)
        if isinstance(here, dict) and isinstance(translated, str | list):
            here[self._language] = translated
            self._document.elsewhere[*path, self._language] = self._translation, path
            return []
        what = "There is no text in several languages here, so nothing can be translated."
        return [self._translation.mistake(path, what, f"See {self._document.file}.")]

    def _entry(self, here: dict[str, Any], key: str, siblings: dict[str, Any], path: DataPath) -> list[Mistake]:
        if key not in here:
            # Only what can still be meant: `more`, which was left out there, is no slip for `source`.
            possible = [name for name in here if name not in siblings and not isinstance(here[name], str)]
            near = nearest(key, possible)
            remedy = f"Did you mean `{near}`?" if near else "Delete it here, or add it there."
            return [self._translation.mistake((*path, key), f"`{key}` is not an entry of {self._document.file}.", remedy)]
        return self.add(here[key], siblings[key], (*path, key))

    def _list(self, here: list[Any], translated: list[Any], path: DataPath) -> list[Mistake]:
        if all(isinstance(entry, str) for entry in (*here, *translated)):
            here += translated  # such as the error texts of programs: one list for all languages
            return []
        if len(translated) != len(here):
            # Somebody added or took away an entry, and need not know this language: the list is as if it were not translated.
            return []
        pairs = enumerate(zip(here, translated, strict=True))
        return [mistake for index, (own, other) in pairs for mistake in self.add(own, other, (*path, index))]
