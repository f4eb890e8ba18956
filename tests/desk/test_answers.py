from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.new_club import make_content
from desk.answers import all_answers, topic_intents, value_intents
from desk.edition import read_edition
from tests.assistant.new_club.conftest import ANSWERS
from tests.desk.conftest import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

    from desk.edition import Edition


def test_every_answer_is_there_in_every_language_with_its_place(edition: Edition) -> None:
    groups = {group["name"]: group["entries"] for group in all_answers(edition)}
    assert list(groups) == ["values", "topics", "screens", "words"]
    for entries in groups.values():
        for entry in entries:
            assert set(entry["in"]) == set(edition.content.languages), entry["name"]
            for one in entry["in"].values():
                assert one["sources"], entry["name"]
                assert all(":" in place for place in one["sources"]), entry["name"]
                assert one["screen"]["html"], entry["name"]
    assert {entry["name"] for entry in groups["words"]} == set(edition.content.words.root)


def test_no_topic_and_no_version_is_missing(edition: Edition) -> None:
    shown = {(intent.topic, intent.subject) for intent in topic_intents(edition)}
    for topic in edition.content.topics.values():
        versions = {"": topic.answer.any, "imap": topic.answer.imap, "pop3": topic.answer.pop3}
        assert {(topic.topic, name) for name, text in versions.items() if text} <= shown


def test_an_answer_looks_as_in_the_chat(edition: Edition) -> None:
    wanted = next(intent.key for intent in value_intents(edition) if intent.aspect == "port" and intent.subject == "imap")
    entry = next(one for one in all_answers(edition)[0]["entries"] if one["name"] == wanted)
    shown = entry["in"]["de"]["screen"]
    assert "<code>993</code>" in shown["html"]
    labels = {button["label"]: button for row in shown["rows"] for button in row}
    assert labels["📋 Port Eingang"] == {"label": "📋 Port Eingang", "copies": "993"}
    assert labels["Schritt für Schritt einrichten"]["data"]


def test_the_desk_of_another_club_speaks_of_that_club(tmp_path: Path) -> None:
    answers = iter(ANSWERS.strip().split("\n"))
    assert make_content(CONTENT, tmp_path / "club", "de", read=lambda: next(answers), say=lambda _: None, look_up=lambda _: None)
    edition = read_edition(tmp_path / "club").edition
    assert edition is not None
    shown = str(all_answers(edition))
    assert "imap.boote.example" in shown
    assert "kolping" not in shown.lower()
