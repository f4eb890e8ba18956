"""Pictures and files are sent and fetched again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.playground.conftest import ANNA, BEN
from tests.playground.methods.conftest import picture

if TYPE_CHECKING:
    from tests.playground.conftest import Api


@pytest.mark.parametrize(
    ("method", "arguments", "why"),
    [
        ("getFile", {}, "file_id not specified"),
        ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
        ("sendDocument", {"chat_id": ANNA}, "there is no document in the request"),
        ("sendDocument", {"chat_id": ANNA, "document": "x"}, "wrong remote file identifier specified"),
    ],
)
async def test_refusals(api: Api, method: str, arguments: dict[str, Any], why: str) -> None:
    assert why in await api.refused(method, **arguments)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
async def test_a_picture_is_sent_and_fetched_again(api: Api, kind: str) -> None:
    content = picture(kind, 40, 30)
    sent = await api.call("sendPhoto", {"photo": ("a", content)}, chat_id=ANNA)
    assert (sent["photo"][0]["width"], sent["photo"][0]["height"]) == (40, 30)
    file_id = sent["photo"][0]["file_id"]
    assert (await api.call("getFile", file_id=file_id))["file_size"] == len(content)
    assert (await api.call("sendPhoto", chat_id=BEN, photo=file_id))["photo"][0]["file_id"] == file_id


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (picture("PNG", 400, 4), "PHOTO_INVALID_DIMENSIONS"),
        (picture("PNG", 4, 4) + bytes(10 * 1024 * 1024), "PHOTO_SAVE_FILE_INVALID"),
        (bytes(50 * 1024 * 1024 + 1), "413 Request Entity Too Large"),
    ],
    ids=["empty", "no picture", "thin", "large", "huge"],
)
async def test_pictures_that_are_refused(api: Api, content: bytes, why: str) -> None:
    assert why in await api.refused("sendPhoto", {"photo": ("a.png", content)}, chat_id=ANNA)
