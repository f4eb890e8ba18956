"""F1-F8: starting and polling, against the real process."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from playground.faults import (
    BAD_GATEWAY,
    CONFLICT,
    EMPTY,
    HALF,
    NO_JSON,
    NOT_FOUND,
    SERVER_ERROR,
    UNAUTHORIZED,
    UNHEARD,
    Fault,
    flood,
)
from playground.server import BotApiServer
from tests.faults.asking import QUESTION, all_answered, all_ask, answered, log_of, members
from tests.faults.proxy import ConnectProxy, Mood
from tests.telegram import ROOT, Telegram

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.asyncio(loop_scope="module")
BOT = [sys.executable, str(ROOT / "bot.py")]


async def test_f01_telegram_is_down_at_the_start() -> None:
    async with Telegram.start(wait_for_bot=False) as telegram:
        await telegram.server.refuse()
        await telegram.until(lambda: "cannot be reached" in log_of(telegram) or None, "a warning")
        telegram.server.come_back()
        assert "993" in (await telegram.private().asks(QUESTION)).text
        assert log_of(telegram).count("cannot be reached") == 1, "one warning a minute"
        assert "Telegram answers again" in log_of(telegram)


@pytest.mark.parametrize("refusal", [UNAUTHORIZED, NOT_FOUND])
async def test_f02_a_wrong_token_ends_with_78_and_is_not_printed(refusal: Fault) -> None:
    async with Telegram.start(wait_for_bot=False) as telegram:
        telegram.server.faults.always("getMe", refusal)
        assert await telegram.bot_ends() == 78
        assert "BOT_TOKEN" in log_of(telegram)
        assert telegram.server.world.token not in log_of(telegram)


@pytest.mark.parametrize("refusal", [UNAUTHORIZED, NOT_FOUND])
async def test_f03_two_refusals_of_the_token_are_lived_through(telegram: Telegram, refusal: Fault) -> None:
    telegram.server.faults.add("getUpdates", refusal, refusal)
    anna = telegram.private()
    for _ in range(2):  # the first is answered by the poll that is under way
        assert "993" in (await anna.asks(QUESTION)).text


async def test_f03_five_refusals_in_a_row_end_it() -> None:
    async with Telegram.start() as telegram:
        telegram.server.faults.always("getUpdates", UNAUTHORIZED)
        await telegram.private().asks(QUESTION)
        assert await telegram.bot_ends() == 78
        refused = [call for call in telegram.server.journal.of("getUpdates") if call.status == 401]
        assert len(refused) == 5 + 1, "five, and the last word when it ends"
        assert telegram.server.world.token not in log_of(telegram)


def _certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate for 127.0.0.1 that signs itself."""
    certificate, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1,DNS:telegram.test", "-keyout", str(key), "-out", str(certificate)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is missing")
    return certificate, key


async def test_f04_a_proxy_that_lets_nothing_through_for_a_while(tmp_path: Path) -> None:
    certificate, key = _certificate(tmp_path)
    server = BotApiServer()
    server.names.add("telegram.test")
    server.start(tls=(certificate, key))
    proxy = ConnectProxy(server.port)
    await proxy.start()
    surroundings = {
        "BOT_API_URL": "https://telegram.test",
        "HTTPS_PROXY": proxy.url,
        "SSL_CERT_FILE": str(certificate),
    }
    telegram = Telegram(server, tmp_path, BOT, surroundings)
    try:
        await telegram.start_bot()
        anna = telegram.private()
        assert "993" in (await anna.asks(QUESTION)).text
        proxy.mood = Mood.STALLS
        await proxy.cut()  # what stood is gone, and what is new hangs in its TLS handshake
        asked = proxy.asked
        await telegram.until(lambda: proxy.asked >= asked + 3 or None, "three more tries", 40)
        anna.says(QUESTION)
        proxy.mood = Mood.WORKS
        assert await all_answered(telegram, [anna], 2) == [2]
        for mood in (Mood.REFUSES, Mood.DROPS):
            proxy.mood = mood
            await proxy.cut()
            await telegram.until(_more(proxy), f"a try while the proxy {mood.value}")
            proxy.mood = Mood.WORKS
            assert "993" in (await anna.asks(QUESTION)).text
    finally:
        await telegram.stop_bot()
        await proxy.stop()
        await server.stop()


