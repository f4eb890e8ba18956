"""Loading content anew, seen from inside: who keeps what, and who tells."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from telegram.ext import CallbackContext

from assistant import prepared
from assistant.knowledge.load import load_content
from assistant.knowledge.snapshot import snapshot
from handlers.maintainers.people import Telling
from handlers.maintainers.reload import Reloader, _renewed
from handlers.maintainers.renewing import renewed
from handlers.services import installed, services
from store.sqlite import SqliteStore
from tests.handlers.offline import Chat
from tests.handlers.small_content import small_content
from tests.handlers.test_errors import Clock

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from assistant.knowledge.snapshot import Snapshot
    from handlers.services import Context, Services


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small_content(tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = SqliteStore(str(tmp_path / "bot.db"))
    yield opened
    await opened.close()


@asynccontextmanager
async def worker(folder: Path, store: SqliteStore) -> AsyncIterator[tuple[Chat, Reloader]]:
    """A copy of the bot with a maintainer."""
    async with Chat(load_content(folder), cache=folder.parent.parent / "cache") as chat:
        parts = installed(chat.application.bot_data)
        replace(parts, maintainers=frozenset({700700700})).install(chat.application)
        yield chat, Reloader(chat.application, folder, store)


def save(folder: Path, old: str, new: str) -> None:
    file = folder / "settings.yaml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


async def test_an_update_keeps_the_content_it_began_with(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        begun: Context = CallbackContext(chat.application)
        before = services(begun)
        save(folder, "port: 993", "port: 1993")
        assert (await reloader.load()).is_new
        assert services(begun) is before
        assert "1993" in await chat.say("imap port eingang?")


async def test_what_was_remembered_stays(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        await chat.say("imap port eingang?")
        save(folder, "port: 587", "port: 1587")
        await reloader.load()
        assert "1587" in await chat.say("und ausgehend?")


async def test_of_two_workers_one_tells(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (one, first), worker(folder, store) as (other, second):
        for turn, (old, new) in enumerate([("port: 993", "prot: 993"), ("prot: 993", "port: 993")] * 2, start=1):
            save(folder, old, new)
            await first.load()
            await second.load()
            told = [message["text"] for chat in (one, other) for message in chat.screen.messages.values()]
            assert len(told) == turn
            assert ("Fehler" in told[-1]) == (new == "prot: 993")


async def test_saving_the_same_again_changes_nothing(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        save(folder, "port: 993", "port: 993")
        outcome = await reloader.load()
        assert not outcome.is_new
        assert not outcome.mistakes
        assert not chat.screen.messages


async def test_what_is_saved_while_the_content_is_read_is_not_taken_by_half(
    folder: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def saved_meanwhile(parts: Services, place: Path) -> Services | None:
        new = await _renewed(parts, place)
        save(folder, "port: 587", "port: 1587")
        return new

    async with worker(folder, store) as (chat, reloader):
        save(folder, "port: 993", "port: 1993")
        with monkeypatch.context() as patch:
            patch.setattr("handlers.maintainers.reload._renewed", saved_meanwhile)
            assert not (await reloader.load()).is_new
        assert "1993" not in await chat.say("imap port eingang?")
        assert (await reloader.load()).is_new
        assert "1993" in await chat.say("imap port eingang?")
        assert "1587" in await chat.say("und ausgehend?")


async def test_what_is_loaded_by_hand_is_not_loaded_once_more_by_who_watches(
    folder: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is saved next would wait for it."""
    looks = loads = 0

    def look(place: Path) -> Snapshot:
        nonlocal looks
        looks += 1
        return snapshot(place)

    async def looked(times: int) -> None:
        while looks < times:  # noqa: ASYNC110 - counted in threads; bounded by the time-out
            await asyncio.sleep(0)

    async def loaded(parts: Services, place: Path) -> Services | None:
        nonlocal loads
        loads += 1
        await looked(3)  # by whoever loads, and twice by who watches
        return await _renewed(parts, place)

    for name, value in (("snapshot", look), ("_renewed", loaded), ("_LOOK_EVERY", 0), ("_LOOK_AGAIN", 0)):
        monkeypatch.setattr(f"handlers.maintainers.reload.{name}", value)
    async with worker(folder, store) as (_, reloader), asyncio.timeout(60):
        save(folder, "port: 993", "port: 1993")
        loading = asyncio.create_task(reloader.load())
        watching = asyncio.create_task(reloader.run())
        assert (await loading).is_new
        await looked(looks + 3)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    assert loads == 1


