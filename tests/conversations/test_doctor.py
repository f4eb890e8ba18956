"""`python bot.py doctor`: what stands in the bot's way, seen by the one who runs it."""

from __future__ import annotations

import asyncio
import sys
import time
from email.utils import formatdate
from typing import TYPE_CHECKING

import pytest
from tornado.web import RequestHandler

from playground import groups
from playground.faults import UNAUTHORIZED
from playground.server import BotApiServer
from tests.telegram import ROOT, WAIT, Telegram, passed_on

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


async def doctor(server: BotApiServer, folder: Path, **environment: str) -> tuple[int, dict[str, str]]:
    """Run it, and give its exit code and its lines by their part."""
    given = {
        **passed_on(),
        "BOT_TOKEN": server.world.token,
        "BOT_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{folder}/bot.db",
        **environment,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "bot.py"), "doctor", env=given, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    out = (await asyncio.wait_for(process.stdout.read(), 2 * WAIT)).decode()
    lines = [line for line in out.splitlines() if line]
    assert server.world.token not in out
    return await process.wait(), {line[7:].partition(":")[0]: line for line in lines}


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    """A Bot API server without a bot."""
    started = BotApiServer()
    started.start()
    yield started
    await started.stop()


async def test_when_all_is_well(server: BotApiServer, tmp_path: Path) -> None:
    server.world.bot["can_read_all_group_messages"] = True
    code, found = await doctor(server, tmp_path)
    assert code == 0
    expected = {
        "token",
        "bot name",
        "privacy mode",
        "inline mode",
        "groups",
        "clock",
        "webhook",
        "second copy",
        "content",
        "store",
    }
    assert set(found) == expected
    assert all(line.startswith("ok") for line in found.values()), found
    assert "@club_mail_bot" in found["bot name"]


async def test_what_botfather_was_not_told_is_a_note_with_its_remedy(server: BotApiServer, tmp_path: Path) -> None:
    server.world.bot |= {"supports_inline_queries": False, "can_join_groups": False}
    code, found = await doctor(server, tmp_path)
    assert code == 0
    for part, remedy in {"privacy mode": "/setprivacy", "inline mode": "/setinline", "groups": "/setjoingroups"}.items():
        assert found[part].startswith("note")
        assert remedy in found[part]


@pytest.mark.parametrize(("seconds", "side"), [(-150, "ahead of"), (150, "behind")])
async def test_a_clock_that_is_wrong(
    server: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: int, side: str
) -> None:
    def telegrams_time(handler: RequestHandler) -> None:
        handler.set_header("Date", formatdate(time.time() + seconds, usegmt=True))

    monkeypatch.setattr(RequestHandler, "set_default_headers", telegrams_time)
    code, found = await doctor(server, tmp_path)
    assert code == 1
    assert found["clock"].startswith("WRONG")
    assert f"seconds {side} Telegram's" in found["clock"]


async def test_a_webhook_is_in_the_way_of_polling(server: BotApiServer, tmp_path: Path) -> None:
    server.world.webhook = {"url": "https://bot.example.org/secret-path", "max_connections": 40}
    code, found = await doctor(server, tmp_path)
    assert code == 1
    assert "bot.example.org" in found["webhook"]
    assert "--take-over" in found["webhook"]
    assert "secret-path" not in found["webhook"]
    code, found = await doctor(server, tmp_path, WEBHOOK_URL="https://bot.example.org/")
    assert code == 0, found
    code, found = await doctor(server, tmp_path, WEBHOOK_URL="https://new.example.org/")
    assert "set-webhook" in found["webhook"]
    assert code == 1


