"""The log tells why Telegram cannot be reached: the operator can do something about a name, a certificate or a proxy."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from tests.assistant.live_check.certificates import make_certificates
from tests.updates.test_http_client import staying_server
from updates import origins
from updates.errors import reason_of
from updates.fetching import Fetching, PollError

if TYPE_CHECKING:
    from pathlib import Path


async def told(url: str) -> str:
    origins._at.cache_clear()
    fetching = Fetching(f"{url}/bot1:geheim", ("message",))
    await fetching.open()
    try:
        with pytest.raises(PollError) as caught:
            await fetching.fetch(0, 0)
    finally:
        await fetching.close()
        origins._at.cache_clear()
    assert "geheim" not in str(caught.value)
    return str(caught.value)


async def test_nobody_listens_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert "ConnectionRefusedError: " in await told(f"http://127.0.0.1:{port}")


async def test_a_certificate_that_is_not_trusted(tmp_path: Path) -> None:
    context = make_certificates(tmp_path).server_context("good")
    async with staying_server(context) as (port, _):
        assert "certificate verify failed" in await told(f"https://127.0.0.1:{port}")


async def test_a_proxy_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "https://proxy.test:3128")
    assert await told("https://telegram.test") == "OSError: a proxy with https cannot be used"


def test_where_the_system_has_no_words_for_it_the_kind_of_error_is_told() -> None:
    assert reason_of(TimeoutError()) == "TimeoutError"