async def test_what_cannot_be_shown_is_a_mistake_too(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (_, reloader):
        file = folder / "words" / "menu.yaml"
        file.write_text(file.read_text("utf-8").replace("menu_ports:", "menu_portz:"), "utf-8")
        outcome = await reloader.load()
        assert outcome.mistakes
        assert not outcome.is_new


async def test_reload_tells_the_maintainer_what_came_of_it(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        reloader.install()
        assert "nichts Neues" in await chat.say("/reload")
        assert chat.screen.calls[-2:] == ["sendChatAction", "sendMessage"], "it types while it learns"
        save(folder, "port: 993", "port: 1993")
        assert "Neu geladen" in await chat.say("/reload")
        save(folder, "port: 1993", "prot: 1993")
        assert "settings.yaml" in await chat.say("/reload")


async def test_of_many_mistakes_the_first_few_are_told(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        reloader.install()
        for number in range(7):
            (folder / "topics" / f"wrong{number}.yaml").write_text(f"topic: other{number}\n", "utf-8")
        assert "weitere" in await chat.say("/reload")


async def test_a_maintainer_who_never_started_the_bot_is_only_logged(
    folder: Path, store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    async with worker(folder, store) as (chat, reloader):
        chat.screen.refusals["sendMessage"] = [{"error_code": 403, "description": "Forbidden: bot can't initiate conversation"}]
        save(folder, "port: 993", "prot: 993")
        await reloader.load()
        assert "have to start the bot once" in caplog.text


@pytest.mark.parametrize(
    "refusal",
    [
        {"error_code": 502, "description": "Bad Gateway"},
        {"error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 20}},
    ],
)
async def test_a_maintainer_whom_it_did_not_reach_is_told_later(
    refusal: dict[str, Any], folder: Path, store: SqliteStore, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it PTB warns of the change
    async with worker(folder, store) as (chat, reloader):
        clock = Clock()
        monkeypatch.setattr(reloader, "_telling", telling := Telling(chat.application, clock))
        chat.screen.refusals["sendMessage"] = [refusal, refusal]
        save(folder, "port: 993", "prot: 993")
        await reloader.load()
        assert "it is tried again" in caplog.text
        assert "start the bot" not in caplog.text
        for seconds, told in ((0, 0), (31, 0), (31, 1), (31, 1)):
            clock.now += seconds
            await telling.again()
            assert len(chat.screen.messages) == told
        assert "settings.yaml" in chat.text


async def test_whoever_is_still_to_be_told_is_told_while_the_folder_is_watched(
    folder: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    is_again = asyncio.Event()

    async def again() -> None:
        is_again.set()

    async with worker(folder, store) as (_, reloader), asyncio.timeout(60):
        monkeypatch.setattr(reloader._telling, "again", again)
        watching = asyncio.create_task(reloader.run())
        await is_again.wait()
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_the_others_are_told_all_the_same_and_without_markup_where_need_be(folder: Path, store: SqliteStore) -> None:
    async with worker(folder, store) as (chat, reloader):
        replace(installed(chat.application.bot_data), maintainers=frozenset({7, 8})).install(chat.application)
        chat.screen.refusals["sendMessage"] = [
            {"error_code": 403, "description": "Forbidden: bot can't initiate conversation"},
            {"error_code": 400, "description": "Bad Request: can't parse entities"},
        ]
        save(folder, "port: 993", "prot: 993")
        await reloader.load()
        [told] = chat.screen.messages.values()
        assert told["chat_id"] == 8
        assert "settings.yaml" in told["text"]
        assert "parse_mode" not in told


def failing(times: int) -> Callable[[Services, Path], Awaitable[Services]]:
    """Give what loads content, but for the first times."""
    left = times

    async def loaded(parts: Services, place: Path) -> Services:
        nonlocal left
        left -= 1
        if left >= 0:
            raise OSError(errno.ENOMEM, "Cannot allocate memory")
        return await renewed(parts, place)

    return loaded


async def test_what_fails_in_passing_is_tried_again_and_no_mistake_of_the_webmasters(
    folder: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wait in ("_LOOK_EVERY", "_LOOK_AGAIN", "_REST"):
        monkeypatch.setattr(f"handlers.maintainers.reload.{wait}", 0)
    monkeypatch.setattr("handlers.maintainers.reload.renewed", failing(2))
    async with worker(folder, store) as (chat, reloader):
        save(folder, "port: 993", "port: 1993")
        watching = asyncio.create_task(reloader.run())
        async with asyncio.timeout(60):
            while "1993" not in await chat.say("imap port eingang?"):  # noqa: ASYNC110 - that is what is waited for
                await asyncio.sleep(0.1)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        assert not [message for message in chat.screen.messages.values() if "konnte diese Inhalte" in message["text"]]


async def test_after_an_update_of_the_program_the_content_waits_for_the_restart(
    folder: Path, store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with worker(folder, store) as (chat, reloader):
        save(folder, "993", "1993")
        (tmp_path / "pulled").mkdir()
        (tmp_path / "pulled" / "new.py").write_text("VALUE = 1")
        monkeypatch.setattr(prepared, "_CODE", tmp_path / "pulled")
        told = (await reloader.load()).mistakes
        assert [mistake.what for mistake in told] == ["The program was updated and has not been started again."]
        assert "Port 993" in await chat.say("welcher port für imap eingang?")
    assert "another one than the one that runs; restart the bot" in caplog.text


async def test_what_goes_on_failing_is_told_once(
    folder: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("handlers.maintainers.reload.renewed", failing(4))
    async with worker(folder, store) as (chat, reloader):
        save(folder, "port: 993", "port: 1993")
        for told in (0, 0, 1, 1):
            assert (await reloader.load()).mistakes
            assert len(chat.screen.messages) == told
        assert caplog.text.count("Traceback") == 1
        assert "Der Bot konnte diese Inhalte nicht laden (OSError). Er versucht es weiter." in chat.text
        assert "993" in await chat.say("imap port eingang?")
        assert (await reloader.load()).is_new
        assert "wieder in Ordnung" in chat.text


async def test_after_a_failure_it_rests_unless_something_else_is_saved(
    folder: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with worker(folder, store) as (_, reloader):
        monkeypatch.setattr("handlers.maintainers.reload.renewed", failing(1))
        save(folder, "port: 993", "port: 1993")
        await reloader.load()
        assert reloader._rests(snapshot(folder))
        save(folder, "port: 1993", "port: 12993")
        assert not reloader._rests(snapshot(folder))


@pytest.mark.parametrize("which", [1, 2])
async def test_checking_and_learning_end_with_the_bot(
    folder: Path, store: SqliteStore, which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever stops the bot would else wait for them."""
    processes: list[Process] = []
    is_running, start = asyncio.Event(), asyncio.create_subprocess_exec

    async def started(*command: Any, **options: Any) -> Process:
        processes.append(await start(*command, **options))
        if len(processes) == which:
            is_running.set()
        return processes[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", started)
    async with worker(folder, store) as (_, reloader), asyncio.timeout(60):
        save(folder, "port: 993", f"port: {which}993")
        loading = asyncio.create_task(reloader.load())
        await is_running.wait()
        loading.cancel()
        await asyncio.gather(loading, return_exceptions=True)
    assert loading.cancelled()
    assert [process.returncode for process in processes] == [*[0] * (which - 1), -signal.SIGKILL]


async def test_a_folder_that_cannot_be_looked_at_is_looked_at_again(
    folder: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looked = asyncio.Event()

    def fails(_folder: Path) -> None:
        if "could not be looked at" in caplog.text:
            looked.set()
        raise PermissionError

    monkeypatch.setattr("handlers.maintainers.reload.snapshot", fails)
    monkeypatch.setattr("handlers.maintainers.reload._LOOK_EVERY", 0)
    async with worker(folder, store) as (_, reloader):
        watching = asyncio.create_task(reloader.run())
        async with asyncio.timeout(30):
            while not looked.is_set():  # noqa: ASYNC110 - set by another thread; bounded by the time-out
                await asyncio.sleep(0)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
