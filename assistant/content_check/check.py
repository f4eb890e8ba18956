"""The whole check, in the order in which one thing makes the next possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.content_check.code_words import cue_mistakes, word_mistakes
from assistant.content_check.coverage import covered
from assistant.content_check.examples import all_examples, ask_all, example_mistakes
from assistant.content_check.files import beside_mistakes, note_mistakes, picture_mistakes, read_beside
from assistant.content_check.literals import literal_mistakes
from assistant.content_check.names import name_mistakes
from assistant.content_check.paths import path_mistakes
from assistant.content_check.ports import port_advice
from assistant.content_check.questions import check_questions
from assistant.content_check.quotes import cut_mistakes, quote_mistakes
from assistant.content_check.report import Report
from assistant.content_check.slots import backtick_mistakes, slot_mistakes
from assistant.content_check.unread import unread_files
from assistant.guides import TypedWords
from assistant.knowledge.load import read_content, wrong_folder
from assistant.knowledge.loaded import ContentError, Loaded
from assistant.knowledge.translations import empty_translations, without_stray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from assistant.knowledge.mistakes import Mistake


def check_content(
    folder: Path, cache: Path | None = None, further: Callable[[Loaded], Iterable[Mistake]] | None = None
) -> Report:
    """Check a content folder.

    Args:
        folder: The content.
        cache: A folder for the classifier's weights, which makes the next check faster.
        further: Finds what only whoever shows the content can find; called when all that the bot needs is there.
    """
    if mistake := wrong_folder(folder):
        return _report([mistake])
    beside, mistakes = read_beside(folder)
    try:
        loaded = read_content(folder)
    except ContentError as error:
        return _report(without_stray([*mistakes, *error.mistakes]))
    club, documents = loaded.content.club, {**loaded.documents, **beside}
    mistakes += [*unread_files(folder, documents), *note_mistakes(folder, loaded)]
    if not mistakes:
        mistakes += empty_translations(folder)
        mistakes += beside_mistakes(beside, club.languages, club.partial_languages)
        mistakes += picture_mistakes(folder, loaded, beside["pictures/captions.yaml"])
    mistakes += [
        *word_mistakes(loaded),
        *cue_mistakes(loaded),
        *literal_mistakes(loaded),
        *path_mistakes(loaded),
        *name_mistakes(loaded),
        *quote_mistakes(loaded),
        *cut_mistakes(loaded),
        *port_advice(loaded),
        *slot_mistakes(loaded),
        *backtick_mistakes(loaded),
    ]
    assistant = Assistant(loaded.content, cache)
    asked = ask_all(assistant, all_examples(loaded))
    mistakes += example_mistakes(asked, loaded.documents)
    mistakes += further(loaded) if further else ()
    try:
        questions = check_questions(assistant, TypedWords(loaded.content, cache and cache / "typed", assistant.knows), folder)
    except ContentError as error:
        return _report([*mistakes, *error.mistakes])
    # What is wrong with the content makes its questions fail: the cause stands before them.
    ordered = [*sorted(set(mistakes)), *sorted(set(questions.mistakes))]
    return Report(tuple(ordered), covered(loaded, asked), questions)


def _report(mistakes: Iterable[Mistake]) -> Report:
    return Report(tuple(sorted(set(mistakes))), None)
