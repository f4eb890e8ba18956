"""The webmaster sets another protocol as the recommended one, and writes several warnings: both are told to members."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml

from assistant.assistant import Assistant
from assistant.knowledge.load import load_content
from tests.assistant.conftest import CONTENT_FOLDER
from tests.assistant.talking import said

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.knowledge.models.content import Content


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The bot of a club that recommends POP3 and warns twice about backups."""
    folder: Path = tmp_path_factory.mktemp("words") / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    settings = folder / "settings.yaml"
    text = settings.read_text("utf-8").replace("    recommended: true\n", "", 1)
    settings.write_text(text.replace("    name: POP3\n", "    name: POP3\n    recommended: true\n", 1), "utf-8")
    speed = folder / "topics" / "speed.yaml"
    warnings = "Kurz gesagt.\\n\\n⚠️ Erste Warnung.\\n\\n⚠️ Zweite Warnung.\\n\\n💡 Ein Rat.\\n\\n💡 Noch einer."
    head, _, rest = speed.read_text("utf-8").partition("answer:")
    examples = rest[rest.index("\nexamples:") :]
    speed.write_text(f'{head}answer:\n  any: {{de: "{warnings}", en: "In short."}}{examples}', "utf-8")
    return Assistant(load_content(folder))


def test_who_asked_which_protocol_to_take_hears_the_values_of_the_recommended_one(changed: Assistant) -> None:
    assert said(changed, "POP oder IMAP?", "Welcher Port?").startswith("Ports für POP3: 110")


def test_who_asks_why_hears_what_speaks_for_the_recommended_one(changed: Assistant) -> None:
    asked = changed.ask("POP oder IMAP?")
    why = changed.ask("warum?", memory=asked.memory)
    assert (why.intents[0].topic, why.intents[0].subject) == ("advantages", "pop3")


def test_no_warning_and_no_hint_is_lost(changed: Assistant) -> None:
    assert (
        said(changed, "ist IMAP schneller als POP?")
        == "Kurz gesagt.\n\n⚠️ Erste Warnung.\n\n⚠️ Zweite Warnung.\n\n💡 Ein Rat.\n\n💡 Noch einer."
    )


def test_the_warnings_of_two_answers_are_both_told(changed: Assistant) -> None:
    answer = said(changed, "Welches Passwort? Und welcher Port ist beim POP3-Ausgang?")
    assert "Schreib dein Passwort nie hier in den Chat" in answer
    assert "Diese Verbindung ist nicht verschlüsselt" in answer


def test_a_club_without_some_topics_is_never_asked_for_them(content: Content) -> None:
    """Rules think of topics by name; what a club has deleted must not keep the next best from being answered."""
    gone = {"sync", "leave_on_server", "deleting", "lost_device", "not_given", "advantages", "pros_and_cons", "directions"}
    few = Assistant(replace(content, topics={name: topic for name, topic in content.topics.items() if name not in gone}))
    unlike = ("sounds like other talk", "is below", "nothing reaches")
    asked = yaml.safe_load((CONTENT_FOLDER / "questions" / "de.yaml").read_text("utf-8"))["questions"]
    for question in asked:
        reply = few.ask(question["ask"])
        is_unlike = any(part in reply.explanation.reason for part in unlike)  # all that is left
        assert reply.answered or is_unlike or not reply.intents or len(reply.intents) > 1, question["ask"]
        assert gone.isdisjoint(intent.topic for intent in reply.intents), question["ask"]
