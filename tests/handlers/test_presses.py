"""Presses of every origin: old buttons, forged data, messages that are gone, results of inline queries."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from assistant.intent import Intent
from assistant.live_check import LiveCheck
from handlers.buttons import (
    Deed,
    Place,
    PressAsk,
    PressDelete,
    PressFeedback,
    PressGapDone,
    PressGuide,
    PressProgram,
    PressSimple,
    PressTrouble,
    Simple,
    encode,
)
from handlers.conversation import OpenGuide, Who
from handlers.guides.dialogue import walk_to
from handlers.learning.unanswered import Unanswered
from tests.handlers.offline import BOT, GROUP, PERSON
from tests.handlers.test_checking import no_such_name

if TYPE_CHECKING:
    from handlers.buttons import Press
    from tests.handlers.offline import Chat

ANNA = int(str(PERSON["id"]))
WHO = Who(ANNA, ANNA)
GONE = Place("nokia3310", "imap", 1, "abcd")


async def press(chat: Chat, data: str | Press, **origin: Any) -> None:
    """Press a button with this data; `origin` is what the update tells of where it was."""
    coded = data if isinstance(data, str) else encode(data)
    query = {"id": "1", "from": {**chat.person, "language_code": "de"}, "chat_instance": "1", "data": coded}
    await chat._feed({"callback_query": {**query, **origin}})


async def test_a_button_of_a_message_sent_by_inline_query_is_told_that_it_is_too_old(chat: Chat) -> None:
    await press(chat, "nothing of ours", inline_message_id="5")
    assert "kenne ich nicht" in chat.screen.toasts[-1]
    assert "sendMessage" not in chat.screen.calls, "there is no chat to say more in"


@pytest.mark.parametrize(
    "pressed",
    [
        PressFeedback("port", helped=True, language="xx"),
        PressDelete(7, "xx"),
        PressSimple(Simple.TROUBLES, "xx"),
        PressAsk(Intent(aspect="port"), "xx"),
        PressTrouble("send", "", "xx"),
        PressProgram("thunderbird", "imap", "xx"),
    ],
)
async def test_a_button_in_a_language_that_is_gone_speaks_the_clubs_first(chat: Chat, pressed: Press) -> None:
    await chat.say("imap port?")
    told, buttons = await chat.press_data(encode(pressed)), chat.buttons()
    assert told == await chat.press_data(encode(replace(pressed, language="de")))
    assert buttons == chat.buttons(), "it goes on in that language"
    assert chat.screen.toasts[-2] == chat.screen.toasts[-1]


async def test_what_a_message_without_a_chat_cannot_do(chat: Chat) -> None:
    replace(chat.services, maintainers=frozenset({ANNA}), unanswered=Unanswered(chat.store, b"secret", is_on=True)).install(
        chat.application
    )
    await press(chat, PressGapDone("20260101abcdef01", "de"), inline_message_id="5")
    await press(chat, PressDelete(7, "de"), inline_message_id="5")
    await press(chat, PressFeedback("port", helped=True, language="de"), inline_message_id="5")
    assert len(chat.screen.toasts) == 3, "each press is answered"
    assert not {"sendMessage", "editMessageText", "deleteMessage"} & set(chat.screen.calls)


async def test_a_program_that_is_no_more_gets_a_sentence_and_the_menu(chat: Chat) -> None:
    assert "inzwischen nicht mehr" in await chat.press_data(encode(PressProgram("nokia3310", "imap", "de")))
    assert chat.buttons()


async def test_go_on_where_nothing_was_begun_offers_to_begin(chat: Chat) -> None:
    await chat.press_data(encode(PressSimple(Simple.CONTINUE, "de")))
    assert any("Thunderbird" in label for label in chat.buttons())


async def test_the_servers_are_checked_on_a_press(chat: Chat) -> None:
    replace(chat.services, live_check=LiveCheck(resolve=no_such_name)).install(chat.application)
    assert "finde ich nicht" in await chat.press_data(encode(PressSimple(Simple.CHECK, "de")))


@pytest.mark.parametrize("again", [PressProgram("nokia3310", "", "de"), PressAsk(Intent(aspect="port"), "de")])
async def test_words_for_a_choice_that_is_no_more_are_a_question(chat: Chat, again: Press) -> None:
    await chat.services.conversation.choose_from(WHO, again)
    assert "993" in await chat.say("welcher port für imap?")


@pytest.mark.parametrize("words", ["/setup", "weiter", "/cancel"])
async def test_a_guide_that_is_no_more_is_not_gone_on_with(chat: Chat, words: str) -> None:
    await chat.services.conversation.open_guide(WHO, OpenGuide(GONE, "de", 5))
    await chat.say(words)
    assert not any("weiter" in label.lower() for label in chat.buttons())
    assert walk_to(chat.services, GONE, "de") is None


async def test_an_older_guides_cancel_leaves_the_one_that_is_open(chat: Chat) -> None:
    await chat.say("thunderbird mit imap einrichten")
    first, older = max(chat.screen.messages), await chat.services.conversation.guide(WHO)
    await chat.say("thunderbird mit imap einrichten")
    opened = await chat.services.conversation.guide(WHO)
    assert older is not None
    assert opened is not None
    assert opened.message != older.message == first
    await chat.press_data(encode(PressGuide(Deed.CANCEL, older.place, "de")), first)
    assert await chat.services.conversation.guide(WHO) == opened


async def test_a_file_that_the_guide_does_not_offer_is_not_sent(chat: Chat) -> None:
    await chat.say("thunderbird mit imap einrichten")
    opened = await chat.services.conversation.guide(WHO)
    assert opened is not None
    assert "inzwischen nicht mehr" in await chat.press_data(encode(PressGuide(Deed.K9_SETTINGS, opened.place, "de")))
    assert "sendDocument" not in chat.screen.calls


async def test_feedback_pressed_twice_counts_once(chat: Chat) -> None:
    await chat.say("welcher port für imap?")
    chat.screen.refusals["editMessageReplyMarkup"] = [{"error_code": 400, "description": "Bad Request: message is not modified"}]
    await chat.press("👍")
    months = await chat.services.statistics.months()
    assert not [name for month in months.values() for name in month if name.startswith("helped")]


@pytest.mark.parametrize(
    ("label", "counted"),
    [
        ("port", ["failed:port"]),
        ("difference", ["failed:difference"]),
        ("setup", ["failed:setup"]),
        ("trouble:sending", ["failed:trouble:sending"]),
        ("carrier_pigeons", []),
        ("trouble:carrier-pigeons", []),
    ],
)
async def test_feedback_is_counted_only_for_what_the_bot_answers(chat: Chat, label: str, counted: list[str]) -> None:
    await chat.say("welcher port für imap?")
    await chat.press_data(encode(PressFeedback(label, helped=False, language="de")))
    assert "Schade" in chat.screen.toasts[-1]
    (counts,) = (await chat.services.statistics.months()).values()
    assert [name for name in counts if name.startswith("failed")] == counted


async def test_in_a_group_no_press_deletes_anything(chat: Chat) -> None:
    warned = {"message_id": 7, "date": int(time.time()), "chat": GROUP, "from": PERSON, "text": "x"}
    warning = {"message_id": 8, "date": int(time.time()), "chat": GROUP, "from": PERSON, "text": "y", "reply_to_message": warned}
    await press(chat, PressDelete(7, "de"), message=warning)
    assert "deleteMessage" not in chat.screen.calls
    assert chat.screen.toasts[-1]


@pytest.mark.parametrize(("speaker", "may"), [(GROUP, True), ({"id": -200, "type": "channel", "title": "Neues"}, False)])
async def test_an_administrator_may_press_for_the_group_and_for_no_channel(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, speaker: dict[str, Any], may: bool
) -> None:
    async def is_admin(*_: object) -> bool:
        return True

    monkeypatch.setattr("handlers.groups.presses.is_admin", is_admin)
    asked = {"message_id": 7, "date": int(time.time()), "chat": GROUP, "sender_chat": speaker, "text": "x"}
    offer = {"message_id": 8, "date": int(time.time()), "chat": GROUP, "from": BOT, "text": "y", "reply_to_message": asked}
    await press(chat, PressAsk(Intent(aspect="port", subject="imap"), "de"), message=offer)
    assert ("editMessageText" in chat.screen.calls) == may


async def test_a_password_that_cannot_be_deleted_any_more(chat: Chat) -> None:
    await chat.say("mein passwort ist geheim123")
    chat.screen.refusals["deleteMessage"] = [{"error_code": 400, "description": "Bad Request: message can't be deleted"}]
    assert chat.buttons()
    await chat.press("öschen")
    assert chat.screen.toasts[-1]
    assert "editMessageText" not in chat.screen.calls, "the warning stays"
