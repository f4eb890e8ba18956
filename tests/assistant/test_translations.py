"""A further language by files alone: a folder `languages/<code>`, and one word in club.yaml."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.content_file import load_file
from assistant.intent import Intent
from assistant.knowledge.load import load_content
from assistant.knowledge.loaded import ContentError
from assistant.pictures import Captions
from tests.assistant.conftest import CONTENT_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

TOPIC = """
title: "Sprooch-Prüf"
answer:
  any: "De Server isch {mail_server}."
examples: ["verzell mer ebbis vu dere kleine dür im rechner"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content with a language `als`, of which one topic is translated."""
    copy = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, copy, ignore=shutil.ignore_patterns("languages"))
    club = copy / "club.yaml"
    text = "\n".join(line for line in club.read_text("utf-8").split("\n") if not line.startswith("partial_languages"))
    club.write_text(text + "partial_languages: [als]\n", "utf-8")
    translate(copy, "topics/terms_port.yaml", TOPIC)
    return copy


def translate(folder: Path, name: str, text: str) -> None:
    file = folder / "languages" / "als" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_the_new_language_is_known_and_answered_in(folder: Path) -> None:
    translate(folder, "vocabulary/cues.yaml", "cue: {function_words: [verzell, ebbis, isch]}")
    content = load_content(folder)
    assistant = Assistant(content)
    assert assistant.language_for("verzell mer ebbis", "") == "als"
    answer = assistant.answer(Intent(topic="terms_port"), "als")
    assert answer is not None
    assert answer.plain == f"De Server isch {content.settings.mail_server}."


def test_what_is_not_translated_yet_is_said_in_the_first_language(folder: Path) -> None:
    content = load_content(folder)
    assert content.word("menu_button", "als") == content.word("menu_button", "de")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tittle: x", ":1:1: `tittle` is not an entry of topics/terms_port.yaml. Did you mean `title`?"),
        ("title: {als: x}", ":1:9: `als` is not an entry of topics/terms_port.yaml."),
        ("topic: x", ":1:1: There is no text in several languages here"),
        ('answer: {any: "{imap.incomming.port}"}', ":1:16: `{imap.incomming.port}` leads nowhere. Did you mean"),
        ("title: [", "languages/als/topics/terms_port.yaml:"),
    ],
)
def test_a_mistake_is_told_where_the_translator_made_it(folder: Path, text: str, told: str) -> None:
    translate(folder, "topics/terms_port.yaml", text)
    (mistake,) = mistakes(folder)
    assert mistake.startswith("languages/als/topics/terms_port.yaml:")
    assert told in mistake


def test_an_entry_that_is_like_none_is_told_with_a_remedy(folder: Path) -> None:
    translate(folder, "words/guide.yaml", "weather_forecast_of_tomorrow: x")
    (mistake,) = mistakes(folder)
    assert "is not an entry of words/guide.yaml. Delete it here, or add it there." in mistake


def test_a_list_that_got_another_entry_is_not_translated_any_more(folder: Path) -> None:
    translate(folder, "commands.yaml", "commands: [{description: x}]")
    content = load_content(folder)
    assert "als" not in content.commands[0].description.root
    assert content.commands[0].description.get("als") == content.commands[0].description.get("de")


def test_a_translation_of_nothing_is_found(folder: Path) -> None:
    translate(folder, "topics/weather.yaml", "title: x")
    (mistake,) = mistakes(folder)
    assert "There is no topics/weather.yaml to be translated." in mistake


def test_a_translation_that_is_a_link_to_nowhere_is_found(folder: Path) -> None:
    link = folder / "languages" / "als" / "topics" / "terms_port.yaml"
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to("nowhere.yaml")
    assert any(one.startswith("languages/als/topics/terms_port.yaml: The file is missing.") for one in mistakes(folder))


def test_a_language_that_the_club_does_not_name_is_found(folder: Path) -> None:
    club = folder / "club.yaml"
    club.write_text(club.read_text("utf-8").replace("partial_languages: [als]", ""), "utf-8")
    assert any("`als` is not a language of this content." in mistake for mistake in mistakes(folder))


def test_lists_of_words_for_all_languages_grow(folder: Path) -> None:
    translate(folder, "trouble/password.yaml", 'error_texts: ["s Passwort stimmt nit"]')
    tree = load_content(folder).trouble["password"]
    assert tree.error_texts[-1] == "s Passwort stimmt nit"
    assert len(tree.error_texts) > 1


def test_files_that_one_part_of_the_bot_reads_are_translated_too(folder: Path) -> None:
    translate(folder, "pictures/captions.yaml", 'pop3-imap: "Was mit de Poscht passiert"')
    captions = load_file(folder, "pictures/captions.yaml", Captions)
    assert captions.root["pop3-imap"].get("als") == "Was mit de Poscht passiert"


def test_a_changed_translation_is_a_changed_content(folder: Path) -> None:
    before = load_content(folder).fingerprint
    translate(folder, "topics/terms_port.yaml", TOPIC.replace("isch", "isch halt"))
    assert load_content(folder).fingerprint != before
