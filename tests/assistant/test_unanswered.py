"""Questions that found no answer, as the webmaster sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from assistant.unanswered import GapGroup, as_examples, grouped

if TYPE_CHECKING:
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
