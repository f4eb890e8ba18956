"""Private chats with topics (Bot API 9.3): everything stays in the topic in which it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

TOPIC: dict[str, Any] = {"message_thread_id": 77, "is_topic_message": True}


def threads(chat: Chat) -> dict[str, int | None]:
    """Give in which topic each kind of message was sent last."""
    calls = zip(chat.screen.calls, chat.screen.given, strict=True)
    return {name: given.get("message_thread_id") for name, given in calls if name.startswith("send")}


async def test_an_answer_and_its_picture(member: Chat) -> None:
    await member.say("was ist der unterschied zwischen imap und pop3?", **TOPIC)
    assert threads(member) == {"sendMessage": 77, "sendPhoto": 77}


async def test_a_file(member: Chat) -> None:
    await member.say("/setup iphone imap", **TOPIC)
    await member.say("anna", **TOPIC)
    await member.say("fertige datei", **TOPIC)
    assert threads(member) == {"sendMessage": 77, "sendDocument": 77}


async def test_a_code_to_scan(member: Chat) -> None:
    await member.say("/setup thunderbird-android imap", **TOPIC)
    await member.say("anna", **TOPIC)
    await member.say("qr-code", **TOPIC)
    assert threads(member) == {"sendMessage": 77, "sendPhoto": 77}


async def test_what_takes_the_place_of_a_message_that_is_too_old(chat: Chat) -> None:
    await chat.say("/einrichten", **TOPIC)
    chat.screen.refusals["editMessageText"] = [{"error_code": 400, "description": "Bad Request: message can't be edited"}]
    assert "IMAP" in await chat.press("Thunderbird", **TOPIC)
    assert chat.last["message_thread_id"] == 77


async def test_a_chat_without_topics_needs_none(member: Chat) -> None:
    await member.say("was ist der unterschied zwischen imap und pop3?")
    assert threads(member) == {"sendMessage": None, "sendPhoto": None}
