"""Loads a content folder into the models: whole, or not at all with every mistake at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.knowledge.club_names import settings_with_club, with_club_names
from assistant.knowledge.file_names import YAML
from assistant.knowledge.links import check_links
from assistant.knowledge.loaded import ContentError, Loaded
from assistant.knowledge.mistakes import Mistake
from assistant.knowledge.models.base import Model
from assistant.knowledge.models.club import Club, Settings
from assistant.knowledge.models.content import Content
from assistant.knowledge.models.guides import Guide, SharedSteps
from assistant.knowledge.models.statements import Statements
from assistant.knowledge.models.topics import Topic
from assistant.knowledge.models.trouble import Trouble
from assistant.knowledge.models.vocabulary import Vocabulary
from assistant.knowledge.models.words import Command, Words
from assistant.knowledge.own_ports import with_own_ports
from assistant.knowledge.readable import check_readable
from assistant.knowledge.said import missing_words
from assistant.knowledge.snapshot import fingerprint
from assistant.knowledge.texts import check_texts, rules_for
from assistant.knowledge.titles import with_titles_filled
from assistant.knowledge.topic_names import with_topic_names
from assistant.knowledge.translations import read_translated, stray_translations, translated_languages, without_stray
from assistant.knowledge.validation import name_possible, slips, told, validated
from assistant.knowledge.values import check_values
from assistant.knowledge.variants import check_variants
from assistant.knowledge.ways import check_ways
from assistant.knowledge.yaml_reader import Document


class Commands(Model):
    """The bot's commands (`commands.yaml`)."""

    commands: tuple[Command, ...]


_KINDS: dict[str, type[Any]] = {"topics": Topic, "guides": Guide, "trouble": Trouble}
"""Folders with one thing a file; the file's name is the thing's name."""
_SINGLE: dict[str, type[Any]] = {
    "club.yaml": Club,
    "settings.yaml": Settings,
    "protocols.yaml": Statements,
    "commands.yaml": Commands,
}


def load_content(folder: Path) -> Content:
    """Load the content folder.

    Args:
        folder: A folder laid out as the project's `content/`.

    Returns:
        The content, checked: every reference leads somewhere, every text is there in every language.

    Raises:
        ContentError: with all mistakes, each with file, line, column and remedy.
    """
    return read_content(folder).content


def read_content(folder: Path) -> Loaded:
    """Load the content folder together with the places of everything in it.

    Raises:
        ContentError: with all mistakes, each with file, line, column and remedy.
    """
    loader = _Loader(folder)
    try:
        return Loaded(loader.load(), loader.documents)
    except PermissionError as error:
        raise ContentError([_locked(folder, error)]) from None


def wrong_folder(folder: Path) -> Mistake | None:
    """Give what is told of a folder that is not there, or in which there is nothing of a content; of that no file is missing."""
    remedy = "Set CONTENT_DIR to the content's folder."
    if not folder.is_dir():
        return Mistake(str(folder), 0, 0, "There is no such folder.", remedy)
    try:
        is_content = any((folder / name).is_file() for name in _SINGLE) or any((folder / kind).is_dir() for kind in _KINDS)
    except PermissionError as error:
        return _locked(folder, error)
    return None if is_content else Mistake(str(folder), 0, 0, "In this folder there is no content of this bot.", remedy)


def _locked(folder: Path, error: PermissionError) -> Mistake:
    """Give what is told of a folder that the bot may not look into; the error names only what was sought there."""
    locked = Path(error.filename).parent
    shown_as = str(folder) if locked == folder else f"{locked.relative_to(folder).as_posix()}/"
    return Mistake(shown_as, 0, 0, f"The folder cannot be read: {error.strerror}.", "See that the bot may look into it.")