def _more(proxy: ConnectProxy) -> Callable[[], bool | None]:
    asked = proxy.asked
    return lambda: proxy.asked > asked or None


def _conflicts(telegram: Telegram) -> int:
    return sum(call.status == 409 for call in telegram.server.journal.of("getUpdates"))


async def test_f05_two_copies_answer_everything_and_say_so_once(telegram: Telegram) -> None:
    people = members(telegram, 6)
    other = Telegram(telegram.server, telegram.folder, BOT, {})
    logged = len(telegram.log)
    await other.start_bot()
    await telegram.until(lambda: _conflicts(telegram) or None, "a poll that another one ended")
    telegram.server.faults.add("sendMessage", *[Fault(delay=0.15)] * 40)
    for person in people:
        person.says(QUESTION)
        await all_answered(telegram, [person])
    assert await other.stop_bot() == 0
    assert await all_answered(telegram, people) == [1] * len(people)
    assert "993" in (await telegram.private().asks(QUESTION)).text
    both = [*telegram.log[logged:], *other.log]
    assert 1 <= sum("Another copy of the bot is running" in line for line in both) <= 2


@pytest.mark.parametrize(
    "fault",
    [flood(1), SERVER_ERROR, BAD_GATEWAY, EMPTY, HALF, NO_JSON, CONFLICT, UNHEARD, Fault(status=200, body="[]"),
     Fault(status=200, body='{"ok": true}'), Fault(status=200, body='{"ok": true, "result": [{"message": {}}]}'),
     Fault(drip=0.0005)],
)  # fmt: skip
async def test_f06_polls_that_go_wrong_are_made_again(telegram: Telegram, fault: Fault) -> None:
    logged = len(telegram.log)
    telegram.server.faults.add("getUpdates", fault)
    anna = telegram.private()
    for _ in range(2):
        assert "993" in (await anna.asks(QUESTION)).text
    written = "".join(telegram.log[logged:])
    assert "<html>" not in written
    assert "Traceback" not in written


async def test_f07_an_update_that_cannot_be_read_is_left_out(telegram: Telegram) -> None:
    world = telegram.server.world
    people = members(telegram, 3)
    polls, logged = telegram.server.polling.started, len(telegram.log)
    world.queue({"message": {"message_id": "no number", "chat": 7, "from": []}})
    world.queue({"callback_query": 5})
    all_ask(people)
    assert await all_answered(telegram, people) == [1, 1, 1]
    assert sum("cannot be read" in line for line in telegram.log[logged:]) == 2
    assert telegram.server.polling.started - polls < 10


async def test_f08_a_webhook_is_not_deleted_unasked() -> None:
    async with Telegram.start(wait_for_bot=False) as telegram:
        telegram.server.world.webhook = {"url": "https://club.example/hook", "secret_token": "", "max_connections": 40}
        assert await telegram.bot_ends() == 78
        assert "--take-over" in log_of(telegram)
        assert telegram.server.world.webhook["url"]
        telegram._command = [*BOT, "--take-over"]
        await telegram.start_bot()
        assert not telegram.server.world.webhook["url"]
        anna = telegram.private()
        assert "993" in (await anna.asks(QUESTION)).text
        polls = telegram.server.journal.of("getUpdates")
        assert all("callback_query" in json.loads(poll.arguments["allowed_updates"]) for poll in polls)


async def test_a_store_that_is_away_stops_no_answer() -> None:
    async with Telegram.start(DATABASE_URL="sqlite:////proc/nowhere/bot.db") as telegram:
        people = members(telegram, 3)
        all_ask(people, 2)
        assert await all_answered(telegram, people, 2) == [2, 2, 2]
        assert log_of(telegram).count("The store is away") == 1


async def test_the_last_word_confirms_what_was_handled() -> None:
    async with Telegram.start() as telegram:
        anna = telegram.private()
        telegram.server.faults.add("sendMessage", Fault(delay=0.3))
        anna.says(QUESTION)
        await telegram.until(lambda: telegram.server.faults.take("sendMessage") is None or None, "the answer under way")
        assert await telegram.stop_bot() == 0
        assert answered(telegram, [anna]) == [1]
        assert telegram.server.world.updates == []
        assert telegram.server.journal.of("getUpdates")[-1].arguments["limit"] == "1"
