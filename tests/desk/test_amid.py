"""'Why this answer?' amid a guide, a trouble tree or a choice: told by what the bot really showed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desk.amid import Screen
from desk.why import Asked, why
from tests.handlers.offline import Chat

if TYPE_CHECKING:
    from desk.why import Mind


def seen(chat: Chat, message: int) -> Screen:
    """A message as the page has it."""
    buttons = [(label, one["callback_data"]) for label, one in chat.buttons(message).items() if "callback_data" in one]
    return Screen(chat.written(message), buttons)


async def told(mind: Mind, talk: str, language: str = "de") -> dict[str, Any]:
    """Say one after the other, and give what is told of the last."""
    *before, last = talk.split(" | ")
    async with Chat(mind.edition.content) as chat:
        chat.language = language
        for one in before:
            await chat.say(one)
        opened = seen(chat, max(chat.screen.messages)) if before else None
        known = set(chat.screen.messages)
        await chat.say(last)
        shown = [seen(chat, message) for message in sorted(set(chat.screen.messages) - known)]
    return why(mind, Asked(last, before, language, opened=opened, shown=shown))


@pytest.mark.parametrize(
    ("talk", "understood", "place"),
    [
        ("thunderbird imap | weiter", "Ohne Adresse ▶", "guides/thunderbird.yaml:"),
        ("thunderbird imap | weiter | weiter", "Weiter ▶", "guides/thunderbird.yaml:"),
        ("thunderbird imap | weiter | zurück", "◀ Zurück", "guides/shared.yaml:"),
        ("thunderbird imap | abbrechen", "✖ Abbrechen", "words/guide.yaml:"),
        ("ich kann nicht senden | jetzt geht es", "", "words/guide.yaml:"),
        ("thunderbird | die erste", "IMAP (empfohlen)", "guides/shared.yaml:"),
    ],
)
async def test_words_for_what_is_open_do_what_its_button_does(mind: Mind, talk: str, understood: str, place: str) -> None:
    found = await told(mind, talk)
    assert found["amid"] is not None
    assert found["amid"]["label"] == understood
    assert not found["amid"]["stayed"]
    assert found["sources"][0]["place"].startswith(place)


async def test_in_another_language_too(mind: Mind) -> None:
    found = await told(mind, "thunderbird imap | next | next", "en")
    assert found["amid"]["label"] == "Next ▶"
    assert found["sources"][0]["place"].startswith("guides/thunderbird.yaml:")


async def test_an_answer_to_a_trees_question_leads_to_its_next_node(mind: Mind) -> None:
    found = await told(mind, "ich bekomme keine mails | nein")
    assert found["amid"] is not None
    assert found["sources"][0]["place"].startswith("trouble/")


async def test_words_without_a_button_of_their_own_name_what_they_mean(mind: Mind) -> None:
    found = await told(mind, "thunderbird imap | weiter | noch einmal bitte")
    assert (found["amid"]["label"], found["amid"]["typed"], found["amid"]["stayed"]) == ("", "repeat", True)
    assert [one["file"] for one in found["sources"]] == ["guides/thunderbird.yaml", "vocabulary/typed.yaml"]


async def test_a_tree_that_asks_once_more_takes_no_words_of_guides(mind: Mind) -> None:
    found = await told(mind, "ich bekomme keine mails | ja")
    assert (found["amid"]["typed"], found["amid"]["stayed"]) == ("", True)
    assert found["sources"][0]["file"] == "trouble/receive.yaml"


async def test_a_file_that_was_asked_for_is_its_button(mind: Mind) -> None:
    async with Chat(mind.edition.content) as chat:
        await chat.say("iphone imap")
        opened = seen(chat, max(chat.screen.messages))
    caption = mind.edition.content.word("file_text_mobileconfig", "de").replace("**", "").replace("`", "")
    asked = Asked("fertige datei", ["iphone imap"], "de", opened=opened, shown=[Screen(caption, [])])
    found = why(mind, asked)
    assert found["amid"]["label"] == "📄 Fertige Datei"
    assert found["sources"][0]["place"].startswith("words/files.yaml:")


@pytest.mark.parametrize(
    "talk",
    [
        "thunderbird imap",
        "Welcher Port für IMAP?",
        "thunderbird imap | welcher port ist das?",
        "Welcher Port für IMAP? | und ausgehend?",
        "blorpf wann",
        "thunderbird imap | wann ist die vorstandssitzung",
    ],
)
async def test_a_question_is_explained_as_one_whatever_is_open(mind: Mind, talk: str) -> None:
    found = await told(mind, talk)
    assert found["amid"] is None or found["amid"]["stayed"]
    assert found["sources"]


async def test_a_page_that_tells_nothing_is_no_fault(mind: Mind) -> None:
    broken = Screen("x", [("Weiter", "9nonsense"), ("Weg", "")])
    for shown in ([], [broken], [Screen("nothing to press", [])]):
        assert why(mind, Asked("weiter", language="de", opened=broken, shown=shown))["amid"] is None
