"""The set-up dialogue, pressed and typed, to its end; interrupted, changed, and mixed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.guides import Walk
from handlers.buttons import Deed, Place, PressGuide, encode
from tests.handlers.offline import Chat, Store

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content

WORDS = {
    "de": {"next": "Weiter", "without": "Ohne Adresse", "works": "Es klappt", "step": "Schritt", "end": "Viel Freude"},
    "en": {"next": "Next", "without": "Without address", "works": "It works", "step": "Step", "end": "Enjoy"},
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("protocol", "steps"), [("IMAP", 3), ("POP3", 4)])
async def test_by_buttons_alone_to_the_end(chat: Chat, language: str, protocol: str, steps: int) -> None:
    chat.language, words = language, WORDS[language]
    await chat.say("/setup")
    first = max(chat.screen.messages)
    await chat.press("Thunderbird")
    assert f"{words['step']} 1 " in await chat.press(protocol)
    await chat.press(words["without"])
    for number in range(3, steps + 1):
        assert f"{words['step']} {number} " in await chat.press(words["next"])
    summary = await chat.press(words["next"])
    assert "c9.webspace-verkauf.de" in summary
    assert ("⚠️" in summary) == (protocol == "POP3")
    assert words["end"] in await chat.press(words["works"])
    assert max(chat.screen.messages) == first, "every state is edited into the same message"


@pytest.mark.parametrize(("language", "on", "start"), [("de", "weiter", "einrichten"), ("en", "next", "setup")])
async def test_by_typing_alone_to_the_end(chat: Chat, language: str, on: str, start: str) -> None:
    chat.language, words = language, WORDS[language]
    assert f"{words['step']} 1 " in await chat.say(f"/{start} thunderbird imap")
    assert f"{words['step']} 2 " in await chat.say(on)
    earlier = max(chat.screen.messages)
    assert f"{words['step']} 3 " in await chat.say(on)
    assert not chat.buttons(earlier), "the earlier page's buttons are gone"
    assert "993" in await chat.say(on)
    assert words["end"] in await chat.say("es klappt" if language == "de" else "it works")


@pytest.mark.parametrize("given", ["anna", "anna@kolping-schoenau.de", "Anna@Kolping-Schoenau.de "])
async def test_an_address_is_filled_in_carried_in_the_buttons_and_not_stored(chat: Chat, given: str) -> None:
    await chat.say("/setup thunderbird imap")
    assert "Eingesetzt: anna@kolping-schoenau.de" in await chat.say(given)
    page = await chat.press("Weiter")
    assert "Benutzername: anna@kolping-schoenau.de" in page
    copied = [button["copy_text"]["text"] for button in chat.buttons().values() if "copy_text" in button]
    assert "anna@kolping-schoenau.de" in copied
    assert "anna" not in str(chat.store.rows)
    await chat.say("zurück")
    assert "Benutzername: anna@kolping-schoenau.de" in await chat.say("weiter")


async def test_an_address_elsewhere_is_not_filled_in(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    assert "gehört nicht dazu" in await chat.say("anna@gmail.com")
    assert "Benutzername: Deine-E-Mailadresse" in await chat.press("Ohne") + await chat.press("Weiter")


async def test_an_address_too_long_for_a_button_stays_behind(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    assert "zu lang" in await chat.say("a" * 50 + "@kolping-schoenau.de")


async def test_a_question_in_the_middle_is_answered_and_the_step_comes_again(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("weiter")
    before = max(chat.screen.messages)
    again = await chat.say("Welche Verschlüsselung hat IMAP beim Senden?")
    said = [message["text"] for number, message in chat.screen.messages.items() if number > before]
    assert any("STARTTLS" in text for text in said)
    assert "Schritt 2 von 3" in again


async def test_turning_back_repeating_cancelling_and_going_on(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    assert "erste Schritt" in await chat.say("zurück")
    await chat.say("weiter")
    assert "Schritt 2" in await chat.say("nochmal bitte")
    assert "Schritt 1" in await chat.say("ups vertippt, kann ich zurück?")
    await chat.say("weiter")
    assert "Schritt 2" in await chat.say("hilfe")
    assert "Abgebrochen" in await chat.say("abbrechen")
    assert "Schritt 2 von 3" in await chat.say("/setup")
    assert "Schritt 2" in await chat.press("Weitermachen")
    assert "Abgebrochen" in await chat.press("Abbrechen")
    assert "Schritt 2" in await chat.say("weiter"), "just left"
    assert "Schritt 2 von 3" in await chat.say("/setup")
    assert "Schritt 1" in await chat.press("Von vorn")
    assert "Abgebrochen" in await chat.say("/abbrechen")


async def test_when_it_fails_the_trouble_tree_opens(chat: Chat) -> None:
    await chat.say("/setup iphone imap")
    await chat.press("Weiter")
    assert "Was klappt nicht" in await chat.press("Klappt nicht")
    assert "Meldung" in await chat.press("Senden geht nicht")
    assert "587" in await chat.press("Ja")
    assert "Webmaster" in chat.text


async def test_it_goes_on_after_a_restart_at_every_step(content: Content) -> None:
    store = Store()
    async with Chat(content, store) as chat:
        await chat.say("/setup thunderbird pop3")
        screen = chat.screen
    for label in ("Ohne Adresse", "Weiter", "Weiter", "Weiter"):
        async with Chat(content, store, screen) as chat:
            await chat.press(label)
    assert "Alle Werte" in chat.text
    async with Chat(content, store, screen) as chat:
        assert "Schritt 4" in await chat.say("zurück")


async def test_it_goes_on_from_the_buttons_when_the_store_is_away(chat: Chat) -> None:
    chat.store.is_away = True
    await chat.say("/setup thunderbird imap")
    await chat.press("Ohne")
    assert "Schritt 3" in await chat.press("Weiter")
    assert "993" in await chat.say("port imap")


async def test_two_guides_at_once_do_not_mix(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    one = max(chat.screen.messages)
    buttons = dict(chat.buttons(one))
    await chat.say("/setup iphone imap")
    other = max(chat.screen.messages)
    await chat.press_data(next(b["callback_data"] for text, b in buttons.items() if "Ohne" in text), one)
    assert "Thunderbird" in chat.screen.messages[one]["text"]
    assert "iPhone" in chat.screen.messages[other]["text"]
    assert "Thunderbird" in await chat.say("weiter")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "old:guide:3",
        "1gde.s.nothing.i.0.abcd.",
        "1gde.s.iphone.p.0.abcd.",
        "1gde.s.thunderbird.i.7.abcd.",
        "1pde.nothing.-",
        "1dde.toaster",
        "1tde.nothing.-",
        "1tde.sending.nothing",
        "1ade.nothing.-.-.-",
        "1gde.m.thunderbird.i.0.abcd.",
    ],
)
async def test_old_foreign_and_forged_buttons_get_a_kind_answer(chat: Chat, data: str) -> None:
    await chat.say("/start")
    assert await chat.press_data(data)
    assert chat.buttons()
    assert len(chat.screen.toasts) == 1, "every press is answered once"


async def test_a_forged_step_beyond_the_end_is_no_step(chat: Chat, content: Content) -> None:
    fingerprint = Walk(content, "thunderbird", "imap", "de").fingerprint
    data = encode(PressGuide(Deed.SHOW, Place("thunderbird", "imap", 50, fingerprint), "de"))
    await chat.say("/start")
    assert "geändert" in await chat.press_data(data)


async def test_a_program_that_has_ended_offers_another(chat: Chat) -> None:
    await chat.say("/setup")
    assert "Gibt es nicht mehr" in await chat.press("Windows Mail")
    assert "Schritt 1" in await chat.press("Thunderbird") + await chat.press("IMAP")


async def test_which_program_do_i_have(chat: Chat) -> None:
    await chat.say("/setup")
    await chat.press("Welches habe ich")
    assert "Windows-PC" in await chat.press("Windows")
    assert {"Thunderbird", "Windows Mail"} <= set(chat.buttons())
    await chat.press("Zurück")
    assert "iPhone / iPad" in chat.buttons()


async def test_two_workers_on_one_store_go_on_where_the_other_was(content: Content) -> None:
    store = Store()
    async with Chat(content, store) as one, Chat(content, store, one.screen) as other:
        await one.say("/setup")
        assert "Wie sollen" in await other.say("thunderbird")
        assert "Schritt 1 von 3" in await one.say("imap")
        assert "Eingesetzt: anna@kolping-schoenau.de" in await other.say("anna")
        assert "Benutzername: anna@kolping-schoenau.de" in await one.press("Weiter")
        assert "Schritt 2 von 3" in await other.say("zurück")
        assert "Was klappt nicht" in await one.say("geht nicht")
        assert "Kommt eine Meldung?" in await other.press("Senden")
        assert "Port 587" in await one.say("ja")
