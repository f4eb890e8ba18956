"""F34 and the log: a line an update, never a token, a name or a word of a member's. Against the real process."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from playground.faults import CONFLICT, HALF, LOST, NO_JSON, NOT_FOUND, SERVER_ERROR, UNAUTHORIZED, UNHEARD, flood, refusal
from tests.faults.asking import QUESTION, all_answered, all_ask, log_of, members
from tests.telegram import Telegram

if TYPE_CHECKING:
    from playground.faults import Fault

SECRET = "sesamstrasse"
BREAKING = [sys.executable, "-m", "tests.faults.breaking_bot"]
KINDS: tuple[Fault, ...] = (SERVER_ERROR, HALF, NO_JSON, LOST, UNHEARD, flood(1))


async def test_f34_at_debug_and_with_all_faults_neither_token_nor_words_are_logged() -> None:
    async with Telegram.start(BREAKING, LOG_LEVEL="DEBUG") as telegram:
        faults = telegram.server.faults
        people = members(telegram, 5)
        faults.at_random(0.2, seed=34, kinds=KINDS)
        all_ask(people, question=f"welcher port für imap? {SECRET}")
        all_ask(people, question=f"kaputt {SECRET}")
        await all_answered(telegram, people, 2)
        faults.clear()
        faults.add("getUpdates", UNAUTHORIZED, NOT_FOUND, CONFLICT)
        faults.add(
            "sendMessage", refusal(400, f"Bad Request: button URL '{SECRET}' is invalid"), refusal(403, f"Forbidden: {SECRET}")
        )
        telegram.server.world.queue({"message": {"message_id": SECRET, "from": SECRET}})
        all_ask(people, question=SECRET)
        await telegram.private().asks(QUESTION)
        await telegram.server.refuse()
        await telegram.until(lambda: "cannot be polled" in log_of(telegram) or None, "the warning")
        await telegram.stop_bot()
        log = log_of(telegram)
    assert telegram.server.world.token not in log
    assert telegram.server.world.token.partition(":")[2] not in log
    assert SECRET not in log.lower()
    assert "Mitglied" not in log
    assert "api.telegram" not in log


async def test_one_line_an_update_with_what_it_was_about() -> None:
    async with Telegram.start() as telegram:
        anna = telegram.private()
        await anna.asks(QUESTION)
        page = await anna.asks("/setup thunderbird imap")
        await anna.presses(page, "▶")
        await telegram.until(lambda: "callback_query" in log_of(telegram) or None, "the line of the press")
        lines = re.findall(r"update (\d+) (\w+) (\S+(?: \S+)*?) (\d+) ms", log_of(telegram))
        assert [(kind, topic) for _, kind, topic, _ in lines] == [
            ("message", "port.imap.-.-"),
            ("message", "/setup thunderbird.imap.0"),
            ("callback_query", "thunderbird.imap.1"),
        ]


async def test_json_on_request() -> None:
    async with Telegram.start(LOG_FORMAT="json") as telegram:
        await telegram.private().asks(QUESTION)
        await telegram.until(lambda: '"update_id"' in log_of(telegram) or None, "the line of the update")
        await telegram.stop_bot()
        told = [json.loads(line) for line in telegram.log]
    line = next(line for line in told if "update_id" in line)
    assert line["kind"] == "message"
    assert line["topic"] == "port.imap.-.-"
    assert line["level"] == "INFO"
    assert isinstance(line["ms"], int)


@pytest.mark.parametrize(("name", "value"), [("LOG_FORMAT", "xml"), ("LOG_LEVEL", "LOUD")])
async def test_a_wrong_wish_is_told_in_a_sentence(name: str, value: str) -> None:
    async with Telegram.start(wait_for_bot=False, **{name: value}) as telegram:
        assert await telegram.bot_ends() == 78
        assert name in log_of(telegram)
