"""Questions and calls for help inside a guide, through the real stack: they are about what the guide sets up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conversations.test_setup import hears_of
from tests.conversations.test_typed_in_guides import NEXT, STEP, at_step

if TYPE_CHECKING:
    from tests.telegram import Telegram


@pytest.mark.parametrize(
    ("language", "asked", "incoming", "outgoing"),
    [
        ("de", "Welcher Port war das nochmal?", "Port 993 – IMAP", "Port 587 – IMAP"),
        ("de", "welche Nummer beim Port?", "Port 993 – IMAP", "Port 587 – IMAP"),
        ("en", "which port?", "Port 993 – IMAP", "Port 587 – IMAP"),
        ("en", "what was the port again?", "Port 993 – IMAP", "Port 587 – IMAP"),
    ],
)
async def test_a_value_is_that_of_the_guide_and_of_the_page(
    telegram: Telegram, language: str, asked: str, incoming: str, outgoing: str
) -> None:
    member = await at_step(telegram, language, 5, "/setup outlook imap")
    member.says(asked)
    page = await hears_of(member, incoming)
    assert "110" not in page.text
    await hears_of(member, f"{STEP[language]} 5 ")
    member.says(NEXT[language])
    await hears_of(member, f"{STEP[language]} 6 ")
    member.says(asked)
    await hears_of(member, outgoing)


async def test_a_page_about_neither_direction_leaves_both(telegram: Telegram) -> None:
    anna = await at_step(telegram, "de", 2, "/setup outlook pop3")
    anna.says("welche Ports?")
    page = await hears_of(anna, "Ports für POP3")
    assert ("110" in page.text, "25" in page.text, "993" in page.text.partition("⚠️")[0]) == (True, True, False)


async def test_another_protocol_may_be_asked_for(telegram: Telegram) -> None:
    anna = await at_step(telegram, "de", 5, "/setup outlook imap")
    for asked, said in (
        ("welcher Port?", "Port 993"),
        ("und bei POP?", "110"),
        ("und ausgehend?", "Port 25"),
        ("welcher Port?", "Port 993"),
    ):
        anna.says(asked)
        await hears_of(anna, said)


@pytest.mark.parametrize(
    ("language", "start", "step", "hint", "help_", "asked"),
    [
        ("de", "/setup outlook imap", 3, "💡 Sieht dein Fenster anders aus", "schreib mir ihren Wortlaut", "hä?"),
        ("en", "/setup outlook imap", 3, "💡 If your window looks different", "write its exact words to me", "I'm stuck"),
    ],
)
async def test_help_begins_with_the_hint_of_the_step(
    telegram: Telegram, language: str, start: str, step: int, hint: str, help_: str, asked: str
) -> None:
    member = await at_step(telegram, language, step, start)
    member.says(asked)
    page = await hears_of(member, help_)
    assert page.text.startswith(hint)
    assert page.text.count(hint) == 1


@pytest.mark.parametrize(
    ("language", "values", "asked", "said"),
    [
        ("de", "alle werte", "was soll ich da tun", "Hier stehen noch einmal alle Werte"),
        ("en", "all values", "help", "Here are all values once more"),
    ],
)
async def test_help_on_the_last_page_tells_what_it_is_for(
    telegram: Telegram, language: str, values: str, asked: str, said: str
) -> None:
    member = await at_step(telegram, language, 1, "/setup iphone imap")
    for typed, heard in ((values, "993"), (asked, said)):
        member.says(typed)
        await hears_of(member, heard)
