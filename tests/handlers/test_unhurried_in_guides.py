"""Members who are not ready yet, give thanks, see other things in a list, ask how to test, or come back amid a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlers.talks import THUNDERBIRD, at, talk

if TYPE_CHECKING:
    from tests.handlers.offline import Chat


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "noch nicht ganz"),
        ("de", "ich bin noch nicht so weit"),
        ("de", "i bin no ned fertig"),
        ("en", "not ready yet"),
        ("en", "I haven't done that yet"),
    ],
)
async def test_who_is_not_ready_is_waited_for(member: Chat, language: str, said: str) -> None:
    answer = await talk(member, at(2, THUNDERBIRD, language) + said, language)
    assert "Schritt 2 " in answer or "Step 2 " in answer
    assert "ich warte" in answer or "I will wait" in answer


@pytest.mark.parametrize(
    ("language", "said"), [("de", "klasse danke dir"), ("de", "vielen dank super"), ("en", "awesome thank you")]
)
async def test_thanks_turn_no_page(member: Chat, language: str, said: str) -> None:
    answer = await talk(member, at(3, THUNDERBIRD, language) + said, language)
    assert "Schritt 3 " in answer or "Step 3 " in answer


@pytest.mark.parametrize(
    ("language", "said", "name"),
    [
        ("de", "da steht nur Google und Exchange", "„Andere“ steht meistens ganz unten"),
        ("de", "seh nur google, outlook und exchange", "„Andere“ steht meistens ganz unten"),
        ("en", "it only shows Google and Outlook", "“Other” is mostly at the very bottom"),
    ],
)
async def test_what_is_missing_in_a_list_is_further_down(member: Chat, language: str, said: str, name: str) -> None:
    assert name in await talk(member, at(2, "/setup gmail imap", language) + said, language)


async def test_only_the_other_way_is_told_otherwise(member: Chat) -> None:
    assert "ganz unten" not in await talk(member, at(4, THUNDERBIRD) + "da steht nur POP")


@pytest.mark.parametrize(
    ("language", "said", "heard"),
    [
        ("de", "woran merk ich ob es geht?", "am Ende"),
        ("de", "wie teste ich denn das", "am Ende"),
        ("en", "how do I know it works?", "at the end"),
    ],
)
async def test_how_to_test_is_told(member: Chat, language: str, said: str, heard: str) -> None:
    answer = await talk(member, at(5, THUNDERBIRD, language) + said, language)
    assert heard in answer
    assert "Schritt 5 " in answer or "Step 5 " in answer


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "abbrechen | weitermachen wo ich war"),
        ("de", "abbrechen | da weiter wo ich aufgehört hab"),
        ("en", "cancel | carry on where I left off"),
    ],
)
async def test_who_goes_on_where_they_were_gets_there(member: Chat, language: str, said: str) -> None:
    answer = await talk(member, at(3, THUNDERBIRD, language) + said, language)
    assert "Schritt 3 " in answer or "Step 3 " in answer
