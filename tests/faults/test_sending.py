"""F17-F21: sending, against the real process."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from handlers.buttons import ButtonError, PressTrouble, encode
from playground.errors import RefusalError
from playground.faults import (
    BAD_GATEWAY,
    EMPTY,
    HALF,
    LOST,
    NO_JSON,
    SERVER_ERROR,
    UNAUTHORIZED,
    UNHEARD,
    Fault,
    flood,
    refusal,
)
from playground.methods.arguments import Arguments
from tests.faults.asking import QUESTION, all_answered, answered, answers, log_of, members
from tests.telegram import Telegram

if TYPE_CHECKING:
    from playground.journal import Call
    from playground.state import Json

pytestmark = pytest.mark.asyncio(loop_scope="module")
MOVED = "Bad Request: group chat was upgraded to a supergroup chat"


def bad_request(what: str) -> Fault:
    return refusal(400, f"Bad Request: {what}")


def last_sent(telegram: Telegram, method: str = "sendMessage") -> Json:
    return telegram.server.journal.of(method)[-1].arguments


async def test_f17_lost_then_an_error_then_a_limit_and_one_answer(telegram: Telegram) -> None:
    anna = telegram.private()
    telegram.server.faults.add("sendMessage", LOST, SERVER_ERROR, flood(1))
    assert "993" in (await anna.asks(QUESTION)).text
    await telegram.private().asks(QUESTION)
    assert answered(telegram, [anna]) == [1]


@pytest.mark.parametrize("fault", [LOST, BAD_GATEWAY, EMPTY, NO_JSON, UNAUTHORIZED])
async def test_f17_one_failure_costs_no_answer(telegram: Telegram, fault: Fault) -> None:
    anna = telegram.private()
    telegram.server.faults.add("sendMessage", fault)
    assert "993" in (await anna.asks(QUESTION)).text


@pytest.mark.parametrize("fault", [UNHEARD, HALF])
async def test_f17_a_doubled_answer_beats_silence(telegram: Telegram, fault: Fault) -> None:
    anna = telegram.private()
    telegram.server.faults.add("sendMessage", fault)
    anna.says(QUESTION)
    await all_answered(telegram, [anna], 2)
    assert len(set(answers(telegram, anna))) == 1


async def test_f17_an_edit_nobody_heard_of_is_made_again_and_that_is_fine(telegram: Telegram) -> None:
    anna = telegram.private()
    menu = await anna.asks("/einrichten")
    telegram.server.faults.add("editMessageText", UNHEARD)
    assert "Thunderbird" in (await anna.presses(menu, "Thunderbird")).text
    await anna.asks(QUESTION)
    first, again = telegram.server.journal.of("editMessageText")[-2:]
    assert first.arguments == again.arguments
    assert "not modified" in again.error
    assert answered(telegram, [anna]) == [2], "nothing was said anew"


def refused(telegram: Telegram) -> list[Call]:
    """Give the messages that Telegram's flood limit refused."""
    return [call for call in telegram.server.journal.of("sendMessage") if call.status == 429]


async def test_f18_a_short_limit_is_waited_for(telegram: Telegram) -> None:
    anna = telegram.private()
    telegram.server.faults.add("sendMessage", flood(1))
    assert "993" in (await anna.asks(QUESTION)).text


async def test_f18_a_long_limit_is_not_waited_for_and_holds_up_nobody(telegram: Telegram) -> None:
    anna, berta = members(telegram, 2)
    telegram.server.faults.add("sendMessage", flood(120))
    logged, before = len(telegram.log), len(refused(telegram))
    anna.says(QUESTION)
    await telegram.until(lambda: len(refused(telegram)) > before or None, "the refusal of her answer")
    assert "993" in (await berta.asks(QUESTION)).text
    assert "993" in (await anna.asks(QUESTION)).text, "only the one answer is left out"
    assert answered(telegram, [anna]) == [1]
    assert "flood limit" in "".join(telegram.log[logged:])


async def test_f18_a_limit_in_between_keeps_only_its_chat_waiting(telegram: Telegram) -> None:
    anna, berta = members(telegram, 2)
    telegram.server.faults.add("sendMessage", flood(11))
    before = len(refused(telegram))
    anna.says(QUESTION)
    await telegram.until(lambda: len(refused(telegram)) > before or None, "the refusal of her answer")
    assert "993" in (await berta.asks(QUESTION)).text
    assert answered(telegram, [anna]) == [0]
    assert await all_answered(telegram, [anna]) == [1]


async def test_f18_the_limits_of_telegram_itself(telegram: Telegram) -> None:
    telegram.server.limits.enabled = True
    try:
        anna = telegram.private()
        for _ in range(5):
            anna.says(QUESTION)
        await all_answered(telegram, [anna], 5)
        assert refused(telegram)
    finally:
        telegram.server.limits.enabled = False


async def test_a_page_is_shown_once_though_the_buttons_above_cannot_be_taken_off(telegram: Telegram) -> None:
    anna = telegram.private()
    await anna.asks("thunderbird mit imap einrichten")
    telegram.server.faults.always("editMessageReplyMarkup", SERVER_ERROR)
    assert "Schritt 2" in (await anna.asks("weiter")).text
    assert "Schritt 3" in (await anna.asks("weiter")).text
    assert answered(telegram, [anna]) == [3]


