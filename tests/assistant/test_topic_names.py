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
    r"```yaml\n(# yaml-language-server: \$schema=\.\./schema/topic\.json\ntopic: waste_paper\n.*?)```", re.DOTALL
)


@pytest.fixture(scope="module")
def with_example(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The bot with the page's example as it is printed."""
    folder: Path = tmp_path_factory.mktemp("example") / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    example = _EXAMPLE.search((ROOT / "docs" / "webmaster.de.md").read_text("utf-8"))
    assert example
    (folder / "topics" / "waste_paper.yaml").write_text(example[1], "utf-8")
    return Assistant(load_content(folder))


@pytest.mark.parametrize(
    "asked",
    [
        "altpapier",
        "Altpapiersammlung?",
        "waste paper",
        "Wann wird das Altpapier abgeholt",
        "wo kann ich mein altpapier hinbringen",
        "wann ist wieder altpapiersammlung?",
        "when do you collect the waste paper",
    ],
)
def test_the_example_of_the_page_answers(with_example: Assistant, asked: str) -> None:
    reply = with_example.ask(asked)
    assert [intent.topic for intent in reply.intents] == ["waste_paper"]
    assert reply.answer is not None
    assert reply.answer.plain.count("Altpapier sammeln wir") + reply.answer.plain.count("We collect waste paper") == 1


def test_what_has_no_topic_is_still_said_to_be_unknown(assistant: Assistant) -> None:
    assert [intent.topic for intent in assistant.ask("Ich möchte den Newsletter abbestellen").intents] == ["not_given"]


def test_a_trouble_with_mails_about_it_stays_one(with_example: Assistant) -> None:
    asked = "meine Mail wegen der Altpapiersammlung geht nicht raus"
    assert [intent.topic for intent in with_example.ask(asked).intents] == ["trouble:send"]


def test_what_is_not_translated_is_said_whole_in_its_own_language(with_example: Assistant) -> None:
    reply = with_example.ask("altpapier", client_language="fr")
    assert reply.answer is not None
    assert "frag den Webmaster" in reply.answer.plain
