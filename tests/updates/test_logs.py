from __future__ import annotations

import json
import logging
import sys
from typing import TYPE_CHECKING, Any

import pytest

from updates.logs import RedactingFormatter, redacted, set_up_logging, without_words

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyzabcdefgh"


def record(name: str, message: str, *arguments: Any, **more: Any) -> logging.LogRecord:
    return logging.makeLogRecord({"name": name, "msg": message, "args": arguments, "levelno": 20, "levelname": "INFO", **more})


def caught(error: BaseException) -> tuple[type[BaseException], BaseException, Any]:
    return type(error), error, error.__traceback__


@pytest.fixture
def _logging_as_before() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    root.handlers[:] = handlers
    sys.excepthook = hook


@pytest.mark.parametrize("text", [TOKEN, TOKEN.replace(":", "%3A"), f"https://x/bot{TOKEN}/getMe"])
def test_a_token_is_taken_out_of_everything(text: str) -> None:
    assert TOKEN[10:] not in redacted(text)
    for as_json in (False, True):
        assert TOKEN[10:] not in RedactingFormatter(as_json=as_json).format(
            record("x", "%s", text, exc_info=caught(OSError(text)))
        )


def test_other_secrets_too() -> None:
    formatter = RedactingFormatter(secrets=("", "sesam"))
    assert "sesam" not in formatter.format(record("x", "offen, sesam"))


def test_libraries_that_handle_words_of_members_log_none() -> None:
    line = RedactingFormatter().format(record("telegram.ext.Application", "Error for update %s", "geheim"))
    assert line.endswith("Error for update %s")
    assert RedactingFormatter().format(record("telegram.ext", "plain")).endswith("plain")
    assert RedactingFormatter().format(record("updates.x", "%d", 5)).endswith("5")


def test_json_has_the_fields_of_an_update() -> None:
    line = RedactingFormatter(as_json=True).format(record("updates.lines", "x", update_id=5, kind="message", topic="-", ms=3))
    told = json.loads(line)
    assert (told["update_id"], told["kind"], told["topic"], told["ms"], told["level"]) == (5, "message", "-", 3, "INFO")
    failed = json.loads(RedactingFormatter(as_json=True).format(record("x", "y", exc_info=caught(ValueError("geheim")))))
    assert "ValueError" in failed["error"]
    assert "geheim" not in failed["error"]


def test_an_errors_words_stay_out_but_those_of_the_machine_help() -> None:
    def fail() -> None:
        try:
            int("geheim")
        except ValueError as error:
            raise KeyError("geheim") from error

    with pytest.raises(KeyError, match="geheim") as raised:
        fail()
    told = without_words(raised.value)
    assert "KeyError\nafter\n" in told
    assert "ValueError" in told
    assert "in fail" in told
    assert "geheim" not in told
    assert "no space left" in without_words(OSError("no space left"))


def test_causes_that_are_hidden_stay_hidden_and_circles_end() -> None:
    hidden = ValueError()
    hidden.__context__, hidden.__suppress_context__ = KeyError(), True
    assert "KeyError" not in without_words(hidden)
    shown, circle = ValueError(), KeyError()
    shown.__context__, circle.__context__ = circle, shown
    assert without_words(shown).count("KeyError") == 1


def test_nothing_to_format_gives_nothing() -> None:
    assert RedactingFormatter().formatException((None, None, None)) == ""


@pytest.mark.usefixtures("_logging_as_before")
def test_uncaught_errors_go_the_same_way(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("DEBUG")
    sys.excepthook(*caught(ValueError(TOKEN)))
    sys.excepthook(*caught(KeyboardInterrupt()))
    written = capsys.readouterr().err
    assert written.count("The program ended by an error") == 1
    assert TOKEN not in written


@pytest.mark.usefixtures("_logging_as_before")
@pytest.mark.parametrize("level", ["DEBUG", "ERROR"])
def test_chatty_libraries_are_quiet_at_every_level(level: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(level)
    for name in ("httpx", "telegram.Bot", "tornado.access", "asyncio"):
        logging.getLogger(name).info("geheim")
    assert not capsys.readouterr().err
