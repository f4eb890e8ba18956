"""The server over HTTP: arguments in any form, files, faults on purpose, and the journal of it all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from tornado.httpclient import HTTPClientError
from tornado.simple_httpclient import SimpleAsyncHTTPClient

from playground.faults import Fault
from tests.playground.conftest import ANNA

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.playground.conftest import Api


@pytest.fixture
async def client(api: Api) -> AsyncIterator[SimpleAsyncHTTPClient]:
    """A client, and the server listening."""
    api.server.start()
    made = SimpleAsyncHTTPClient(force_instance=True)
    yield made
    made.close()


def address(api: Api, method: str, **arguments: object) -> str:
    query = f"?{urlencode(arguments)}" if arguments else ""
    return f"{api.server.url}/bot{api.server.world.token}/{method}{query}"


async def test_arguments_come_in_the_address_as_json_and_as_a_form(api: Api, client: SimpleAsyncHTTPClient) -> None:
    asked = await client.fetch(address(api, "sendMessage", chat_id=ANNA, text="eins"))
    assert json.loads(asked.body)["result"]["text"] == "eins"
    body = json.dumps({"chat_id": ANNA, "text": "zwei", "reply_markup": {"force_reply": True}})
    await client.fetch(address(api, "sendmessage"), method="POST", headers={"Content-Type": "application/json"}, body=body)
    await client.fetch(address(api, "SENDMESSAGE"), method="POST", body=urlencode({"chat_id": ANNA, "text": "drei"}))
    assert [message["text"] for message in api.anna.messages.values()] == ["eins", "zwei", "drei"]


async def test_broken_json_is_refused(api: Api, client: SimpleAsyncHTTPClient) -> None:
    with pytest.raises(HTTPClientError) as caught:
        await client.fetch(
            address(api, "sendMessage"), method="POST", headers={"Content-Type": "application/json"}, body='{"chat_id"'
        )
    assert caught.value.response is not None
    assert json.loads(caught.value.response.body)["description"] == "Bad Request: can't parse JSON"


async def test_a_file_is_fetched_with_the_token_only(api: Api, client: SimpleAsyncHTTPClient) -> None:
    api.server.world.files["file1"] = ('Einst"ellungenä.txt', b"port=993")
    path = address(api, "").replace("/bot", "/file/bot")
    got = await client.fetch(f"{path}file1")
    assert (got.body, got.headers["Content-Disposition"]) == (b"port=993", 'attachment; filename="Einstellungen.txt"')
    for wrong in (f"{path}file2", f"{path}file1".replace(api.server.world.token, "1:x")):
        with pytest.raises(HTTPClientError, match="404"):
            await client.fetch(wrong)


async def test_the_journal_tells_refusals_apart_from_faults_on_purpose(api: Api, client: SimpleAsyncHTTPClient) -> None:
    await client.fetch(address(api, "sendMessage", chat_id=ANNA, text="hallo"))
    api.server.faults.add("sendMessage", Fault(status=502, body="<html>"))
    for arguments in ({"chat_id": ANNA, "text": "weg"}, {"chat_id": 99, "text": "niemand"}):
        with pytest.raises(HTTPClientError):
            await client.fetch(address(api, "sendMessage", **arguments))
    await client.fetch(address(api, "getUpdates"))
    journal = api.server.journal
    assert [call.error for call in journal.refused()] == ["Bad Request: chat not found"]
    assert len(journal.since(journal[0].at)) == 3
    first, second, third = journal.tail().splitlines()
    assert first == f"  sendMessage 200 {ANNA} 'hallo'"
    assert "502" in second
    assert third.endswith("'niemand' Bad Request: chat not found")
