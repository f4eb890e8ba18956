"""Free text in private chats and in groups."""

from __future__ import annotations

from typing import Any

import pytest
from telegram.error import NetworkError

from tests.handlers.offline import BOT, GROUP, Chat

MENTION = {"entities": [{"type": "mention", "offset": 0, "length": 12}]}
BOTS_MESSAGE = {"message_id": 5, "date": 1, "chat": GROUP, "from": BOT, "text": "Hallo"}


async def test_a_question_and_its_follow_up(chat: Chat) -> None:
    assert "993" in await chat.say("Welcher Port für den Posteingang bei IMAP?")
    assert "110" in await chat.say("und für pop?")


async def test_the_memory_is_of_one_person_in_one_chat(chat: Chat) -> None:
    await chat.say("Welcher Port für den Posteingang bei IMAP?")
    assert "imap" not in str(chat.store.rows.keys()).lower()
    assert str(chat.person["id"]) not in "".join(chat.store.rows)


async def test_without_a_store_questions_are_answered(chat: Chat) -> None:
    chat.store.is_away = True
    assert "993" in await chat.say("Welcher Port für IMAP?")


async def test_set_up_in_words_opens_the_guide(chat: Chat) -> None:
    assert "Welches Programm" in await chat.say("richte mir mein Mailprogramm ein")
    assert "Schritt 1" in await chat.say("richte thunderbird mit imap ein")


async def test_a_picture_that_cannot_be_sent_does_not_have_the_answer_said_again(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    chat.screen.refusals["sendPhoto"] = [{"error_code": 502, "description": "Bad Gateway"}]
    assert "IMAP" in await chat.say("Was ist der Unterschied zwischen IMAP und POP3?")
    assert "A picture could not be sent after its answer (NetworkError)." in caplog.messages
    await chat.say("Was ist der Unterschied zwischen IMAP und POP3?")
    assert chat.screen.calls[-1] == "sendPhoto", "the next one is sent again"


async def _shows_album(chat: Chat, *captions: str, album: str = "1") -> list[str]:
    """Show an album, a photo for each caption; give what the bot says to it."""
    before = max(chat.screen.messages, default=0)
    for number, caption in enumerate(captions, start=5):
        await _shows_picture(chat, caption=caption, media_group_id=album, message_id=number)
    return [chat.written(number) for number in sorted(chat.screen.messages) if number > before]


async def test_an_album_is_answered_once(chat: Chat) -> None:
    (said,) = await _shows_album(chat, *[""] * 10)
    assert "schreib mir ihren Wortlaut" in said
    assert len(await _shows_album(chat, "", "", album="2")) == 1, "the next one again"


async def test_a_question_below_an_album_is_answered_wherever_it_stands(chat: Chat) -> None:
    (said,) = await _shows_album(chat, "Welcher Port für IMAP?", "", "")
    assert "993" in said
    assert "993" in (await _shows_album(chat, "", "", "Welcher Port für IMAP?", album="2"))[-1]


async def test_an_album_whose_answer_did_not_get_through_is_answered_when_it_comes_again(chat: Chat) -> None:
    chat.screen.refusals["sendMessage"] = [{"error_code": 502, "description": "Bad Gateway"}]
    with pytest.raises(NetworkError):
        await _shows_album(chat, "")
    await _shows_album(chat, "", "")
    assert "schreib mir ihren Wortlaut" in chat.text


@pytest.mark.parametrize(
    ("caption", "answer"),
    [
        ("Welcher Port für IMAP?", "993"),
        ("schau mal, mein hund", "schreib mir ihren Wortlaut"),
        ("mein passwort ist Sommer!2024xy", "🔒"),
    ],
)
async def test_what_is_asked_under_a_picture_is_answered(chat: Chat, caption: str, answer: str) -> None:
    await _shows_picture(chat, caption=caption)
    assert answer in chat.text


async def _shows_picture(chat: Chat, **more: Any) -> None:
    photo = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    message = {"message_id": 1, "date": 1, "chat": chat.chat, "from": chat.person, "photo": photo, **more}
    await chat._feed({"message": message})


@pytest.mark.parametrize(
    "update",
    [
        {"edited_message": {}},
        {"message": {"from": {**BOT, "id": 43}}},
        {"message": {"via_bot": {**BOT, "id": 43}}},
    ],
)
async def test_edits_and_bots_are_not_answered(chat: Chat, update: dict[str, Any]) -> None:
    base = {"message_id": 1, "date": 1, "chat": chat.chat, "from": chat.person, "text": "Port für IMAP?"}
    kind, changes = next(iter(update.items()))
    await chat._feed({kind: {**base, **changes}})
    assert not chat.screen.messages


async def test_a_group_is_answered_only_when_it_speaks_to_the_bot(chat: Chat) -> None:
    chat.chat = GROUP
    assert not await chat.say("Wer bringt am Sonntag Kuchen mit?")
    assert "993" in await chat.say("@ClubMailBot Port für IMAP?", **MENTION)
    assert chat.last["reply_parameters"]["message_id"]
    assert "110" in await chat.say("Port für POP3?", reply_to_message=BOTS_MESSAGE)
    assert "993" in await chat.say("/ports")
    assert not await chat.say("/ports@OtherBot")
    assert not await chat.say("/nothing")


async def test_a_group_answer_is_short_and_has_no_menu(chat: Chat) -> None:
    chat.chat = GROUP
    for number, command in enumerate(("/settings", "/ports", "/compare", "/imap", "/pop", "/server", "/help", "/setup")):
        chat.person = {**chat.person, "id": 9000 + number}
        text = await chat.say(command)
        assert len(text.split("\n")) <= 8, command
        assert all("callback_data" not in button for button in chat.buttons().values()), command
        assert any("url" in button for button in chat.buttons().values()), command


async def test_the_set_up_link_leads_to_program_and_protocol(chat: Chat) -> None:
    chat.chat = GROUP
    await chat.say("/setup thunderbird imap")
    links = [button["url"] for button in chat.buttons().values()]
    assert links == ["https://t.me/ClubMailBot?start=guide_thunderbird_imap_de"]


@pytest.mark.parametrize(
    "extra",
    [
        {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}},
        {"via_bot": {**BOT, "id": 43}},
        {"is_automatic_forward": True},
        {"from": {**BOT, "id": 43}},
    ],
)
async def test_a_group_message_from_elsewhere_is_not_answered(chat: Chat, extra: dict[str, Any]) -> None:
    chat.chat = GROUP
    assert not await chat.say("@ClubMailBot Port für IMAP?", **MENTION, **extra)


async def test_a_press_in_a_group_tells_how_to_ask(chat: Chat) -> None:
    chat.chat = GROUP
    await chat.say("/ports")
    await chat.press_data("1mde.")
    assert "Privatchat" in chat.screen.toasts[0]
