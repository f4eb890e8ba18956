"""What surrounds a run of the bot."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from handlers.environment import read_environment
from handlers.maintainers.reload import Reloader
from handlers.render import answer_shown
from handlers.services import installed
from tests.handlers.small_content import small_content
from ways.common import FINE, HERE
from ways.surroundings import alongside, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handlers.services import App


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """A run ends deaf to signals, and leaves what it loaded out of collections."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    gc.unfreeze()
    for number, handler in before.items():
        signal.signal(number, handler)


def variables(folder: Path) -> dict[str, str]:
    return {
        "BOT_TOKEN": "1234567:" + "a" * 35,
        "DATABASE_URL": f"sqlite:///{folder}/bot.db",
        "CONTENT_DIR": str(folder / "content"),
    }


def asked(application: App, question: str) -> str:
    answer = installed(application.bot_data).assistant.ask(question).answer
    assert answer is not None
    return answer_shown(answer).plain


async def test_content_that_is_in_use_no_more_leaves_nothing_in_memory(tmp_path: Path) -> None:
    # With a single thread, what is done in it has let go of everything when the next thing is done in it.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    folder = tmp_path / "content"
    small_content(folder)
    async with running(read_environment(tmp_path, variables(tmp_path)), tmp_path / "cache") as run:
        reloader, settings = Reloader(run.application, folder, run.store), folder / "settings.yaml"
        for old, new in (("993", "1993"), ("1993", "2993")):
            assert f"{old} zum Empfangen" in asked(run.application, "imap port?")
            parts = installed(run.application.bot_data)
            gone = [weakref.ref(part) for part in (parts, parts.assistant, parts.content, parts.typed, parts.password_guard)]
            del parts
            settings.write_text(settings.read_text("utf-8").replace(f"port: {old}", f"port: {new}"), "utf-8")
            assert (await reloader.load()).is_new
            assert [reference() for reference in gone] == [None] * len(gone), "without waiting for a collection"
        assert run.content is installed(run.application.bot_data).content


_LEARNS_FOR_LONG = """
import sys
import assistant.prepare, bot
child = "import os, time; open({pid!r}, 'w').write(str(os.getpid())); os.kill(os.getppid(), {number}); time.sleep(600)"
assistant.prepare.making = lambda folder, cache: [sys.executable, "-c", child]
sys.exit(bot.main([]))
"""
"""The real bot, but who learns the content has it asked to stop, and goes on for ten minutes."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_bot_that_is_asked_to_stop_while_it_learns_ends_well_and_leaves_no_process(
    tmp_path: Path, number: signal.Signals
) -> None:
    small_content(tmp_path / "content")
    pid = tmp_path / "pid"
    code = _LEARNS_FOR_LONG.format(pid=str(pid), number=int(number))
    around = {**os.environ, **variables(tmp_path), "CACHE_DIRECTORY": str(tmp_path / "cache"), "ENV_FILE": os.devnull}
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == FINE
    assert [line.partition(" INFO ")[2].partition(";")[0] for line in done.stderr.splitlines()] == [
        "assistant.prepare: The content is read and learned"
    ]
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


async def test_what_fails_on_the_side_is_in_the_log_at_once_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    async def keep_something() -> None:
        raise ValueError("what a member wrote")

    async with alongside(keep_something()):
        for _ in range(3):
            await asyncio.sleep(0)
        (record,) = caplog.records
    assert record.levelname == "ERROR"
    first, *_, last = record.getMessage().split("\n")
    assert "keep_something ended by an error" in first
    assert last == "ValueError"
    assert "member" not in caplog.text


async def test_errors_nobody_waited_for_are_in_the_log_without_their_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        raise ValueError("what a member wrote")

    def called_back(words: str) -> None:
        raise KeyError(words)

    small_content(tmp_path / "content")
    loop = asyncio.get_running_loop()
    async with running(read_environment(tmp_path, variables(tmp_path)), tmp_path / "cache"):
        task = asyncio.create_task(fail())
        loop.call_soon(called_back, "what a member wrote")
        await asyncio.wait({task})
        del task
        loop.call_exception_handler({"message": "Something of asyncio's own"})
    assert "Task exception was never retrieved\n" in caplog.text
    assert "Exception in callback" in caplog.text
    assert "in called_back\nKeyError" in caplog.text
    assert "Something of asyncio's own" in caplog.text
    assert "member wrote" not in caplog.text


async def test_what_is_done_on_the_side_ends_quietly_with_what_it_accompanies(caplog: pytest.LogCaptureFixture) -> None:
    async def wait() -> None:
        await asyncio.Event().wait()

    async def end() -> None:
        """End by itself, as the introduction does."""

    async with alongside(wait()), alongside(end()):
        await asyncio.sleep(0)
    assert not caplog.records
