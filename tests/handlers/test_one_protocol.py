"""A club that offers IMAP alone, or POP3 alone, with guides that know both: every way works, and none leads to the other."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from handlers.buttons import Deed, Place, PressGuide, PressProgram, decode, encode
from handlers.inline.search import best_intents
from handlers.learning.statistics import Statistics
from tests.handlers.offline import PERSON, Chat, Store
from tests.handlers.test_every_way import CLUB

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from assistant.knowledge.models.content import Content

_LOOKS_AT_SERVERS, _SENDS_A_FILE = "📡", {Deed.APPLE_PROFILE, Deed.K9_SETTINGS, Deed.QR}


def only(protocol: str) -> Content:
    """Give the club's content as it were with one protocol."""
    settings = replace(CLUB.settings, protocols={protocol: CLUB.settings.protocols[protocol]})
    return replace(CLUB, settings=settings, fingerprint=f"only {protocol}")


IMAP, POP3 = only("imap"), only("pop3")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(tmp_path_factory.getbasetemp()) / "classifier"


@pytest.fixture
async def imap(cache: Path) -> AsyncIterator[Chat]:
    async with Chat(IMAP, cache=cache) as chat:
        yield chat


@pytest.fixture
async def pop3(cache: Path) -> AsyncIterator[Chat]:
    async with Chat(POP3, cache=cache) as chat:
        yield chat


@pytest.mark.parametrize("language", ["de", "en"])
async def test_every_button_that_can_be_reached_leads_somewhere_and_none_to_the_other_protocol(imap: Chat, language: str) -> None:
    imap.language = language
    await imap.say("/start")
    waiting, pressed = [button for button in imap.buttons().values() if "callback_data" in button], set()
    while waiting:
        button = waiting.pop()
        data = button["callback_data"]
        press = decode(data)
        if data in pressed or _LOOKS_AT_SERVERS in button["text"]:
            continue
        pressed.add(data)
        if isinstance(press, PressGuide) and press.deed in _SENDS_A_FILE:
            continue
        assert not (isinstance(press, PressGuide) and press.place.protocol == "pop3"), button
        assert not (isinstance(press, PressProgram) and press.protocol == "pop3"), button
        assert button["text"] not in {"POP3-Werte", "POP3 values"}
        text = await imap.press_data(data)
        assert IMAP.word("button_without_answer", language).split("\n")[0] not in text, button
        shown = max(imap.screen.messages)
        waiting += [one for one in imap.buttons(shown).values() if "callback_data" in one and one["callback_data"] not in pressed]
    assert len(pressed) > 200


@pytest.mark.parametrize(
    "way", ["/start guide_thunderbird_pop3_de", "/setup thunderbird pop3", "richte thunderbird mit pop3 ein", "Schaltfläche"]
)
async def test_who_wants_the_guide_for_the_other_protocol_is_offered_the_one_there_is(imap: Chat, way: str) -> None:
    if way == "Schaltfläche":
        shown = await imap.press_data(encode(PressProgram("thunderbird", "pop3", "de")))
    else:
        shown = await imap.say(way)
    assert "Ich führe dich Schritt für Schritt, mit IMAP." in shown
    assert "Thunderbird · IMAP · Schritt 1" in await imap.say("ja")


async def test_a_guide_that_was_open_before_the_protocol_was_given_up_is_told_to_be_gone(cache: Path) -> None:
    store = Store()
    async with Chat(CLUB, store, cache=cache) as before:
        await before.say("/setup thunderbird pop3")
        screen = before.screen
    async with Chat(IMAP, store, screen, cache) as now:
        gone = IMAP.word("guide_gone", "de")
        assert gone in await now.say("weiter")
        assert gone in await now.press_data(encode(PressGuide(Deed.SHOW, Place("thunderbird", "pop3", 2, "abcd"), "de")))
        assert "Welches Programm benutzt du?" in await now.say("/setup")


@pytest.mark.parametrize(
    ("says", "hears"),
    [
        ("welcher port für pop3?", "Mit POP3 geht es hier nicht, nur mit IMAP.\n\nPorts für IMAP: 993"),
        ("/pop", "Mit POP3 geht es hier nicht, nur mit IMAP.\n\nAlle Einstellungen IMAP"),
        ("welcher port für imap?", "Ports für IMAP: 993"),
        ("alle ports", "Ports für IMAP: 993"),
        ("einrichten", "Schritt für Schritt, mit IMAP."),
    ],
)
async def test_values_of_the_other_protocol_are_not_made_up(imap: Chat, says: str, hears: str) -> None:
    assert hears in await imap.say(says)
    assert not {"110", "25"} & set(re.findall(r"\d+", imap.text))


def test_nothing_of_it_is_proposed_while_somebody_types(imap: Chat) -> None:
    for typed in ("", "port", "imap", "server"):
        intents = best_intents(imap.services.assistant, typed, "de")
        assert intents
        assert "pop3" not in {intent.subject for intent in intents}


async def test_what_was_counted_of_its_guides_keeps_nobody_from_the_figures(imap: Chat) -> None:
    statistics = Statistics(imap.store, b"secret", lambda: 1_795_000_000.0)
    replace(imap.services, maintainers=frozenset({int(str(PERSON["id"]))}), statistics=statistics).install(imap.application)
    statistics.reached("thunderbird.pop3", -1, 0)
    statistics.reached("thunderbird.imap", -1, 0)
    await statistics.write()
    said = await imap.say("/stats")
    assert "Thunderbird (IMAP)" in said
    assert "POP3" not in said


async def test_a_program_that_has_only_the_other_protocol_is_not_offered(pop3: Chat) -> None:
    assert POP3.guides["outlook-new"].protocols == ("imap",)
    for way in ("/setup", "/start guide_outlook-new_imap_de", "/setup neues outlook", "richte das neue outlook ein"):
        shown = await pop3.say(way)
        assert "Schritt für Schritt, mit POP3." in shown, way
        assert "Outlook (neu)" not in pop3.buttons(), way
    assert "Welches Programm" in await pop3.press_data(encode(PressProgram("outlook-new", "", "de")))
    await pop3.say("/setup windows mail")
    assert "Thunderbird" in pop3.buttons(), "what to take instead of a program that is no more"
    assert "Outlook (neu)" not in pop3.buttons()
    assert "Thunderbird · POP3 · Schritt 1" in await pop3.say("/setup thunderbird pop3")
