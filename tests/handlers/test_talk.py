"""What Telegram refuses is said in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram.error import NetworkError

from handlers import talk
from handlers.buttons import PressSimple, Simple
from handlers.groups.settings import Choice, Mode
from handlers.render import button, shown

if TYPE_CHECKING:
    from handlers.render import Shown
    from handlers.services import Context
    from tests.handlers.offline import Chat

GROUP = -100


def refusal(description: str, **parameters: int) -> dict[str, Any]:
    return {"error_code": 400, "description": f"Bad Request: {description}", "parameters": parameters}


async def test_markup_that_cannot_be_read_is_left_out(chat: Chat) -> None:
    chat.screen.refusals["sendMessage"] = [refusal("can't parse entities: unsupported start tag")]
    assert "993" in await chat.say("welcher port für imap?")
    assert "parse_mode" not in chat.last
    assert "<code>" not in chat.last["text"]
    assert chat.last["reply_markup"], "the buttons stay"


async def test_markup_that_cannot_be_read_is_left_out_of_edits_too(chat: Chat) -> None:
    await chat.say("/einrichten")
    chat.screen.refusals["editMessageText"] = [refusal("can't parse entities: byte offset 7")]
    assert "IMAP" in await chat.press("Thunderbird")
    assert chat.screen.calls.count("editMessageText") == 2


async def test_a_message_telegram_finds_too_long_is_sent_in_pieces(chat: Chat) -> None:
    chat.screen.refusals["sendMessage"] = [refusal("message is too long")]
    assert "993" in await chat.say("welcher port für imap?")
    chat.screen.refusals["sendMessage"] = [refusal("message is too long")] * 2
    with pytest.raises(Exception, match="too long"):
        await chat.say("welcher port für imap?")


async def test_a_group_that_moved_gets_the_answer_and_keeps_its_choice(chat: Chat) -> None:
    chat.chat = {"id": GROUP, "type": "group", "title": "Verein"}
    await chat.services.groups.choose(GROUP, Choice(Mode.ADDRESSED))
    chat.screen.refusals["sendMessage"] = [refusal("group chat was upgraded to a supergroup chat", migrate_to_chat_id=-100500)]
    assert "993" in await chat.say("/ports")
    assert chat.last["chat_id"] == -100500
    assert await chat.services.groups.mode(-100500) is Mode.ADDRESSED


async def test_a_topic_that_is_gone_is_left_out(chat: Chat) -> None:
    chat.chat = {"id": GROUP, "type": "supergroup", "title": "Verein", "is_forum": True}
    chat.screen.refusals["sendMessage"] = [refusal("message thread not found")]
    assert "993" in await chat.say("/ports", message_thread_id=7, is_topic_message=True)
    assert "message_thread_id" not in chat.last


async def test_a_message_that_cannot_be_edited_is_said_anew(chat: Chat) -> None:
    await chat.say("/einrichten")
    pressed = max(chat.screen.messages)
    chat.screen.refusals["editMessageText"] = [refusal("message can't be edited")]
    assert "IMAP" in await chat.press("Thunderbird")
    assert max(chat.screen.messages) > pressed


async def test_the_same_again_is_fine(chat: Chat) -> None:
    await chat.say("/einrichten")
    pressed = max(chat.screen.messages)
    chat.screen.refusals["editMessageText"] = [refusal("message is not modified: exactly the same")]
    await chat.press("Thunderbird")
    assert max(chat.screen.messages) == pressed


async def test_a_press_that_is_too_old_is_still_acted_on(chat: Chat) -> None:
    await chat.say("/einrichten")
    chat.screen.refusals["answerCallbackQuery"] = [refusal("query is too old or query ID is invalid")]
    assert "IMAP" in await chat.press("Thunderbird")


async def test_any_other_refusal_of_words_said_to_a_press_is_a_mistake(chat: Chat) -> None:
    await chat.say("welcher port für imap?")
    chat.screen.refusals["answerCallbackQuery"] = [refusal("MESSAGE_TOO_LONG")]
    with pytest.raises(Exception, match="Message_too_long"):
        await chat.press("👍")


async def test_only_what_was_said_in_the_same_chat_keeps_a_failure_from_being_tried_again(chat: Chat) -> None:
    """A maintainer may have been told something before the answer, which must not be lost for that."""
    context: Context = chat.application.context_types.context(chat.application)
    lost = {"error_code": 502, "description": "Bad Gateway"}
    await talk.say(context, 5, shown(["Für den Webmaster"]))
    chat.screen.refusals["sendMessage"] = [lost]
    with pytest.raises(NetworkError):
        await talk.say(context, 7, shown(["Die Antwort"]))
    await talk.say(context, 7, shown(["Die Antwort"]))
    chat.screen.refusals["sendMessage"] = [lost]
    await talk.say(context, 7, shown(["Noch ein Wort dazu"]))
    assert [message["chat_id"] for message in chat.screen.messages.values()] == [5, 7]


def long() -> Shown:
    return shown(["Erstens " + "a" * 3000, "Zweitens " + "b" * 3000], [[button("Menü", PressSimple(Simple.MENU, "de"))]])


async def test_what_is_too_long_becomes_several_messages_with_the_buttons_under_the_last(chat: Chat) -> None:
    context: Context = chat.application.context_types.context(chat.application)
    await talk.say(context, 7, long())
    first, second = chat.screen.messages.values()
    assert (first["text"][:8], second["text"][:8]) == ("Erstens ", "Zweitens")
    assert "reply_markup" not in first
    assert second["reply_markup"]


async def test_what_is_too_long_for_the_edited_message_follows_in_another(chat: Chat) -> None:
    context: Context = chat.application.context_types.context(chat.application)
    chat.screen.messages[5] = {"message_id": 5, "chat_id": 7}
    shown_in = await talk.replace(context, 7, 5, long())
    assert shown_in != 5
    assert chat.screen.messages[5]["text"].startswith("Erstens")
    assert chat.screen.messages[shown_in]["reply_markup"]


async def test_buttons_of_a_message_that_is_gone_need_not_be_taken_off(chat: Chat) -> None:
    await chat.say("thunderbird mit imap einrichten")
    chat.screen.refusals["editMessageReplyMarkup"] = [refusal("message to edit not found")]
    assert await chat.say("thunderbird mit imap einrichten")
    assert not chat.screen.refusals["editMessageReplyMarkup"]
