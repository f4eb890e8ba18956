"""The webmaster adds a topic of their own: it is found by its name, without a word in the vocabulary."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.knowledge.load import load_content
from tests.assistant.conftest import CONTENT_FOLDER
from tests.telegram import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_EXAMPLE = re.compile(
    r"```yaml\n(# yaml-language-server: \$schema=\.\./schema/topic\.json\ntopic: newsletter\n.*?)```", re.DOTALL
)


@pytest.fixture(scope="module")
def newsletter(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The bot with the page's example as it is printed."""
    folder: Path = tmp_path_factory.mktemp("newsletter") / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    example = _EXAMPLE.search((ROOT / "docs" / "webmaster.de.md").read_text("utf-8"))
    assert example
    (folder / "topics" / "newsletter.yaml").write_text(example[1], "utf-8")
    return Assistant(load_content(folder))


@pytest.mark.parametrize(
    "asked",
    [
        "newsletter",
        "Newsletter?",
        "Rundbrief",
        "Ich möchte den Newsletter abbestellen",
        "wie melde ich mich vom newsletter ab",
        "wann kommt der nächste rundbrief?",
        "i want to unsubscribe from the newsletter",
    ],
)
def test_the_example_of_the_page_answers(newsletter: Assistant, asked: str) -> None:
    reply = newsletter.ask(asked)
    assert [intent.topic for intent in reply.intents] == ["newsletter"]
    assert reply.answer is not None
    assert reply.answer.plain.count("Den Rundbrief verschickt der Vorstand") + reply.answer.plain.count("The board sends") == 1


def test_what_has_no_topic_is_still_said_to_be_unknown(assistant: Assistant) -> None:
    assert [intent.topic for intent in assistant.ask("Ich möchte den Newsletter abbestellen").intents] == ["not_given"]


def test_a_trouble_with_the_newsletter_stays_one(newsletter: Assistant) -> None:
    assert [intent.topic for intent in newsletter.ask("der rundbrief an alle mitglieder kommt nicht durch").intents] == [
        "trouble:spam"
    ]


def test_what_is_not_translated_is_said_whole_in_its_own_language(newsletter: Assistant) -> None:
    reply = newsletter.ask("newsletter", client_language="fr")
    assert reply.answer is not None
    assert "frag den Webmaster" in reply.answer.plain
