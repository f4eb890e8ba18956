"""A handler fails: one apology with a number, which the log has too, and none of the member's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from handlers.errors import Apologies, Helper
from handlers.groups.settings import Choice, Mode
from tests.handlers.offline import GROUP, PERSON
from updates import lines
from updates.errors import UndeliveredError, is_unreachable

if TYPE_CHECKING:
    from tests.handlers.offline import Chat

GROUP_ID = -100
SECRET = "mein Wort bleibt hier"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def failing(chat: Chat, clock: Clock) -> Chat:
    """A chat where 'kaputt' raises what `chat.error` is."""

    async def fail(update: Any, _context: Any) -> None:
        error = chat.error  # type: ignore[attr-defined]
        raise error or ValueError(update.message.text)

    chat.error = None  # type: ignore[attr-defined]
    chat.apologies = Apologies(clock)
    chat.application.add_handler(MessageHandler(filters.Regex("kaputt"), fail), group=-2)
    # Only the failing handler may speak to it.
    chat.application.handlers[0].clear()
    return chat


def fails_with(chat: Chat, error: Exception) -> None:
    chat.error = error  # type: ignore[attr-defined]


async def test_one_apology_with_the_number_of_the_log(failing: Chat, caplog: pytest.LogCaptureFixture) -> None:
    said = await failing.say(f"kaputt {SECRET}")
    number = re.search(r"\b[0-9a-f]{6}\b", said)
    assert said.startswith("Das hat nicht geklappt")
    assert number is not None
    assert number[0] in caplog.text
    assert "ValueError" in caplog.text
    assert "test_errors.py" in caplog.text
    assert SECRET not in caplog.text


async def test_whoever_counts_learns_of_it(failing: Chat) -> None:
    lines.begin()
    fails_with(failing, Forbidden("Forbidden: bot was blocked by the user"))
    await failing.say("kaputt")
    assert lines.outcome() == "done", "nobody's mistake"
    fails_with(failing, ValueError())
    await failing.say("kaputt")
    assert lines.outcome() == "failed"


async def test_in_the_members_language(failing: Chat) -> None:
    failing.language = "en"
    assert (await failing.say("kaputt")).startswith("Sorry")


async def test_no_more_than_one_a_minute_in_a_chat(failing: Chat, clock: Clock) -> None:
    assert await failing.say("kaputt")
    clock.now = 59.0
    assert not await failing.say("kaputt")
    clock.now = 60.0
    assert await failing.say("kaputt")


async def test_chats_are_forgotten_when_there_are_too_many(failing: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.errors._MOST_CHATS", 1)
    assert await failing.say("kaputt")
    failing.chat = {"id": 5, "type": "private"}
    assert await failing.say("kaputt")
    failing.chat = {"id": 700700700, "type": "private"}
    assert await failing.say("kaputt")


async def test_in_a_group_only_who_spoke_to_the_bot_gets_one(failing: Chat) -> None:
    failing.chat = GROUP
    assert not await failing.say("kaputt hier")
    assert await failing.say("/kaputt")
    failing.chat = {**GROUP, "id": -101}
    mention = {"type": "mention", "offset": 0, "length": 12}
    assert await failing.say("@ClubMailBot kaputt", entities=[mention])


async def test_blocked_is_nobodys_mistake_and_the_chat_is_forgotten(failing: Chat, caplog: pytest.LogCaptureFixture) -> None:
    failing.chat = GROUP
    await failing.services.groups.choose(GROUP_ID, Choice(Mode.OFF))
    fails_with(failing, Forbidden("Forbidden: bot was kicked from the supergroup chat"))
    assert not await failing.say("/kaputt")
    assert await failing.services.groups.mode(GROUP_ID) is not Mode.OFF
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_group_where_the_bot_may_only_read_keeps_its_choice(failing: Chat) -> None:
    failing.chat = GROUP
    await failing.services.groups.choose(GROUP_ID, Choice(Mode.ADDRESSED))
    fails_with(failing, Forbidden("Forbidden: not enough rights to send text messages to the chat"))
    assert not await failing.say("/kaputt")
    assert await failing.services.groups.mode(GROUP_ID) is Mode.ADDRESSED


async def test_a_moved_group_takes_its_choice_along(failing: Chat) -> None:
    failing.chat = GROUP
    await failing.services.groups.choose(GROUP_ID, Choice(Mode.ADDRESSED))
    fails_with(failing, ChatMigrated(-100777))
    assert not await failing.say("/kaputt")
    assert await failing.services.groups.mode(-100777) is Mode.ADDRESSED


@pytest.mark.parametrize("words", ["Not enough rights to send text messages", "Chat not found", "TOPIC_CLOSED"])
async def test_where_the_bot_may_not_write_it_does_not_complain(
    failing: Chat, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    fails_with(failing, BadRequest(words))
    assert not await failing.say("kaputt")
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_long_flood_limit_is_only_logged(
    failing: Chat, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it PTB warns of the change
    lines.begin()
    fails_with(failing, RetryAfter(120))
    assert not await failing.say("kaputt")
    assert "flood limit" in caplog.text
    assert lines.outcome() == "left_out"


async def test_telegrams_words_help_but_what_they_quote_does_not(failing: Chat, caplog: pytest.LogCaptureFixture) -> None:
    fails_with(failing, BadRequest(f"Can't parse entities: {SECRET}"))
    assert await failing.say("kaputt")
    assert "Can't parse entities" in caplog.text
    assert SECRET not in caplog.text


async def test_an_apology_that_fails_is_only_logged(failing: Chat, caplog: pytest.LogCaptureFixture) -> None:
    failing.screen.refusals["sendMessage"] = [{"error_code": 400, "description": "Bad Request: no"}]
    assert not await failing.say("kaputt")
    assert "no apology could be sent" in caplog.text


async def test_an_apology_that_does_not_get_through_is_tried_with_the_update(chat: Chat) -> None:
    async def fail(_update: Any, _context: Any) -> None:
        raise ValueError

    chat.apologies = Apologies()
    for handler in chat.application.handlers[0]:
        handler.callback = fail
    chat.screen.refusals["sendMessage"] = [{"error_code": 502, "description": "Bad Gateway"}]
    assert not await chat.say("hallo")
    assert chat.is_undelivered
    assert await chat.say("hallo"), "this apology was not one too many"
    assert not chat.is_undelivered


async def test_a_failure_outside_of_updates_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert not await helper(Apologies()).process_error(None, ValueError(SECRET))
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


async def test_a_failed_press_in_a_group_is_told_to_who_pressed(chat: Chat) -> None:
    async def fail(_update: Any, _context: Any) -> None:
        raise ValueError

    chat.chat, chat.apologies = GROUP, Apologies()
    for handler in chat.application.handlers[0]:
        handler.callback = fail
    chat.screen.messages[5] = {"message_id": 5}
    await chat.press_data("x", 5)
    assert chat.screen.toasts[-1].startswith("Das hat nicht geklappt")
    assert "sendMessage" not in chat.screen.calls


async def test_a_failed_inline_query_is_only_logged(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    async def fail(_update: Any, _context: Any) -> None:
        raise ValueError

    chat.apologies = Apologies()
    for handler in chat.application.handlers[0]:
        handler.callback = fail
    await chat._feed(
        {"inline_query": {"id": "1", "from": {"id": 5, "is_bot": False, "first_name": "A"}, "query": "", "offset": ""}}
    )
    assert "ValueError" in caplog.text
    assert chat.screen.calls == ["getMe"]


@pytest.mark.parametrize(
    ("error", "again"),
    [
        (NetworkError("x"), True),
        (TimedOut(), True),
        (InvalidToken("x"), True),
        (BadRequest("x"), False),
        (Forbidden("x"), False),
        (ValueError("x"), False),
    ],
)
def test_only_a_network_that_fails_is_worth_another_try(error: Exception, *, again: bool) -> None:
    assert is_unreachable(error) is again


def helper(apologies: Apologies) -> Helper:
    builder = ApplicationBuilder().token("1:" + "a" * 30).updater(None)
    return builder.application_class(Helper, {"apologies": apologies}).build()  # type: ignore[return-value]


async def test_the_receiver_learns_of_a_network_that_fails() -> None:
    with pytest.raises(UndeliveredError):
        await helper(Apologies()).process_error(None, TimedOut())


@pytest.mark.parametrize("is_delivered", [True, False])
async def test_the_receiver_learns_of_an_apology_that_did_not_get_through(*, is_delivered: bool) -> None:
    class Said(Apologies):
        async def deal_with(self, update: object, context: Any, error: Exception) -> bool:
            dealt_with.append((update, context.error, error))
            return is_delivered

    dealt_with: list[object] = []
    update, error = Update(7), ValueError()
    if is_delivered:
        assert not await helper(Said()).process_error(update, error)
    else:
        with pytest.raises(UndeliveredError):
            await helper(Said()).process_error(update, error)
    assert dealt_with == [(update, error, error)]


@pytest.mark.parametrize(
    ("kind", "seconds", "is_waited_for"), [("private", 60, True), ("private", 61, False), ("group", 11, False)]
)
async def test_a_private_chat_waits_where_telegram_asks_for_it(
    kind: str, seconds: int, monkeypatch: pytest.MonkeyPatch, *, is_waited_for: bool
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    message = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": kind}, "from": PERSON, "text": "x"}
    update = Update.de_json({"update_id": 1, "message": message}, None)
    if is_waited_for:
        with pytest.raises(UndeliveredError) as caught:
            await helper(Apologies()).process_error(update, RetryAfter(seconds))
        assert caught.value.wait == seconds
    else:
        assert not await helper(Apologies()).process_error(update, RetryAfter(seconds))