async def test_who_is_named_in_the_settings_but_not_known_here(server: BotApiServer, tmp_path: Path) -> None:
    code, found = await doctor(server, tmp_path, MAINTAINERS="7001", ALLOWED_GROUPS="-1001234567890,-77")
    assert code == 0
    assert found["maintainers"].startswith("note   maintainers: MAINTAINERS names 7001, who has not started the bot")
    assert "ALLOWED_GROUPS names -1001234567890, -77, where the bot is not." in found["allowed groups"]
    server.people.private(7001, "Anna")
    chor = server.people.group(-77, "Chor", {7001: "administrator"}, kind="group")
    code, found = await doctor(server, tmp_path, MAINTAINERS="7001", ALLOWED_GROUPS=str(chor.id))
    assert {"maintainers", "allowed groups"}.isdisjoint(found)
    new = groups.migrate(server.people, chor, 7001)
    code, found = await doctor(server, tmp_path, ALLOWED_GROUPS=str(chor.id))
    assert code == 0
    assert f"names -77, which is {new.id} now" in found["allowed groups"]
    assert "Name the new id" in found["allowed groups"]


async def test_a_refused_token_and_an_unreachable_telegram(server: BotApiServer, tmp_path: Path) -> None:
    server.faults.always("getMe", UNAUTHORIZED)
    code, found = await doctor(server, tmp_path)
    assert code == 1
    assert "@BotFather" in found["token"]
    assert found["content"].startswith("ok"), "the rest is examined all the same"
    server.faults.clear()
    await server.refuse()
    code, found = await doctor(server, tmp_path)
    assert code == 1
    assert "BOT_API_URL" in found["Telegram"]
    assert "ConnectionRefusedError: Connection refused" in found["Telegram"]


async def test_why_telegram_is_not_reached_through_a_proxy(server: BotApiServer, tmp_path: Path) -> None:
    """As the bot itself meets it, which takes the same way."""
    there = {"BOT_API_URL": "https://telegram.test", "NO_PROXY": "", "no_proxy": ""}
    code, found = await doctor(server, tmp_path, **there, https_proxy="http://127.0.0.1:1")
    assert code == 1
    assert "telegram.test cannot be reached (ConnectionRefusedError: Connection refused)" in found["Telegram"]
    code, found = await doctor(server, tmp_path, **there, https_proxy="socks5://127.0.0.1:1")
    assert code == 1
    assert found["Telegram"].startswith("WRONG  Telegram: The proxy that HTTPS_PROXY or ALL_PROXY names cannot be used")
    assert found["content"].startswith("ok"), "the rest is examined all the same"


async def test_a_server_that_tells_no_time_is_no_mistake(
    server: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RequestHandler, "set_default_headers", lambda handler: handler.set_header("Date", "today"))
    code, found = await doctor(server, tmp_path)
    assert code == 0
    assert "clock" not in found


async def test_no_token_a_broken_content_and_a_store_nobody_may_write(server: BotApiServer, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    file = tmp_path / "file"
    file.write_text("no folder")
    settings = {"CONTENT_DIR": str(tmp_path / "content"), "DATABASE_URL": f"sqlite:///{file}/bot.db"}
    code, found = await doctor(server, tmp_path, BOT_TOKEN="", **settings)
    assert code == 1
    assert found["token"].startswith("WRONG")
    assert "check" in found["content"]
    assert "DATABASE_URL" in found["store"]


async def test_beside_a_running_bot_it_notices_it_and_takes_nothing_from_it() -> None:
    async with Telegram.start() as telegram:
        anna = telegram.private("Anna")
        assert "993" in (await anna.asks("/imap")).text
        code, found = await doctor(telegram.server, telegram.folder)
        assert code == 0
        assert "polling with this token" in found["second copy"]
        assert "110" in (await anna.asks("/pop")).text


async def test_the_log_tells_the_same_at_the_start() -> None:
    async with Telegram.start() as telegram:
        await telegram.until(lambda: "webhook: none" in "".join(telegram.log) or None, "the report in the log")
        log = "".join(telegram.log)
        assert "/setprivacy" in log
        assert "@club_mail_bot" in log
        assert "store: SQLite works" in log
