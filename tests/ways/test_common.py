"""What several ways to run share."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from handlers.environment import read_environment
from ways.common import start_logging

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def _logging_as_before() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    root.handlers[:] = handlers
    sys.excepthook = hook


@pytest.mark.usefixtures("_logging_as_before")
@pytest.mark.parametrize("log_format", ["text", "json"])
@pytest.mark.parametrize("token", ["1:" + "a" * 20, "123456789:" + "B-_c5" * 7])
def test_whatever_token_the_bot_starts_with_is_not_in_the_log(
    token: str, log_format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content").mkdir()
    webhook_secret = "s" * 16
    variables = {"BOT_TOKEN": token, "WEBHOOK_SECRET": webhook_secret, "LOG_FORMAT": log_format}
    start_logging(read_environment(tmp_path, variables))
    for said in (token, quote(token, safe=""), token.replace(":", "%3a"), webhook_secret):
        logging.getLogger("x").warning("https://api.telegram.org/bot%s/getMe", said)
    logged = capsys.readouterr().err
    assert logged.count("<token>") == 4
    assert token.partition(":")[2] not in logged
    assert webhook_secret not in logged
