"""A store in trouble: answers go on, the log says it once, and everything is well again by itself."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from store.interface import ConflictError, Row, StoreAwayError
from store.open import open_store
from store.postgres import PostgresStore
from store.postgres_url import for_asyncpg, mistake_in_postgres
from store.purging import keep_purged
from store.resilient import ResilientStore
from store.sqlite import SqliteStore
from store.sqlite_file import open_file
from tests.handlers.offline import Store as MemoryStore

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from tests.postgres import Postgres

HOUR = 3600.0


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Counting(MemoryStore):
    """Counts how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def _check(self) -> None:
        self.asked += 1
        super()._check()


async def test_a_row_that_was_read_is_known_no_longer_than_it_lasts() -> None:
    clock = Clock()
    inner = MemoryStore(clock)
    await inner.put("a", "x", lasts=600)
    store = ResilientStore(inner, clock, clock)
    assert await store.get("a") is not None
    inner.is_away = True
    clock.now = 599.0
    assert await store.get("a") is not None
    clock.now = 601.0
    assert await store.get("a") is None


async def test_away_memory_stands_in_the_log_says_so_once_and_it_recovers(caplog: pytest.LogCaptureFixture) -> None:
    inner, clock = Counting(), Clock()
    store = ResilientStore(inner, clock)
    version = await store.put("a", "x", lasts=HOUR)
    await inner.put("b", "y", lasts=HOUR)
    assert await store.get("b") is not None
    inner.asked, inner.is_away = 0, True
    with caplog.at_level(logging.WARNING):
        assert await store.get("a") == Row("x", version), "what was written last is still known"
        with pytest.raises(ConflictError):
            await store.put("a", "y", lasts=HOUR, expected=version - 1)
        assert await store.put("a", "y", lasts=HOUR, expected=version)
        assert [await store.add("n", lasts=HOUR) for _ in range(2)] == [1, 2]
        assert await store.seen_among([1]) == set()
        await store.mark_seen(1)
        assert await store.seen_among([1]) == {1}
        await store.purge()
        await store.ping()
        await store.delete("b")
        assert await store.get("b") is None
        assert store.is_away
        assert len(caplog.records) == 1
        assert inner.asked == 1, "asked once, and not again while it is known to be away"
        inner.is_away = False
        clock.now += 1.1
        row = await store.get("a")
        assert row is not None
        assert row.value == "y", "what was written meanwhile counts"
        assert not store.is_away
        assert [record.message for record in caplog.records][1:] == ["The store is back."]
    await store.close()


async def test_a_full_disk_is_read_and_what_was_written_since_is_known_until_it_can_be_written_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Full(MemoryStore):
        async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
            self._check()
            return await super().put(key, value, lasts=lasts, expected=expected)

        async def get_many(self, keys: Collection[str]) -> dict[str, Row]:
            return {key: kept.value for key in keys if (kept := self.rows.get(key)) is not None}

        async def seen_among(self, update_ids: Collection[int]) -> set[int]:
            return set()

    inner, clock = Full(), Clock()
    store = ResilientStore(inner, clock)
    await inner.put("group", "quiet", lasts=HOUR)
    await store.put("guide", "step 1", lasts=HOUR)
    inner.is_away = True
    with caplog.at_level(logging.WARNING):
        for step in ("step 2", "step 3"):
            await store.put("guide", step, lasts=HOUR)
            found = await store.get_many(["guide", "group"])
            assert {key: row.value for key, row in found.items()} == {"guide": step, "group": "quiet"}
        await store.mark_seen(7)
        assert await store.seen_among([7]) == {7}
        await store.delete("guide")
        assert await store.get("guide") is None
        assert [record.message for record in caplog.records] == ["The store is away (on purpose); answers go on without it."], (
            "said once, whatever is read meanwhile"
        )
        assert store.is_away
        inner.is_away = False
        clock.now += 1.1
        await store.put("guide", "step 4", lasts=HOUR)
        assert not store.is_away
        assert caplog.records[-1].message == "The store is back."


async def test_what_has_ended_is_removed_now_and_then() -> None:
    purged = asyncio.Event()

    class Purged(MemoryStore):
        async def purge(self) -> None:
            purged.set()

    keeping = asyncio.create_task(keep_purged(Purged(), every=0.001))
    await asyncio.wait_for(purged.wait(), 5)
    keeping.cancel()


