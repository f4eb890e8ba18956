"""The webmaster changes a guide while a member is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.knowledge.load import load_content
from tests.handlers.offline import Chat, Store
from tests.handlers.small_content import GUIDE, small_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.knowledge.models.content import Content

ANOTHER_STEP = '  - title: {de: "Erst aktualisieren", en: "Update first"}\n'
INBOX = '  - title: {de: "Posteingang", en: "Incoming"}\n'
WORDED_ANEW = GUIDE.replace("Öffne **Konten** & los.", "Geh zu **Konten**.").replace('"Hostname"', '"Rechner"')
LONGER = GUIDE.replace(INBOX, ANOTHER_STEP + INBOX)
SHORTER = GUIDE.replace('  - title: {de: "Konto anlegen"', '  - only: pop3\n    title: {de: "Konto anlegen"')
OTHER_ORDER = GUIDE.replace("Konto anlegen", "Posteingang").replace(INBOX, INBOX.replace("Posteingang", "Konto anlegen"))
ONLY_POP3 = GUIDE.replace("[imap, pop3]", "[pop3]")


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Content]:
    """Give the content with another guide for Thunderbird, or with other values."""
    made: dict[tuple[str, ...], Content] = {}

    def give(guide: str, old: str = "", new: str = "") -> Content:
        if (guide, old, new) not in made:
            folder = tmp_path_factory.mktemp("content")
            content = small_content(folder, guide)
            if old:
                settings = folder / "settings.yaml"
                settings.write_text(settings.read_text("utf-8").replace(old, new), "utf-8")
                content = load_content(folder)
            made[guide, old, new] = content
        return made[guide, old, new]

    return give


@pytest.fixture
async def later(
    content: Content, guides: Callable[..., Content], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Chat]:
    """A member is at step 2 of 3 of the old guide; gives their chat with the bot that has the new one."""
    store, weights = Store(), tmp_path_factory.getbasetemp() / "weights"
    async with Chat(content, store) as chat:
        await chat.say("/setup thunderbird imap")
        assert "Schritt 2 von 3" in await chat.press("Ohne Adresse")

    def give(guide: str, old: str = "", new: str = "") -> Chat:
        return Chat(guides(guide, old, new), store, chat.screen, weights)

    return give


async def test_words_may_be_mended_without_anybody_noticing(later: Callable[..., Chat]) -> None:
    async with later(WORDED_ANEW) as chat:
        page = await chat.press("Weiter")
        assert "Schritt 3 von 3" in page
        assert "Rechner" in page
        assert "Geh zu Konten" in await chat.say("zurück")


@pytest.mark.parametrize(("guide", "total"), [(LONGER, 4), (OTHER_ORDER, 3)])
async def test_other_steps_are_told_and_the_nearest_one_is_offered(later: Callable[..., Chat], guide: str, total: int) -> None:
    async with later(guide) as chat:
        said = await chat.press("Weiter")
        assert "geändert" in said
        assert f"Du warst bei Thunderbird (IMAP), Schritt 3 von {total}" in said
        assert f"Schritt 3 von {total}" in await chat.press("Weitermachen")
        assert "Schritt 2" in await chat.press("Zurück")


async def test_one_may_begin_anew_as_well(later: Callable[..., Chat]) -> None:
    async with later(LONGER) as chat:
        await chat.press("Weiter")
        assert "Schritt 1 von 4" in await chat.press("Von vorn")


async def test_where_the_guide_is_shorter_now_its_end_is_nearest(later: Callable[..., Chat]) -> None:
    async with later(SHORTER) as chat:
        assert "ganz am Ende" in await chat.press("Weiter")
        assert "Alle Werte" in await chat.press("Weitermachen")


async def test_other_values_are_told_too(later: Callable[..., Chat]) -> None:
    async with later(GUIDE, "port: 993", "port: 4993") as chat:
        assert "Werte können jetzt andere sein" in await chat.press("Weiter")
        assert "4993" in await chat.press("Weitermachen")


async def test_typed_words_go_on_as_well(later: Callable[..., Chat]) -> None:
    async with later(LONGER) as chat:
        assert "geändert" in await chat.say("weiter")
        assert "Schritt 2 von 4" in await chat.say("weiter")
        assert "Erst aktualisieren" in await chat.say("weiter")


async def test_going_on_later_tells_it_too(later: Callable[..., Chat]) -> None:
    async with later(LONGER) as chat:
        assert "Abgebrochen" in await chat.say("abbrechen")
        assert "geändert" in await chat.press("Weitermachen")
        assert "Abgebrochen" in await chat.say("/abbrechen")
        assert "geändert" in await chat.say("weiter")
        assert "Schritt 2 von 4" in await chat.say("ja")


async def test_whoever_is_done_or_has_enough_need_not_know(later: Callable[..., Chat]) -> None:
    async with later(GUIDE) as chat:
        await chat.press("Weiter")
        assert "Alle Werte" in await chat.press("Weiter")
    async with later(LONGER) as chat:
        assert "Viel Freude" in await chat.press("Es klappt")


async def test_a_question_is_answered_as_ever(later: Callable[..., Chat]) -> None:
    async with later(LONGER) as chat:
        assert "993" in await chat.say("imap port?")
        assert "iPhone · IMAP · Schritt 1" in await chat.say("iphone mit imap einrichten")


async def test_a_guide_that_is_no_more_gives_a_choice(later: Callable[..., Chat]) -> None:
    async with later(ONLY_POP3) as chat:
        assert "gibt es so nicht mehr" in await chat.press("Weiter")
        assert "Thunderbird · POP3 · Schritt 1" in await chat.press("Thunderbird") + await chat.press("Los")


async def test_words_for_a_guide_that_is_no_more(later: Callable[..., Chat]) -> None:
    async with later(ONLY_POP3) as chat:
        assert "gibt es so nicht mehr" in await chat.say("weiter")
        assert "Thunderbird" in chat.buttons()


async def test_an_old_message_does_not_take_the_place_of_the_guide_that_is_open(later: Callable[..., Chat]) -> None:
    async with later(LONGER) as chat:
        old = max(chat.screen.messages)
        forward = next(button["callback_data"] for text, button in chat.buttons(old).items() if "Weiter" in text)
        await chat.say("/setup iphone imap")
        assert "geändert" in await chat.press_data(forward, old)
        assert "iPhone" in await chat.say("nochmal")


async def test_the_address_given_before_is_kept(content: Content, guides: Callable[..., Content]) -> None:
    store = Store()
    async with Chat(content, store) as chat:
        await chat.say("/setup thunderbird imap")
        await chat.say("anna@kolping-schoenau.de")
        screen = chat.screen
    async with Chat(guides(LONGER), store, screen) as chat:
        await chat.press("Weiter")
        await chat.press("Weitermachen")
        assert "anna@kolping-schoenau.de" in await chat.press("Weiter")