async def test_an_answer_in_a_guide_is_said_once_though_the_step_does_not_get_through(telegram: Telegram) -> None:
    anna = telegram.private()
    await anna.asks("thunderbird mit imap einrichten")
    await anna.asks("weiter")
    telegram.server.faults.add("sendMessage", Fault(delay=0.01), SERVER_ERROR, SERVER_ERROR, SERVER_ERROR)
    anna.says("welche Verschlüsselung hat IMAP beim Senden?")
    anna.says("weiter")
    await all_answered(telegram, [anna], 4)
    answer, page = answers(telegram, anna)[2:]
    assert "STARTTLS" in answer
    assert "Schritt 3" in page
    assert "A further message could not be sent" in log_of(telegram)


async def test_f19_a_group_that_became_a_supergroup(telegram: Telegram) -> None:
    anna = telegram.group("Verein", "Anna", admin="Anna", kind="group")["Anna"]
    new_id = anna.chat.id - 10**6
    telegram.server.people.group(new_id, "Verein", {anna.user_id: "administrator"})
    moved = {"ok": False, "error_code": 400, "description": MOVED, "parameters": {"migrate_to_chat_id": new_id}}
    await anna.asks("/answers addressed")
    telegram.server.faults.add("sendMessage", Fault(status=400, body=json.dumps(moved)))
    anna.says("/ports")
    sent = await telegram.until(lambda: telegram.server.journal.carried_out("sendMessage", new_id) or None, "the answer there")
    assert "993" in sent[0].arguments["text"]
    there = type(anna)(telegram, telegram.server.world.chats[new_id], anna.user_id)
    assert "angesprochen" in (await there.asks("/answers")).text


@pytest.mark.parametrize("words", ["bot was blocked by the user", "user is deactivated"])
async def test_f19_who_blocked_the_bot_is_left_alone(telegram: Telegram, words: str) -> None:
    anna = telegram.private()
    logged = len(telegram.log)
    telegram.server.faults.add("sendMessage", refusal(403, f"Forbidden: {words}"))
    anna.says(QUESTION)
    await telegram.private().asks(QUESTION)
    assert answered(telegram, [anna]) == [0]
    assert not re.search(r"ERROR|Traceback", "".join(telegram.log[logged:]))


async def test_f19_markup_that_telegram_cannot_read(telegram: Telegram) -> None:
    anna = telegram.private()
    telegram.server.faults.add("sendMessage", bad_request('can\'t parse entities: unsupported start tag "x"'))
    assert "993" in (await anna.asks(QUESTION)).text
    assert "parse_mode" not in last_sent(telegram)


async def test_f19_a_message_that_is_too_long(telegram: Telegram) -> None:
    anna = telegram.private()
    telegram.server.faults.add("sendMessage", bad_request("message is too long"))
    assert "993" in (await anna.asks(QUESTION)).text


async def test_f19_an_edit_that_changes_nothing(telegram: Telegram) -> None:
    anna = telegram.private()
    menu = await anna.asks("/einrichten")
    data = menu.button("Thunderbird").data
    anna.presses_data(menu.message_id, data)
    anna.presses_data(menu.message_id, data)  # a double tap
    anna.says(QUESTION)
    while "993" not in (await anna.hears()).text:
        pass
    assert answered(telegram, [anna]) == [2], "the menu and the answer, and no more"


async def test_f19_the_question_was_deleted_before_its_answer(telegram: Telegram) -> None:
    anna = telegram.group("Verein", "Anna")["Anna"]
    anna.listen()
    message_id = anna.says("/ports")
    telegram.server.people.delete(anna.chat, message_id)
    reply = await anna.hears()
    assert "993" in reply.text
    assert reply.reply_to == 0


async def test_f20_a_button_holds_64_bytes_and_no_more(telegram: Telegram) -> None:
    with pytest.raises(ButtonError):
        encode(PressTrouble("x" * 60, "y" * 60, "de"))
    anna = telegram.private()
    keyboard = '{"inline_keyboard": [[{"text": "x", "callback_data": "%s"}]]}'
    message = {"chat_id": anna.chat.id, "text": "x"}
    with pytest.raises(RefusalError, match="BUTTON_DATA_INVALID"):
        await _call(telegram, {**message, "reply_markup": keyboard % ("x" * 65)})
    assert await _call(telegram, {**message, "reply_markup": keyboard % ("x" * 64)})


async def _call(telegram: Telegram, arguments: Json) -> object:
    return await telegram.server.call(telegram.server.world.token, "sendMessage", Arguments(arguments))


async def test_f21_a_mistake_in_the_code_costs_one_apology() -> None:
    async with Telegram.start([sys.executable, "-m", "tests.faults.breaking_bot"]) as telegram:
        anna = telegram.private()
        apology = await anna.asks("kaputt geheimes wort")
        number = re.search(r"\b[0-9a-f]{6}\b", apology.text)
        assert number is not None
        assert number[0] in log_of(telegram)
        assert "ValueError" in log_of(telegram)
        assert "geheim" not in log_of(telegram)
        anna.says("kaputt")
        assert "993" in (await anna.asks(QUESTION)).text, "the next message works"
        assert answered(telegram, [anna]) == [2], "one apology is enough"
        telegram.server.faults.add("sendMessage", bad_request("no"))
        berta = telegram.private("Berta")
        berta.says("kaputt")
        assert "993" in (await berta.asks(QUESTION)).text, "an apology that fails is only logged"
        assert "no apology could be sent" in log_of(telegram)
