"""`python bot.py …`: what is typed in the terminal, what is printed, and the exit code."""

from __future__ import annotations

import asyncio
import errno
import importlib
import io
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bot
from assistant.address import SpelledSigns
from assistant.extras import load_extras
from assistant.knowledge.load import load_content
from handlers.environment import read_environment
from handlers.learning.unanswered import Unanswered
from store.interface import StoreAwayError
from store.keys import secret_of
from store.memory import MemoryStore
from store.open import open_store
from store.resilient import ResilientStore
from updates import origins
from ways.common import CONFIGURATION, FAILED, FINE, HERE, WRONG_USAGE
from ways.finding import Health
from ways.findings import store_finding

if TYPE_CHECKING:
    import argparse

TOKEN = "1234567:" + "a" * 35


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/bot.db")
    monkeypatch.setenv("CONTENT_DIR", str(HERE / "content"))
    monkeypatch.setattr(bot, "HERE", tmp_path)  # where there is no .env
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("COLLECT_GAPS", "BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def test_a_question_is_answered_with_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert bot.main(["ask", "welcher port für imap?"]) == FINE
    first, *_, last = capsys.readouterr().out.strip().splitlines()
    assert "993" in first
    assert last.strip().startswith("[")


def test_the_clients_language_counts_where_the_question_tells_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert bot.main(["ask", "imap port", "--language", "en"]) == FINE
    assert "receiving" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"), [(["imap port", "--language", "xx"], "must be one of de, en, fr."), ([" "], "The question is empty;")]
)
def test_what_cannot_be_asked_is_told(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert bot.main(["ask", *words]) == WRONG_USAGE
    printed = capsys.readouterr()
    assert told in printed.err
    assert not printed.out


def test_a_language_may_be_said_as_clients_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert bot.main(["ask", "imap port", "--language", "en-GB"]) == FINE
    assert "receiving" in capsys.readouterr().out


def test_why_is_told_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    bot.main(["ask", "welcher portx?", "--explain"])
    told = capsys.readouterr().out
    assert 'found aspect port: "portx" (a slip or a compound)' in told
    assert "answer: " in told
    bot.main(["ask", "blorpf wann", "--explain"])
    told = capsys.readouterr().out
    assert "unknown" in told
    assert "in no list: blorpf" in told


def test_each_line_of_the_input_is_a_question_that_may_lean_on_the_one_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("imap port?\n\nund ausgehend?\nblorpf\n"))
    assert bot.main(["ask", "--json"]) == FINE
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["subject"], first["aspect"], first["direction"]) == ("imap", "port", "")
    assert (second["subject"], second["aspect"], second["direction"]) == ("imap", "port", "outgoing")
    assert "587" in second["text"]
    assert (third["answered"], third["aspect"]) == (False, "")
    assert "explanation" not in first


def test_json_tells_why_too(capsys: pytest.CaptureFixture[str]) -> None:
    bot.main(["ask", "imap port?", "--json", "--explain"])
    why = json.loads(capsys.readouterr().out)["explanation"]
    assert {"subject", "aspect"} <= {found["kind"] for found in why["found"]}


def test_the_files_for_the_web_site_are_written_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bot.main(["export", str(tmp_path / "web")]) == FINE
    named = capsys.readouterr().out.splitlines()
    assert str(tmp_path / "web" / "dns-srv.txt") in named
    assert (tmp_path / "web" / ".well-known" / "autoconfig" / "mail" / "config-v1.1.xml").is_file()


def test_the_editors_schemas_are_written_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bot.main(["schema", str(tmp_path / "schema")]) == FINE
    named = capsys.readouterr().out.splitlines()
    assert len(named) > 5
    assert all("$schema" in json.loads(Path(name).read_text("utf-8")) for name in named)


def test_another_clubs_folder_is_not_written_over_one_that_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bot.main(["new", str(tmp_path)]) == WRONG_USAGE
    assert "is there already" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("way", ["export", "schema"])
@pytest.mark.parametrize("folder", ["file", "file/below"])
def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    way: str, folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    assert bot.main([way, str(tmp_path / folder)]) == FAILED
    printed = capsys.readouterr()
    assert not printed.out
    (line,) = printed.err.splitlines()
    assert line.startswith(f"{tmp_path / folder} cannot be written (")
    assert line.endswith("name a folder in which the bot may write.")


