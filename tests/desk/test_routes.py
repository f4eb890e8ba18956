"""What the desk serves, and to whom: only to its own page."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
import tornado.httpserver
import tornado.websocket
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from desk.routes import desk_for
from playground.visitors import Application
from tests.desk.conftest import CONTENT, DATA, save
from tests.telegram import WAIT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@asynccontextmanager
async def served(folder: Path = CONTENT) -> AsyncIterator[str]:
    """A desk on a port of this machine."""
    sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
    async with desk_for(folder, DATA) as routes:
        server = tornado.httpserver.HTTPServer(Application(routes, {"127.0.0.1"}))
        server.add_sockets(sockets)
        yield f"127.0.0.1:{sockets[0].getsockname()[1]}"
        server.stop()
        await server.close_all_connections()


@asynccontextmanager
async def told(address: str) -> AsyncIterator[Any]:
    """The state as an open page hears it."""
    socket = await tornado.websocket.websocket_connect(f"ws://{address}/desk/live")

    async def until(wanted: str, value: object) -> dict[str, Any]:
        async with asyncio.timeout(WAIT):
            while True:
                state: dict[str, Any] = json.loads(str(await socket.read_message()))
                if bool(state[wanted]) == bool(value):
                    return state

    try:
        yield until
    finally:
        socket.close()
        while await socket.read_message() is not None:
            pass


async def get(address: str, path: str, **given: Any) -> Any:
    response = await AsyncHTTPClient().fetch(HTTPRequest(f"http://{address}/desk/{path}", request_timeout=WAIT, **given))
    return json.loads(response.body)


async def post(address: str, path: str, body: object, **headers: str) -> Any:
    sent = {"Content-Type": "application/json", **headers}
    return await get(address, path, method="POST", body=json.dumps(body), headers=sent)


async def refused(call: Any) -> int:
    with pytest.raises(HTTPClientError) as error:
        await call
    return int(error.value.code)


async def test_a_program_of_this_machine_gets_answers() -> None:
    async with served() as address, told(address) as state:
        await state("loaded", value=True)
        assert (await post(address, "why", {"text": "port imap?", "language": "de"}))["decision"] == "answer"
        asked = await post(address, "replay", {"questions": [{"text": "port imap?"}, "no question"], "language": "de"})
        assert [one["change"] for one in asked["questions"]] == ["new"]
        guide = await get(address, "diagram?kind=guide&name=thunderbird&language=en")
        assert guide["title"] == "Thunderbird"
        assert "Menü" not in (await get(address, f"screen?data={guide['boxes'][1]['id']}"))["html"]


async def test_who_asks_while_the_content_is_read_for_the_first_time_is_answered() -> None:
    async with served() as address:
        assert (await post(address, "why", {"text": "port imap?", "language": "de"}))["decision"] == "answer"


async def test_pages_from_elsewhere_get_nothing() -> None:
    async with served() as address, told(address) as state:
        await state("loaded", value=True)
        assert await refused(get(address, "answers", headers={"Origin": "https://example.org"})) == 403
        assert await refused(get(address, "answers", headers={"Host": "example.org"})) == 403
        assert await refused(post(address, "why", {"text": "x"}, Origin="http://127.0.0.1.example.org")) == 403
        assert await refused(get(address, "answers", headers={"Origin": "http://127.0.0.1:3000"})) == 403
        for origin in ("https://example.org", "http://127.0.0.1:3000"):
            request = HTTPRequest(f"ws://{address}/desk/live", headers={"Origin": origin})
            assert await refused(tornado.websocket.websocket_connect(request)) == 403


async def test_what_is_not_there_or_malformed_is_refused() -> None:
    async with served() as address, told(address) as state:
        await state("loaded", value=True)
        assert await refused(get(address, "diagram?kind=guide&name=gibtesnicht")) == 404
        assert await refused(get(address, "screen?data=1mde")) == 404
        assert await refused(get(address, "picture/gibtesnicht/de")) == 404
        assert await refused(post(address, "why", ["no question"])) == 400
        assert await refused(post(address, "why", {"before": 5})) == 400
        assert await refused(post(address, "replay", {"questions": "x"})) == 400
        for buttons in ([1], 1, ["x"], [["label", "data", "more"]]):
            assert await refused(post(address, "why", {"shown": [{"text": "x", "buttons": buttons}]})) == 400
            assert await refused(post(address, "why", {"opened": {"text": "x", "buttons": buttons}})) == 400
        assert await refused(get(address, "why", method="POST", body="{", headers={"Content-Type": "application/json"})) == 400
        assert await refused(get(address, "why", method="POST", body="{}", headers={"Content-Type": "text/plain"})) == 400


async def test_content_broken_from_the_start_is_shown_and_taken_when_mended(folder: Path) -> None:
    save(folder / "settings.yaml", "port: 993", "prot: 993")
    async with served(folder) as address, told(address) as state:
        broken = await state("mistakes", value=True)
        assert not broken["loaded"]
        assert "settings.yaml" in {mistake["file"] for mistake in broken["mistakes"]}
        assert {"Meintest du `port`?"} <= {mistake["told"]["de"]["remedy"] for mistake in broken["mistakes"]}
        assert {"Did you mean `port`?"} <= {mistake["told"]["en"]["remedy"] for mistake in broken["mistakes"]}
        assert await refused(get(address, "answers")) == 503
        assert await refused(post(address, "why", {"text": "port?"})) == 503
        save(folder / "settings.yaml", "prot: 993", "port: 993")
        assert not (await state("loaded", value=True))["mistakes"]


async def test_what_can_be_read_with_mistakes_is_a_draft(folder: Path) -> None:
    async with served(folder) as address, told(address) as state:
        good = await state("loaded", value=True)
        save(folder / "trouble" / "slow.yaml", "nodes:\n", 'nodes:\n  lonely:\n    say: {de: "Allein", en: "Lonely"}\n')
        broken = await state("is_draft", value=True)
        assert broken["edition"] == good["edition"]
        assert ["lonely" in mistake["what"] for mistake in broken["mistakes"]] == [True]
        boxes = (await get(address, "diagram?kind=trouble&name=slow"))["boxes"]
        assert [box["title"] for box in boxes if box["mark"] == "unreachable"] == ["Allein"]
