"""Messages are edited and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.playground.conftest import ANNA, GROUP, TEXT
from tests.playground.methods.conftest import picture

if TYPE_CHECKING:
    from tests.playground.conftest import Api


@pytest.mark.parametrize(
    ("method", "arguments", "why"),
    [
        ("editMessageText", {**TEXT, "message_id": 99}, "message to edit not found"),
        ("editMessageText", {**TEXT, "message_id": 1}, "message can't be edited"),
        ("editMessageText", {"inline_message_id": "x", "text": "x"}, "MESSAGE_ID_INVALID"),
        ("deleteMessages", {"chat_id": ANNA}, "message identifiers are not specified"),
        ("deleteMessages", {"chat_id": ANNA, "message_ids": list(range(101))}, "too many message identifiers specified"),
        ("deleteMessage", {"chat_id": GROUP, "message_id": 1}, "message can't be deleted"),
    ],
)
async def test_refusals(written: Api, method: str, arguments: dict[str, Any], why: str) -> None:
    assert why in await written.refused(method, **arguments)


async def test_messages_are_edited_and_deleted(api: Api) -> None:
    sent = (await api.call("sendMessage", **TEXT))["message_id"]
    assert "not modified" in await api.refused("editMessageText", **TEXT, message_id=sent)
    assert "no caption in the message" in await api.refused("editMessageCaption", chat_id=ANNA, message_id=sent, caption="y")
    image = {"photo": ("a.png", picture("PNG", 4, 4))}
    shown = (await api.call("sendPhoto", image, chat_id=ANNA, photo="attach://photo"))["message_id"]
    assert "no text in the message" in await api.refused("editMessageText", **TEXT, message_id=shown)
    assert (await api.call("editMessageCaption", chat_id=ANNA, message_id=shown, caption="y"))["caption"] == "y"
    assert "caption is too long" in await api.refused("editMessageCaption", chat_id=ANNA, message_id=shown, caption="x" * 1025)
    assert await api.call("deleteMessages", chat_id=ANNA, message_ids=[sent, 99])
    assert list(api.anna.messages) == [shown]
    api.now += 48 * 3600 + 1
    assert "can't be deleted for everyone" in await api.refused("deleteMessage", chat_id=ANNA, message_id=shown)
