"""`python bot.py playground`, as a webmaster meets it who has just broken something."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from asyncio.subprocess import PIPE, STDOUT
from typing import TYPE_CHECKING

from assistant.knowledge.snapshot import snapshot
from tests.telegram import ROOT, START_WAIT, WAIT
from ways import playground
from ways.common import CONFIGURATION, FAILED

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_what_was_mended_while_the_bot_ended_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("prot: 993")
    read = snapshot(tmp_path)
    (tmp_path / "settings.yaml").write_text("port: 993 # mended")
    async with asyncio.timeout(WAIT):
        now = await playground._wait_before_restart(tmp_path, read, CONFIGURATION)
    assert now == snapshot(tmp_path)


async def test_a_bot_that_has_crashed_is_started_again_whatever_the_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(playground, "RESTART_WAIT", 0)
    async with asyncio.timeout(WAIT):
        await playground._wait_before_restart(tmp_path, snapshot(tmp_path), FAILED)
    assert "ended with code 1" in capsys.readouterr().out


async def test_broken_content_is_told_once_and_the_bot_starts_when_it_is_mended(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    settings = content / "settings.yaml"
    good = settings.read_text("utf-8")
    settings.write_text(good.replace("port: 993", "prot: 993"), "utf-8")
    command = [sys.executable, str(ROOT / "bot.py"), "playground", "--port", "0"]
    environment = {**os.environ, "CONTENT_DIR": str(content), "LOG_LEVEL": "INFO"}
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=PIPE, stderr=STDOUT)

    async def read_until(part: str, seconds: float) -> list[str]:
        assert process.stdout is not None
        lines: list[str] = []
        async with asyncio.timeout(seconds):
            while part not in (line := (await process.stdout.readline()).decode()):
                assert line, f"ended before {part!r}: {lines}"
                lines.append(line)
        return lines

    try:
        told = await read_until("waits until a file of the content is saved", 2 * START_WAIT)
        assert sum("Did you mean `port`?" in line for line in told) == 1
        settings.write_text(good, "utf-8")
        started = await read_until("token: accepted", 2 * START_WAIT)
        assert not [line for line in started if "Did you mean" in line]
    finally:
        process.terminate()
        await asyncio.wait_for(process.communicate(), WAIT)