async def test_while_one_call_tries_the_others_do_not_wait() -> None:
    clock = Clock()
    slow = asyncio.Event()

    class Hanging(MemoryStore):
        async def get(self, key: str) -> Row | None:
            await slow.wait()
            raise StoreAwayError("slow")

    inner = Hanging()
    store = ResilientStore(inner, clock)
    inner.is_away = True
    await store.ping()
    clock.now += 2
    trying = asyncio.create_task(store.get("a"))
    await asyncio.sleep(0)
    async with asyncio.timeout(1):
        assert await store.get("b") is None
    slow.set()
    assert await trying is None


async def test_what_reads_does_not_wait_for_a_store_that_can_neither_be_read_nor_written() -> None:
    inner, clock = Counting(), Clock()
    store = ResilientStore(inner, clock)
    inner.is_away = True
    await store.get("a")
    clock.now += 1.1
    await store.mark_seen(1)
    assert inner.asked == 2
    await store.get("a")
    assert inner.asked == 2, "the store is not asked again before its time"


async def test_a_conflict_is_told_and_no_trouble() -> None:
    class Conflicting(MemoryStore):
        async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
            raise ConflictError(key)

    store = ResilientStore(Conflicting())
    with pytest.raises(ConflictError):
        await store.put("a", "x", lasts=1, expected=3)
    assert not store.is_away


async def test_postgres_that_goes_and_comes_back(postgres_server: Postgres) -> None:
    clock = Clock()
    store = ResilientStore(PostgresStore(postgres_server.url, time_limit=1.0), clock)
    for key in ("kept", "group", "forgotten"):
        await store.put(key, "x", lasts=HOUR)
    assert not store.is_away
    postgres_server.stop()
    try:
        assert await store.get("other") is None
        assert store.is_away
        clock.now += 1.1
        assert await store.get("kept") is not None
        await store.put("group", "off", lasts=HOUR)
        await store.delete("forgotten")
    finally:
        postgres_server.start()
    clock.now += 60
    row = await store.get("kept")
    assert row is not None
    assert row.value == "x"
    await store.close()
    another = PostgresStore(postgres_server.url)
    found = await another.get_many(["group", "forgotten"])
    assert {key: row.value for key, row in found.items()} == {"group": "off"}
    await another.close()


async def test_postgres_that_never_answers_costs_no_more_than_the_limit() -> None:
    left = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while await reader.read(1000):
                pass
        with contextlib.suppress(ConnectionError):
            writer.close()
            await writer.wait_closed()
        left.set()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    store = PostgresStore(f"postgres://bot@127.0.0.1:{port}/x?sslmode=disable", time_limit=0.3)
    async with asyncio.timeout(20):  # without a limit of our own the driver would wait for 60 seconds
        with pytest.raises(StoreAwayError):
            await store.get("a")
    await store.close()
    server.close()
    await asyncio.wait_for(left.wait(), 5)


def broken_files(folder: Path) -> int:
    return len(list(folder.glob("bot.db.broken-*")))


async def test_a_broken_file_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "bot.db"
    file.write_bytes(b"no data base at all" * 100)
    store = SqliteStore(str(file))
    await store.put("a", "x", lasts=HOUR)
    assert (await store.get("a")) is not None
    await store.close()
    assert broken_files(tmp_path) == 1
    assert "broken" in caplog.text


async def filled(file: Path) -> SqliteStore:
    """A store of several pages, just opened."""
    store = SqliteStore(str(file))
    for number in range(100):
        await store.put(f"row {number}", "x" * 200, lasts=HOUR)
    await store.close()
    store = SqliteStore(str(file))
    await store.ping()
    return store


def damage(file: Path) -> None:
    """Spoil all but the first page, which alone is read when a file is opened."""
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xab" * (len(content) - 4096))


