from __future__ import annotations

import json

import pytest
from telegram.error import NetworkError, TimedOut

from tests.updates.fake import Answer, Clients, good, refused
from updates.fetching import Fetching, PollError, Trouble


async def fetch(*answers: Answer) -> list[dict[str, object]]:
    fetching = Fetching("http://127.0.0.1/bot1:a", ("message",), Clients(answers))
    await fetching.open()
    try:
        return await fetching.fetch(7, 25)
    finally:
        await fetching.close()


async def test_what_is_asked_for() -> None:
    clients = Clients([good([])])
    fetching = Fetching("http://127.0.0.1/bot1:a", ("message", "callback_query"), clients)
    assert await fetching.fetch(7, 25) == []
    assert clients.made[0].calls == [
        "getUpdates?offset=7&timeout=25&limit=100&allowed_updates=%5B%22message%22%2C+%22callback_query%22%5D"
    ]


async def test_updates_come_raw_and_those_without_an_id_are_left_out() -> None:
    assert await fetch(good([{"update_id": 1, "message": 5}, {"message": {}}, "x", {"update_id": "2"}])) == [
        {"update_id": 1, "message": 5}
    ]


@pytest.mark.parametrize(
    ("answer", "trouble", "told"),
    [
        (refused(401, "Unauthorized"), Trouble.REFUSED, "401"),
        (refused(404, "Not Found"), Trouble.REFUSED, "404"),
        (refused(409, "Conflict: terminated by other getUpdates request"), Trouble.CONFLICT, "another copy"),
        (refused(409, "Conflict: can't use getUpdates method while webhook is active"), Trouble.CONFLICT, "webhook"),
        (refused(429, "Too Many Requests", retry_after=3), Trouble.FLOOD, "too many"),
        ((502, b"<html>geheim</html>"), Trouble.AWAY, "502"),
        ((200, b'{"ok": true, "result": [{"te'), Trouble.AWAY, "cannot be read"),
        ((200, b'{"ok": true}'), Trouble.AWAY, "cannot be read"),
        ((200, b"[]"), Trouble.AWAY, "cannot be read"),
        (good({"update_id": 1}), Trouble.AWAY, "cannot be read"),
        (good([{"message": {}}]), Trouble.AWAY, "without ids"),
        (TimedOut(), Trouble.AWAY, "TimedOut"),
        (NetworkError("geheim"), Trouble.AWAY, "NetworkError"),
        (UnicodeError("geheim"), Trouble.AWAY, "UnicodeError"),
    ],
)
async def test_why_there_are_none(answer: Answer, trouble: Trouble, told: str) -> None:
    with pytest.raises(PollError, match=told) as caught:
        await fetch(answer)
    assert caught.value.trouble is trouble
    assert caught.value.wait == (3 if trouble is Trouble.FLOOD else 0)
    assert "geheim" not in json.dumps(str(caught.value))