def test_another_clubs_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    for error in (full, shutil.Error([("from", "to", str(full))])):

        def fails(*_: object, error: OSError = error) -> bool:
            raise error

        monkeypatch.setattr("ways.new.make_content", fails)
        assert bot.main(["new", str(tmp_path / "club")]) == FAILED
        assert "No space left on device): name a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["playground", "--port", "99999"], ["playground", "--port", "-1"], ["set-webhook", "--workers", "0"]]
)
def test_a_number_that_cannot_be_is_told_at_once(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        bot.main(words)
    assert caught.value.code == WRONG_USAGE
    assert "must be a number from" in capsys.readouterr().err


def test_questions_are_not_counted_as_none_where_the_store_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "sqlite:////dev/null/bot.db")
    assert bot.main(["gaps"]) == FAILED
    assert "questions wait" not in capsys.readouterr().err


def test_another_clubs_folder_is_not_begun_without_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert bot.main(["new", str(tmp_path / "club")]) == FAILED
    assert "?" in capsys.readouterr().out
    assert not (tmp_path / "club").exists()


def test_what_was_asked_in_vain_is_printed_alike_questions_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLLECT_GAPS", "1")
    token = "1234567:" + "a" * 35
    monkeypatch.setenv("BOT_TOKEN", token)

    async def ask() -> None:
        store = open_store(f"sqlite:///{tmp_path}/bot.db")
        content, (_, guard, _) = load_content(HERE / "content"), load_extras(HERE / "content")
        for text in ("wann ist die nächste vorstandssitzung", "wann ist die nächste vorstandssitzung?", "imap port"):
            await Unanswered(store, secret_of(token), is_on=True).keep(
                text, content, guard, SpelledSigns.of(content.vocabulary.cue)
            )
        await store.close()

    asyncio.run(ask())
    assert bot.main(["gaps"]) == FINE
    printed = capsys.readouterr()
    assert "2 × wann ist die nächste vorstandssitzung" in printed.out
    assert printed.err == "2 questions wait; 1 more are answered by now.\n"
    assert bot.main(["gaps", "--yaml"]) == FINE
    assert "examples:" in capsys.readouterr().out


def test_lines_are_one_chat_or_each_a_chat_of_its_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def answers(*options: str) -> list[str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("imap port eingang?\nund ausgehend?\n"))
        assert bot.main(["ask", "--json", *options]) == FINE
        return [json.loads(line)["subject"] for line in capsys.readouterr().out.splitlines()]

    assert answers() == ["imap", "imap"]
    assert answers("--apart") == ["imap", ""]


def test_where_nothing_is_collected_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert bot.main(["gaps"]) == FINE
    assert capsys.readouterr().err.startswith("COLLECT_GAPS is not set to 1")


@pytest.mark.parametrize(
    ("token", "way", "options"), [(TOKEN, "polling", {"take_over": False}), ("", "playground", {"port": 8081})]
)
def test_make_run_starts_the_bot_with_a_token_and_else_the_playground(
    token: str, way: str, options: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)
    begun: list[dict[str, object]] = []

    def run(_: object, given: argparse.Namespace) -> int:
        begun.append(vars(given))
        return FINE

    monkeypatch.setattr(importlib.import_module(f"ways.{way}"), "run", run)
    assert bot.main(["run-or-play"]) == FINE
    assert begun == [options]


def test_the_bot_without_a_token_says_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert bot.main([]) == CONFIGURATION
    assert capsys.readouterr().err.startswith("BOT_TOKEN is not set: ")


@pytest.mark.usefixtures("_webhook_set_up")
def test_set_webhook_that_does_not_reach_telegram_says_that_nothing_was_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert bot.main(["set-webhook"]) == FAILED
    assert capsys.readouterr().err.startswith(
        "Telegram cannot be reached (ConnectionRefusedError: Connection refused); nothing was changed. `python bot.py doctor`"
    )


@pytest.mark.usefixtures("_webhook_set_up")
@pytest.mark.parametrize("way", [[], ["webhook"], ["set-webhook"], ["run-or-play"]], ids=" ".join)
@pytest.mark.parametrize("proxy", ["socks5://anna:geheim@127.0.0.1:1", "https://127.0.0.1:1", "http://127.0.0.1:geheim"])
def test_a_proxy_that_can_never_lead_to_telegram_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], way: list[str], proxy: str
) -> None:
    origins._at.cache_clear()
    monkeypatch.setenv("BOT_API_URL", "https://telegram.test")
    monkeypatch.setenv("https_proxy", proxy)
    assert bot.main(way) == CONFIGURATION
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith("The proxy that HTTPS_PROXY or ALL_PROXY names cannot be used: it must be one as http://host:port.")
    assert "telegram.test in NO_PROXY" in told
    assert "geheim" not in told
    origins._at.cache_clear()