async def test_a_file_that_is_damaged_further_on_is_set_aside_once_a_call_meets_that(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "bot.db"
    store = await filled(file)
    damage(file)
    with pytest.raises(StoreAwayError):
        await store.get("row 1")
    assert await store.put("a", "x", lasts=HOUR)
    assert await store.get("a") is not None
    await store.close()
    assert broken_files(tmp_path) == 1
    assert "broken" in caplog.text


_OTHER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("SELECT count(*) FROM rows").fetchone()
print("open", flush=True)
sys.stdin.readline()
connection.execute("PRAGMA user_version=99")
"""


async def test_what_another_process_still_writes_to_a_broken_file_does_not_get_into_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    store = await filled(file)
    await store.put("only in the log", "x", lasts=HOUR)
    pipe = asyncio.subprocess.PIPE
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", _OTHER, str(file), stdin=pipe, stdout=pipe)
    assert other.stdout is not None
    assert await other.stdout.readline() == b"open\n"
    damage(file)
    with pytest.raises(StoreAwayError):
        await store.find_rows("row")
    await store.put("a", "x", lasts=HOUR)
    assert broken_files(tmp_path) == 1
    await other.communicate(b"go on\n")
    assert other.returncode == 0
    assert list(await store.find_rows("")) == ["a"]
    await store.close()
    new = sqlite3.connect(file)
    assert new.execute("PRAGMA user_version").fetchone() != (99,)
    new.close()


async def test_where_another_process_has_set_the_damaged_file_aside_its_new_one_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    store = await filled(file)
    damage(file)
    file.rename(tmp_path / "bot.db.broken-for-the-other")
    for rest in ("-wal", "-shm"):
        (tmp_path / f"bot.db{rest}").unlink()
    other = SqliteStore(str(file))
    version = await other.put("a", "x", lasts=HOUR)
    with pytest.raises(StoreAwayError):
        await store.get("row 1")
    assert await store.get("a") == Row("x", version)
    await store.close()
    await other.close()
    assert broken_files(tmp_path) == 1


async def test_older_tables_are_brought_up_to_date(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    with sqlite3.connect(file) as old:
        old.execute("CREATE TABLE rows (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, ends REAL NOT NULL)")
        old.execute("INSERT INTO rows VALUES ('a', 'x', 3, ?)", (time.time() + HOUR,))
    old.close()
    store = SqliteStore(str(file))
    assert await store.get("a") == Row("x", 3)
    assert await store.add("n", lasts=HOUR) == 1
    await store.close()


@pytest.mark.parametrize("make", [lambda p: (p / "file").write_text("x"), lambda p: (p / "file" / "bot.db").mkdir(parents=True)])
async def test_a_file_that_cannot_be_made_is_a_store_away(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path)
    store = SqliteStore(str(tmp_path / "file" / "bot.db"))
    with pytest.raises(StoreAwayError):
        await store.ping()
    await store.close()


async def test_a_writer_that_holds_the_file_costs_no_more_than_the_limit_however_many_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_with: list[float] = []

    def opened(path: str, busy: float, **more: bool) -> sqlite3.Connection:
        opened_with.append(busy)
        return open_file(path, busy, **more)

    monkeypatch.setattr("store.sqlite.open_file", opened)
    file, limit = tmp_path / "bot.db", 0.2
    store = SqliteStore(str(file), time_limit=limit)
    await store.put("a", "x", lasts=HOUR)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writing = [store.add("n", lasts=HOUR) for _ in range(6)]
    *failed, row = await asyncio.gather(*writing, store.get("a"), return_exceptions=True)
    assert [type(error) for error in failed] == [StoreAwayError] * 6
    assert isinstance(row, Row), "reading goes on meanwhile"
    assert set(opened_with[1:]) == {0.0}, "only the first of them waited"
    other.execute("COMMIT")
    other.close()
    opened_with.clear()
    assert await store.put("a", "x", lasts=HOUR)
    assert opened_with == [limit], "whoever comes later may wait again"
    await store.close()


async def test_of_calls_that_are_handed_over_together_only_the_first_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_with: list[float] = []
    go_on = threading.Event()

    def opened(path: str, busy: float, **more: bool) -> sqlite3.Connection:
        opened_with.append(busy)
        if len(opened_with) == 1:
            go_on.wait(10)
            return open_file(path, busy, **more)
        raise sqlite3.OperationalError("database is locked")

    def locked(_connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("store.sqlite.open_file", opened)
    store = SqliteStore(str(tmp_path / "bot.db"), time_limit=3.0)
    first = asyncio.create_task(store.ping())
    await asyncio.sleep(0)
    together = [asyncio.create_task(work) for work in (store._run(locked), store.ping(), store.ping())]
    await asyncio.sleep(0)
    go_on.set()
    await first
    assert [type(end) for end in await asyncio.gather(*together, return_exceptions=True)] == [StoreAwayError] * 3
    assert opened_with == [3.0, 0.0, 0.0], "the others have waited as long"
    await store.close()


_WRITER = """
import asyncio, sys
from store.sqlite import SqliteStore
async def main():
    store = SqliteStore(sys.argv[1])
    for number in range(100_000):
        await store.put("n", str(number), lasts=3600)
        await store.mark_seen(number)
        print(number, flush=True)
asyncio.run(main())
"""


def test_f22_f23_kill_loses_nothing_that_was_written(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    for _ in range(3):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(file)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) == 200:
                break
        writer.kill()
        told = [200, *(int(line) for line in writer.stdout.read().split("\n")[:-1])][-1]
        writer.wait()
        writer.stdout.close()
        with sqlite3.connect(file) as db:
            (found,) = db.execute("SELECT value FROM rows WHERE key='n'").fetchone()
            assert int(found) >= told
            assert db.execute("SELECT count(*) FROM seen WHERE update_id<=?", (told,)).fetchone() == (told + 1,)
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        db.close()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://x/y", "must begin with"),
        ("", "must begin with"),
        ("sqlite:///", "must name a file"),
        ("sqlite:///data/", "must name a file"),
        ("sqlite:///data/bot.db?timeout=5", "must name a file"),
        ("postgres://", "names no server"),
        ("postgres:///x", "names no server"),
        ("postgres://me:secret@host:port/x", "port"),
        ("postgres://me:secret@host", "names no database"),
        ("postgresql://me:secret@host/x?sslmode=maybe", "sslmode"),
        ("postgresql://me:secret@host/x?target_session_attrs=best", "target_session_attrs"),
        ("postgresql://me@/x?host=a&port=secret", "port"),
        ("postgresql://host/x?sslmode=require&sslnegotiation=secret", "sslnegotiation"),
        ("postgresql://host/x?ssl_min_protocol_version=1.2", "TLSv1.2"),
        ("postgresql://host/x?sslmode=verify-full&sslrootcert=system", "in sslrootcert no file"),
        ("postgresql://host/x?sslmode=require&sslkey=/secret/key", "in sslkey no file"),
        ("postgresql://me:secret@host/x?sslmode=verify-full", "needs sslrootcert"),
        ("postgresql://me:secret@host/x?sslmode=require&channel_bindign=secret", "take channel_bindign out"),
        ("postgresql://host/x?ssl=secret", "take ssl out"),
        ("postgresql://host/x?search_path=secret", "options=-c%20name%3Dvalue"),
    ],
)
def test_a_wrong_url_is_explained_without_its_secrets(url: str, says: str) -> None:
    with pytest.raises(ValueError, match=says) as raised:
        open_store(url)
    assert "secret" not in str(raised.value)
    assert "DATABASE_URL" in str(raised.value)


async def test_urls_as_heroku_and_others_give_them(tmp_path: Path, postgres_server: Postgres) -> None:
    plain = postgres_server.url
    for url in (
        f"sqlite:///{tmp_path}/a/b.db",
        plain,
        plain.replace("postgres://", "postgresql://"),
        plain.replace("disable", "prefer"),
        plain.partition("?")[0],
        f"{plain}&channel_binding=prefer",
        f"{plain}&connect_timeout=5&keepalives=1&application_name=pgadmin",
        f"{plain}&pgbouncer=true&connection_limit=1&",
        f"{plain.partition('?')[0]}?client_encoding=utf8",
        f"{plain}&target_session_attrs=read-write",
    ):
        store = open_store(url)
        await store.ping()
        assert not store.is_away, url
        await store.close()
    assert (tmp_path / "a" / "b.db").exists()


def test_a_certificate_that_is_there_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Libpq's and the driver's own places for it too."""
    file = tmp_path / ".postgresql" / "root.crt"
    file.parent.mkdir()
    file.touch()
    url = "postgresql://host/x?sslmode=verify-ca"
    assert not mistake_in_postgres(f"{url}&sslrootcert={file}")
    monkeypatch.setenv("PGSSLROOTCERT", str(file))
    assert not mistake_in_postgres(url)
    monkeypatch.delenv("PGSSLROOTCERT")
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    assert mistake_in_postgres(url)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert not mistake_in_postgres(url)


async def test_what_the_server_is_to_set_reaches_it(postgres_server: Postgres) -> None:
    store = PostgresStore(for_asyncpg(f"{postgres_server.url}&connect_timeout=5&options=-c%20statement_timeout%3D1234"))
    assert await store._do("fetchval", "SHOW statement_timeout") == "1234ms"
    assert await store._do("fetchval", "SHOW application_name") == "club-mail-bot"
    await store.close()
