"""Questions that found no answer, as the webmaster sees them."""

from __future__ import annotations

from random import Random
from string import ascii_lowercase
from typing import TYPE_CHECKING

import yaml

from assistant.folding import fold
from assistant.unanswered import GapGroup, as_examples, grouped

if TYPE_CHECKING:
    import pytest

    from assistant.assistant import Assistant


def test_like_questions_stand_together_the_most_frequent_first(assistant: Assistant) -> None:
    asked = {
        "1": "wann ist die nächste vorstandssitzung",
        "2": "wo finde ich die vereinssatzung",
        "3": "wann ist denn die nächste Vorstandssitzung?",
        "4": "nächste vorstandssitzung wann",
    }
    groups, answered = grouped(asked, assistant)
    assert [group.keys for group in groups] == [("1", "3", "4"), ("2",)]
    assert groups[0].count == 3
    assert answered == 0


def test_many_questions_are_compared_by_their_words_once_each(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def counted(text: str) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr("assistant.unanswered.fold", counted)
    random = Random(1)  # noqa: S311 - repeatable, not secret
    asked = {str(number): " ".join("".join(random.sample(ascii_lowercase, 9)) for _ in range(3)) for number in range(20)}
    groups, _ = grouped({**asked, "again": asked["3"]}, assistant)
    assert len(folded) == 21
    assert groups[0].keys == ("3", "again")


def test_what_is_answered_by_now_is_left_out(assistant: Assistant) -> None:
    groups, answered = grouped({"1": "welcher port für imap eingang"}, assistant)
    assert (groups, answered) == ([], 1)


def test_examples_to_paste_are_yaml_under_the_nearest_topic() -> None:
    groups = [
        GapGroup(("1", "2"), ('was ist "Quota": voll?', "zurück\\schräg"), "storage", "de"),
        GapGroup(("3",), ("my quota",), "storage", "en"),
        GapGroup(("4",), ("neues thema",), "", "de"),
        GapGroup(("5",), ("geht ned",), "trouble:send", "de"),
    ]
    written = as_examples(groups)
    blocks = {block.splitlines()[0]: yaml.safe_load(block)["examples"] for block in written.split("\n\n")}
    assert blocks["# topics/storage.yaml"] == {"de": ['was ist "Quota": voll?', "zurück\\schräg"], "en": ["my quota"]}
    assert blocks["# trouble/send.yaml"] == {"de": ["geht ned"]}
    assert blocks["# a new topic: topics/….yaml"] == {"de": ["neues thema"]}
