"""A message that is handled a second time is understood as the first time: nothing that it left itself is taken for said before.

It is when its answer did not get through, when the bot was killed before it was done, and when it is edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from telegram.error import NetworkError

from handlers.conversation import Who
from tests.handlers.offline import BOT, GROUP, PERSON
from tests.handlers.test_media import PHOTO, shows
from tests.handlers.test_said_once import AWAY

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

ASKED = "Welcher Port für IMAP eingehend?"
NAME = f"@{BOT['username']}"
ME = Who(700700700, 700700700)


@pytest.mark.parametrize(
    ("said", "port"), [("und beim anderen?", "110"), ("und die andere Richtung?", "587"), ("und die vom anderen?", "110")]
)
async def test_a_follow_up_whose_answer_was_lost_is_answered_the_same(chat: Chat, said: str, port: str) -> None:
    assert "993" in await chat.say(ASKED)
    chat.screen.refusals["sendMessage"] = [AWAY, AWAY]
    for _ in range(2):
        with pytest.raises(NetworkError):
            await chat.say(said, message_id=7)
    assert port in await chat.say(said, message_id=7)


async def test_a_follow_up_that_was_answered_before_a_kill_is_answered_the_same(chat: Chat) -> None:
    assert "993" in await chat.say(ASKED)
    for _ in range(3):
        assert "110" in await chat.say("und beim anderen?", message_id=7)
    assert "25" in await chat.say("und ausgehend?"), "and it is what was asked last"


async def test_a_group_is_not_told_again_and_goes_on_where_it_was(chat: Chat) -> None:
    async def says(text: str, message: int) -> str:
        mention = {"type": "mention", "offset": 0, "length": len(NAME)}
        return await chat.say(f"{NAME} {text}", message_id=message, entities=[mention])

    chat.chat = GROUP
    assert "993" in await says(ASKED, 6)
    assert "110" in await says("und beim andren?", 7)
    answer = max(chat.screen.messages)
    assert not await says("und beim andren?", 7), "it knows which message answered it"
    await chat.edit(7, f"{NAME} und beim anderen?", entities=[{"type": "mention", "offset": 0, "length": len(NAME)}])
    assert "110" in chat.written(answer)
    assert "25" in await says("und ausgehend?", 8)


async def test_what_did_not_get_through_to_a_group_does_not_silence_the_bot_there(chat: Chat) -> None:
    chat.chat = GROUP
    for number, command in enumerate(("/imap", "/pop", "/server", "/answers", "/vergleich")):
        chat.screen.refusals["sendMessage"] = [AWAY] * 3
        with pytest.raises(NetworkError):
            await chat.say(command, message_id=number + 10)
        for _ in range(2):
            with pytest.raises(NetworkError):
                await chat.again()
        before = len(chat.screen.messages)
        await chat.again()
        assert len(chat.screen.messages) == before + 1, command


async def test_a_step_is_turned_once(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    assert "Schritt 2 " in await chat.say("weiter", message_id=7)
    assert "Schritt 2 " in await chat.say("weiter", message_id=7)
    assert "Schritt 3 " in await chat.say("weiter", message_id=8)
    assert "Schritt 2 " in await chat.say("zurück", message_id=9)
    assert "Schritt 2 " in await chat.say("zurück", message_id=9)


async def test_the_end_of_a_guide_is_told_again(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("zeig alle werte")
    assert "Viel Freude" in await chat.say("hat geklappt", message_id=7)
    assert "Viel Freude" in await chat.say("hat geklappt", message_id=7)
    assert "keine Anleitung" in await chat.say("/cancel")


async def test_a_choice_is_made_again(chat: Chat) -> None:
    await chat.say("/setup thunderbird")
    assert "POP3 · Schritt 1 " in await chat.say("pop", message_id=7)
    assert "POP3 · Schritt 1 " in await chat.say("pop", message_id=7)


async def test_an_edited_word_turns_the_page_it_would_have_turned(chat: Chat) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("wieter", message_id=7)
    page = max(chat.screen.messages)
    await chat.edit(7, "weiter")
    assert "Schritt 2 " in chat.written(page)
    await chat.edit(7, "zeig alle werte")
    assert "Alle Werte" in chat.written(page)
    assert "Schritt" in await chat.press("Zurück", page), "the page that is open keeps its buttons"


@pytest.mark.parametrize(
    ("meant", "told", "button"), [("abbrechen", "Abgebrochen", "Weiter"), ("hat geklappt", "Viel Freude", "")]
)
async def test_an_edited_word_leaves_the_guide_it_first_went_on_with(chat: Chat, meant: str, told: str, button: str) -> None:
    await chat.say("/setup thunderbird imap")
    await chat.say("zeig alle werte")
    await chat.say("wieter", message_id=7)
    page = max(chat.screen.messages)
    await chat.edit(7, meant)
    assert told in chat.written(page)
    assert any(button in label for label in chat.buttons(page)), "those of what is said now"


async def test_an_edit_takes_back_what_the_message_opened(chat: Chat) -> None:
    assert "993" in await chat.say(ASKED)
    assert "Schritt 1 " in await chat.say("richte thunderbird mit imap ein", message_id=7)
    page = max(chat.screen.messages)
    await chat.edit(7, "und beim anderen?")
    assert "110" in chat.written(page)
    assert await chat.services.conversation.guide(ME) is None
    assert "25" in await chat.say("und ausgehend?")


async def test_what_was_forgotten_stays_so(chat: Chat) -> None:
    await chat.say(ASKED)
    await chat.say("/setup thunderbird imap")
    await chat.say("/forget", message_id=7)
    assert not chat.store.rows
    await chat.edit(7, "/imap")
    assert not chat.store.rows, "nobody knows of that message any more"


async def test_an_edited_caption_is_answered_anew_and_looked_at_for_a_password(chat: Chat) -> None:
    assert "993" in await shows(chat, PHOTO, "Welcher Port für IMAP?")
    answer = max(chat.screen.messages)
    photo = answer - 1
    await chat.edit(photo, "Welcher Port für POP3?", **PHOTO)
    assert "110" in chat.written(answer)
    await chat.edit(photo, "Mein Passwort ist Sommer!2024xy", **PHOTO)
    warning = max(chat.screen.messages)
    assert "🔒" in chat.written(warning)
    assert warning != answer
    await chat.edit(7, "Mein Passwort ist Sommer!2024xy", **PHOTO)
    assert max(chat.screen.messages) > warning, "nor does it matter that nobody remembers the message"


async def test_rows_from_before_they_knew_their_message_are_read(chat: Chat) -> None:
    conversation = chat.services.conversation
    await chat.store.put(conversation._key("last", ME), '{"intent": "port.imap.incoming.-", "language": "de"}', lasts=60)
    assert "110" in await chat.say("und beim anderen?", message_id=7)
    assert "110" in await chat.say("und beim anderen?", message_id=7)


@pytest.mark.parametrize("before", ['"x"', "[]", "7", '{"intent": "nonsense"}'])
async def test_what_cannot_be_read_of_before_is_nothing(chat: Chat, before: str) -> None:
    row = f'{{"intent": "port.imap.incoming.-", "language": "de", "of": 7, "answer": "x", "before": {before}}}'
    await chat.store.put(chat.services.conversation._key("last", ME), row, lasts=60)
    assert "110" in await chat.say("Welcher Port für POP3 eingehend?", message_id=7)


async def test_nothing_that_somebody_wrote_is_kept(chat: Chat) -> None:
    await chat.say("Welcher Port für IMAP, fragt Hildegard?", message_id=700)
    await chat.say("xqzt brrmpf Hildegard", message_id=701)
    await chat.say("/setup thunderbird imap", message_id=702)
    await chat.say("hildegard@kolping-schoenau.de", message_id=703)
    assert "hildegard" not in str(chat.store.rows).lower()
    assert str(PERSON["id"]) not in str(chat.store.rows)