@pytest.fixture
def _webhook_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"BOT_TOKEN": TOKEN, "BOT_API_URL": "http://127.0.0.1:1", "WEBHOOK_URL": "https://bot.example"}
    there["WEBHOOK_SECRET"] = "0123456789abcdef"
    for name, value in there.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("updates.registration._TRIES", 1)
    monkeypatch.setattr(importlib.import_module("ways.set_webhook"), "start_logging", lambda _: None)


@pytest.mark.usefixtures("_webhook_set_up")
def test_set_webhook_changes_nothing_while_the_content_has_mistakes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CONTENT_DIR", str(tmp_path))  # where there is none
    assert bot.main(["set-webhook"]) == CONFIGURATION
    assert "Telegram" not in capsys.readouterr().err
    assert bot.main(["set-webhook", "--delete"]) == FAILED, "which needs no content"
    assert "Telegram cannot be reached" in capsys.readouterr().err


@pytest.mark.usefixtures("_webhook_set_up")
def test_set_webhook_lets_go_of_the_store_whatever_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []

    async def fails(_: object) -> None:
        raise OSError("on purpose")

    async def close(_: object) -> None:
        closed.append(True)

    monkeypatch.setattr("telegram.Bot.shutdown", fails)
    monkeypatch.setattr(ResilientStore, "close", close)
    with pytest.raises(OSError, match="on purpose"):
        bot.main(["set-webhook"])
    assert closed


def test_a_store_that_cannot_be_opened_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///data/")
    assert bot.main([]) == CONFIGURATION
    assert capsys.readouterr().err.startswith("DATABASE_URL must name a file")


@pytest.mark.parametrize("password", ["hush/hush", "hush?hush", "hush#hush"])
def test_a_password_that_ends_the_servers_name_is_told_how_to_write(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], password: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgres://bot:{password}@127.0.0.1/bot")
    assert bot.main(["doctor"]) == CONFIGURATION
    told = capsys.readouterr().err
    assert "`/` is written as %2F" in told
    assert "hush" not in told


async def test_the_doctor_finds_a_postgresql_that_does_not_run(tmp_path: Path) -> None:
    environment = read_environment(HERE, {"DATABASE_URL": "postgres://bot:hush@127.0.0.1:1/bot"})
    store = open_store(environment.database_url)
    finding = str(await store_finding(store, environment))
    await store.close()
    assert "PostgreSQL does not work (ConnectionRefusedError)" in finding
    assert "See that the server of DATABASE_URL runs" in finding
    assert "hush" not in finding


async def test_the_doctor_finds_a_store_that_can_be_read_but_not_written() -> None:
    class Full(MemoryStore):
        async def put(self, key: str, value: str, *, lasts: float, expected: int | None = None) -> int:
            raise StoreAwayError("disk full")

    environment = read_environment(HERE, {})
    assert str(await store_finding(ResilientStore(MemoryStore()), environment)) == "store: SQLite works."
    finding = await store_finding(ResilientStore(Full()), environment)
    assert finding.health is Health.WRONG
    assert "SQLite does not work (disk full)" in str(finding)
    assert "may write to the file" in str(finding)


async def test_the_doctor_leaves_nothing_in_the_store() -> None:
    store = MemoryStore()
    await store_finding(ResilientStore(store), read_environment(HERE, {}))
    assert await store.find_rows("") == {}


def test_ctrl_c_is_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module("ways.ask"), "run", interrupted)
    assert bot.main(["ask"]) == FINE


@pytest.mark.parametrize(
    ("system", "told"),
    [("de_DE.UTF-8", "Setz ein Leerzeichen hinter den Doppelpunkt."), ("C.UTF-8", "Put a space after the colon.")],
)
def test_mistakes_of_the_content_are_told_in_the_systems_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], system: str, told: str
) -> None:
    shutil.copytree(HERE / "content", tmp_path / "content")
    settings = tmp_path / "content" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace("mail_server: ", "mail_server:"), "utf-8")
    monkeypatch.setenv("CONTENT_DIR", str(tmp_path / "content"))
    monkeypatch.setenv("LANG", system)
    assert bot.main(["ask", "port"]) == CONFIGURATION
    assert "settings.yaml:5:12: " in (said := capsys.readouterr().err)
    assert told in said