class _Loader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mistakes: list[Mistake] = []
        self.documents: dict[str, Document] = {}

    def load(self) -> Content:
        if mistake := wrong_folder(self.folder):
            raise ContentError([mistake])
        found = fingerprint(self.folder)
        parts: dict[str, Any] = {name: self._one(name, model) for name, model in _SINGLE.items()}
        named = {kind: self._folder(kind, model) for kind, model in _KINDS.items()}
        shared = self._one("guides/shared.yaml", SharedSteps)
        vocabulary = self._merged("vocabulary", Vocabulary)
        if vocabulary is not None and parts["club.yaml"] is not None:
            vocabulary = with_club_names(vocabulary, parts["club.yaml"])
            vocabulary = with_topic_names(vocabulary, named["topics"], parts["club.yaml"].languages)
        if vocabulary is not None and parts["settings.yaml"] is not None:
            vocabulary = with_own_ports(vocabulary, parts["settings.yaml"])
        self.mistakes += check_values(parts["club.yaml"], parts["settings.yaml"], self.documents)
        if parts["settings.yaml"] is not None and parts["club.yaml"] is not None:
            parts["settings.yaml"] = settings_with_club(parts["settings.yaml"], parts["club.yaml"])
        words = self._words()
        self.mistakes += stray_translations(self.folder)
        everything = {
            "club": parts["club.yaml"],
            "settings": parts["settings.yaml"],
            "statements": parts["protocols.yaml"],
            "topics": named["topics"],
            "words": words,
            "vocabulary": vocabulary,
            "commands": parts["commands.yaml"] and parts["commands.yaml"].commands,
            "guides": named["guides"],
            "shared_steps": shared and shared.shared,
            "trouble": named["trouble"],
            "asked_amid_guides": shared and shared.asked,
            "fingerprint": found,
        }
        # What is broken in one file hides nothing that is wrong in another.
        rules = rules_for(everything, self.documents)
        if rules is not None:
            self.mistakes += check_texts(self.documents, rules, translated_languages(self.folder))
        possible = rules and rules.references and {*rules.references, *rules.relative}
        self.mistakes += check_readable(vocabulary, named["trouble"], self.documents)
        self.mistakes += check_variants(vocabulary, self.documents)
        self.mistakes += check_links(everything, self.documents, possible or None)
        if shared is not None:
            self.mistakes += check_ways(Content(**everything), self.documents)
        if self.mistakes:
            whole = all(part is not None for part in everything.values())
            draft = Loaded(Content(**everything), self.documents) if whole else None
            raise ContentError(sorted(set(without_stray(self.mistakes))), draft)
        return with_titles_filled(Content(**everything))

    def _read(self, name: str) -> Document:
        document, mistakes = read_translated(self.folder, name)
        self.mistakes += mistakes
        self.documents[name] = document
        return document

    def _one(self, name: str, model: type[Any]) -> Any:
        before = len(self.mistakes)
        document = self._read(name)
        if document.data is None and self._is_told(name):
            return None
        thing, mistakes = validated(document, model)
        if any(mistake.file == name for mistake in mistakes):
            # Where a name is misspelt here, the right one in a translation would be told as wrong: first this file.
            self.mistakes[before:] = [mistake for mistake in self.mistakes[before:] if mistake.file == name]
        # A value that YAML reads otherwise than it is written fits no model, either: it is told once.
        told_already = {(mistake.file, mistake.line, mistake.column) for mistake in self.mistakes[before:]}
        self.mistakes += [one for one in mistakes if (one.file, one.line, one.column) not in told_already]
        return thing

    def _folder(self, kind: str, model: type[Any]) -> dict[str, Any]:
        things: dict[str, Any] = {}
        key = {"topics": "topic", "guides": "program", "trouble": "trouble"}[kind]
        for file in sorted((self.folder / kind).glob("*.yaml")):
            name = f"{kind}/{file.name}"
            if name == "guides/shared.yaml":
                continue
            thing = self._one(name, model)
            if thing is None:
                continue
            own_name = getattr(thing, key)
            if own_name != file.stem:
                self.mistakes.append(_misnamed(self.documents[name], file, key, own_name))
                continue
            things[own_name] = thing
        return things

    def _words(self) -> Words | None:
        """Give the bot's words: none where one may be missing, for whatever tells of a value needs them."""
        words: Words | None = self._merged("words", Words)
        missing = missing_words(words) if words is not None else []
        if not any(mistake.file.startswith("words/") for mistake in self.mistakes):  # else it stands in what cannot be read
            self.mistakes += missing
        return None if missing else words

    def _merged(self, kind: str, model: type[Any]) -> Any:
        """Join the files of a folder by their top-level keys, so that each file keeps one subject."""
        names = [f"{kind}/{file.name}" for file in sorted((self.folder / kind).glob("*.yaml"))]
        if not names:
            what = "There is no YAML file in this folder."
            self.mistakes.append(Mistake(f"{kind}/", 0, 0, what, "Take them from the project's content."))
            return None
        data: dict[str, Any] = {}
        origin: dict[str, str] = {}
        is_whole = True
        for name in names:
            entries = self._entries(name)
            is_whole = is_whole and entries is not None
            for key, value in (entries or {}).items():
                if key in data:
                    what = f"`{key}` stands in `{origin[key]}` too."
                    self.mistakes.append(self.documents[name].mistake((key,), what, "Delete or rename one of the two."))
                    continue
                data[key], origin[key] = value, name
        try:
            return TypeAdapter(model).validate_python(data)
        except ValidationError as error:
            for details in slips(error.errors(), model):
                first = str(details["loc"][0])
                if first in origin:
                    self.mistakes.append(told(self.documents[origin[first]], details, model))
                elif is_whole:  # else it may stand in the file that cannot be read
                    self.mistakes.append(told(Document(f"{kind}/", data), details, model))
            return None

    def _entries(self, name: str) -> dict[str, Any] | None:
        """Read a file that must have entries. Else it is not kept: whoever looks something up in its folder looks for them."""
        document = self._read(name)
        if isinstance(document.data, dict):
            return document.data
        # Empty is a mistake, too: so a file looks while an editor saves it, and the bot would lose what is in it.
        if not self._is_told(name):
            self.mistakes += validated(document, dict[str, Any])[1]
        del self.documents[name]
        return None

    def _is_told(self, name: str) -> bool:
        return any(mistake.file == name for mistake in self.mistakes)


def _misnamed(document: Document, file: Path, key: str, own_name: str) -> Mistake:
    """Tell a file that is called otherwise than the thing in it, most often a copy: `backup - Kopie.yaml`."""
    right = f"{own_name}{YAML}"
    if file.with_name(right).is_file():
        what = f"`{own_name}` stands in `{right}` too."
        remedy = f"Delete `{file.name}`, or give it a name of its own and write that behind `{key}:`, too."
        return document.mistake((key,), what, remedy)
    what = f"The file is called `{file.name}`, but `{key}` says `{own_name}`."
    is_possible = name_possible(file.stem) == file.stem
    return document.mistake((key,), what, "Make both the same." if is_possible else f"Call it {right}.")
