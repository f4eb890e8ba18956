"""`python bot.py playground`, as a webmaster meets it who has just broken something."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import socket
import sys
from asyncio.subprocess import PIPE, STDOUT
from typing import TYPE_CHECKING

import pytest

import bot
from assistant.knowledge.snapshot import snapshot
from handlers.environment import read_environment
from playground.chat_page import GroupNames
from playground.server import BotApiServer
from tests.handlers.small_content import small_content
from tests.telegram import ROOT, START_WAIT, WAIT
from updates.errors import ConfigurationError
from ways import playground
from ways.common import CONFIGURATION, FAILED

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from pathlib import Path


async def test_what_was_mended_while_the_bot_ended_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("prot: 993")
    read = snapshot(tmp_path)
    (tmp_path / "settings.yaml").write_text("port: 993 # mended")
    async with asyncio.timeout(WAIT):
        now = await playground._wait_before_restart(tmp_path, read, CONFIGURATION)
    assert now == snapshot(tmp_path)


def test_the_groups_are_those_of_the_club(tmp_path: Path) -> None:
    small_content(tmp_path)
    (tmp_path / "club.yaml").write_text((tmp_path / "club.yaml").read_text("utf-8").replace('"KfSB"', '"SCB"'), "utf-8")
    assert playground.group_names(tmp_path) == GroupNames("SCB-Gruppe", "SCB-Forum", ("E-Mail", "Sommerfest"))
    (tmp_path / "settings.yaml").write_text("prot: 993")
    assert playground.group_names(tmp_path) is None


async def test_settings_that_the_bot_cannot_start_with_are_not_waited_for_and_the_content_is_not_blamed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    small_content(content)
    with pytest.raises(ConfigurationError, match="its content is not why: what it said last tells what to change"):
        await playground._wait_before_restart(content, snapshot(content), CONFIGURATION)


async def test_a_bot_that_has_crashed_is_started_again_whatever_the_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(playground, "RESTART_WAIT", 0)
    async with asyncio.timeout(WAIT):
        await playground._wait_before_restart(tmp_path, snapshot(tmp_path), FAILED)
    assert "ended with code 1" in capsys.readouterr().out


def test_the_bot_finds_nothing_of_the_bot_that_members_write_to(tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("1234567:" + "a" * 35)
    given = {"PORT": "8080", "HOST": "10.0.0.1", "ALLOWED_GROUPS": "-100123", "BOT_TOKEN_FILE": str(secret), "LOG_LEVEL": "DEBUG"}
    (tmp_path / ".env").write_text("PORT=8081\nALLOWED_GROUPS=-100123\nMAINTAINERS=7\n")
    found = read_environment(tmp_path, playground.surroundings(ROOT / "content", given))
    assert (found.port, found.host, found.groups, found.maintainers, found.token) == (0, "", frozenset(), frozenset(), "")
    assert (found.log_level, found.content_dir) == ("DEBUG", ROOT / "content")


async def test_beside_a_bot_with_settings_of_its_own_it_starts_and_has_none_of_them(tmp_path: Path) -> None:
    for part in ROOT.iterdir():
        if part.is_dir() and not part.name.startswith("."):
            (tmp_path / part.name).symlink_to(part)
    shutil.copy(ROOT / "bot.py", tmp_path)
    with socket.socket() as members_bot:
        members_bot.bind(("127.0.0.1", 0))
        members_bot.listen()
        settings = f"PORT={members_bot.getsockname()[1]}\nHOST=127.0.0.1\nALLOWED_GROUPS=-100123\n"
        (tmp_path / ".env").write_text(settings)
        process = await started(tmp_path / "bot.py", CACHE_DIRECTORY=str(ROOT / "data"), CONTENT_DIR=str(ROOT / "content"))
        try:
            await read_until(process, "token: accepted", 2 * START_WAIT)
        finally:
            await ended(process)


async def test_broken_content_is_told_once_and_the_bot_starts_when_it_is_mended(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    settings = content / "settings.yaml"
    good = settings.read_text("utf-8")
    settings.write_text(good.replace("port: 993", "prot: 993"), "utf-8")
    process = await started(ROOT / "bot.py", CONTENT_DIR=str(content))
    try:
        told = await read_until(process, "waits until a file of the content is saved", 2 * START_WAIT)
        assert sum("Did you mean `port`?" in line for line in told) == 1
        settings.write_text(good, "utf-8")
        after = await read_until(process, "token: accepted", 2 * START_WAIT)
        assert not [line for line in after if "Did you mean" in line]
    finally:
        await ended(process)


async def started(program: Path, **variables: str) -> Process:
    """Start the playground on any port."""
    command = [sys.executable, str(program), "playground", "--port", "0"]
    environment = {**os.environ, "LOG_LEVEL": "INFO", **variables}
    return await asyncio.create_subprocess_exec(*command, env=environment, stdout=PIPE, stderr=STDOUT)


async def read_until(process: Process, part: str, seconds: float) -> list[str]:
    """Give the lines before the first one with this part."""
    assert process.stdout is not None
    lines: list[str] = []
    async with asyncio.timeout(seconds):
        while part not in (line := (await process.stdout.readline()).decode()):
            assert line, f"ended before {part!r}: {lines}"
            lines.append(line)
    return lines


async def ended(process: Process) -> None:
    """Stop it, unless it has ended by itself."""
    if process.returncode is None:
        process.terminate()
    await asyncio.wait_for(process.communicate(), WAIT)


def test_where_no_port_is_free_one_line_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def taken(*_: object) -> None:
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setenv("CONTENT_DIR", str(ROOT / "content"))
    monkeypatch.setattr(BotApiServer, "start", taken)
    assert bot.main(["playground", "--port", "65535"]) == FAILED
    assert capsys.readouterr().err == "No port from 65535 on is free: name another with --port.\n"
