"""Every answer of the shipped content in its short form, and the links below it."""

from __future__ import annotations

from dataclasses import fields
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from assistant.assistant import Assistant
from assistant.intent import ASPECTS, Intent
from assistant.knowledge.load import load_content
from handlers.deep_links import ask_link, read_start
from handlers.groups.form import offer_form, short_form
from handlers.services import Services
from playground.markup import refusal
from tests.telegram import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_LINES = 8


@pytest.fixture(scope="module")
def bot() -> Assistant:
    return Assistant(load_content(ROOT / "content"))


@pytest.fixture(scope="module")
def context(bot: Assistant) -> Any:
    """As much of a context as the form needs."""
    nothing: Any = None
    parts = Services(**dict.fromkeys((one.name for one in fields(Services)), nothing) | {"assistant": bot})
    return SimpleNamespace(bot=SimpleNamespace(username="ClubMailBot"), bot_data={"services": parts})


def everything(bot: Assistant) -> Iterator[Intent]:
    subjects, directions = ("", "imap", "pop3", "both"), ("", "incoming", "outgoing", "both")
    yield from (Intent(aspect, "", subject, direction) for aspect in ASPECTS for subject in subjects for direction in directions)
    yield from (Intent(topic=topic, subject=subject) for topic in bot.content.topics for subject in subjects)
    yield from (Intent(topic=f"trouble:{tree}") for tree in bot.content.trouble)
    yield from (Intent(topic="setup", program=guide) for guide in bot.content.guides)


@pytest.mark.parametrize("language", ["de", "en"])
def test_eight_lines_one_link_and_nothing_to_press(bot: Assistant, context: Any, language: str) -> None:
    for intent in everything(bot):
        answer = bot.answer(intent, language)
        if answer is None:
            continue
        made = short_form(context, answer, intent)
        assert len(made.html.split("\n")) <= _MOST_LINES, intent.key
        assert len(made.plain.split("\n")) <= _MOST_LINES, intent.key
        assert not refusal(made.html), intent.key
        assert made.rows
        buttons = [button for row in made.rows for button in row]
        assert [button for button in buttons if button.url] == [buttons[-1]], intent.key
        assert not [button for button in buttons if button.callback_data], intent.key
        if answer.caution:
            assert "⚠️" in made.plain, f"{intent.key}: a caution is never cut off"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_link_leads_back_to_what_it_was_made_for(bot: Assistant, language: str) -> None:
    for intent in everything(bot):
        payload = ask_link("ClubMailBot", intent, language).partition("?start=")[2]
        start = read_start(payload, bot.content)
        assert start.language == language
        if intent.topic == "setup":
            assert (start.kind, start.program) == ("guide", intent.program)
        else:
            assert start.intent == intent


@pytest.mark.parametrize(
    "payload", ["ask", "ask_de", "ask_de_xx", "ask_it_xx_port", "ask_de_zz_", "trouble", "trouble_de_", "ask_de_xx_nothing"]
)
def test_a_link_that_says_nothing_to_us_is_no_trouble(bot: Assistant, payload: str) -> None:
    start = read_start(payload, bot.content)
    assert start.intent is None or bot.answer(start.intent, "de") is None


def test_choices_are_pressed_here_and_guides_open_in_private(bot: Assistant, context: Any) -> None:
    answer = bot.ask("stimmt nicht!", client_language="de").answer
    assert answer is not None
    offered = (Intent(topic="setup", program="iphone"), Intent(topic="trouble:send"), Intent("port", "", "imap"))
    made = offer_form(context, answer, offered)
    assert made.rows
    buttons = [button for row in made.rows for button in row]
    assert [bool(button.callback_data) for button in buttons] == [False, False, True, False]
