"""The project's own questions, and that the check of them tells what it should."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

import pytest

from assistant.content_check import check_content
from assistant.content_check.questions import FOLDER, KNOWN_MISSES, QuestionsAsked, check_questions
from assistant.content_check.report import Format
from assistant.content_file import load_file
from assistant.guides import TypedWords
from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistake_words import MistakeTeller, MistakeWords
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.assistant import Assistant
    from assistant.knowledge.models.content import Content

RIGHT_IN_GROUP, WRONG_IN_GROUP = 0.75, 0.02


@pytest.fixture(scope="module")
def typed(content: Content) -> TypedWords:
    return TypedWords(content)


@pytest.fixture(scope="module")
def report(assistant: Assistant, typed: TypedWords) -> QuestionsAsked:
    return check_questions(assistant, typed, CONTENT_FOLDER)


class Asked(Protocol):
    def __call__(self, questions: str, known_misses: str = "") -> QuestionsAsked: ...


@pytest.fixture
def asked(assistant: Assistant, typed: TypedWords, tmp_path: Path) -> Asked:
    def ask(questions: str, known_misses: str = "") -> QuestionsAsked:
        (tmp_path / FOLDER).mkdir()
        (tmp_path / FOLDER / "own.yaml").write_text(questions, "utf-8")
        if known_misses:
            (tmp_path / KNOWN_MISSES).write_text(known_misses, "utf-8")
        return check_questions(assistant, typed, tmp_path)

    return ask


def test_every_question_is_understood_or_a_known_miss(report: QuestionsAsked) -> None:
    assert not report.mistakes, "\n".join(map(str, report.mistakes))
    assert report.asked > 900


def test_few_misses_are_known(report: QuestionsAsked) -> None:
    assert len(report.missed) <= 0.05 * report.asked


def test_unaddressed_questions_are_answered_rightly_or_not_at_all(report: QuestionsAsked) -> None:
    wanted = report.group["right"] + report.group["silent"]
    assert report.group["right"] >= RIGHT_IN_GROUP * wanted
    assert report.group["wrong"] <= WRONG_IN_GROUP * wanted


def test_a_question_that_is_misunderstood_is_reported_with_what_was_understood(asked: Asked) -> None:
    found = asked('questions: [{ask: "imap port zum senden", aspect: server}]')
    (mistake,) = found.mistakes
    assert (mistake.file, mistake.line) == ("questions/own.yaml", 1)
    assert mistake.what == "“imap port zum senden” is understood as `aspect: port, subject: imap, direction: outgoing`."


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (
            'questions: [{ask: "thunderbird einrichten", aspect: server}]',
            "„thunderbird einrichten“ wird verstanden als `topic: setup, program: thunderbird`. Stimmt das so, berichtige",
        ),
        ('questions: [{ask: "xyzzy", aspect: server}]', "Auf „xyzzy“ weiß der Bot keine Antwort."),
        ('dialogue: [{say: "weiter", intent: back}]', "„weiter“ wird gehalten für `next`."),
        ('dialogue: [{say: "xyzzy", intent: back}]', "„xyzzy“ wird nicht verstanden."),
        ('silent: ["Welcher Port ist bei IMAP der richtige?"]', "ungefragt geantwortet, als `aspect: port, subject: imap`."),
        ('questions: [{ask: "was ist exchange", topic: exchange}]', "In den Inhalten gibt es `exchange` nicht."),
    ],
)
def test_a_german_webmaster_reads_it_in_german(asked: Asked, questions: str, told: str) -> None:
    german = MistakeTeller(load_file(CONTENT_FOLDER, "mistakes.yaml", MistakeWords), "de")
    mistake = german.told(asked(questions).mistakes[0])
    assert told in f"{mistake.what} {mistake.remedy}"


def test_a_part_that_changes_the_answer_must_be_understood_too(asked: Asked) -> None:
    found = asked('questions: [{ask: "imap port zum senden", aspect: port, subject: imap}]')
    assert len(found.mistakes) == 1, "outgoing was read, the case says nothing of it"


def test_a_known_miss_that_works_is_reported(asked: Asked) -> None:
    questions = 'questions: [{ask: "imap port zum senden", aspect: port, subject: imap, direction: outgoing}]'
    found = asked(questions, 'misses: [{ask: "imap port zum senden", why: "hard"}]')
    (mistake,) = found.mistakes
    assert mistake.file == KNOWN_MISSES
    assert mistake.what == "“imap port zum senden” works by now, or is asked no more."


def test_a_known_miss_is_no_mistake(asked: Asked) -> None:
    questions = 'questions: [{ask: "imap port zum senden", aspect: server}]'
    found = asked(questions, 'misses: [{ask: "imap port zum senden", why: "hard"}]')
    assert not found.mistakes
    assert len(found.missed) == 1


def test_a_turn_of_a_dialogue_leans_on_those_before(asked: Asked) -> None:
    turns = '[{ask: "imap port zum senden", aspect: port, subject: imap, direction: outgoing}, {ask: "und pop?", aspect: server}]'
    found = asked(f"dialogues: [{{turns: {turns}}}]")
    assert list(found.missed) == ["imap port zum senden → und pop?"]


def test_talk_that_is_answered_is_reported(asked: Asked) -> None:
    found = asked('silent: ["Welcher Port ist bei IMAP der richtige?"]')
    assert found.mistakes[0].what.startswith("“Welcher Port ist bei IMAP der richtige?” is answered unasked")


def test_names_that_the_content_does_not_have_are_reported(asked: Asked) -> None:
    found = asked('questions: [{ask: "was ist exchange", topic: exchange}]')
    (mistake,) = found.mistakes
    assert mistake.what == "The content has no `exchange`."
    assert mistake.remedy.startswith("Delete this question")


def test_a_mistake_of_form_is_told_with_its_place(asked: Asked) -> None:
    with pytest.raises(ContentError, match=r"questions/own.yaml:1:"):
        asked("questions: [{aspect: port}]")


def test_a_content_without_questions_has_nothing_to_check(assistant: Assistant, typed: TypedWords, tmp_path: Path) -> None:
    assert check_questions(assistant, typed, tmp_path).asked == 0


def test_the_check_of_the_content_asks_the_questions(tmp_path: Path) -> None:
    folder = shutil.copytree(CONTENT_FOLDER, tmp_path / "content")
    (folder / FOLDER / "own.yaml").write_text('questions: [{ask: "imap port zum senden", aspect: server}]', "utf-8")
    settings = folder / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace("port: 993", "port: 939"), "utf-8")
    report = check_content(folder)
    files = [mistake.file for mistake in report.mistakes]
    assert files.index("settings.yaml") < files.index("questions/own.yaml"), "the cause first"
    assert not report.is_fine
    assert "“imap port zum senden” is understood as `aspect: port, subject: imap" in report.written(Format.TEXT)
