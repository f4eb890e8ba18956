"""'Why this answer?', told from the question to the line in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desk.why import Asked, why
from tests.desk.conftest import CONTENT, line_of

if TYPE_CHECKING:
    from desk.why import Mind


def test_a_value_is_traced_to_its_words_its_score_and_its_line(mind: Mind) -> None:
    told = why(mind, Asked("Welcher Port für IMAP Eingang?", language="de"))
    assert (told["decision"], told["language"]) == ("answer", "de")
    assert ("aspect", "port", "port") in {(slot["kind"], slot["value"], slot["words"]) for slot in told["slots"]}
    assert told["score"] >= told["threshold"]
    assert told["candidates"][0]["score"] == max(one["score"] for one in told["candidates"])
    first = told["sources"][0]
    assert first["place"] == f"settings.yaml:{line_of('settings.yaml', 'port: 993')}"
    assert "port: 993" in first["excerpt"]
    assert any(one["excerpt"].startswith('de: "Port {port}') for one in told["sources"]), "the sentence it stands in"


def test_a_topic_is_traced_to_its_text_and_to_what_it_refers_to(mind: Mind) -> None:
    told = why(mind, Asked("pop oder imap, was ist besser?", language="de"))
    places = [one["place"] for one in told["sources"]]
    assert places[0].startswith("topics/recommendation.yaml:")
    assert any(place.startswith("protocols.yaml:") for place in places)
    assert "Nimm **IMAP**" in told["sources"][0]["excerpt"], "the text below `de: |`, not the mark"


def test_words_no_list_knows_are_named(mind: Mind) -> None:
    told = why(mind, Asked("xyzzy qwrtzk?", language="de"))
    assert told["decision"] == "unknown"
    assert told["unknown"] == ["xyzzy", "qwrtzk"]
    assert told["sources"][0]["file"] == "words/answers.yaml"


def test_a_question_that_leans_on_the_one_before(mind: Mind) -> None:
    alone = why(mind, Asked("und ausgehend?", language="de"))
    after = why(mind, Asked("und ausgehend?", ["Welcher Port für IMAP?"], "de"))
    assert not alone["leans"]
    assert after["leans"]
    assert after["sources"][0]["place"] == f"settings.yaml:{line_of('settings.yaml', 'port: 587')}"


def test_silence_in_a_group_is_explained_too(mind: Mind) -> None:
    told = why(mind, Asked("Kommt ihr morgen zum Sommerfest?", language="de", addressed=False))
    assert told["decision"] == "silent"
    assert told["sources"] == []


def test_in_a_group_the_threshold_is_none_of_the_candidates_alone(mind: Mind) -> None:
    asked = Asked("Welcher Port für IMAP?", language="de")
    assert why(mind, asked)["is_among"]
    assert not why(mind, replace(asked, addressed=False))["is_among"]


@pytest.mark.parametrize("spelled", ["/ports", "/Ports@club_mail_bot", "/ports imap"])
def test_a_command_is_no_question(mind: Mind, spelled: str) -> None:
    told = why(mind, Asked(spelled))
    assert (told["kind"], told["command"]) == ("command", "ports")
    assert told["sources"][0]["place"] == f"commands.yaml:{line_of('commands.yaml', 'command: ports')}"


def test_an_unknown_command_has_no_place(mind: Mind) -> None:
    assert why(mind, Asked("/gibtesnicht"))["sources"] == []


def test_of_a_password_nothing_is_told(mind: Mind) -> None:
    told = why(mind, Asked("mein passwort ist Sommer2024!"))
    assert told["kind"] == "password"
    assert "Sommer" not in str(told)


def test_words_of_a_guide_are_told(mind: Mind) -> None:
    assert why(mind, Asked("weiter"))["typed"]["intent"] == "next"


@pytest.mark.parametrize(
    "question", ["Welcher Server?", "wie richte ich outlook ein", "Ich kann nicht senden", "hallo", "passwort?"]
)
def test_every_named_line_exists(mind: Mind, question: str) -> None:
    told = why(mind, Asked(question, language="de"))
    assert told["sources"]
    for one in [*told["sources"], *told["candidates"]]:
        file, _, line = one["place"].partition(":")
        assert 0 < int(line) <= len((CONTENT / file).read_text("utf-8").splitlines()), one["place"]
