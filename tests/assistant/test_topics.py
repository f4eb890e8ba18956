"""The classifier on small made-up topics: it ranks, it is silent on the rest, and its cache cannot be stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.topics import TopicClassifier, likeness, training
from assistant.topics.letters import told_by_rarity

if TYPE_CHECKING:
    from pathlib import Path

PHRASES = {
    "weather": ["will it rain tomorrow", "how is the weather today", "is the sun shining", "do i need an umbrella"],
    "music": ["play a song", "put on some jazz", "louder please", "next track please", "stop the music"],
    "cooking": ["how long do i boil an egg", "recipe for apple pie", "how much salt in the soup", "bake a cake"],
}


@pytest.fixture(scope="module")
def classifier() -> TopicClassifier:
    return TopicClassifier.train(PHRASES)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("is it going to rain", "weather"),
        ("paly a sogn for me", "music"),
        ("RECIPE for a cake?", "cooking"),
        ("umbrela tomorow", "weather"),
    ],
)
def test_it_finds_the_topic_through_case_and_typos(classifier: TopicClassifier, text: str, label: str) -> None:
    assert classifier.rank(text)[0][0] == label


def test_scores_of_different_texts_can_be_compared(classifier: TopicClassifier) -> None:
    known = min(classifier.rank(phrase)[0][1] for phrases in PHRASES.values() for phrase in phrases)
    unknown = max(classifier.rank(text)[0][1] for text in ("xylophon quartz", "Bundesverfassungsgericht", "12345"))
    assert likeness(unknown) < 0.5 < likeness(known)


def test_strange_words_make_less_sure_but_not_of_another_topic(classifier: TopicClassifier) -> None:
    known, half_known = classifier.rank("play some jazz"), classifier.rank("play some jazz zwetschgendatschi quarkblaetterteig")
    assert half_known[0][0] == known[0][0] == "music"
    assert half_known[0][1] < known[0][1]


def test_a_text_of_strange_words_is_like_nothing_however_long(classifier: TopicClassifier) -> None:
    assert likeness(classifier.rank(" ".join(f"x{number}qz" for number in range(60)))[0][1]) == 0.0


def test_a_slip_counts_as_the_word_it_was_meant_to_be(classifier: TopicClassifier) -> None:
    as_meant, slip, other = (classifier.rank(f"is it {word}")[0][1] for word in ("shining", "shinnig", "shipping"))
    assert as_meant > slip > other


@pytest.mark.parametrize("name", ["SetupPrinter", "setup_printer", "setup/printer", "Setup Printer"])
def test_the_name_of_a_label_with_few_phrases_counts_as_one_of_them(name: str) -> None:
    about = {"other": ["how do i record my screen"], name: ["the canon does not react"]}
    assert TopicClassifier.train(about).rank("my printer")[0][0] == name
    many = {"other": about["other"] * 20, name: about[name] * 20}
    assert TopicClassifier.train(many).rank("printer")[0][1] < 0 < TopicClassifier.train(about).rank("printer")[0][1]


def test_a_name_that_only_counts_says_nothing() -> None:
    numbered = TopicClassifier.train({"2": ["play a song"], "t1": ["bake a cake"], "c": ["is it raining"]})
    assert likeness(numbered.rank("2")[0][1]) == 0.0


def test_words_around_a_name_count_whatever_the_name() -> None:
    services = {
        "delete": ["how do i delete my acme account", "delete my bolt account now"],
        "find": ["an account with corex is what i look for", "can deltis find an account"],
    }
    classifier = TopicClassifier.train(services)
    in_order, turned = (dict(classifier.rank(text))["delete"] for text in ("my zzyzx", "zzyzx my"))
    assert in_order > turned


def test_what_is_about_nothing_else_is_of_the_label_for_the_rest() -> None:
    about = {**PHRASES, "None": ["who won the match", "my shoes are wet", "that was long ago"]}
    classifier = TopicClassifier.train(about)
    for strange in ("pardon", "zwetschgendatschi", "🎉"):
        assert classifier.rank(strange)[0][0] == "None"
    for text in ("paly a sogn for me", "recipe for a cake", "who knows how the weather is"):
        assert classifier.rank(text)[0][0] != "None"


def test_every_label_is_ranked_once(classifier: TopicClassifier) -> None:
    ranked = classifier.rank("play")
    assert sorted(label for label, _ in ranked) == sorted(PHRASES)
    assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)


@pytest.mark.parametrize("text", ["", "   ", "🎉", "!?", "\u202e"])
def test_a_text_without_words_is_like_nothing(classifier: TopicClassifier, text: str) -> None:
    assert likeness(classifier.rank(text)[0][1]) == 0.0


@given(st.text(max_size=4096))
def test_no_text_is_too_odd(text: str) -> None:
    assert len(SMALL.rank(text)) == 2


SMALL = TopicClassifier.train({"a": ["apple"], "b": ["banana"]})


def test_training_twice_gives_the_same(classifier: TopicClassifier) -> None:
    assert TopicClassifier.train(PHRASES).rank("louder jazz") == classifier.rank("louder jazz")


def test_groups_of_labels_are_told_apart_too() -> None:
    grouped = TopicClassifier.train(PHRASES, groups={"home": ["cooking"], "outside": ["weather"]})
    of_labels, of_groups = grouped.opinion("how long to bake an apple cake")
    ranked = dict(grouped.rank("how long to bake an apple cake"))
    assert of_labels.get("weather", 0.0) == pytest.approx(likeness(ranked["weather"]))
    assert of_labels["cooking"] > likeness(ranked["cooking"])
    assert max(of_labels, key=of_labels.__getitem__) == "cooking"
    assert of_groups["home"] > of_groups["outside"]


def test_an_opinion_leaves_out_what_is_not_likely_at_all(classifier: TopicClassifier) -> None:
    text = "how long to bake an apple cake"
    of_labels, _ = classifier.opinion(text)
    assert of_labels.keys() == {label for label, score in classifier.rank(text) if likeness(score) > 0}
    assert of_labels.keys() < PHRASES.keys()


def test_one_label_alone_and_phrases_without_words() -> None:
    assert TopicClassifier.train({"only": ["hello", "🎉"]}).rank("hello")[0][0] == "only"


def test_without_phrases_it_says_so() -> None:
    with pytest.raises(ValueError, match="at least one phrase"):
        TopicClassifier.train({"empty": []})


def test_the_cache_gives_the_same_ranking(classifier: TopicClassifier, tmp_path: Path) -> None:
    TopicClassifier.train(PHRASES, cache=tmp_path)
    (stored,) = tmp_path.glob("topics-*.npz")
    before = stored.stat().st_mtime_ns
    assert TopicClassifier.train(PHRASES, cache=tmp_path).rank("louder jazz") == classifier.rank("louder jazz")
    assert stored.stat().st_mtime_ns == before


def test_other_phrases_get_another_cache(tmp_path: Path) -> None:
    TopicClassifier.train(PHRASES, cache=tmp_path)
    changed = {**PHRASES, "music": [*PHRASES["music"], "boil an egg to music"]}
    ranked = TopicClassifier.train(changed, cache=tmp_path).rank("boil an egg to music")
    assert ranked[0][0] == "music"
    assert len(list(tmp_path.glob("topics-*.npz"))) == 1


def test_a_damaged_cache_is_made_anew(classifier: TopicClassifier, tmp_path: Path) -> None:
    TopicClassifier.train(PHRASES, cache=tmp_path)
    (stored,) = tmp_path.glob("topics-*.npz")
    stored.write_bytes(b"PK\x03\x04 damaged")
    assert TopicClassifier.train(PHRASES, cache=tmp_path).rank("louder jazz") == classifier.rank("louder jazz")


def test_of_very_many_phrases_an_even_share_is_learned_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    every, few = (f"word{number} number{number}" for number in range(64)), "only these three"
    many = {name: [f"{name} {index}" for index in range(50)] for name in every}
    monkeypatch.setattr(training, "_MAX_FOR_MACHINES", 65 * 3)
    chosen = training._evenly(np.array([0] * 500 + [1] * 3 + [2] * 500))
    assert chosen.tolist() == [*range(96), 500, 501, 502, *range(503, 599)]
    classifier = TopicClassifier.train({**many, "few": [few, f"{few} here", f"{few} there"]})
    assert classifier.rank("word7 number7 49")[0][0] == "word7 number7"
    assert classifier.rank(f"{few} now")[0][0] == "few"


def test_letters_that_are_rare_in_any_writing_tell_more_the_fewer_phrases_there_are() -> None:
    common, rare, word, pair = told_by_rarity([" th", "xyl", "=the", "+the xylophone"], 10)
    assert common < 0.5 < word == pair == 1 < rare
    of_many = told_by_rarity([" th", "xyl"], 5000)
    assert of_many == pytest.approx(1, abs=0.1)


def test_what_looks_alike_by_common_letters_only_is_not_taken_for_the_same() -> None:
    about = {"printing": ["rather another weather"], "jazz": ["the saxophonists"]}
    assert TopicClassifier.train(about).rank("whether saxy")[0][0] == "jazz"
