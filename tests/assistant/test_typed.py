"""What is typed in a guide instead of pressing a button."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.guides import TypedWords

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

HERE = Path(__file__).parent
WANTED = 0.9


@pytest.fixture(scope="module")
def typed(content: Content) -> TypedWords:
    return TypedWords(content)


def sentences() -> list[tuple[str, str]]:
    lines = (HERE / "typed_sentences.txt").read_text("utf-8").splitlines()
    pairs = [line.rpartition("|") for line in lines if not line.startswith("#")]
    rows = (HERE.parent / "questions" / "dialogue_de.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(row) for row in rows if row]
    return [(text, intent) for text, _, intent in pairs] + [(case["text"], case["intent"]) for case in cases]


def test_nine_of_ten_sentences_are_understood(typed: TypedWords) -> None:
    wrong = []
    for text, intent in sentences():
        meant = typed.understand(text)
        if meant is None or meant.intent != intent:
            wrong.append(f"{text!r}: {meant and meant.intent}, not {intent}")
    assert len(wrong) <= len(sentences()) * (1 - WANTED), "\n".join(wrong)


@pytest.mark.parametrize("text", ["weiter", "WEITER!!", "Weiter.", "  weiter  ", "next", "➡️ weiter"])
def test_bare_words_are_certain(typed: TypedWords, text: str) -> None:
    meant = typed.understand(text)
    assert meant is not None
    assert (meant.intent, meant.score) == ("next", 1.0)


def test_a_negation_turns_success_into_failure(typed: TypedWords) -> None:
    meant = typed.understand("das funktioniert bei mir leider gar nicht")
    assert meant is not None
    assert meant.intent == "fails"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hab den port drin und es klappt", "works"),
        ("hob ois eitrogn und es geht", "works"),
        ("filled it in and it works now", "works"),
        ("bin durch, läuft", "done"),
        ("hab alles ausgefüllt und es klappt nicht", "fails"),
        ("hab alles ausgefüllt, geht aber nicht", "fails"),
    ],
)
def test_what_came_of_it_is_told_at_last(typed: TypedWords, text: str, intent: str) -> None:
    meant = typed.understand(text)
    assert meant is not None
    assert meant.intent == intent


@pytest.mark.parametrize(
    "text",
    [
        "mutti hat nicht aufgepasst, nochmal bitte",
        "er hat nicht zugehört, dieser schritt nochmal",
        "i hob ned zughört",
        "ha nid zueglost",
        "she wasn't listening, once more",
        "sorry, didn't catch that",
    ],
)
def test_who_did_not_listen_tells_of_no_failure(typed: TypedWords, text: str) -> None:
    meant = typed.understand(text)
    assert meant is not None
    assert meant.intent == "repeat"


@pytest.mark.parametrize("text", ["ich geb's auf", "gib auf", "i gibs jetz auf", "mir reicht's, wir geben auf", "ok, giving up"])
def test_giving_up_is_no_success(typed: TypedWords, text: str) -> None:
    meant = typed.understand(text)
    assert meant is not None
    assert meant.intent == "cancel"


@pytest.mark.parametrize("text", ["hob's neigschriem", "okay, isch iitreit", "habs abgeschrieben", "neitippt", "copied it over"])
def test_to_have_entered_something_is_to_go_on(typed: TypedWords, text: str) -> None:
    meant = typed.understand(text)
    assert meant is not None
    assert meant.intent == "next"


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "🎻", "12345", "x" * 5000, "قائمة"])
def test_what_says_nothing_means_nothing(typed: TypedWords, text: str) -> None:
    meant = typed.understand(text)
    assert meant is None or (meant.intent == "help" and not meant.is_sure), "at most a weak 'I do not follow'"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("naa, i mog nimma", "cancel"),
        ("i ka nemme", "cancel"),
        ("wos hosd gsagt?", "repeat"),
        ("was hesch gseit?", "repeat"),
        ("nomoi zoang bittschön", "repeat"),
        ("ha mi vertippt", "back"),
        ("nei, gaht nöd", "fails"),
        ("es goht net", "fails"),
        ("wos moanst'n domit", "help"),
        ("so, gehmers o", "start"),
    ],
)
def test_dialects_are_read_as_the_words_they_stand_for(typed: TypedWords, text: str, intent: str) -> None:
    meant = typed.understand(text)
    assert meant is not None
    assert meant.intent == intent
