"""Checks the files that stand beside the rest: words of single parts of the bot, and pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistake_words import MistakeWords
from assistant.knowledge.mistakes import did_you_mean
from assistant.knowledge.models.questions import QuestionFile
from assistant.knowledge.texts import TextRules, check_texts
from assistant.knowledge.translations import read_translated
from assistant.knowledge.validation import validated
from assistant.live_check import LiveCheckWords
from assistant.new_club.ask import Questions
from assistant.password_guard import PasswordWords
from assistant.pictures import Captions
from assistant.setup_files.export import made

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from assistant.knowledge.loaded import Loaded
    from assistant.knowledge.mistakes import Mistake
    from assistant.knowledge.yaml_reader import Document

BESIDE: dict[str, type[Any]] = {
    "passwords.yaml": PasswordWords,
    "live_check.yaml": LiveCheckWords,
    "pictures/captions.yaml": Captions,
    "mistakes.yaml": MistakeWords,
    "new_club.yaml": Questions,
}
"""Files that single parts of the bot read by themselves."""
_OPTIONAL = ("mistakes.yaml", "new_club.yaml")
_WITHOUT_MARKUP = ("mistakes.yaml", "new_club.yaml")
"""Both are told in the terminal, too, and name the marks that they speak of."""
_CAPTIONS = "pictures/captions.yaml"
_MAX_CAPTION = 1024
"""Bot API, sendPhoto."""


def read_beside(folder: Path) -> tuple[dict[str, Document], list[Mistake]]:
    """Read the files beside the rest.

    Returns:
        The files, and what is wrong with their form.
    """
    documents, mistakes = {}, []
    questions = sorted(file.relative_to(folder).as_posix() for file in folder.glob("questions/*.yaml"))
    for name, model in (BESIDE | dict.fromkeys(questions, QuestionFile)).items():
        if name in _OPTIONAL and not (folder / name).is_file():
            continue
        document, wrong = read_translated(folder, name)
        documents[name] = document
        # Where the file itself is wrong, a translation cannot fit it: first this file.
        own = [mistake for mistake in wrong if mistake.file == name] or validated(document, model)[1]
        mistakes += own or wrong
    return documents, mistakes


def beside_mistakes(documents: Mapping[str, Document], languages: tuple[str, ...], partial: tuple[str, ...]) -> list[Mistake]:
    """Check the texts of these files."""
    texts = {name: document for name, document in documents.items() if name not in _WITHOUT_MARKUP}
    found = check_texts(texts, TextRules(languages, partial))
    captions = documents[_CAPTIONS]
    for name, caption in (captions.data or {}).items():
        for language, text in caption.items():
            if len(text) > _MAX_CAPTION:
                what = f"The caption has {len(text)} characters; Telegram takes {_MAX_CAPTION}."
                found.append(captions.mistake((name, language), what, "Shorten it."))
    return found


def picture_mistakes(folder: Path, loaded: Loaded, captions: Document) -> Iterator[Mistake]:
    """Find pictures that are named but not there, and the other way round."""
    drawn = captions.data or {}
    for topic in loaded.content.topics.values():
        document = loaded.documents[f"topics/{topic.topic}.yaml"]
        if topic.picture and topic.picture not in drawn:
            what = f"There is no picture `{topic.picture}`."
            yield document.mistake(("picture",), what, did_you_mean(topic.picture, drawn) or f"Describe it in {_CAPTIONS}.")
    used = {topic.picture for topic in loaded.content.topics.values()}
    for name, caption in drawn.items():
        if name not in used:
            yield replace(
                captions.mistake((name,), f"No topic shows `{name}`.", "Delete it, or name it in a topic."), is_advice=True
            )
        for language in caption:
            file = f"pictures/{name}.{language}.png"
            if not (folder / file).is_file():
                yield captions.mistake((name, language), f"There is no {file}.", "Put the picture there, or delete this line.")


def note_mistakes(folder: Path, loaded: Loaded) -> list[Mistake]:
    """Find what is wrong with the notes that are exported together with the set-up files."""
    try:
        made(loaded.content.settings, loaded.content.club, folder / "export")
    except ContentError as error:
        return error.mistakes
    return []
