"""The cases in a group that did not address the bot: answered rightly or not at all. Cool-downs are tested elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.guides import TypedWords
from assistant.knowledge.load import load_content
from tests.assistant.conftest import CONTENT_FOLDER
from tests.questions.cases import questions, rows

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

RIGHT, WRONG = 0.78, 0.02
UNDERSTOOD = 0.95


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(CONTENT_FOLDER)


@pytest.fixture(scope="module")
def assistant(content: Content) -> Assistant:
    return Assistant(content)


@pytest.mark.parametrize("name", ["questions_de.jsonl", "questions_en.jsonl", "mixed.jsonl"])
def test_unaddressed_questions_are_answered_rightly_or_not_at_all(assistant: Assistant, name: str) -> None:
    cases = questions(name)
    said = [(case, assistant.ask(case.text, client_language=case.language, addressed=False).answer) for case in cases]
    wrong = [case.text for case, answer in said if answer is not None and case.mistakes(answer.plain)]
    right = sum(answer is not None for _, answer in said) - len(wrong)
    assert right >= RIGHT * len(cases)
    assert len(wrong) <= WRONG * len(cases), wrong


@pytest.mark.parametrize("name", ["silent_de.jsonl", "silent_en.jsonl"])
def test_other_talk_is_left_alone(assistant: Assistant, name: str) -> None:
    assert not [row["text"] for row in rows(name) if assistant.ask(row["text"], addressed=False).answer]


def test_words_typed_in_a_guide_are_understood(content: Content) -> None:
    typed = TypedWords(content)
    cases = rows("dialogue_de.jsonl")
    meant = [(row, typed.understand(row["text"])) for row in cases]
    wrong = [row["text"] for row, one in meant if one is None or one.intent != row["intent"]]
    assert len(wrong) <= (1 - UNDERSTOOD) * len(cases), wrong


def test_words_typed_in_a_guide_ask_for_nothing_outside_one(assistant: Assistant) -> None:
    for row in rows("dialogue_de.jsonl"):
        if row["intent"] != "help":  # 'Was heißt SSL?' is a question everywhere
            reply = assistant.ask(row["text"], client_language="de")
            assert not reply.answered or all(intent.topic in {"setup", "thanks"} for intent in reply.intents), row["text"]
