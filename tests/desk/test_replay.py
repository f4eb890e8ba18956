from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.edition import read_edition
from desk.replay import MAX_QUESTIONS, compare, different_lines, replay
from desk.why import Mind
from tests.desk.conftest import DATA, save

if TYPE_CHECKING:
    from pathlib import Path


def test_asked_again_after_a_change_the_change_is_told(mind: Mind, folder: Path) -> None:
    asked: list[dict[str, Any]] = [
        {"text": "Welcher Port für IMAP Eingang?"},
        {"text": "und ausgehend?", "leans": True},
        {"text": "hallo"},
    ]
    first = replay(mind, asked, "de")
    assert [one["change"] for one in first] == ["new", "new", "new"]
    save(folder / "settings.yaml", "port: 993", "port: 1993")
    again = replay(
        changed(mind, folder), [{**one, "before": done["result"]} for one, done in zip(asked, first, strict=True)], "de"
    )
    assert [one["change"] for one in again] == ["changed", "same", "same"]
    assert again[0]["what"] == ["text"]
    marks = [mark for mark, _ in again[0]["lines"]]
    assert marks.count("-") == marks.count("+") == 1
    assert any(mark == "+" and "1993" in line for mark, line in again[0]["lines"])


def changed(mind: Mind, folder: Path) -> Mind:
    """The same understanding on changed content: only values differ."""
    edition = read_edition(folder).edition
    assert edition is not None
    return Mind(edition, type(mind.assistant)(edition.content, DATA), mind.typed)


def test_a_line_that_moved_is_no_change() -> None:
    before = {"decision": "answer", "topic": "Ports", "text": "993", "place": "settings.yaml:10"}
    assert compare(before, {**before, "place": "settings.yaml:12"})["change"] == "same"
    other = compare(before, {**before, "decision": "unknown", "topic": ""})
    assert (other["change"], other["what"], other["lines"]) == ("changed", ["decision", "topic"], [])


def test_lines_are_marked_as_gone_and_come() -> None:
    assert different_lines("a\n\nb\nc", "a\nx\nc\nd") == [("=", "a"), ("-", "b"), ("+", "x"), ("=", "c"), ("+", "d")]


def test_nonsense_in_the_list_is_survived(mind: Mind) -> None:
    given: list[dict[str, Any]] = [{}, {"text": None, "before": "x"}, {"text": "x" * 10_000}]
    assert len(replay(mind, given, "??")) == 3
    assert len(replay(replace(mind), [{"text": ""}] * (MAX_QUESTIONS + 5), "de")) == MAX_QUESTIONS
